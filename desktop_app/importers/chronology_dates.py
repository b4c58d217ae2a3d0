"""The date of a chronology row: its date, end date and time columns read together, each wording once a file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from desktop_app.domain.dates import DayOrder, could_be_either, order_evidence, read_date, read_time
from desktop_app.domain.import_plan import Question
from desktop_app.domain.partial_date import PartialDate, Precision

Problem = tuple[str, str, str]  # field, text as written, why a person must look
_NO_TIME = re.compile(
    r"[\s\-–—./?]*|n/?[ak]|not (?:known|recorded|stated|given)|unknown|nk|tbc|late|early|various|all day|school day|"
    r"(?:early |late |mid[- ]?)?(?:a\.?m\.?|p\.?m\.?|morning|afternoon|evening|night|day|overnight|lunch(?:time)?)",
    re.I,
)
_PLAIN_TIME = re.compile(r"[\d:.\s]+(?:[ap]\.?m\.?|hrs|hours|hr|h)?|noon|midday|midnight", re.I)  # no "about", no end
_IN_DOUBT = "day or month first? Other dates in this file are month first"


class Clock(NamedTuple):
    """What a time column says. `said` is what of it a time of day cannot hold ("late evening", "14:05-15:00")."""

    time: dt.time | None = None
    approximate: bool = False
    said: str = ""
    trouble: str = ""
    written: str = ""


NO_CLOCK = Clock()


class RowDates:
    """Reads the dates of one file. `order` is how its dates in figures are written, when a person has said it."""

    def __init__(self, wordings: Iterable[str], order: DayOrder | None = None) -> None:
        """`wordings` are all of the file's, by which it tells its order itself if it can."""
        self._evidence = order_evidence(set(wordings))
        self._said = order
        self._order = order or self._evidence.settled
        self._doubted = self._evidence.is_in_doubt and order is None
        self.sure: dict[str, PartialDate] = {}  # wordings read already that lean on no other row
        self.clocks: dict[str, Clock] = {"": NO_CLOCK}
        self._asked = 0

    def read(self, wording: str, previous: PartialDate | None, context: dt.date | None) -> PartialDate:
        """`previous` is the row above, whatever its date; `context` the last day known, to propose a year."""
        date = read_date(wording, order=self._order)
        if self._doubted and could_be_either(wording):
            self._asked += 1
            return replace(date, problem=date.problem or _IN_DOUBT)
        if not date.problem:
            self.sure[wording] = date  # what is sure by itself does not lean on any other row
            return date
        date = read_date(wording, context, previous=previous, order=self._order)
        self._asked += bool(date.problem) and self._would_be_settled(wording, date)
        return date

    def _would_be_settled(self, wording: str, date: PartialDate) -> bool:
        if not self._evidence.asks or self._said is not None or date.start is None:
            return False
        return not read_date(wording, order=DayOrder.MONTH_FIRST).problem

    def clock(self, text: str) -> Clock:
        """What a time column's text says."""
        found = self.clocks[text] = _clock(text)
        return found

    @property
    def questions(self) -> tuple[Question, ...]:
        """At most one, once all rows were read: which of the two comes first in this file's dates."""
        if not self._asked or not self._evidence.asks or self._said is not None:
            return ()
        if self._evidence.month_first:
            why = "Some dates can only be month first (like 05/13/2024), so others could be either."
        else:
            why = "Dates like 03/04/05 can be read in more than one way, and no other date in the file tells which."
        return (Question("day-order", why, self._asked, tuple(DayOrder)),)

    @property
    def notes(self) -> list[str]:
        evidence = self._evidence
        if evidence.any_place and evidence.settled and self._said is None:
            return ["Dates like 03/04/05 were read day first, as the file's other dates are."]
        return []


def wording_of(day: str, end: str) -> str:
    """The two date columns as one wording."""
    if not end or end == day:
        return day
    return f"{day} - {end}" if day else end


def timed(date: PartialDate, clock: Clock) -> PartialDate:
    """The date with the time column's time, where it has none of its own."""
    if clock.trouble:
        return replace(date, problem=date.problem or clock.trouble)
    if clock.time is None or date.time is not None or date.precision not in (Precision.DAY, Precision.RANGE):
        return date
    about = date.approximate or clock.approximate
    return PartialDate(date.start, date.end, date.precision, date.wording, clock.time, about, date.problem)


def said_of(date: PartialDate, clock: Clock) -> str:
    """What the time column says beyond the time that `timed` gives the date."""
    if clock.time is None or clock.trouble:
        return clock.said
    if date.time is None and date.precision in (Precision.DAY, Precision.RANGE):
        return clock.said
    return clock.said if date.time == clock.time else clock.written


def _clock(text: str) -> Clock:
    written = " ".join(text.split())
    if _NO_TIME.fullmatch(text):
        return Clock(said=written if any(c.isalpha() for c in text) else "", written=written)
    found = read_time(text)
    if found is None or found.bad or found.time is None:
        return Clock(said=written, trouble="the time cannot be read", written=written)
    return Clock(found.time, found.approximate, "" if _PLAIN_TIME.fullmatch(text) else written, "", written)
