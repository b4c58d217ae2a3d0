"""The one door to SQLite is the only one, and sqlite-utils goes through it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.storage import driver

ROOT = Path(__file__).parents[2]
STORAGE = ROOT / "desktop_app" / "storage"


def modules() -> list[Path]:
    found = sorted(STORAGE.rglob("*.py"))
    assert len(found) > 20
    return found


def test_only_the_driver_opens_databases() -> None:
    openers = re.compile(r"\b(Database|connect)\(")
    assert [file.name for file in modules() if openers.search(file.read_text("utf-8"))] == ["driver.py"]


def test_only_the_driver_imports_sqlite() -> None:
    importers = set()
    for file in modules():
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(name.split(".")[0] in ("sqlite3", "sqlcipher3", "sqlite_utils", "apsw") for name in names):
                importers.add(file.name)
    assert importers == {"driver.py"}


def test_sqlite_utils_took_the_hook(monkeypatch: pytest.MonkeyPatch) -> None:
    driver.assert_hooked()
    assert "pysqlite3" not in sys.modules
    monkeypatch.setattr(driver.sqlite_utils.db, "sqlite3", None)
    with pytest.raises(ImportError):
        driver.assert_hooked()


def test_importing_sqlite_utils_first_is_refused() -> None:
    script = "import sqlite_utils, desktop_app.storage.driver"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "must be imported before sqlite_utils" in done.stderr


def test_secrets_and_headers_need_no_database() -> None:
    """What the window needs before anything is unlocked does not pay for importing it."""
    script = (
        "import sys, desktop_app.storage.secrets, desktop_app.storage.header;"
        "sys.exit('sqlite_utils' in sys.modules or 'sqlcipher3' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


def test_a_failed_write_that_returns_rows_leaves_no_transaction_open(tmp_path: Path) -> None:
    """What goes silently wrong when sqlite-utils is given sqlcipher3 without the hook."""
    db = driver.open_keyed(tmp_path / "x.db", b"k" * 32, b"s" * 16, create=True)
    db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY)")
    assert list(db.query("INSERT INTO t VALUES (1) RETURNING id")) == [{"id": 1}]
    with pytest.raises(driver.Error):
        list(db.query("INSERT INTO t VALUES (1) RETURNING id"))
    assert not db.conn.in_transaction
    db.table("t").insert({"id": 2, "more": "x"}, alter=True)
    db.table("none").drop(ignore=True)
    db.close()


def test_sorting_and_spilling_stay_in_memory(tmp_path: Path) -> None:
    """SQLCipher does not encrypt temporary files, so there must be none."""
    db = driver.open_keyed(tmp_path / "x.db", b"k" * 32, b"s" * 16, create=True)
    assert db.conn.execute("PRAGMA temp_store").fetchone() == (2,)
    db.close()


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(driver.Error):
        driver.open_keyed(tmp_path / "none.db", b"k" * 32, b"s" * 16)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["a b.db", "a#b.db", "a?b.db", "a%20b.db", "é.db"])
def test_names_with_odd_characters(tmp_path: Path, name: str) -> None:
    driver.open_keyed(tmp_path / name, b"k" * 32, b"s" * 16, create=True).close()
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_the_wrong_key_is_an_error(tmp_path: Path) -> None:
    db = driver.open_keyed(tmp_path / "x.db", b"k" * 32, b"s" * 16, create=True)
    db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY)")
    db.close()
    for key, salt in ((b"K" * 32, b"s" * 16), (b"k" * 32, b"S" * 16)):
        with pytest.raises(driver.Error) as caught:
            driver.open_keyed(tmp_path / "x.db", key, salt)
        assert caught.value.sqlite_errorcode == 26
