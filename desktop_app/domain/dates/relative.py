"""Wordings that lean on the row above: "same day", "the next morning", "three weeks later"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from desktop_app.domain.dates.reading import Reading, day, incomplete, months
from desktop_app.domain.dates.words import NUMBERS, weekday_number
from desktop_app.domain.partial_date import PartialDate, Precision

_PARTS = "morning|afternoon|evening|night"
_SAME = re.compile(
    rf"(?:(?:later|earlier|also) )?(?:on )?(?:the |that )?same (?:day|date|time|{_PARTS})|"
    rf"(?:later|earlier|also)(?: on)? (?:that|the same|this) (?:day|date|{_PARTS})|"
    rf"(?:that|this) (?:same )?(?:day|date|{_PARTS})|"
    r'(?:same (?:day|date) )?as above|ditto|"|do|see above|as previous|same as above|same'
)
_PERHAPS_SAME = re.compile(r"later|shortly after(?:wards)?|soon after(?:wards)?|earlier|ibid")
_NEXT = re.compile(rf"(?:the )?(?:(?:next|following) (?:day(?: (?:{_PARTS}|lunchtime))?|{_PARTS})|day after)")
_BEFORE = re.compile(r"(?:the )?(?:previous|day before|previous day|night before|evening before|day earlier)")
_NUMBER = rf"\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}"
_COUNT = re.compile(
    rf"(?:about |approx\.? )?({_NUMBER}) (days?|weeks?|fortnights?|months?|years?) "
    r"(later|after(?:wards)?|on|before|earlier|previously|prior)"
)
_PLUS = re.compile(r"\+ ?(\d{1,3}) (days?|weeks?|fortnights?|months?)")
_SAME_SPAN = re.compile(r"(later |earlier )?(?:in |on )?(?:the |that )?(?:same|that) (week|month)")
_NEXT_WEEK = re.compile(r"(?:the )?(?:next|following) week")
_NOW = re.compile(
    r"today|yesterday|tomorrow|(?:the )?(?:last|this|next|following|previous|preceding) (\w+)|"
    r"(?:the )?(\w+) (?:after|before|following)"
)
_DAYS_FROM_NOW = {"today": 0, "yesterday": -1, "tomorrow": 1}
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
_BACK = frozenset({"last", "previous", "preceding", "before"})


def read_relative(text: str, previous: PartialDate | None, context: dt.date | None = None) -> Reading | None:
    """None when `text` does not lean on another day. Leans on `previous`; without it somebody must decide. "Last
    Tuesday" and its like lean on the day of writing, which no row gives: `context` stands for it.
    """
    shift = _shift(text)
    if shift is None:
        if match := _SAME_SPAN.fullmatch(text):
            return _same_span(match[2], bool(match[1]), previous)
        if _PERHAPS_SAME.fullmatch(text):
            base = previous if previous is not None else PartialDate()
            return replace(_same_day(base), problem="perhaps the same day as the row above")
        if _NEXT_WEEK.fullmatch(text):
            return _following_week(previous)
        if context is not None and (reading := _from_day(text, context)):
            return reading
        match = _NOW.fullmatch(text)
        if match or weekday_number(text) is not None:
            return incomplete("it leans on a day that is not given")
        return None
    if previous is None or previous.start is None or previous.end is None:
        return incomplete("it leans on the row above, which gives no day")
    count, unit, loose = shift
    vague = "couple of" in text
    reading = Reading(previous.start, previous.end, previous.precision, approximate=previous.approximate or loose)
    if count:
        reading = _moved(reading, count, unit)
    if previous.problem:
        return reading.doubt("it leans on the row above, which is not settled")
    if vague:
        return reading.doubt("how many exactly?")
    if count and previous.precision is not Precision.DAY:
        return reading.doubt("it leans on the row above, which is not one day")
    return reading


def _shift(text: str) -> tuple[int, str, bool] | None:
    """(how many, unit, whether loosely meant)."""
    if _SAME.fullmatch(text):
        return 0, "day", False
    if _NEXT.fullmatch(text):
        return 1, "day", False
    if _BEFORE.fullmatch(text):
        return -1, "day", False
    if match := _PLUS.fullmatch(text):
        return int(match[1]), match[2].rstrip("s"), not match[2].startswith("day")
    match = _COUNT.fullmatch(text)
    if not match:
        return None
    number = int(match[1]) if match[1].isdecimal() else NUMBERS[match[1]]
    unit = match[2].rstrip("s")
    sign = -1 if match[3] in ("before", "earlier", "previously", "prior") else 1
    return sign * number, unit, unit != "day" or not text.startswith(match[1]) or match[1].endswith("couple of")


def _moved(reading: Reading, count: int, unit: str) -> Reading:
    assert reading.start is not None
    assert reading.end is not None
    if unit in _DAYS_IN:
        step = dt.timedelta(count * _DAYS_IN[unit])
        return replace(reading, start=reading.start + step, end=reading.end + step)
    total = reading.start.year * 12 + reading.start.month - 1 + count * (12 if unit == "year" else 1)
    for number in range(reading.start.day, 27, -1):
        moved = day(total // 12, total % 12 + 1, number)
        if moved.start is not None:
            return replace(moved, approximate=True)
    return replace(day(total // 12, total % 12 + 1, reading.start.day), approximate=True)


def _from_day(text: str, base: dt.date) -> Reading | None:
    """ "Yesterday", "the following Tuesday", "last month", as seen from `base`; None for anything else."""
    if (step := _DAYS_FROM_NOW.get(text)) is not None:
        date = base + dt.timedelta(step)
        return Reading(date, date, Precision.DAY)
    words = text.removeprefix("the ").split()
    if len(words) != 2 or not _NOW.fullmatch(text):
        return None
    where, unit = words if weekday_number(words[0]) is None else reversed(words)
    way = 0 if where == "this" else -1 if where in _BACK else 1
    if (weekday := weekday_number(unit)) is not None:
        ahead = (weekday - base.weekday()) % 7
        date = base + dt.timedelta(ahead - 7 if way < 0 else ahead if ahead or not way else 7)
        return Reading(date, date, Precision.DAY)
    if unit == "week":
        monday = base + dt.timedelta(7 * way - base.weekday())
        return Reading(monday, monday + dt.timedelta(6), Precision.WEEK)
    if unit == "month":
        number = base.year * 12 + base.month - 1 + way
        return months(number // 12, number % 12 + 1, number % 12 + 1, Precision.MONTH)
    return months(base.year + way, 1, 12, Precision.YEAR) if unit == "year" else None


def _same_day(previous: PartialDate) -> Reading:
    return Reading(previous.start, previous.end, previous.precision if previous.start else Precision.DAY)


def _same_span(unit: str, is_part: bool, previous: PartialDate | None) -> Reading:
    """ "Same week", "later that month": the week or month in which the day of the row above lies."""
    kind = Precision.WEEK if unit == "week" else Precision.MONTH
    if previous is None or previous.start is None or previous.problem or previous.precision is not Precision.DAY:
        return incomplete("it leans on the row above, which gives no day", kind)
    day_above = previous.start
    monday = day_above - dt.timedelta(day_above.weekday())
    week = Reading(monday, monday + dt.timedelta(6), kind)
    span = week if unit == "week" else months(day_above.year, day_above.month, day_above.month, kind)
    return span.doubt("which day of it?") if is_part else span


def _following_week(previous: PartialDate | None) -> Reading:
    if previous is None or previous.start is None or previous.problem or previous.precision is not Precision.DAY:
        return incomplete("it leans on the row above, which gives no day", Precision.WEEK)
    monday = previous.start + dt.timedelta(7 - previous.start.weekday())
    return Reading(monday, monday + dt.timedelta(6), Precision.WEEK)
