"""Where the working copy stands against the file. Each value is 32 hex digits, or "" when there is none.

`head` is new with every transaction that changes the review: the first half of the newest ledger entry's MAC, or what
was set after that entry by a change that the ledger does not note, such as a draft. `base_head` is the head the file
had when it was last opened or saved; `saving_head` is the head of a save that was begun, in case it ended without our
hearing of it.
`previous_stale` is "1" while the previous version beside the file still holds what a rewrite was to remove.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.common.ids import new_uid
from desktop_app.storage.driver import Database

_HEAD = 32  # hex digits


@dataclass(frozen=True, slots=True)
class State:
    head: str
    base_head: str
    saving_head: str
    previous_stale: str = ""

    def builds_on(self, file_head: str) -> bool:
        """Whether this working copy is the file, or the file with more work."""
        return file_head in (self.head, self.base_head, self.saving_head)


def read_state(db: Database) -> State:
    held = dict(db.conn.execute("SELECT key, value FROM _state").fetchall())
    n, mac = _newest_entry(db)
    # Without `head_at`, it was written before there was one: each change then set the head.
    head = held.get("head", "") if held.get("head_at", str(n)) == str(n) else mac[:_HEAD]
    return State(head, held.get("base_head", ""), held.get("saving_head", ""), held.get("previous_stale", ""))


def write_state(db: Database, **values: str) -> None:
    """Inside a transaction when there is one, else as one."""
    with db.atomic():
        for key, value in values.items():
            _write(db, key, value)


def read_note(db: Database, key: str) -> str:
    """A fact about this review that is no record, e.g. "last_drill"; "" when there is none."""
    row = db.conn.execute("SELECT value FROM _state WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""


def advance(db: Database) -> str:
    """A new head, to be called inside each transaction that changes the review and that the ledger does not note.

    Called after the ledger's entry where there is one.
    """
    head = new_uid()
    _write(db, "head", head)
    _write(db, "head_at", str(_newest_entry(db)[0]))
    return head


def _newest_entry(db: Database) -> tuple[int, str]:
    """Number and MAC, (0, "") when the ledger is empty."""
    row = db.conn.execute("SELECT n, mac FROM _audit ORDER BY n DESC LIMIT 1").fetchone()
    return (row[0], row[1]) if row else (0, "")


def _write(db: Database, key: str, value: str) -> None:
    db.conn.execute(
        "INSERT INTO _state(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (key, value),
    )
