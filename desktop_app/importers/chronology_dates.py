"""The date of a chronology row: its date, end date and time columns read together."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace

from desktop_app.domain.dates import read_date, read_time
from desktop_app.domain.partial_date import PartialDate, Precision
from desktop_app.importers.mapping import Layout
from desktop_app.importers.source_file import TableRow

Problem = tuple[str, str, str]  # field, text as written, why a person must look
_FIGURES = re.compile(r"\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(?:\d{4}|\d{2})\b")
_NO_TIME = re.compile(
    r"[\s\-–—./?]*|n/?[ak]|not (?:known|recorded|stated|given)|unknown|nk|tbc|late|early|various|all day|school day|"
    r"(?:early |late |mid[- ]?)?(?:a\.?m\.?|p\.?m\.?|morning|afternoon|evening|night|day|overnight|lunch(?:time)?)",
    re.I,
)
_PLAIN_TIME = re.compile(r"[\d:.\s]+(?:[ap]\.?m\.?|hrs|hours|hr|h)?|noon|midday|midnight", re.I)  # no "about", no end


class MonthFirst:
    """Does the file write any date month first ("05/13/2024")? Then "05/03/2024" in it is in doubt as well."""

    def __init__(self, found: bool) -> None:
        self.found = found

    @classmethod
    def in_layouts(cls, layouts: Iterable[Layout]) -> MonthFirst:
        return cls(any(_is_month_first(layout.value(row, "date")) for layout in layouts for row in layout.table.rows))

    def doubts(self, text: str) -> bool:
        """May these figures be meant month first, and be a real date either way?"""
        if not self.found:
            return False
        match = _FIGURES.match(text)
        return match is not None and int(match[1]) <= 12 and int(match[2]) <= 12 and match[1] != match[2]


def _is_month_first(text: str) -> bool:
    match = _FIGURES.match(text) if text[:1].isdecimal() else None
    return match is not None and int(match[1]) <= 12 < int(match[2]) <= 31


def date_of_row(
    layout: Layout, row: TableRow, previous: PartialDate | None, context: dt.date | None, month_first: MonthFirst
) -> tuple[PartialDate, str, list[Problem]]:
    """`previous` is the row above, whatever its date; `context` the last day known, to propose a year.

    Gives the row's date, what its time column says that the date does not, and what a person must look at: no day
    given, no such day, or more than one way to read it. The wording is that of the date columns alone.
    """
    text, end, time = (layout.value(row, field).strip() for field in ("date", "end_date", "time"))
    wording = f"{text} - {end}" if end and end != text and text else text or end
    date = read_date(wording, context, previous=previous)
    if month_first.doubts(text) and not isinstance(_cell(layout, row), dt.date):
        date = replace(date, problem=date.problem or "day or month first? Other dates in this file are month first")
    problems = [("date", wording, date.problem)] if date.problem else []
    if not time:
        return date, "", problems
    date, unread, trouble = _with_time(date, time)
    problems += [("time", time, trouble)] if trouble else []
    return date, unread, problems


def _cell(layout: Layout, row: TableRow) -> object:
    column = layout.columns["date"][0]
    return row.cells[column] if column < len(row.cells) else ""


def _with_time(date: PartialDate, time: str) -> tuple[PartialDate, str, str]:
    """(the date with the time column's time, what of the column it does not hold, why a person must look)."""
    unread = " ".join(time.split())
    if _NO_TIME.fullmatch(time):
        return date, unread if any(c.isalpha() for c in time) else "", ""
    found = read_time(time)
    if found is None or found.bad:
        why = "the time cannot be read"
        return replace(date, problem=date.problem or why), unread, why
    said = "" if _PLAIN_TIME.fullmatch(time) else unread
    if date.time is None and date.precision in (Precision.DAY, Precision.RANGE):
        return replace(date, time=found.time, approximate=date.approximate or found.approximate), said, ""
    return date, said if date.time == found.time else unread, ""
