"""Reading the chronology while a long change is under way: over a second connection, as it stood before the change.

Storing 100,000 rows takes ten seconds in which nobody else may use the connection, for its transaction is theirs. The
write-ahead log lets another one read what was committed last. It is opened for one question and closed again, so that
nobody who rewrites or closes the file has to know of it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import partial

from desktop_app.storage.access import Access
from desktop_app.storage.driver import Database
from desktop_app.storage.event_reading import EventReader
from desktop_app.storage.outside import database_refusals

_WAIT = 0.02  # seconds that an ordinary edit, or a question of another thread, is waited for


def events_of(access: Access) -> EventReader:
    """The chronology of an open review."""
    return EventReader(partial(reading_aside, access))


@contextlib.contextmanager
def reading_aside(access: Access) -> Iterator[Database]:
    """The database; while another thread is long in a change, one of the state before it. Raises UserError."""
    vault = access.vault
    if vault.using.acquire(timeout=_WAIT):
        try:
            with access.reading() as db:
                yield db
        finally:
            vault.using.release()
    elif not access.changing:  # something else that is long, such as a rewrite: its end is waited for
        with access.reading() as db:
            yield db
    else:
        with database_refusals(vault.path):
            aside = vault.work.open_database(vault.data_key, vault.header.salt)
            try:
                aside.conn.execute("PRAGMA query_only = ON")
                yield aside
            finally:
                aside.close()
