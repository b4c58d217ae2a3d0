"""Dates in words, as people write them, and coarser where an output must say less."""

from __future__ import annotations

import datetime as dt
from calendar import month_abbr, month_name
from typing import Literal

from desktop_app.domain.dates.periods import TERMS
from desktop_app.domain.partial_date import PartialDate, Precision

Rung = Literal["day", "month", "season", "year"]
_RUNGS: tuple[Rung, ...] = ("day", "month", "season", "year")
_SEASONS = ("winter", "spring", "summer", "autumn")


def in_words(date: PartialDate) -> str:
    """ "3 May 2024, about 14:05", "early June 2024", "12–14 Feb 2024"; the original words where no day is known."""
    if date.start is None and date.end is None:
        return date.wording
    about = "about " if date.approximate else ""
    words = _words(date)
    if date.time is None or date.precision not in (Precision.DAY, Precision.RANGE):
        return about + words
    return f"{words}, {about}{date.time:%H:%M}"


def day_in_words(day: dt.date) -> str:
    """ "3 May 2024"."""
    return f"{day.day} {month_abbr[day.month]} {day.year}"


def _words(date: PartialDate) -> str:
    start, end = date.start, date.end
    if start is None or end is None:
        if end is not None:
            return f"before {day_in_words(end + dt.timedelta(1))}"
        return f"from {day_in_words(start)}" if start is not None else date.wording
    match date.precision:
        case Precision.DAY:
            return day_in_words(start)
        case Precision.WEEK:
            return f"w/c {day_in_words(start)}"
        case Precision.PART_MONTH if part := {1: "early", 11: "mid", 21: "late"}.get(start.day):
            plain = (start.day, end.day) in ((1, 10), (11, 20)) or (start.day == 21 and end.day > 27)
            return f"{part} {month_name[start.month]} {start.year}" if plain else _range(start, end)
        case Precision.MONTH | Precision.QUARTER:
            return _months(start, end)
        case Precision.SEASON if (end.year * 12 + end.month) - (start.year * 12 + start.month) == 2:
            return season_of(start)
        case Precision.SEASON:
            return _months(start, end)
        case Precision.TERM:
            return f"{_term(start)} {start.year}"
        case Precision.PART_YEAR if (start.month, end.month) in ((1, 4), (5, 8), (9, 12)):
            return f"{ {1: 'early', 5: 'mid', 9: 'late'}[start.month] } {start.year}"
        case Precision.PART_YEAR:
            return _months(start, end)
        case Precision.YEAR | Precision.DECADE:
            return _years(start, end)
        case _:
            return _range(start, end)


def _term(start: dt.date) -> str:
    return next((f"{name} term" for name, (first, _) in TERMS.items() if first == (start.month, start.day)), "term of")


def _range(start: dt.date, end: dt.date) -> str:
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year} to {end.year}" if start.year != end.year else str(start.year)
    if start == end:
        return day_in_words(start)
    if start.day == 1 and (end + dt.timedelta(1)).day == 1:
        return _months(start, end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{end.day} {month_abbr[end.month]} {end.year}"
    if start.year == end.year:
        return f"{start.day} {month_abbr[start.month]} – {day_in_words(end)}"
    return f"{day_in_words(start)} – {day_in_words(end)}"


def _months(start: dt.date, end: dt.date) -> str:
    last = f"{month_name[end.month]} {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return last
    first = month_name[start.month] + (f" {start.year}" if start.year != end.year else "")
    return f"{first} to {last}"


def _years(start: dt.date, end: dt.date) -> str:
    if start.month == 1:
        if start.year % 10 == 0 and end.year == start.year + 9:
            return f"{start.year}s"
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    names = {(9, 8): "academic year", (4, 3): "financial year"}
    running = f"{start.year}/{end.year % 100:02d}"
    return f"{names.get((start.month, end.month), '')} {running}".strip()


def season_of(day: dt.date) -> str:
    """Meteorological season: "spring 2024"; December to February is "winter 2024/25"."""
    name = _SEASONS[day.month % 12 // 3]
    if name != "winter":
        return f"{name} {day.year}"
    first = day.year if day.month == 12 else day.year - 1
    return f"winter {first}/{(first + 1) % 100:02d}"


def coarsen(date: PartialDate, rung: Rung) -> str:
    """The date no finer than `rung`. What is already coarser is printed as it is; unknown dates print as ""."""
    if date.start is None or date.end is None:
        known = date.start or date.end
        if known is None:
            return ""
        return ("from " if date.start else "up to ") + _at_rung(known, known, rung)
    if _RUNGS.index(rung) <= _own_rung(date):
        return in_words(PartialDate(date.start, date.end, date.precision, date.wording, None, date.approximate))
    return _at_rung(date.start, date.end, rung)


def _own_rung(date: PartialDate) -> int:
    """Place on the ladder of what the date already says: 0 a day or few, 1 a month, 2 a season or so, 3 a year."""
    if date.precision in (Precision.YEAR, Precision.DECADE):
        return 3
    if date.precision in (Precision.SEASON, Precision.TERM, Precision.QUARTER, Precision.PART_YEAR):
        # a quarter or a third of a year names its months, and a season cut in three names one
        return 2 if date.precision is Precision.SEASON and date.start and _is_season(date) else 1
    return 1 if date.precision is Precision.MONTH else 0


def _is_season(date: PartialDate) -> bool:
    return date.start is not None and date.end is not None and (date.end - date.start).days > 80


def _at_rung(start: dt.date, end: dt.date, rung: Rung) -> str:
    if rung == "day":
        return _range(start, end)
    if rung == "month":
        return _months(start, end)
    if rung == "year":
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    first, last = season_of(start), season_of(end)
    return first if first == last else f"{first} to {last}"
