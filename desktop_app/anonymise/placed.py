"""Where a printed date stands in time: read from the words a reader will see, and from nothing else.

A drawing made from these tells no more than the words beside it: "autumn 2025" is three months long.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.dates import read_date
from desktop_app.domain.partial_date import Precision

_SURE = (Precision.DAY, Precision.RANGE)


@dataclass(frozen=True, slots=True)
class Placed:
    """Day ordinals, both days whole. `sure`: it was on that day, or lasted from the first to the last."""

    first: int
    last: int
    sure: bool


def place(words: str) -> Placed | None:
    """None for words that name no day."""
    date = read_date(words)
    start, end = date.start or date.end, date.end or date.start
    if start is None or end is None or end < start:
        return None
    return Placed(start.toordinal(), end.toordinal(), date.precision in _SURE and not date.approximate)
