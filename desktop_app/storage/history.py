"""Undo for every table at once: triggers note each row as it was before, grouped into steps.

The triggers are temporary: they live as long as the connection, and no stale one is ever left in the file. A write
outside a step fails, so nothing can forget to be undoable. Undoing a step notes the inverse, which is how it is
redone. Steps stay in the file, at least the newest `KEPT`, so that undo reaches past a crash; `forget` ends it.
"""

from __future__ import annotations

import json
from typing import Any

from desktop_app.common import clock
from desktop_app.common.ids import new_uid
from desktop_app.storage.driver import Database, IntegrityError
from desktop_app.storage.migrations.m0003_history_in_order import REDO_BIT, STEP_BITS
from desktop_app.storage.schema import columns_of, families

KEPT = 200
FORGETTING = 25  # forgetting the oldest costs as much as an edit: done for so many steps at once
Touched = frozenset[tuple[str, str]]
Step = tuple[int, str, str]  # id, uid, label
_UNDO, _REDO = 0, REDO_BIT  # which of a step's rows: those that take it back, or those that bring it back
_DONE, _UNDONE, _FORGOTTEN = 0, 1, 2  # _steps.undone


class ChangedSinceError(Exception):
    """A row of the step is not as the step left it."""


class History:
    """The steps of one connection, on which it sets its triggers. All of it inside a transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._row: int | None = None  # the number of the row noted last
        db.conn.create_function("step_row", 0, self._next_row)
        columns = columns_of(db)
        for family in families():
            before = "json_object({})".format(", ".join(f"'{name}', old.\"{name}\"" for name in columns[family]))
            for op, old, rev, uid in (
                ("insert", "NULL", "new.rev", "new.uid"),
                ("update", before, "new.rev", "new.uid"),
                ("delete", before, "NULL", "old.uid"),
            ):
                db.conn.execute(
                    f"CREATE TEMP TRIGGER history_{family}_{op} AFTER {op} ON main.{family} BEGIN"
                    " INSERT INTO _history(id, family, uid, op, before, after_rev)"
                    f" VALUES(step_row(), '{family}', {uid}, '{op}', {old}, {rev}); END"
                )

    def begin(self, label: str) -> tuple[int, str]:
        """Start a step; returns its id and its uid. Whatever comes of it, `end` must follow."""
        uid = new_uid()
        cursor = self._db.conn.execute(
            "INSERT INTO _steps(uid, at, label) VALUES(?, ?, ?)", (uid, clock.now().isoformat(), label)
        )
        action = int(cursor.lastrowid or 0)
        self._note(action, _UNDO)
        return action, uid

    def end(self) -> None:
        """From now on writes fail again."""
        self._row = None

    def _note(self, action: int, direction: int) -> None:
        """Rows that change from now on are noted under this step."""
        self._row = (action << STEP_BITS) + direction

    def _next_row(self) -> int:
        """Asked by the triggers: a table to say it would be one more page an edit."""
        if self._row is None:
            raise RuntimeError("a write outside a step")
        self._row += 1
        if not self._row % REDO_BIT:
            raise OverflowError("more rows than a step can hold")
        return self._row

    def settle(self, action: int, *, changed: bool) -> None:
        """After a step: forget what could be redone and what is too old, or the step itself when nothing changed."""
        conn = self._db.conn
        if not changed:
            conn.execute("DELETE FROM _steps WHERE id = ?", (action,))
            return
        before = conn.execute("SELECT undone FROM _steps WHERE id < ? ORDER BY id DESC LIMIT 1", (action,)).fetchone()
        if before == (_UNDONE,):  # what is undone are the newest steps before this one
            conn.execute("DELETE FROM _steps WHERE undone = ?", (_UNDONE,))
        if action % FORGETTING == 0:
            conn.execute("DELETE FROM _steps WHERE id <= ?", (action - KEPT,))

    def next_undo(self) -> Step | None:
        """The step that undo would take back."""
        return self._one("SELECT id, uid, label FROM _steps WHERE undone = ? ORDER BY id DESC LIMIT 1", _DONE)

    def next_redo(self) -> Step | None:
        """The step that redo would bring back."""
        return self._one("SELECT id, uid, label FROM _steps WHERE undone = ? ORDER BY id LIMIT 1", _UNDONE)

    def undo(self, action: int) -> Touched:
        """Take the step back. Raises ChangedSinceError, after which roll back."""
        return self._turn(action, _UNDO, _REDO)

    def redo(self, action: int) -> Touched:
        """Bring the step back. Raises ChangedSinceError, after which roll back."""
        return self._turn(action, _REDO, _UNDO)

    def forget(self) -> bool:
        """Nothing can be undone or redone any more. Returns whether anything could.

        What was undone is deleted, words and all. What was done stays noted, for `versions`, the bin and a purge.
        """
        if self.next_undo() is None and self.next_redo() is None:
            return False
        conn = self._db.conn
        conn.execute("DELETE FROM _steps WHERE undone = ?", (_UNDONE,))
        conn.execute("UPDATE _steps SET undone = ? WHERE undone = ?", (_FORGOTTEN, _DONE))
        return True

    def _turn(self, action: int, take: int, note: int) -> Touched:
        conn = self._db.conn
        first = (action << STEP_BITS) + take
        taken = (first, first + REDO_BIT - 1)
        rows = conn.execute(
            "SELECT id, family, uid, op, before, after_rev FROM _history WHERE id BETWEEN ? AND ? ORDER BY id DESC",
            taken,
        ).fetchall()
        self._note(action, note)
        try:
            for _, family, uid, op, before, after_rev in rows:
                _invert(self._db, family, uid, op, json.loads(before) if before else {}, after_rev)
        finally:
            self.end()
        conn.execute("DELETE FROM _history WHERE id BETWEEN ? AND ?", taken)
        conn.execute("UPDATE _steps SET undone = ? WHERE id = ?", (_UNDONE if take == _UNDO else _DONE, action))
        return frozenset((row[1], row[2]) for row in rows)

    def _one(self, sql: str, undone: int) -> Step | None:
        row = self._db.conn.execute(sql, (undone,)).fetchone()
        return None if row is None else (row[0], row[1], row[2])


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
