"""Single days, in figures and with the month's name. Day first, as people in the United Kingdom write."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from desktop_app.domain.dates.reading import Reading, day, full_year, impossible, incomplete, months
from desktop_app.domain.dates.words import ORDINAL, month_number
from desktop_app.domain.partial_date import Precision

_SEP = r"\s*[/.\-\\_,]{1,2}\s*|\s+"
_BLANK = r"[x?_*-]{1,2}|dd|mm|nk|n/k|tbc"  # stands where a number is not known
_DMY = re.compile(rf"(\d{{1,2}}|{_BLANK})(?:{_SEP})(\d{{1,2}}|{_BLANK})(?:{_SEP})('?\d{{2}}|\d{{4}})")
_ANY_IS_YEAR = re.compile(r"(?:0[1-9]|1[0-2]){3}")  # day first, month first and year first all give a day
_YMD = re.compile(rf"(\d{{4}})(?:{_SEP})(\d{{1,2}})(?:{_SEP})(\d{{1,2}})")
_ODD_YEAR = re.compile(rf"\d{{1,2}}(?:{_SEP})\d{{1,2}}(?:{_SEP})(?:\d{{3}}|\d{{5,}})")
_DM = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})")
_COMPACT = re.compile(r"\d{8}")
_SIX = re.compile(r"(\d\d)(\d\d)(\d\d)")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_WORD = r"([^\W\d_]{3,11})\.?"
_GAP = r"\s*[-/.,\\]?\s*"
_YEAR = r"('?\d{2}|\d{4})"
_NAMED = re.compile(
    rf"(?:the )?(\d{{1,2}}){ORDINAL}{_GAP}(?:day )?(?:of )?(?:o )?{_WORD}(?:{_GAP}|\s+of\s+|\s+in\s+){_YEAR}"
)
_NAMED_NO_YEAR = re.compile(rf"(?:the )?(\d{{1,2}}){ORDINAL}{_GAP}(?:day )?(?:of )?(?:o )?{_WORD}")
_MONTH_FIRST = re.compile(rf"{_WORD}\s*[-/]?\s*(?:the )?(\d{{1,2}}){ORDINAL}(?:\s*,\s*|\s+|-|/){_YEAR}")
_MONTH_FIRST_NO_YEAR = re.compile(rf"{_WORD}\s+(?:the )?(\d{{1,2}})(?:st|nd|rd|th)")
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_GAP}{_WORD}{_GAP}(\d{{1,2}}){ORDINAL}")
_ONLY_DAY = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)")
_LONG_AGO = 10  # years: "24-05-03" is rather 3 May 2024 than a day of 2003, and somebody must say
_EXCEL_ZERO = dt.date(1899, 12, 30)  # day 0 of the 1900 date system, its false leap day allowed for


def read_day(text: str, context: dt.date | None) -> Reading | None:
    """A day in any usual shape; None when `text` is not of that shape."""
    return _figures(text, context) or _named(text, context)


def _figures(text: str, context: dt.date | None) -> Reading | None:
    if match := _YMD.fullmatch(text):
        whole, second, third = (int(g) for g in match.groups())
        if second > 12 and third <= 12:
            return day(whole, third, second).doubt("year, then day, then month?")
        return day(whole, second, third)
    if match := _DMY.fullmatch(text):
        return _day_month_year(match[1], match[2], match[3], text[match.end(1) : match.start(2)])
    if _ODD_YEAR.fullmatch(text):
        return impossible("the year has too few or too many figures")
    if _COMPACT.fullmatch(text):
        return _compact(text)
    if match := _SIX.fullmatch(text):
        dd, mm, yy = match.groups()
        return day(full_year(yy), int(mm), int(dd)).doubt("six figures: day, month and year?")
    if match := _SERIAL.fullmatch(text):
        number = int(match[1])
        if 20_000 <= number <= 60_000:
            date = _EXCEL_ZERO + dt.timedelta(number)
            return Reading(date, date, Precision.DAY, "a spreadsheet's day number?")
        return None
    if match := _DM.fullmatch(text):
        return _two_numbers(int(match[1]), match[2], context)
    return None


def _day_month_year(first: str, second: str, third: str, gap: str) -> Reading:
    year = full_year(third)
    if not first.isdecimal() or int(first) == 0:
        if not second.isdecimal():
            return months(year, 1, 12, Precision.YEAR)
        if not 1 <= int(second) <= 12:
            return impossible(f"there is no month {int(second)}")
        reading = months(year, int(second), int(second), Precision.MONTH)
        return reading.doubt("the day is given as 0") if first.isdecimal() else reading
    if not second.isdecimal():
        return months(year, 1, 12, Precision.YEAR).doubt(f"day {int(first)} of an unknown month")
    number, month = int(first), int(second)
    if _ANY_IS_YEAR.fullmatch(first + second + third):
        return day(year, month, number).doubt("three numbers of two figures: which is the year?")
    if "-" in gap and len(third) == 2 and number > 12 and full_year(first) >= year + _LONG_AGO:
        return day(year, month, number).doubt("day first, or year first?")
    if 12 < month <= 31 and number <= 12:
        return day(year, number, month).doubt("month first?")
    return day(year, month, number)


def _compact(text: str) -> Reading:
    for year, month, number in ((text[:4], text[4:6], text[6:]), (text[4:], text[2:4], text[:2])):
        if year[:2] in ("19", "20"):
            reading = day(int(year), int(month), int(number))
            if reading.is_whole:
                return reading
    return impossible("eight figures that name no day")


def _two_numbers(first: int, second: str, context: dt.date | None) -> Reading | None:
    number = int(second)
    if 1 <= number <= 12 and 1 <= first <= 31:
        return without_year(first, number, context)
    month_year = None
    if 1 <= first <= 12 and len(second) == 2:
        month_year = months(full_year(second), first, first, Precision.MONTH)
    if month_year is not None:
        return month_year.doubt("a month and a year?")
    return impossible("two figures that name no day") if first <= 31 else None


def _named(text: str, context: dt.date | None) -> Reading | None:
    for pattern, (d, m, y) in (
        (_NAMED, (1, 2, 3)),
        (_MONTH_FIRST, (2, 1, 3)),
        (_YEAR_FIRST, (3, 2, 1)),
        (_NAMED_NO_YEAR, (1, 2, 0)),
        (_MONTH_FIRST_NO_YEAR, (2, 1, 0)),
    ):
        match = pattern.fullmatch(text)
        month = month_number(match[m]) if match else None
        if match and month:
            return day(full_year(match[y]), month, int(match[d])) if y else without_year(int(match[d]), month, context)
    if match := _ONLY_DAY.fullmatch(text):
        return incomplete("a day without month and year") if 1 <= int(match[1]) <= 31 else None
    return None


def without_year(number: int, month: int, context: dt.date | None) -> Reading:
    """A day whose year is left out: proposed as the one nearest to `context`, for a person to settle."""
    if not day(2024, month, number).is_whole:
        return replace(day(2024, month, number), problem="there is no such day in any year")
    if context is None:
        return incomplete("the year is missing")
    near = [day(context.year + step, month, number) for step in (-1, 0, 1)]
    days = [(abs((r.start - context).days), r) for r in near if r.start is not None]
    if not days:
        return incomplete("the year is missing")
    return min(days, key=lambda pair: pair[0])[1].doubt("the year is missing")
