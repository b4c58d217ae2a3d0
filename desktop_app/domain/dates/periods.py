"""Seasons, terms, quarters, years of three kinds, decades, and the feasts that people date by."""

from __future__ import annotations

import datetime as dt
import re
from calendar import month_name

from desktop_app.domain.dates.months import EARLY, LATE, MIDDLE
from desktop_app.domain.dates.reading import Reading, between, full_year, impossible, months
from desktop_app.domain.dates.words import month_number
from desktop_app.domain.partial_date import Precision

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
# School terms differ from place to place; these are the widest usual dates of a three-term year.
TERMS = {"autumn": ((9, 1), (12, 31)), "spring": ((1, 1), (4, 15)), "summer": ((4, 16), (7, 31))}
_PART = rf"(?:({EARLY}|{MIDDLE}|{LATE}|first half of|1st half of|second half of|2nd half of|h1|h2)[ -]+)?(?:the )?"
_TWO_YEARS = r"(\d{4})\s*[/-]\s*(\d{4}|\d{2})"
_ANY_TWO_YEARS = r"(\d{4}|\d{2})\s*[/-]\s*(\d{4}|\d{2})"  # where a word says that they are years
_SEASON = re.compile(
    rf"{_PART}(spring|summer|autumn|fall|winter)(?: of| in|,)?\s*('?\d{{2}}|\d{{4}})(?:\s*[/-]\s*(\d{{4}}|\d{{2}}))?"
)
_TERM = re.compile(
    rf"{_PART}(autumn|spring|summer)(?: school)? term(?: of| in|,)?\s*('?\d{{2}}|\d{{4}})"
    r"(?:\s*[/-]\s*(\d{4}|\d{2}))?"
)
_TERM_LAST = re.compile(rf"{_PART}(autumn|spring|summer) (\d{{4}})(?:\s*[/-]\s*(\d{{4}}|\d{{2}}))? term")
_QUARTER = re.compile(
    r"(?:q(?:uarter|tr)?\s*([1-4])|([1-4])q|(first|second|third|fourth|last) quarter|(1st|2nd|3rd|4th) (?:quarter|qtr))"
    rf"(?: of| in|,|/|-)?\s*(?:fy |financial year )?(?:(\d{{4}})|{_ANY_TWO_YEARS})"
)
_QUARTER_LAST = re.compile(rf"(?:(\d{{4}})|(?:fy )?{_ANY_TWO_YEARS})\s*q(?:uarter|tr)?\s*([1-4])")
_YEAR = re.compile(rf"{_PART}(?:calendar year |the year |year )?(\d{{4}})")
_SCHOOL_YEAR = re.compile(
    rf"(?:the )?(?:(?:academic|school|ac\.?)(?: ye?a?r\.?)?|a/?y):?\s*{_ANY_TWO_YEARS}|"
    rf"{_ANY_TWO_YEARS} (?:academic|school) ye?a?r"
)
_FINANCIAL_YEAR = re.compile(
    rf"(?:the )?(?:(?:financial|fiscal|fin\.?) ye?a?r|f/?y):?\s*{_ANY_TWO_YEARS}|"
    rf"{_ANY_TWO_YEARS} (?:(?:financial|fiscal) ye?a?r|f/?y)"
)
_RUNNING_YEAR = re.compile(_TWO_YEARS)
_DECADE = re.compile(rf"{_PART}(?:(\d{{3}})0|([5-9])0)'?s")
_FEAST = re.compile(
    r"(?:the )?((?:christmas|xmas)(?: day| eve)?|boxing day|new year'?s eve|new year'?s day|"
    r"easter sunday|easter monday|easter day|good friday|easter|halloween|bonfire night|st david'?s day)"
    r"(?: of| in|,)?\s*(\d{4})"
)
_TIME_OFF = r"(half[ -]?term(?: holidays?| week| break)?|(?:school )?(?:holidays?|hols|break))"
_HOLIDAY = re.compile(rf"(?:the )?([a-z]{{3,9}})\.?[ -]{_TIME_OFF}(?: of| in|,)?\s*(\d{{4}})")
_HOLIDAY_FIRST = re.compile(rf"{_TIME_OFF}(?: in| of)?[\s,(-]+([a-z]{{3,9}})\.?\s+(\d{{4}})\)?")
_FIXED = {
    "christmas day": (12, 25),
    "xmas day": (12, 25),
    "christmas eve": (12, 24),
    "xmas eve": (12, 24),
    "boxing day": (12, 26),
    "new years eve": (12, 31),
    "new years day": (1, 1),
    "halloween": (10, 31),
    "bonfire night": (11, 5),
    "st davids day": (3, 1),
}
_HOLIDAYS = {
    ("summer", False): ((7, 15), (9, 8)),
    ("christmas", False): ((12, 15), (1, 8)),
    ("easter", False): ((3, 20), (4, 30)),
    ("autumn", True): ((10, 14), (11, 3)),
    ("october", True): ((10, 14), (11, 3)),
    ("february", True): ((2, 8), (2, 28)),
    ("spring", True): ((2, 8), (2, 28)),
    ("may", True): ((5, 22), (6, 5)),
    ("summer", True): ((5, 22), (6, 5)),
}


_WELSH = (
    ("tymor yr hydref", "autumn term"),
    ("tymor y gwanwyn", "spring term"),
    ("tymor yr haf", "summer term"),
    ("gwanwyn", "spring"),
    ("haf ", "summer "),
    ("gaeaf", "winter"),
)


def read_period(text: str) -> Reading | None:
    """A named stretch longer or looser than a month; None when `text` is not of that shape."""
    for welsh, english in _WELSH:
        text = text.replace(welsh, english)
    for rule in (_season, _term, _quarter, _year, _decade, _feast, _holiday):
        if reading := rule(text):
            return reading
    return None


def _thirds(part: str | None) -> int:
    """0 for none, 1 early, 2 middle, 3 late."""
    if not part:
        return 0
    return 1 if re.fullmatch(EARLY + "|first half of", part) else 2 if re.fullmatch(MIDDLE, part) else 3


def _follows(year: int, digits: str | None) -> bool:
    return digits is None or int(digits) in ((year + 1) % 100, year + 1)


def _season(text: str) -> Reading | None:
    match = _SEASON.fullmatch(text)
    if not match:
        return None
    name, year = match[2], full_year(match[3])
    first, last = SEASONS[name]
    if third := _thirds(match[1]):
        first = last = first + third - 1
    if not _follows(year, match[4]):
        return impossible("the two years do not follow each other")
    if name == "winter" and not match[4]:
        reading = _run(year, first, last)
        return reading.doubt("the winter at the beginning or at the end of that year?")
    reading = _run(year, first, last)
    return reading.doubt("which of the two years?") if match[4] and name != "winter" else reading


def _run(year: int, first: int, last: int) -> Reading:
    if first > 12:
        return months(year + 1, first - 12, last - 12, Precision.SEASON)
    return months(year, first, last, Precision.SEASON)


def _term(text: str) -> Reading | None:
    match = _TERM.fullmatch(text) or _TERM_LAST.fullmatch(text)
    if not match:
        return None
    name, year = match[2], full_year(match[3])
    if not _follows(year, match[4]):
        return impossible("the two years do not follow each other")
    if match[4] and name != "autumn":
        year += 1
    start, end = TERMS[name]
    if not 1900 <= year < 2199:
        return None
    reading = Reading(dt.date(year, *start), dt.date(year, *end), Precision.TERM)
    return reading.doubt("which part of the term?") if match[1] else reading


def _quarter(text: str) -> Reading | None:
    if match := _QUARTER_LAST.fullmatch(text):
        text = f"q{match[4]} " + (match[1] or f"{match[2]}/{match[3]}")
    match = _QUARTER.fullmatch(text)
    if not match:
        return None
    words = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
    number = int(match[1] or match[2] or words.get(match[3] or "") or match[4][0])
    if match[5]:
        return months(int(match[5]), 3 * number - 2, 3 * number, Precision.QUARTER)
    year = full_year(match[6])
    if not _follows(year, match[7]):
        return impossible("the two years do not follow each other")
    first = 3 * number + 1  # a year written as two is a financial one: its first quarter begins in April
    return months(year + (first > 12), first - 12 * (first > 12), first - 12 * (first > 12) + 2, Precision.QUARTER)


def _year(text: str) -> Reading | None:
    if match := _YEAR.fullmatch(text):
        year = int(match[2])
        if not 1900 <= year <= 2099:
            return None
        part = match[1] or ""
        first, last = _YEAR_PARTS[_thirds(part)]
        if part in ("h1", "h2") or "half" in part:
            first, last = (1, 6) if part in ("h1", "first half of", "1st half of") else (7, 12)
        return months(year, first, last, Precision.PART_YEAR if part else Precision.YEAR)
    for pattern, start_month in ((_SCHOOL_YEAR, 9), (_FINANCIAL_YEAR, 4)):
        if match := pattern.fullmatch(text):
            year, second = full_year(match[1] or match[3]), match[2] or match[4]
            if not _follows(year, second):
                return impossible("the two years do not follow each other")
            return months(year, start_month, start_month + 11, Precision.YEAR)
    if match := _RUNNING_YEAR.fullmatch(text):
        year, end = int(match[1]), int(match[2])
        if not 1900 <= year <= 2098:
            return None
        if _follows(year, match[2]):
            reading = Reading(dt.date(year, 4, 1), dt.date(year + 1, 8, 31), Precision.YEAR)
            return reading.doubt("an academic, a financial or two calendar years?")
        if end > year:
            return months(year, 1, 12 * (end - year + 1), Precision.RANGE) if end < 2199 else None
        if end > year % 100:
            return months(year, 1, 12 * (end - year % 100 + 1), Precision.RANGE).doubt(
                "from the one year to the other?"
            )
        return impossible("the second year is before the first")
    return None


_YEAR_PARTS = {0: (1, 12), 1: (1, 4), 2: (5, 8), 3: (9, 12)}


def _decade(text: str) -> Reading | None:
    match = _DECADE.fullmatch(text)
    if not match:
        return None
    year = int(match[2]) * 10 if match[2] else 1900 + int(match[3]) * 10
    if not 1900 <= year <= 2090:
        return None
    first, last = {0: (0, 9), 1: (0, 3), 2: (4, 6), 3: (7, 9)}[_thirds(match[1])]
    return Reading(dt.date(year + first, 1, 1), dt.date(year + last, 12, 31), Precision.DECADE)


def easter(year: int) -> dt.date:
    """Easter Sunday, Gregorian (the anonymous algorithm of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)


def _feast(text: str) -> Reading | None:
    match = _FEAST.fullmatch(text)
    if not match or not 1900 <= int(match[2]) <= 2098:
        return None
    name, year = match[1].replace("'", ""), int(match[2])
    if name in _FIXED:
        date = dt.date(year, *_FIXED[name])
        return between(date, date, Precision.DAY)
    sunday = easter(year)
    one = dt.timedelta(1)
    if name in ("easter sunday", "easter day", "easter monday", "good friday"):
        date = sunday + {"easter monday": one, "good friday": -2 * one}.get(name, 0 * one)
        return between(date, date, Precision.DAY)
    if name == "easter":
        return between(sunday - 2 * one, sunday + one, Precision.RANGE)
    around = between(dt.date(year, 12, 24), dt.date(year, 12, 26), Precision.RANGE)
    return around.doubt("the day, or the days around it?")


def _holiday(text: str) -> Reading | None:
    if match := _HOLIDAY_FIRST.fullmatch(text):
        text = f"{match[2]} {match[1]} {match[3]}"
    match = _HOLIDAY.fullmatch(text)
    if not match or not 1900 <= int(match[3]) <= 2098:
        return None
    month = month_number(match[1])
    name = month_name[month].lower() if month else match[1].replace("xmas", "christmas")
    key = (name, match[2].startswith("half"))
    if key not in _HOLIDAYS:
        return None
    start, end = _HOLIDAYS[key]
    year = int(match[3])
    reading = between(dt.date(year, *start), dt.date(year + (end < start), *end), Precision.RANGE)
    return reading.doubt("school holidays differ from place to place")
