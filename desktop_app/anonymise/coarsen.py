"""Coarser words for dates: day, month, season, year, days from the event, nothing. Coarsened, never shifted."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from desktop_app.anonymise.date_ranges import from_one_to_another
from desktop_app.anonymise.date_shapes import DAYS, MONTHS
from desktop_app.anonymise.ladders import ladders
from desktop_app.anonymise.profiles import Rung
from desktop_app.anonymise.relative_days import relative_words
from desktop_app.domain.partial_date import PartialDate, Precision
from desktop_app.domain.reader_rungs import Fact

DateReader = Callable[[str], PartialDate]
_FINE = frozenset({Precision.DAY, Precision.RANGE, Precision.WEEK, Precision.PART_MONTH, Precision.MONTH})
_NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SEASONS = ("winter", "winter", *["spring"] * 3, *["summer"] * 3, *["autumn"] * 3, "winter")
_DAY_NAME = re.compile(rf"^(?:{DAYS})\b,?\s*(?:the\s+)?", re.IGNORECASE)
_MONTH_NAME = re.compile(rf"\b({MONTHS})\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d|[’']\d\d\b|\d\d$")
_NO_YEAR = re.compile(
    rf"(?:(?:{DAYS}),?\s+)?(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:,|and|or|to|-|–|/)\s*\d{{1,2}}(?:st|nd"
    rf"|rd|th)?)*\s*(?:of\s+)?)?"
    rf"(?:(?:early|mid|late)[ -])?(?:{MONTHS})\.?(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[./](0?[1-9]|1[0-2])")  # "15/11", a day and a month of some year
_SPELT = re.compile(rf"(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?({MONTHS})\.?,?\s+(\d{{4}})", re.IGNORECASE)
_COARSE_ALREADY = re.compile(
    r"(?:(?:early|mid|late|spring|summer|autumn|winter|beginning of|end of)[\s-]+)?(?:of\s+)?(?:19"
    r"|20)\d\d(?:[/–-](?:19|20)?\d\d)?s?"
    r"|(?:spring|summer|autumn|winter)(?:\s+(?:term|holidays?|break))?(?:,?\s+(?:of\s+)?\d{4}(?:/\d\d)?)?"
    r"|Christmas|Easter|bank holidays?(?: weekends?)?",
    re.IGNORECASE,
)
_DAY_NUMBER = re.compile(r"\d")
_ONLY_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[/–-]\s?(?:19|20)?\d\d)?s?")
_HOLIDAY_MONTHS = {
    "christmas": 12, "boxing day": 12, "new year's eve": 12, "new year's day": 1, "valentine's day": 2, "easter": 4,
    "good friday": 4, "may day": 5, "halloween": 10, "hallowe'en": 10, "bonfire night": 11, "guy fawkes": 11,
    "guy fawkes night": 11, "remembrance sunday": 11, "remembrance day": 11,
}  # fmt: skip
_HOLIDAY_YEAR = re.compile(
    rf"({'|'.join(sorted(_HOLIDAY_MONTHS, key=len, reverse=True))})"
    r"(?:\s+(?:Eve|Day|holidays?|break|term))?(?:,?\s+(?:of\s+)?(\d{4}))?",
    re.IGNORECASE,
)


def season(day: dt.date) -> str:
    """ "autumn 2025"; a winter has both its years, "winter 2025/26", so that it isn't finer than the others."""
    name = _SEASONS[day.month - 1]
    if name != "winter":
        return f"{name} {day.year}"
    first = day.year if day.month == 12 else day.year - 1
    return f"winter {first}/{(first + 1) % 100:02d}"


def month(day: dt.date) -> str:
    return f"{_NAMES[day.month - 1]} {day.year}"


def is_coarse(words: str) -> bool:
    """Is it a year, a season or a term as written?"""
    return bool(_COARSE_ALREADY.fullmatch(words.strip()))


def coarse_words(
    words: str, rung: Rung, read: DateReader, day_zero: dt.date | None = None, *, alone: bool = False
) -> str | None:
    """What to print for the words of a date; the words themselves when they are coarse enough; None when unreadable.

    `alone`: nothing else stands in the text, as in a cell of a table.
    """
    if rung is Rung.LEFT_OUT:
        return ladders()[Fact.DATE].step(rung).words
    if rung is Rung.YEAR:
        return _year_words(words, read)
    if rung is Rung.RELATIVE:
        return None if day_zero is None else relative_words(_read(words, read), day_zero, alone=alone)
    if rung is Rung.DAY or is_coarse(words):
        return words
    if _NO_YEAR.fullmatch(words):
        return _without_year(words, rung)
    if numbered := _NUMBERED.fullmatch(words):
        number = int(numbered.group(1))
        return _SEASONS[number - 1] if rung is Rung.SEASON else _NAMES[number - 1]
    holiday = _HOLIDAY_YEAR.fullmatch(" ".join(words.replace("’", "'").split()))
    if holiday:
        return _holiday(holiday, words, rung)
    date = _read(words, read)
    if date.start is None or date.end is None or date.problem:
        if spell := from_one_to_another(words):
            return _ends(spell, rung, read)
        spelt = _spelt_out(words)
        return None if spelt is None else season(spelt) if rung is Rung.SEASON else month(spelt)
    if date.precision not in _FINE:
        return words
    name = season if rung is Rung.SEASON else month
    first, last = name(date.start), name(date.end)
    about = "about " if date.approximate else ""
    return about + (first if first == last else _span(first, last))


def _read(words: str, read: DateReader) -> PartialDate:
    """The date, with or without the day of the week before it."""
    date = read(words)
    if (date.start is None or date.problem) and _DAY_NAME.match(words):
        date = read(_DAY_NAME.sub("", words))
    if date.start is None or date.problem:
        spelt = _spelt_out(words)
        if spelt is not None and _DAY_NUMBER.match(_DAY_NAME.sub("", words)):
            return PartialDate(spelt, spelt, Precision.DAY, words)
    return date


def _year_words(words: str, read: DateReader) -> str | None:
    """ "2025", or "2024/25" for a winter; a month without its year says less than nothing of the year: None."""
    if _ONLY_YEARS.fullmatch(words.strip()):
        return words
    holiday = _HOLIDAY_YEAR.fullmatch(" ".join(words.replace("’", "'").split()))
    if holiday:
        return holiday.group(2)
    if _NO_YEAR.fullmatch(words):
        return None
    date = _read(words, read)
    if date.start is None or date.end is None or date.problem:
        return None
    about = "about " if date.approximate else ""
    first, last = date.start.year, date.end.year
    if first == last:
        return f"{about}{first}"
    return f"{about}{first}/{last % 100:02d}" if last == first + 1 else f"{about}{first} to {last}"


def _holiday(holiday: re.Match[str], words: str, rung: Rung) -> str:
    """A named day as its month or season; a whole Christmas or Easter is no finer than a month."""
    name = holiday.group(1).lower()
    number = _HOLIDAY_MONTHS[name]
    if name in ("christmas", "easter") and rung is not Rung.SEASON:
        return words
    if not holiday.group(2):
        return _SEASONS[number - 1] if rung is Rung.SEASON else _NAMES[number - 1]
    day = dt.date(int(holiday.group(2)), number, 1)
    return season(day) if rung is Rung.SEASON else month(day)


def _spelt_out(words: str) -> dt.date | None:
    """A day in a month with its name and year: clear, also where a reader of records has doubts (it is yet to come)."""
    match = _SPELT.fullmatch(_DAY_NAME.sub("", words))
    if not match:
        return None
    number = next(i for i, name in enumerate(_NAMES, 1) if name.lower().startswith(match.group(2).lower()[:3]))
    try:
        return dt.date(int(match.group(3)), number, int(match.group(1) or 1))
    except ValueError:
        return None


def _ends(spell: tuple[str, str, str], rung: Rung, read: DateReader) -> str | None:
    """Each end coarsened, and said once when both are in the same month or season."""
    first, joined, last = spell
    names = [coarse_words(end, rung, read) for end in (first, last)]
    if names[0] is None or names[1] is None:
        return None
    if names[0] == names[1]:
        return names[0]
    name, _, year = names[0].rpartition(" ")
    begins = name if names[1].endswith(" " + year) else names[0]
    return f"{begins} {joined} {names[1]}"


def _span(first: str, last: str) -> str:
    """ "spring to autumn 2024"; the year once when it is the same."""
    name, _, year = first.rpartition(" ")
    return f"{name} to {last}" if last.endswith(" " + year) else f"{first} to {last}"


def _without_year(words: str, rung: Rung) -> str:
    found = _MONTH_NAME.search(words)
    number = next(i for i, n in enumerate(_NAMES) if found and n.lower().startswith(found.group(1).lower()[:3]))
    return _SEASONS[number] if rung is Rung.SEASON else _NAMES[number]


_ON = re.compile(r"\b(on)[ \u00a0]+(?:or (?:about|around)[ \u00a0]+)?(?:the[ \u00a0]+)?$", re.IGNORECASE)
_PART_OF_DAY = re.compile(
    r"\b(on|in|during)[ \u00a0]+the[ \u00a0]+((?:early |late )?(?:morning|afternoon|evening|night|day|weekend))"
    r"[ \u00a0]+of[ \u00a0]+(?:the[ \u00a0]+)?$",
    re.IGNORECASE,
)


def lead_in(text: str, start: int) -> tuple[int, str]:
    """(where the words before a coarsened date begin, what they become): "on" is "in" before a month or a season."""
    offset = max(0, start - 40)
    part = _PART_OF_DAY.search(text[offset:start])
    if part:
        one = "One" if part.group(1)[0].isupper() else "one"
        return offset + part.start(), f"{one} {part.group(2)} in "
    match = _ON.search(text[offset:start])
    if match:
        return offset + match.start(), "In " if match.group(1)[0].isupper() else "in "
    return start, ""
