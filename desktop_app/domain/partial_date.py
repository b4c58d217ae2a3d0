"""A date as people know it: an interval of days, how it was meant, and the words it was written in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    """How the words were meant. The interval says what they allow."""

    DAY = "day"
    RANGE = "range"
    WEEK = "week"
    PART_MONTH = "part-month"  # early, mid or late in a month
    MONTH = "month"
    SEASON = "season"
    TERM = "term"
    QUARTER = "quarter"
    PART_YEAR = "part-year"
    YEAR = "year"  # calendar, academic or financial: the interval tells
    DECADE = "decade"
    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"  # not given, or not readable: start and end are None


@dataclass(frozen=True, slots=True)
class PartialDate:
    """Closed interval `start`..`end` of days; both None when unknown.

    `approximate` for "about", "?" and "circa". `time` is the clock time when one was given, minutes precise.
    `wording` is the original text, kept for ever. `problem` says why a person must look ("" when nobody must):
    then `start`/`end` are only a proposal, or None when the words name no possible day.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision = Precision.UNKNOWN
    wording: str = ""
    time: dt.time | None = None
    approximate: bool = False
    problem: str = ""

    @property
    def is_exact(self) -> bool:
        return self.precision is Precision.DAY and not self.approximate and not self.problem

    @property
    def sort_key(self) -> tuple[dt.date, dt.date, int, dt.time]:
        """Documented order of imprecise dates: by earliest possible day, the narrower first, then the time of day.

        Unknown dates come last. A "before" has no earliest day and sorts by its end.
        """
        far = dt.date.max
        start = self.start or self.end or far
        end = self.end or self.start or far
        return (start, end, 0 if self.time else 1, self.time or dt.time.min)


UNKNOWN_DATE = PartialDate()
