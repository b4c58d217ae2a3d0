"""The program as a person at a terminal meets it: a subprocess, its own home, its exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
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


class Candour:
    """Runs the installed program in `folder`; every call is a process of its own."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.home = home
        self.secret = folder / "secret.txt"
        self.secret.write_text(PASSPHRASE + "\n", encoding="utf-8")

    def __call__(self, *words: str | Path, stdin: str | None = None, secret: bool = False) -> Done:
        command = [sys.executable, "-m", "desktop_app", *map(str, words)]
        if secret:
            command += ["--passphrase-file", str(self.secret)]
        environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
        environment |= {"PYTHONPATH": PATHS, "PYTHONWARNINGS": "default", "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            command, cwd=self.folder, env=environment, input=stdin, capture_output=True, encoding="utf-8", check=False
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def module_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("journey-home")


@pytest.fixture
def candour(tmp_path: Path, own_home: Path) -> Candour:
    return Candour(tmp_path, own_home)


@pytest.fixture(scope="module")
def kept_candour(tmp_path_factory: pytest.TempPathFactory, module_home: Path) -> Candour:
    """One folder for a whole module, for tests that only read."""
    return Candour(tmp_path_factory.mktemp("kept"), module_home)
