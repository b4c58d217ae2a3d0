"""What came of reading a date: sure, somebody's to decide, or no day at all."""

from __future__ import annotations

from typing import Literal

from desktop_app.domain.dates.reading import NOT_GIVEN, NOT_UNDERSTOOD
from desktop_app.domain.partial_date import PartialDate, Precision

State = Literal["exact", "decide", "invalid"]


def state_of(date: PartialDate) -> State:
    """ "exact": soundly read, approximate and wide dates included. "decide": a person must choose or complete it;
    days, if there are any, are a proposal. "invalid": the words name no possible day (31/02/2024, blank, gibberish).
    """
    if not date.problem:
        return "exact" if date.start or date.end else "invalid"
    if date.start or date.end or date.precision is not Precision.UNKNOWN:
        return "decide"
    return "invalid"


def cannot_be(date: PartialDate) -> bool:
    """Of a day there never was (31/02/2024)."""
    return names_no_day(date) and date.problem not in ("", NOT_GIVEN)


def names_no_day(date: PartialDate) -> bool:
    """Of a day there never was (31/02/2024), or said to be unknown; not of words that nobody could read as a date."""
    return state_of(date) == "invalid" and date.problem != NOT_UNDERSTOOD
