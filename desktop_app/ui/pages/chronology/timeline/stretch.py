"""The stretch of time that is shown, and where a minute stands in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.services.timeline_spans import MINUTES, day_of, minute_of

LEAST = 4 * 60  # minutes: no nearer than four hours
LEAST_WHOLE = 28 * MINUTES


@dataclass(frozen=True, slots=True)
class Stretch:
    """From minute `first` up to, not including, minute `last`, counted as `timeline_spans.minute_of` does."""

    first: float
    last: float

    @property
    def length(self) -> float:
        return self.last - self.first

    def x(self, minute: float, left: float, width: float) -> float:
        """Where `minute` begins, in the units of `left` and `width`; outside the stretch it is off the ends."""
        return left + (minute - self.first) / self.length * width

    def minute_at(self, x: float, left: float, width: float) -> float:
        return self.first + (x - left) / max(width, 1.0) * self.length

    def holds(self, start: float, end: float) -> bool:
        """Is any of `start`..`end` shown?"""
        return start < self.last and end > self.first

    def moved(self, minutes: float, within: Stretch) -> Stretch:
        """As long as before, moved by `minutes`, kept inside `within`."""
        length = min(self.length, within.length)
        first = min(max(self.first + minutes, within.first), within.last - length)
        return Stretch(first, first + length)

    def resized(self, minutes: float, within: Stretch) -> Stretch:
        """The end moved by `minutes`, never nearer than the least and never past the end of `within`."""
        last = min(max(self.last + minutes, self.first + LEAST), within.last)
        return Stretch(min(self.first, last - LEAST), last)

    def zoomed(self, factor: float, at: float, within: Stretch) -> Stretch:
        """`factor` times as long, with the minute `at` staying where it is as far as `within` allows."""
        length = min(max(self.length * factor, LEAST), within.length)
        first = at - (at - self.first) * length / self.length
        return Stretch(first, first + length).moved(0, within)

    def around(self, start: float, end: float, within: Stretch) -> Stretch:
        """As long as now, moved no further than shows `start`..`end`, with some room beside it."""
        room = self.length / 8
        if start - room < self.first:
            return self.moved(start - room - self.first, within)
        if end + room > self.last:
            return self.moved(min(end + room - self.last, start - room - self.first), within)
        return self

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """First and last day that are shown, in part or whole."""
        return day_of(self.first), day_of(self.last - 1)


def of_days(first: dt.date, last: dt.date) -> Stretch:
    """Both days whole."""
    return Stretch(minute_of(first), minute_of(last) + MINUTES)


def month_start(day: dt.date) -> dt.date:
    return day.replace(day=1)


def next_month(day: dt.date) -> dt.date:
    """The first of the month after; in the last month of the calendar, its last day."""
    if (day.year, day.month) == (dt.MAXYEAR, 12):
        return dt.date.max
    return (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


def whole(start: int | None, end: int | None, scope: tuple[int | None, int | None]) -> Stretch | None:
    """From the first month to the last of everything known; None when nothing is."""
    firsts = [minute for minute in (start, *scope) if minute is not None]
    lasts = [minute for minute in (end, *scope) if minute is not None]
    if not firsts or not lasts:
        return None
    first = minute_of(month_start(day_of(min(firsts))))
    last = minute_of(next_month(day_of(max(lasts) - 1)))
    return Stretch(first, max(last, first + LEAST_WHOLE))
