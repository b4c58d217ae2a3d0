"""A question to the database that is given up when somebody says so: the next letter was typed, or it took too long."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from desktop_app.storage.driver import Database, Error

Stop = Callable[[], bool]
_STEPS = 2_000  # of SQLite's machine between two askings: a millisecond or two, within FTS5's merging too
_INTERRUPTED = 9  # SQLITE_INTERRUPT


class StoppedError(Exception):
    """The question was given up; nothing is wrong with the file."""


@contextlib.contextmanager
def stoppable(db: Database, stop: Stop | None) -> Iterator[None]:
    """While inside, `stop` is asked again and again. Raises StoppedError when it said yes. Not to be nested."""
    if stop is None:
        yield
        return
    db.conn.set_progress_handler(stop, _STEPS)
    try:
        yield
    except Error as error:
        if getattr(error, "sqlite_errorcode", None) != _INTERRUPTED:
            raise
        raise StoppedError from None
    finally:
        db.conn.set_progress_handler(None, 0)
