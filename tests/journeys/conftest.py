"""The program as a person at a terminal meets it: a subprocess, its own home, its exit codes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATHS = os.pathsep.join([str(ROOT / "tests" / "cheap_keys"), str(ROOT)])  # the first makes keys cheap to derive
PASSPHRASE = "otter velvet cumulus brig"


@dataclass
class Done:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


class Loaded:
    """A process that has the program loaded and forks one for each command (`kept_loaded.py`)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, words: list[str], folder: Path, environment: dict[str, str], stdin: str | None) -> Done:
        paths = [self._folder / name for name in ("in", "out", "err")]
        for path, text in zip(paths, (stdin or "", "", ""), strict=True):
            path.write_bytes(text.encode("utf-8"))
        asked = dict(zip(("in", "out", "err"), map(str, paths), strict=True))
        self._start()
        self._requests.write(
            json.dumps({"words": words, "folder": str(folder), "environment": environment, **asked}) + "\n"
        )
        self._requests.flush()
        code = json.loads(self._answers.readline())
        return Done(code, *(path.read_text(encoding="utf-8") for path in paths[1:]))

    def _start(self) -> None:
        if self._process is not None:
            return
        asked, requests = os.pipe()
        answers, told = os.pipe()
        command = [sys.executable, str(Path(__file__).parent / "kept_loaded.py"), str(asked), str(told)]
        environment = os.environ | {"PYTHONPATH": PATHS, "PYTHONWARNINGS": "default", "PYTHONUTF8": "0"}
        self._process = subprocess.Popen(command, pass_fds=(asked, told), env=environment)
        os.close(asked)
        os.close(told)
        self._requests = os.fdopen(requests, "w", encoding="utf-8")
        self._answers = os.fdopen(answers, encoding="utf-8")

    def end(self) -> None:
        if self._process is not None:
            self._requests.close()
            self._process.wait(20)
            self._answers.close()


class Candour:
    """Runs the program in `folder`; every call is a process of its own, started from nothing where `loaded` is none."""

    def __init__(self, folder: Path, home: Path, loaded: Loaded | None = None) -> None:
        self.folder = folder
        self.home = home
        self._loaded = loaded
        self.secret = folder / "secret.txt"
        self.secret.write_text(PASSPHRASE + "\n", encoding="utf-8")

    def __call__(self, *words: str | Path, stdin: str | None = None, secret: bool = False) -> Done:
        arguments = [*map(str, words)]
        if secret:
            arguments += ["--passphrase-file", str(self.secret)]
        environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
        environment |= {"PYTHONPATH": PATHS, "PYTHONWARNINGS": "default", "QT_QPA_PLATFORM": "offscreen"}
        if self._loaded is not None:
            done = self._loaded.run(arguments, self.folder, environment, stdin)
        else:
            done = self._from_nothing(arguments, environment, stdin)
        assert "Traceback" not in done.err, done.err
        return done

    def _from_nothing(self, arguments: list[str], environment: dict[str, str], stdin: str | None) -> Done:
        command = [sys.executable, "-m", "desktop_app", *arguments]
        done = subprocess.run(
            command, cwd=self.folder, env=environment, input=stdin, capture_output=True, encoding="utf-8", check=False
        )
        return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded | None]:
    """None where a process cannot fork; every command then starts from nothing."""
    kept = Loaded(tmp_path_factory.mktemp("loaded")) if hasattr(os, "fork") else None
    yield kept
    if kept is not None:
        kept.end()


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory, loaded: Loaded | None) -> Path:
    """The sample, made once: tests work on copies."""
    made = Candour(tmp_path_factory.mktemp("sample"), tmp_path_factory.mktemp("sample-home"), loaded)
    assert made("sample", "s.review", "--recovery-to", "k.txt", secret=True).code == 0
    return made.folder / "s.review"


@pytest.fixture(scope="module")
def module_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("journey-home")


@pytest.fixture
def candour(tmp_path: Path, own_home: Path, loaded: Loaded | None) -> Candour:
    return Candour(tmp_path, own_home, loaded)


@pytest.fixture
def sample(candour: Candour, sample_file: Path) -> Candour:
    """A copy of the sample is `s.review` in its folder."""
    shutil.copy(sample_file, candour.folder)
    return candour


@pytest.fixture
def from_nothing(tmp_path: Path, own_home: Path) -> Candour:
    """As on a fresh machine: every command is a start from nothing."""
    return Candour(tmp_path, own_home)


@pytest.fixture(scope="module")
def kept_candour(tmp_path_factory: pytest.TempPathFactory, module_home: Path, loaded: Loaded | None) -> Candour:
    """One folder for a whole module, for tests that only read."""
    return Candour(tmp_path_factory.mktemp("kept"), module_home, loaded)
