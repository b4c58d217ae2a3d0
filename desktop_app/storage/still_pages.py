"""Keeping the working copy's database file still while its pages are copied, without keeping anybody from working.

In WAL mode commits only append to the log; the database file itself is written by checkpoints alone. After a whole
checkpoint, and with none until the copying is over, the file holds one state of the review in encrypted pages that can
be copied as they are: no page is decrypted to be saved. What a disk forgot of a page would be copied with it, so the
pages are looked through now and then.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from desktop_app.common import durable
from desktop_app.storage.driver import Database, open_keyed
from desktop_app.storage.working_copy import WorkingCopy

_AUTOCHECKPOINT = 1000  # SQLite's own default, in pages of the log
_LOOSE = 4  # a file of which more than one page in four is free is made compact first


def hold_still(db: Database) -> None:
    """Bring all that is committed into the database file, and nothing more until `let_go`. No transaction is open."""
    busy, *_ = db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise RuntimeError("somebody reads the working copy while it is to be saved")
    db.conn.execute("PRAGMA wal_autocheckpoint=0").fetchall()


def let_go(db: Database) -> None:
    """Undo `hold_still`."""
    db.conn.execute(f"PRAGMA wal_autocheckpoint={_AUTOCHECKPOINT}").fetchall()


def is_loose(db: Database) -> bool:
    """Whether so many pages are free that the file would be much larger than what it holds."""
    pages, free = (db.conn.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count"))
    return bool(free * _LOOSE > pages)


def is_sound(work: WorkingCopy, key: bytes, salt: bytes) -> bool:
    """Whether each page of a database that is held still matches its own MAC. Raises driver.Error."""
    db = open_keyed(work.database, key, salt)  # a connection of its own, so that nobody waits
    try:
        return not db.conn.execute("PRAGMA cipher_integrity_check").fetchall()
    finally:
        db.close()


def compact_copy(work: WorkingCopy, key: bytes, salt: bytes) -> Path:
    """Without its free pages, a copy of a database that is held still; returns where. Raises driver.Error, OSError."""
    work.snapshot.unlink(missing_ok=True)
    try:
        with (
            work.database.open("rb") as pages,
            os.fdopen(os.open(work.snapshot, durable.NEW_FILE, 0o600), "wb") as copy,
        ):
            shutil.copyfileobj(pages, copy, 1 << 20)
        db = open_keyed(work.snapshot, key, salt, scratch=True)
        try:
            db.conn.execute("VACUUM")
        finally:
            db.close()
    except BaseException:  # e.g. a full disk, which half a copy would keep full
        work.snapshot.unlink(missing_ok=True)
        raise
    return work.snapshot
