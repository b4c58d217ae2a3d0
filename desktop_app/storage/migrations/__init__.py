"""Brings the database of a review up to this version, one numbered step at a time, each in its own transaction."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.storage import event_index, schema
from desktop_app.storage.driver import Database, Migrations
from desktop_app.storage.migrations import m0001_initial, m0002_former_audit_keys, m0003_history_in_order

# Raised by a step after which an older Candour would misread the file; PRAGMA user_version holds it.
SCHEMA_MAJOR = 2

STEPS: tuple[tuple[str, Callable[[Database], None]], ...] = (
    ("m0001_initial", m0001_initial.apply),
    ("m0002_former_audit_keys", m0002_former_audit_keys.apply),
    ("m0003_history_in_order", m0003_history_in_order.apply),
)


class NewerSchemaError(Exception):
    """The file was written by a Candour that means something else by its tables."""


def migrate(db: Database) -> None:
    """Apply what is missing, then let the record tables have their columns, and the chronology its index.

    Raises NewerSchemaError, having written nothing.
    """
    major = _major(db)
    runner = _runner()
    if runner.pending(db):
        runner.apply(db)
    schema.conform(db)
    event_index.conform(db)
    if major != SCHEMA_MAJOR:
        db.execute(f"PRAGMA user_version = {SCHEMA_MAJOR}")


def is_pending(db: Database) -> bool:
    """Whether `migrate` would take a numbered step. Raises NewerSchemaError."""
    _major(db)
    return bool(_runner().pending(db))


def _major(db: Database) -> int:
    (major,) = db.conn.execute("PRAGMA user_version").fetchone()
    if major > SCHEMA_MAJOR:
        raise NewerSchemaError(str(major))
    return int(major)


def _runner() -> Migrations:
    runner = Migrations("candour")
    for name, step in STEPS:
        runner(name=name)(_named(step))
    return runner


def _named(step: Callable[[Database], None]) -> Callable[[Database], None]:
    def run(db: Database) -> None:
        step(db)

    return run
