"""Day first or month first: what a whole file tells about it, so that it is decided once and not date by date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.dates.reading import full_year

_FIGURES = re.compile(r"(?<![\d/.\-:])(\d{1,2})(\s*[/.\-]\s*)(\d{1,2})(\s*[/.\-]\s*)(\d{4}|\d{2})(?![\d/.\-:])")


class DayOrder(StrEnum):
    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


@dataclass(frozen=True, slots=True)
class OrderEvidence:
    """How many dates in figures can only be day first (22/03/2024), only month first (03/22/2024), either
    (03/04/2024), and either with the year in doubt as well (03/04/05).
    """

    day_first: int = 0
    month_first: int = 0
    either: int = 0
    any_place: int = 0

    @property
    def settled(self) -> DayOrder | None:
        """Day first, as is usual here, as soon as more dates can only be so than can only be the other way round."""
        return DayOrder.DAY_FIRST if self.day_first > self.month_first else None

    @property
    def is_in_doubt(self) -> bool:
        """Somebody writes the month first, and nothing outweighs it: what could be either must be asked."""
        return self.month_first > 0 and self.settled is None

    @property
    def asks(self) -> bool:
        """Is there anything that one answer for the whole file would settle?"""
        return self.is_in_doubt or (self.any_place > 0 and self.settled is None)


def order_evidence(wordings: Iterable[str]) -> OrderEvidence:
    """Looks through all date wordings of one file or list."""
    day_first = month_first = either = any_place = 0
    for wording in wordings:
        if not wording[:1].isdecimal():
            continue
        match = _FIGURES.match(wording)
        if match is None:
            continue
        first, second, year = int(match[1]), int(match[3]), match[5]
        if 12 < first <= 31 and 1 <= second <= 12:
            day_first += 1
        elif 12 < second <= 31 and 1 <= first <= 12:
            month_first += 1
        elif is_either(match):
            if len(year) == 2 and 1 <= int(year) <= 12 and len(match[1]) == len(match[3]) == 2:
                any_place += 1
            either += 1
    return OrderEvidence(day_first, month_first, either, any_place)


def is_either(match: re.Match[str]) -> bool:
    """Can both its first and its second number be the month, and would that be another day?"""
    return 1 <= int(match[1]) <= 12 and 1 <= int(match[3]) <= 12 and int(match[1]) != int(match[3])


def could_be_either(wording: str) -> bool:
    """Does the wording begin with a date in figures that reads both ways?"""
    match = _FIGURES.match(wording)
    return match is not None and is_either(match)


def in_order(wording: str, order: DayOrder | None) -> str:
    """The wording with its dates in figures put day first and their years in full, once the order is settled.

    A date that can only be meant the other way is left alone: `read_date` reads it, or asks about it.
    """
    if order is None or not any(c.isdecimal() for c in wording):
        return wording
    return _FIGURES.sub(lambda match: _put(match, order), wording)


def _put(match: re.Match[str], order: DayOrder) -> str:
    first, gap, second, gap2, year = match.groups()
    if order is DayOrder.MONTH_FIRST and 1 <= int(first) <= 12 and 1 <= int(second) <= 31:
        first, second = second, first
    return f"{first}{gap}{second}{gap2}{full_year(year)}"
