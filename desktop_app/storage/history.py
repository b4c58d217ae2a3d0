"""Undo for every table at once: triggers note each row as it was before, grouped into steps.

The triggers are temporary: they live as long as the connection, and no stale one is ever left in the file. A write
outside a step fails, so nothing can forget to be undoable. Undoing a step notes the inverse, which is how it is
redone. Steps stay in the file, the newest `KEPT`, so that undo reaches past a lock or a crash.
"""

from __future__ import annotations

import json
from typing import Any

from desktop_app.common import clock
from desktop_app.common.ids import new_uid
from desktop_app.storage.driver import Database, IntegrityError
from desktop_app.storage.schema import columns_of, families

KEPT = 200
Touched = frozenset[tuple[str, str]]
_UNDO, _REDO = "undo", "redo"


class ChangedSinceError(Exception):
    """A row of the step is not as the step left it."""


def install(db: Database) -> None:
    """Set the triggers, once a connection."""
    db.conn.execute("CREATE TEMP TABLE step(action INTEGER, direction TEXT)")
    db.conn.execute("INSERT INTO step VALUES(NULL, NULL)")
    columns = columns_of(db)
    for family in families():
        before = "json_object({})".format(", ".join(f"'{name}', old.\"{name}\"" for name in columns[family]))
        for op, old, rev, uid in (
            ("insert", "NULL", "new.rev", "new.uid"),
            ("update", before, "new.rev", "new.uid"),
            ("delete", before, "NULL", "old.uid"),
        ):
            db.conn.execute(
                f"CREATE TEMP TRIGGER history_{family}_{op} AFTER {op} ON main.{family} BEGIN"  # noqa: S608
                " INSERT INTO _history(action, direction, family, uid, op, before, after_rev)"
                f" SELECT action, direction, '{family}', {uid}, '{op}', {old}, {rev} FROM temp.step; END"
            )


def begin(db: Database, label: str) -> tuple[int, str]:
    """Start a step inside the open transaction; returns its id and its uid."""
    uid = new_uid()
    cursor = db.conn.execute(
        "INSERT INTO _steps(uid, at, label) VALUES(?, ?, ?)", (uid, clock.now().isoformat(), label)
    )
    action = int(cursor.lastrowid or 0)
    _point_at(db, action, _UNDO)
    return action, uid


def finish(db: Database, action: int, *, changed: bool) -> None:
    """End the step: forget what could be redone and what is too old, or the step itself when nothing changed."""
    _point_at(db, None, None)
    if changed:
        db.conn.execute("DELETE FROM _steps WHERE undone = 1 OR id <= ?", (action - KEPT,))
    else:
        db.conn.execute("DELETE FROM _steps WHERE id = ?", (action,))


def next_undo(db: Database) -> tuple[int, str, str] | None:
    """Id, uid and label of the step that undo would take back."""
    return _one(db, "SELECT id, uid, label FROM _steps WHERE undone = 0 ORDER BY id DESC LIMIT 1")


def next_redo(db: Database) -> tuple[int, str, str] | None:
    """Id, uid and label of the step that redo would bring back."""
    return _one(db, "SELECT id, uid, label FROM _steps WHERE undone = 1 ORDER BY id LIMIT 1")


def undo(db: Database, action: int) -> Touched:
    """Take the step back inside the open transaction. Raises ChangedSinceError, after which roll back."""
    return _turn(db, action, _UNDO, _REDO)


def redo(db: Database, action: int) -> Touched:
    """Bring the step back inside the open transaction. Raises ChangedSinceError, after which roll back."""
    return _turn(db, action, _REDO, _UNDO)


def _turn(db: Database, action: int, take: str, note: str) -> Touched:
    rows = db.conn.execute(
        "SELECT id, family, uid, op, before, after_rev FROM _history WHERE action = ? AND direction = ?"
        " ORDER BY id DESC",
        (action, take),
    ).fetchall()
    _point_at(db, action, note)
    for _, family, uid, op, before, after_rev in rows:
        _invert(db, family, uid, op, json.loads(before) if before else {}, after_rev)
    _point_at(db, None, None)
    db.conn.execute("DELETE FROM _history WHERE action = ? AND direction = ?", (action, take))
    db.conn.execute("UPDATE _steps SET undone = ? WHERE id = ?", (int(take == _UNDO), action))
    return frozenset((row[1], row[2]) for row in rows)


def _invert(db: Database, family: str, uid: str, op: str, before: dict[str, Any], after_rev: str | None) -> None:
    current = db.conn.execute(f'SELECT rev FROM "{family}" WHERE uid = ?', (uid,)).fetchone()  # noqa: S608
    if (current[0] if current else None) != after_rev:
        raise ChangedSinceError(family)
    if op == "insert":
        db.conn.execute(f'DELETE FROM "{family}" WHERE uid = ?', (uid,))  # noqa: S608
    elif op == "update":
        assignments = ", ".join(f'"{name}" = ?' for name in before)
        db.conn.execute(f'UPDATE "{family}" SET {assignments} WHERE uid = ?', (*before.values(), uid))  # noqa: S608
    else:
        names = ", ".join(f'"{name}"' for name in before)
        marks = ", ".join("?" * len(before))
        try:
            db.conn.execute(f'INSERT INTO "{family}"({names}) VALUES({marks})', tuple(before.values()))
        except IntegrityError:
            raise ChangedSinceError(family) from None


def _point_at(db: Database, action: int | None, direction: str | None) -> None:
    db.conn.execute("UPDATE temp.step SET action = ?, direction = ?", (action, direction))


def _one(db: Database, sql: str) -> tuple[int, str, str] | None:
    row = db.conn.execute(sql).fetchone()
    return None if row is None else (row[0], row[1], row[2])
