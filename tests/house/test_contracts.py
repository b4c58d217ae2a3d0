"""Each import contract is broken once on purpose, in a copy, and seen to fail."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# (contract, file the line is added to, the forbidden line)
BREACHES = [
    ("Layers: one way down", "common/ids.py", "import desktop_app.domain.record"),
    ("Exporters see anonymised content only", "exporters/deliver.py", "import desktop_app.domain.record"),
    ("Qt only in the window", "services/session.py", "import PySide6.QtCore"),
    ("SQL and ciphers only in storage", "services/session.py", "import sqlite3"),
    (
        "The window and the command line reach adapters through services",
        "cli/main.py",
        "import desktop_app.storage.schema",
    ),
    ("No network, anywhere", "storage/schema.py", "import urllib.request"),
    ("Pages do not import each other", "ui/pages/overview/__init__.py", "import desktop_app.ui.pages.people"),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("contracts")
    shutil.copytree(ROOT / "desktop_app", target / "desktop_app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", target)
    return target


def lint(folder: Path) -> str:
    code = (
        "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command; lint_imports_command()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def test_the_house_as_it_stands_keeps_every_contract(copy: Path) -> None:
    assert "0 broken" in lint(copy)


@pytest.mark.parametrize(("contract", "file", "line"), BREACHES, ids=[b[0] for b in BREACHES])
def test_a_breach_is_seen(copy: Path, contract: str, file: str, line: str) -> None:
    victim = copy / "desktop_app" / file
    before = victim.read_text(encoding="utf-8")
    victim.write_text(before + f"\n{line}\n", encoding="utf-8")
    try:
        said = lint(copy)
    finally:
        victim.write_text(before, encoding="utf-8")
    assert f"{contract} BROKEN" in " ".join(said.split())
