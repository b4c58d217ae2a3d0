"""Units of the time axis, from twenty years to a quarter of an hour: where they begin and what they are called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop_app.services.timeline_spans import MINUTES, day_of, minute_of
from desktop_app.ui.pages.chronology.timeline.stretch import Stretch

_HARD = "\u00a0"
Words = tuple[str, ...]  # from the longest way of saying it to the shortest


@dataclass(frozen=True, slots=True)
class Unit:
    """`minutes` is its usual length; `sample` is as wide as its shortest words get."""

    minutes: float
    sample: str
    begins: Callable[[Stretch], Iterator[int]]  # of every unit that is shown, in part or whole
    name: Callable[[int], Words]
    within: Callable[[int], Words]  # the year, month or day that it is in, written above; nothing for years


def _years(every: int) -> Callable[[Stretch], Iterator[int]]:
    def begins(stretch: Stretch) -> Iterator[int]:
        year = max(day_of(stretch.first).year // every * every, 1)
        while year <= dt.MAXYEAR and minute_of(dt.date(year, 1, 1)) < stretch.last:
            yield minute_of(dt.date(year, 1, 1))
            year = year + every if year >= every else every

    return begins


def _months(every: int) -> Callable[[Stretch], Iterator[int]]:
    def begins(stretch: Stretch) -> Iterator[int]:
        first = day_of(stretch.first)
        count = first.year * 12 + (first.month - 1) // every * every
        while count // 12 <= dt.MAXYEAR:
            minute = minute_of(dt.date(count // 12, count % 12 + 1, 1))
            if minute >= stretch.last:
                return
            yield minute
            count += every

    return begins


def _minutes(every: int, since: int = 0) -> Callable[[Stretch], Iterator[int]]:
    def begins(stretch: Stretch) -> Iterator[int]:
        minute = (int(stretch.first) - since) // every * every + since
        while minute < stretch.last:
            yield minute
            minute += every

    return begins


def _year(minute: int) -> Words:
    return (str(day_of(minute).year),)


def _month(minute: int) -> Words:
    day = day_of(minute)
    return f"{day:%B}", f"{day:%b}"


def _month_of_year(minute: int) -> Words:
    day = day_of(minute)
    return f"{day:%B}{_HARD}{day.year}", f"{day:%b}{_HARD}{day.year}"


def _date(minute: int) -> Words:
    day = day_of(minute)
    return f"{day.day}{_HARD}{day:%B}", f"{day.day}{_HARD}{day:%b}"


def _weekday(minute: int) -> Words:
    day = day_of(minute)
    return f"{day:%A}{_HARD}{day.day}", f"{day:%a}{_HARD}{day.day}", str(day.day)


def _clock(minute: int) -> Words:
    inside = minute % MINUTES
    return (f"{inside // 60:02}:{inside % 60:02}",)


def _full_day(minute: int) -> Words:
    day = day_of(minute)
    date = f"{day.day}{_HARD}{day:%B}{_HARD}{day.year}"
    return f"{day:%A}{_HARD}{date}", date, f"{day.day}{_HARD}{day:%b}{_HARD}{day.year}", f"{day.day}{_HARD}{day:%b}"


def _nothing(_minute: int) -> Words:
    return ()


def _units() -> Iterator[Unit]:
    year = 365.25 * MINUTES
    for every in (20, 10, 5, 2, 1):
        yield Unit(every * year, "2024", _years(every), _year, _nothing)
    for months in (3, 1):
        yield Unit(months * year / 12, "Nov", _months(months), _month, _year)
    # Day 1 of the calendar was a Monday, and begins at minute_of(1).
    yield Unit(7 * MINUTES, "28 Nov", _minutes(7 * MINUTES, MINUTES), _date, _year)
    yield Unit(MINUTES, "28", _minutes(MINUTES), _weekday, _month_of_year)
    for minutes in (12 * 60, 6 * 60, 3 * 60, 60, 30, 15):
        yield Unit(minutes, "00:00", _minutes(minutes), _clock, _full_day)


UNITS: tuple[Unit, ...] = tuple(_units())
