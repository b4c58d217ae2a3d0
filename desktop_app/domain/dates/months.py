"""Months, and parts of them."""

from __future__ import annotations

import datetime as dt
import re

from desktop_app.domain.dates.reading import Reading, full_year, impossible, incomplete, month_end, months
from desktop_app.domain.dates.words import month_number
from desktop_app.domain.partial_date import Precision

EARLY = (
    "very early|early in|early|beg of|beg|beginning in|the very beginning of|beginning of|the beginning of|beginning|"
    "start of|the start of|start|dechrau|ddechrau"
)
MIDDLE = "middle of|the middle of|middle|mid|canol|ganol"
LATE = (
    "very late|late in|late|towards the end of|toward the end of|towards end of|the very end of|end of|the end of|end|"
    "latter part of|the latter part of|diwedd|ddiwedd"
)
_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "last": -1, "final": -1}
_PARTS = {  # words -> first and last day; a negative first day counts from the end
    **dict.fromkeys(EARLY.split("|"), (1, 10)),
    **dict.fromkeys(MIDDLE.split("|"), (11, 20)),
    **dict.fromkeys(LATE.split("|"), (21, 31)),
    **dict.fromkeys(("early to mid", "early-mid", "early/mid"), (1, 20)),
    **dict.fromkeys(("mid to late", "mid-late", "mid/late"), (11, 31)),
    **dict.fromkeys(("first half of", "the first half of", "1st half of"), (1, 15)),
    **dict.fromkeys(("second half of", "the second half of", "2nd half of", "latter half of"), (16, 31)),
    **{
        f"{nth} week{link}": (7 * n - 6, 7 * n) if n > 0 else (-7, 31)
        for nth, n in _NTH.items()
        for link in ("", " of", " in")
    },
    **dict.fromkeys(("last few days of", "last days of"), (-5, 31)),
    **dict.fromkeys(("first few days of", "first days of"), (1, 5)),
}
_PART = "|".join(sorted(map(re.escape, _PARTS), key=len, reverse=True))
_WORD = r"([^\W\d_]{3,11})\.?"
_MONTH = re.compile(
    rf"(?:({_PART})[ .-]+)?(?:the )?(?:month of )?{_WORD}(?:\s*[-/.,]?\s*|\s+of\s+|\s+in\s+)('?\d{{2}}|\d{{4}})"
)
_YEAR_FIRST = re.compile(rf"()(\d{{4}})\s*[-/.,]?\s*{_WORD}")
_ALONE = re.compile(rf"(?:({_PART})[ .-]+)?(?:the )?{_WORD}")
_FIGURES = re.compile(rf"(?:({_PART})[ .-]+)?(\d{{1,2}})\s*[-/.]\s*(\d{{4}})")
_ISO = re.compile(r"(\d{4})[-/.](\d{2})")


def read_month(text: str, context: dt.date | None) -> Reading | None:
    """A month or a part of one; None when `text` is not of that shape."""
    if (match := _MONTH.fullmatch(text)) and (month := month_number(match[2])):
        reading = _with_year(month, match[3], match[1] or "")
        return reading.doubt("October, or autumn?") if match[2] == "hydref" else reading
    if (match := _YEAR_FIRST.fullmatch(text)) and (month := month_number(match[3])):
        return part_of_month(int(match[2]), month, "")
    if match := _FIGURES.fullmatch(text):
        if not 1 <= int(match[2]) <= 12:
            return impossible(f"there is no month {int(match[2])}")
        return part_of_month(int(match[3]), int(match[2]), match[1] or "")
    if match := _ISO.fullmatch(text):
        return _year_and_two_figures(int(match[1]), int(match[2]))
    if (match := _ALONE.fullmatch(text)) and (month := month_number(match[2])):
        precision = Precision.PART_MONTH if match[1] else Precision.MONTH
        if context is None:
            return incomplete("the year is missing", precision)
        year = min(
            (context.year + step for step in (-1, 0, 1)), key=lambda y: abs((dt.date(y, month, 15) - context).days)
        )
        return part_of_month(year, month, match[1] or "").doubt("the year is missing")
    return None


def _with_year(month: int, digits: str, part: str) -> Reading:
    """ "May 24" may be a month of 2024 or a day without a year; "May '24", "May 98" and "May 2024" may not."""
    reading = part_of_month(full_year(digits), month, part)
    if len(digits) == 2 and not part and 1 <= int(digits) <= 31:
        return reading.doubt("a month and a year, or a day without a year?")
    return reading


def part_of_month(year: int, month: int, part: str) -> Reading:
    """`part` as written before the month, "" for all of it. Early is to the 10th, mid the 11th to 20th, late after."""
    whole = months(year, month, month, Precision.MONTH)
    if not part or whole.start is None:
        return whole
    first, last = _PARTS[part]
    end = month_end(year, month)
    if first < 0:
        return Reading(end + dt.timedelta(first + 1), end, Precision.PART_MONTH)
    return Reading(dt.date(year, month, first), dt.date(year, month, min(last, end.day)), Precision.PART_MONTH)


def _year_and_two_figures(year: int, second: int) -> Reading | None:
    """ "2024-05" is May; "2011/12" may be a year that runs over new year, and "2023/24" is left to the years."""
    following = second == (year + 1) % 100
    if 1 <= second <= 12 and not following:
        return months(year, second, second, Precision.MONTH)
    if 1 <= second <= 12:
        return months(year, second, second, Precision.MONTH).doubt("a month, or a year that runs over new year?")
    return None if following or second > year % 100 else impossible(f"there is no month {second}")
