"""What the repository itself promises: no index host, no outside path, the version in one place."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

from desktop_app import __version__

ROOT = Path(__file__).resolve().parents[2]


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_no_lock_file_names_a_host() -> None:
    for lock in (ROOT / "packaging").glob("*.lock.txt"):
        text = lock.read_text(encoding="utf-8")
        assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links|@ ", text), lock.name


def test_every_requirement_is_pinned_and_hashed() -> None:
    for lock in (ROOT / "packaging").glob("*.lock.txt"):
        entries = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
        assert entries
        for entry in entries:
            assert "==" in entry.split("\n", 1)[0], entry[:60]
            assert "--hash=sha256:" in entry, entry[:60]


def test_the_version_stands_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "version" not in project
    places = [
        path
        for path in tracked()
        if path.suffix in {".py", ".toml", ".md"} and f'"{__version__}"' in path.read_text(encoding="utf-8")
    ]
    assert [path.name for path in places] == ["__init__.py"]


def test_the_top_level_is_what_was_agreed() -> None:
    top = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert top <= {
        *("desktop_app", "resources", "tests", "packaging", "pyproject.toml", "README.md"),
        *(".ci", ".gitignore", "LICENSE"),
    }


def test_pyside_is_the_one_that_survives_python_3_11() -> None:
    """6.12.0 loses a reference to None at each void call and aborts; this is the version measured not to."""
    assert "pyside6-essentials==6.11.3" in (ROOT / "packaging" / "requirements.lock.txt").read_text(encoding="utf-8")


def test_no_module_overgrows() -> None:
    for path in (ROOT / "desktop_app").rglob("*.py"):
        assert path.read_text(encoding="utf-8").count("\n") <= 400, path.relative_to(ROOT)


def test_no_qt_module_that_talks_to_a_network() -> None:
    """import-linter cannot see inside PySide6, so this looks at the words."""
    for path in (ROOT / "desktop_app").rglob("*.py"):
        imports = [line for line in path.read_text(encoding="utf-8").splitlines() if "import" in line]
        assert not [line for line in imports if re.search(r"Qt(Network|WebSockets|WebEngine|DBus)", line)], path.name
