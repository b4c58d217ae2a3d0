"""`candour room`: what can be no room is refused before a window covers the screen; a real one stays open, unnamed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.room import RoomBrief, RoomPrompt
from desktop_app.storage.packs.capture import Room
from desktop_app.storage.packs.frames import MAGIC
from desktop_app.storage.packs.making import make_pack
from desktop_app.storage.packs.sealing import new_review_secret
from desktop_app.storage.secrets import LOWEST

ROOT = Path(__file__).resolve().parents[2]
WORDS = "lamp orchard ferry"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "jo smith.pack"
    make_pack(path, RoomBrief("Learning event", (RoomPrompt("p", "?"),)), WORDS, new_review_secret(), "w", LOWEST)
    return path


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", 4), (b"something else", 4), (MAGIC + bytes([9]) + b"newer", 4), (MAGIC + bytes([1]) + b"half", 4)],
)
def test_what_is_no_pack_is_refused(candour: Any, tmp_path: Path, data: bytes, code: int) -> None:
    (tmp_path / "x.pack").write_bytes(data)
    done = candour("room", tmp_path / "x.pack", "--json")
    assert done.code == code
    assert (tmp_path / "x.pack").read_bytes() == data


def test_a_missing_pack_and_a_closed_room_are_refused(candour: Any, pack: Path) -> None:
    assert candour("room", pack.parent / "none.pack", "--json").code != 0
    assert candour("room", "-", "--json", stdin="not a path").code == 2
    Room(pack, WORDS).close()
    refused = candour("room", pack, "--json")
    assert refused.code == 2
    assert "room-closed" in refused.out


def test_a_room_runs_without_its_pack_in_the_list_of_processes(pack: Path, own_home: Path) -> None:
    environment = os.environ | {
        "PYTHONPATH": f"{ROOT}/tests/cheap_keys{os.pathsep}{ROOT}",
        "QT_QPA_PLATFORM": "offscreen",
    }
    process = subprocess.Popen([sys.executable, "-m", "desktop_app", "room", str(pack)], env=environment)
    try:
        line = b""
        for _ in range(100):
            time.sleep(0.1)
            line = Path(f"/proc/{process.pid}/cmdline").read_bytes()
            if line.endswith(b"room\0-\0"):
                break
        assert b"smith" not in line
        assert line.endswith(b"room\0-\0")
        time.sleep(1.5)
        assert process.poll() is None
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    Room(pack, WORDS).leave()
