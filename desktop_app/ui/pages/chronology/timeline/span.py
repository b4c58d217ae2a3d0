"""The stretch of time that is shown, and where a day stands in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

_DAY = dt.timedelta(days=1)
LEAST_DAYS = 28


def month_start(day: dt.date) -> dt.date:
    return day.replace(day=1)


def next_month(day: dt.date) -> dt.date:
    return (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Closed: `first` and `last` are both shown. At least `LEAST_DAYS` long."""

    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def x(self, day: dt.date, left: float, width: float) -> float:
        """Where `day` begins, in the same units as `left` and `width`; outside the span it is off the ends."""
        return left + (day - self.first).days / self.days * width

    def day_at(self, x: float, left: float, width: float) -> dt.date:
        return self.first + _DAY * round((x - left) / max(width, 1) * self.days)

    def moved(self, days: int, within: Span) -> Span:
        """As long as before, moved by `days`, kept inside `within`."""
        low, high = (within.first - self.first).days, (within.last - self.last).days
        days = min(max(days, low), max(high, low))
        return Span(self.first + _DAY * days, self.last + _DAY * days)

    def resized(self, days: int, within: Span) -> Span:
        """The end moved by `days`, never shorter than the least and never past the end of `within`."""
        last = max(self.last + _DAY * days, self.first + _DAY * (LEAST_DAYS - 1))
        return Span(self.first, min(last, max(within.last, self.first + _DAY * (LEAST_DAYS - 1))))

    def holds(self, start: dt.date, end: dt.date) -> bool:
        return start <= self.last and end >= self.first

    def months(self) -> Iterator[dt.date]:
        """The first day of every month that is shown, in part or whole."""
        month = month_start(self.first)
        while month <= self.last:
            yield month
            month = next_month(month)


def around(day: dt.date, within: Span, days: int = 182) -> Span:
    """Half a year with `day` in its first third, inside `within`."""
    days = min(days, within.days)
    first = min(max(day - _DAY * (days // 3), within.first), within.last - _DAY * (days - 1))
    return Span(first, first + _DAY * (days - 1))


def whole(starts: list[dt.date], ends: list[dt.date], scope: tuple[dt.date | None, dt.date | None]) -> Span | None:
    """From the first month to the last of everything known; None when nothing is."""
    firsts = [*starts, *([scope[0]] if scope[0] else [])]
    lasts = [*ends, *([scope[1]] if scope[1] else [])]
    if not firsts or not lasts:
        return None
    first, last = month_start(min(firsts)), next_month(max(lasts)) - _DAY
    return Span(first, max(last, first + _DAY * (LEAST_DAYS - 1)))
