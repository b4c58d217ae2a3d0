"""Looking through a working copy that an earlier session left, before anybody rests work on it.

Each table is walked page by page, and a page that is read is compared with its own MAC. Left out is only what SQLite
would do for the virtual table of words: to read the index a second time, entry by entry, took most of an opening.
"""

from __future__ import annotations

from desktop_app.storage.driver import Database, Error
from desktop_app.storage.outside import is_outside
from desktop_app.storage.state import State, read_state
from desktop_app.storage.working_copy import WorkingCopy


def examine(work: WorkingCopy, data_key: bytes, salt: bytes) -> State | None:
    """What the working copy holds; None when it cannot be read through and through.

    Raises driver.Error for what is no fault of its own, such as a full disk or a folder that may not be written.
    """
    try:
        db = work.open_database(data_key, salt)
        try:
            return read_state(db) if _is_well_formed(db) else None
        finally:
            db.close()
    except Error as error:
        if is_outside(error):
            raise
        return None


def _is_well_formed(db: Database) -> bool:
    tables = db.conn.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'virtual'"
    ).fetchall()
    return all(db.conn.execute(f'PRAGMA quick_check("{name}")').fetchall() == [("ok",)] for (name,) in tables)
