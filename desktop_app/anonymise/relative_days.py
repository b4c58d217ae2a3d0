"""Dates as days from the event under review: intervals are kept, the calendar is not.

One day to count from a review, so that "14 days after Day 0" means the same wherever it stands.
"""

from __future__ import annotations

import datetime as dt
import re

from desktop_app.domain.partial_date import PartialDate, Precision

DAY_ZERO = "Day 0"
_BY_DAY = frozenset({Precision.DAY, Precision.RANGE, Precision.WEEK})
_YEAR = 365.25
_MONTH = _YEAR / 12
_LEAD = re.compile(r"\b(?:on|in|during)[ \u00a0]+(?:or (?:about|around)[ \u00a0]+)?(?:the[ \u00a0]+)?$", re.IGNORECASE)


def relative_words(date: PartialDate, day_zero: dt.date, *, alone: bool = False) -> str | None:
    """ "14 days after Day 0", "about 5 months before Day 0"; `alone`, in a cell of a table, "+14 days".

    Never finer than the date was written. None for a date that has no beginning or no end.
    """
    if date.start is None or date.end is None or date.problem:
        return None
    if date.precision in _BY_DAY:
        first, last = ((day - day_zero).days for day in (date.start, date.end))
        words = _alone(first, last) if alone else _in_a_sentence(first, last)
        return f"about {words}" if date.approximate and not words.startswith("about") else words
    if date.start <= day_zero <= date.end:
        return f"about {DAY_ZERO}"
    middle = date.start + (date.end - date.start) / 2
    days = (middle - day_zero).days
    unit, length = ("year", _YEAR) if (date.end - date.start).days > 120 else ("month", _MONTH)
    return f"about {_count(max(1, round(abs(days) / length)), unit)} {_side(days)} {DAY_ZERO}"


def without_lead_in(text: str, start: int, words: str) -> int:
    """Where the words before a date begin that go with it: "on" stands before Day 0 and before no interval."""
    if words == DAY_ZERO:
        return start
    offset = max(0, start - 40)
    match = _LEAD.search(text[offset:start])
    return offset + match.start() if match else start


def _in_a_sentence(first: int, last: int) -> str:
    if first == last:
        return DAY_ZERO if first == 0 else f"{_count(abs(first), 'day')} {_side(first)} {DAY_ZERO}"
    if first * last > 0 and _side(first) == _side(last):
        return f"{abs(first)} to {_count(abs(last), 'day')} {_side(first)} {DAY_ZERO}"
    return f"{_in_a_sentence(first, first)} to {_in_a_sentence(last, last)}"


def _alone(first: int, last: int) -> str:
    def one(days: int) -> str:
        return DAY_ZERO if days == 0 else f"{'+' if days > 0 else '−'}{_count(abs(days), 'day')}"

    if first * last > 0 and first != last:
        return f"{one(first).split()[0]} to {one(last)}"
    return one(first) if first == last else f"{one(first)} to {one(last)}"


def _side(days: int) -> str:
    return "after" if days > 0 else "before"


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
