"""`candour open FILE`: the window comes up locked, and nobody else reads FILE in the list of processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import desktop_app

ROOT = Path(desktop_app.__file__).parents[1]
TOLD = """
import os, sys
from pathlib import Path
os.execv = lambda program, words: (print(words[1:], os.read(0, 9000)), os._exit(0))
from desktop_app.ui.shell.unnamed import begin_again_unnamed
begin_again_unnamed(Path(sys.argv[1]))
"""


def environment() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": f"{ROOT}/tests/cheap_keys{os.pathsep}{ROOT}"}


def arguments(process: int) -> str:
    done = subprocess.run(["ps", "-ww", "-o", "args=", "-p", str(process)], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def test_the_list_of_processes_does_not_keep_the_file(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "desktop_app", "open", str(tmp_path / "Callum Draycott.review")]
    with subprocess.Popen(words, env=environment(), stderr=subprocess.PIPE) as window:
        try:
            give_up = time.monotonic() + 30
            while not arguments(window.pid).endswith("open -") and time.monotonic() < give_up:
                time.sleep(0.05)
            seen = arguments(window.pid)
            assert window.poll() is None, "the same process goes on, as a window"
        finally:
            window.terminate()
    assert seen.endswith("desktop_app open -")
    assert "Callum" not in seen


def test_the_path_crosses_by_standard_input_alone(tmp_path: Path) -> None:
    from desktop_app.ui.shell.handover import Handover

    path = tmp_path / "a b \u0175.review"
    done = subprocess.run(
        [sys.executable, "-c", TOLD, path.name],
        env=environment(),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    line = Handover(path, from_desk=False).line()
    assert done.stdout.strip().endswith(repr(line))
    assert "['-m', 'desktop_app', 'open', '-']" in done.stdout
