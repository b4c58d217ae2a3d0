"""The days an account is about: its own date, and days its words name ("seen 16/9", "last night", "on Saturday")."""

from __future__ import annotations

import datetime as dt
import re

from desktop_app.domain.partial_date import PartialDate

_DAY_MONTH = re.compile(r"(?<![\d/.:£])([0-3]?\d)[/.]([01]?\d)(?:[/.](\d{2}|\d{4}))?(?![\d/:])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_WORD = re.compile(
    r"\b([0-3]?\d)(?:st|nd|rd|th)?\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+(\d{4}))?",
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RELATIVE = re.compile(
    r"\b(last night|yesterday|overnight|previous day|night before|day before|(?:over|at) the weekend|"
    + "|".join(_WEEKDAYS)
    + r")\b",
)
_DIGIT = re.compile(r"\d")
_IN_RELATIVE = ("day", "night", "weekend")  # one of them is in every word that `_RELATIVE` finds
_LONGEST_BACK = 120  # days: a mention further from the account's own date is of something else


def own_days(date: PartialDate) -> tuple[int, int] | None:
    """First and last day as ordinals, None for a date without both ends."""
    if date.start is None or date.end is None:
        return None
    return date.start.toordinal(), date.end.toordinal()


def named_days(text: str, date: PartialDate) -> frozenset[int]:
    """Ordinals of other days the words name, read from the account's own (exact) date backwards."""
    start = date.start
    if start is None or start != date.end:
        return frozenset()
    found = set()
    plain = text.lower()
    if _DIGIT.search(text):
        if "/" in text or "." in text:
            for day, month, year in _DAY_MONTH.findall(text):
                found.add(_nearest(int(day), int(month), year, start))
        if any(month in plain for month in _MONTHS):
            for day, name, year in _DAY_WORD.findall(plain):
                found.add(_nearest(int(day), _MONTHS.index(name) + 1, year, start))
    if any(part in plain for part in _IN_RELATIVE):
        for match in _RELATIVE.finditer(plain):
            found |= _back(match[1], start)
    return frozenset(day for day in found if day and day != start.toordinal())


def _nearest(day: int, month: int, year: str, start: dt.date) -> int:
    """The ordinal of that day, in the year that puts it nearest; 0 when there is none within reach."""
    years = [int(year) + (2000 if len(year) == 2 else 0)] if year else [start.year - 1, start.year, start.year + 1]
    best = 0
    for each in years:
        try:
            ordinal = dt.date(each, month, day).toordinal()
        except ValueError:
            continue
        if abs(ordinal - start.toordinal()) <= min(_LONGEST_BACK, abs(best - start.toordinal()) if best else 999):
            best = ordinal
    return best


def _back(words: str, start: dt.date) -> set[int]:
    today = start.toordinal()
    if words in _WEEKDAYS:
        back = (start.weekday() - _WEEKDAYS.index(words)) % 7
        return {today - back} if back else set()
    if words.endswith("weekend"):
        sunday = (start.weekday() + 1) % 7 or 7
        return {today - sunday, today - sunday - 1} if start.weekday() < 5 else set()
    return {today - 1}
