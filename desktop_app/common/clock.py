"""Today and now, in one place so that tests can hold them still."""

from __future__ import annotations

import datetime as dt


def now() -> dt.datetime:
    """The present moment, UTC, to the second."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


def today() -> dt.date:
    """Today's date where the person sits."""
    return dt.datetime.now().astimezone().date()
