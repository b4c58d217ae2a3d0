"""What one rule of the grammar makes of a wording, before it becomes a `PartialDate`."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace

from desktop_app.domain.partial_date import Precision

OLDEST = 1900
NOT_GIVEN = "no date is given"
NOT_UNDERSTOOD = "not understood as a date"
TWO_DIGIT_PIVOT = 50  # "49" is 2049 and so far ahead that somebody is asked; "50" is 1950


@dataclass(frozen=True, slots=True)
class Reading:
    """A `problem` with days is a proposal to decide on. A `problem` without days: `precision` is UNKNOWN when the
    words name no possible day, and otherwise what kind of date a person has to complete.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision = Precision.UNKNOWN
    problem: str = ""
    time: dt.time | None = None
    approximate: bool = False

    def doubt(self, why: str) -> Reading:
        """The same, with one more reason to ask a person."""
        return replace(self, problem=f"{self.problem}; {why}" if self.problem else why)

    @property
    def is_whole(self) -> bool:
        """Days known and nothing to ask."""
        return self.start is not None and self.end is not None and not self.problem


def day(year: int, month: int, number: int) -> Reading:
    """One day, or the problem that there is none such."""
    if not 1 <= month <= 12:
        return impossible(f"there is no month {month}")
    if not OLDEST - 100 <= year <= 2199:
        return impossible(f"the year {year:04d} is too far from now to be meant")
    if not 1 <= number <= calendar.monthrange(year, month)[1]:
        return impossible(f"there is no {number} {calendar.month_name[month]} {year}")
    date = dt.date(year, month, number)
    return Reading(date, date, Precision.DAY)


def between(start: dt.date, end: dt.date, precision: Precision) -> Reading:
    if start > end:
        return Reading(end, start, precision, "it ends before it starts")
    return Reading(start, end, precision)


def impossible(why: str) -> Reading:
    """The words are understood and name no day that exists."""
    return Reading(problem=why)


def incomplete(why: str, precision: Precision = Precision.DAY) -> Reading:
    """The words are understood, and a person must add what they leave out."""
    return Reading(precision=precision, problem=why)


def full_year(digits: str) -> int:
    """Two digits by the pivot, four as they are."""
    number = int(digits.strip("'"))
    if len(digits.strip("'")) > 2:
        return number
    return 2000 + number if number < TWO_DIGIT_PIVOT else 1900 + number


def month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def months(year: int, first: int, last: int, precision: Precision) -> Reading:
    """From the first day of month `first` to the last of month `last`; `last` above 12 runs into the next year."""
    if not OLDEST - 100 <= year <= 2198:
        return impossible("there is no such year")
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return Reading(dt.date(year, first, 1), month_end(end_year, end_month), precision)
