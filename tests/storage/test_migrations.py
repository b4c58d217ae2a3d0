"""From an empty database to this version, in steps that happen whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.people import Person
from desktop_app.storage import migrations, records, schema
from desktop_app.storage.audit import AuditChain
from desktop_app.storage.driver import Database, open_keyed
from desktop_app.storage.history import History
from desktop_app.storage.migrations import m0001_initial, m0002_former_audit_keys, m0003_history_in_order
from desktop_app.storage.state import advance, read_state


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


def before_the_third(db: Database) -> None:
    """A file as the version before left it: one step done, one undone, and where it stood."""
    m0001_initial.apply(db)
    m0002_former_audit_keys.apply(db)
    run = db.conn.execute
    run("INSERT INTO _steps(id, uid, at, label, undone) VALUES(7, 's7', 't', 'Add', 0), (9, 's9', 't', 'Edit', 1)")
    rows = [(7, "undo", "a", "insert"), (7, "undo", "b", "insert"), (9, "redo", "a", "update")]
    for action, direction, uid, op in rows:
        run(
            "INSERT INTO _history(action, direction, family, uid, op, before) VALUES(?, ?, 'people', ?, ?, '{}')",
            (action, direction, uid, op),
        )
    run("INSERT INTO _audit VALUES(1, 't', 'desk', 'change', 's7', '', ?, ?)", ("0" * 64, "ab" * 32))
    run("INSERT INTO _state(key, value) VALUES('head', 'the head'), ('base_head', 'older')")


def test_undo_steps_are_put_in_order_and_the_head_stays(db: Database) -> None:
    before_the_third(db)
    stood = read_state(db)
    m0003_history_in_order.apply(db)
    rows = db.conn.execute("SELECT id, action, direction, uid, op FROM _history ORDER BY id").fetchall()
    assert rows == [
        ((7 << 24) + 1, 7, "undo", "a", "insert"),
        ((7 << 24) + 2, 7, "undo", "b", "insert"),
        ((9 << 24) + (1 << 23) + 1, 9, "redo", "a", "update"),
    ]
    assert db.conn.execute("SELECT id, uid, undone FROM _steps").fetchall() == [(7, "s7", 0), (9, "s9", 1)]
    assert read_state(db) == stood
    assert (stood.head, stood.base_head) == ("the head", "older")
    db.conn.execute("DELETE FROM _steps WHERE id = 7")
    assert [row[0] for row in db.conn.execute("SELECT action FROM _history")] == [9], "a step takes its rows along"


def test_the_head_is_the_newest_entry_or_what_was_set_after_it(db: Database) -> None:
    migrations.migrate(db)
    chain = AuditChain(db, b"k" * 32, "desk")
    heads = [advance(db)]
    assert read_state(db).head == heads[0]
    for _ in range(2):
        chain.add("change")
        heads.append(read_state(db).head)
        assert chain.holds((chain.anchor()[0], heads[-1][:12])), "the ledger's own"
        heads.append(advance(db))
        assert read_state(db).head == heads[-1]
    assert len(set(heads)) == len(heads)
    assert {len(head) for head in heads} == {32}
