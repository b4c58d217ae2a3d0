"""From an empty database to this version, in steps that happen whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.people import Person
from desktop_app.storage import migrations, records, schema
from desktop_app.storage.driver import Database, open_keyed
from desktop_app.storage.history import History


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    made = open_keyed(tmp_path / "x.db", b"k" * 32, b"s" * 16, create=True)
    yield made
    made.close()


def version(db: Database) -> int:
    return int(db.conn.execute("PRAGMA user_version").fetchone()[0])


def test_an_empty_database_gets_every_table_and_column(db: Database) -> None:
    migrations.migrate(db)
    assert version(db) == migrations.SCHEMA_MAJOR
    columns = schema.columns_of(db)
    for family, kind in schema.families().items():
        assert not family.startswith("_"), "such names are our own tables'"
        assert set(schema.HOUSEKEEPING) | set(records.codec_of(kind).columns) == set(columns[family])
        (sql,) = db.conn.execute("SELECT sql FROM sqlite_master WHERE name = ?", (family,)).fetchone()
        assert sql.endswith("STRICT")
    assert {"_state", "_drafts", "_steps", "_history", "_audit"} < set(columns)


def test_migrating_again_writes_nothing(db: Database) -> None:
    migrations.migrate(db)
    before = db.conn.total_changes
    schema_before = db.schema
    migrations.migrate(db)
    assert db.conn.total_changes == before
    assert db.schema == schema_before


def test_a_new_field_becomes_a_column_and_reads_as_its_default(db: Database) -> None:
    migrations.migrate(db)
    with db.atomic():
        records.put(db, [Person(uid="a", name="Callum", harm_note="x")], "desk")
    db.execute("ALTER TABLE people DROP COLUMN harm_note")
    migrations.migrate(db)
    assert records.read_one(db, Person, "a") == Person(uid="a", name="Callum")


def test_undo_keeps_a_column_that_only_a_newer_version_knows(db: Database) -> None:
    migrations.migrate(db)
    db.execute("ALTER TABLE people ADD COLUMN later TEXT")
    history = History(db)
    with db.atomic():
        action, _ = history.begin("Add")
        records.put(db, [Person(uid="a")], "desk")
        db.execute("UPDATE people SET later = 'kept', rev = 'r'")
        history.end()
        history.settle(action, changed=True)
    with db.atomic():
        history.undo(action)
    with db.atomic():
        history.redo(action)
    assert db.conn.execute("SELECT later FROM people").fetchall() == [("kept",)]


def test_a_step_that_fails_is_taken_back_and_waits(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    migrations.migrate(db)

    def bad(db: Database) -> None:
        db.execute("CREATE TABLE half (id INTEGER PRIMARY KEY)")
        raise ZeroDivisionError

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, ("m0002_bad", bad)))
    with pytest.raises(ZeroDivisionError):
        migrations.migrate(db)
    assert "half" not in db.table_names()
    ran = []
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS[:-1], ("m0002_bad", ran.append)))
    migrations.migrate(db)
    migrations.migrate(db)
    assert len(ran) == 1


def test_a_newer_major_is_refused_untouched(db: Database) -> None:
    db.execute(f"PRAGMA user_version = {migrations.SCHEMA_MAJOR + 1}")
    with pytest.raises(migrations.NewerSchemaError):
        migrations.migrate(db)
    assert db.table_names() == []
