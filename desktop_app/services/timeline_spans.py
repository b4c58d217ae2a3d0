"""Events as compact columns for the timeline: where each stands in time, in which lane, and how sure its date is."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from desktop_app.domain.chronology import ChronologyEvent, Significance
from desktop_app.domain.partial_date import PartialDate, Precision

MINUTES = 24 * 60
OPEN_DAYS = 28  # how far a "before" or an "after" is drawn from the one day it names

Reach = tuple[int, int, "Certainty"]
InLanes = Callable[[ChronologyEvent], Iterable[tuple[int, int]]]


class Certainty(IntEnum):
    """How a date is drawn."""

    EXACT = 0  # one day, or a time on it
    KNOWN = 1  # from one known day to another
    SOFT = 2  # somewhere in there: a part of a month, a season, "about"


def minute_of(day: dt.date) -> int:
    """Minutes from the start of the calendar to the start of `day`."""
    return day.toordinal() * MINUTES


def day_of(minute: float) -> dt.date:
    """The day `minute` is in, kept inside the calendar."""
    return dt.date.fromordinal(min(max(int(minute // MINUTES), 1), dt.date.max.toordinal()))


@dataclass(frozen=True, slots=True)
class EventSpans:
    """Columns of equal length, one entry an event and lane, in order of `at`.

    `ids` are what the caller knows events by. `at` is where an entry stands: its time, the noon of an exact day, else
    its start. `starts`..`ends` is half open. All times are minutes as `minute_of` counts them. `orders` is the order
    of the agency, for its colour. `undated` events have no place in time and no entry.
    """

    ids: array[int]
    lanes: array[int]
    at: array[int]
    starts: array[int]
    ends: array[int]
    certainties: array[int]
    keys: array[int]  # 1 for an event marked key
    orders: array[int]
    undated: int = 0

    def __len__(self) -> int:
        return len(self.ids)

    def entry_of(self, number: int) -> int:
        """The first entry of an event; -1 when it has none."""
        try:
            return self.ids.index(number)
        except ValueError:
            return -1


def reach_of(date: PartialDate) -> Reach | None:
    """(start, end, certainty) in minutes, end not included; None for a date that names no day."""
    if date.start is None and date.end is None:
        return None
    if date.start is None or date.end is None:
        return _open_reach(date)
    first, after = minute_of(date.start), minute_of(date.end) + MINUTES
    loose = date.approximate or date.precision not in (Precision.DAY, Precision.RANGE)
    if date.start == date.end:
        if date.time is not None and not date.approximate:
            moment = first + date.time.hour * 60 + date.time.minute
            return moment, moment + 1, Certainty.EXACT
        return first, after, Certainty.SOFT if loose else Certainty.EXACT
    return first, after, Certainty.SOFT if loose else Certainty.KNOWN


def _open_reach(date: PartialDate) -> Reach:
    if date.start is not None:
        return minute_of(date.start), minute_of(date.start) + OPEN_DAYS * MINUTES, Certainty.SOFT
    assert date.end is not None
    after = minute_of(date.end) + MINUTES
    return max(after - OPEN_DAYS * MINUTES, MINUTES), after, Certainty.SOFT


def event_spans(events: Sequence[ChronologyEvent], in_lanes: InLanes) -> EventSpans:
    """Columns of `events`; ids are places in that sequence. `in_lanes` gives (lane, order of the agency) pairs."""
    rows: list[tuple[int, int, int, int, int, int, int, int]] = []
    undated = 0
    for number, event in enumerate(events):
        reach = reach_of(event.date)
        if reach is None:
            undated += 1
            continue
        start, end, certainty = reach
        at = (start + end) // 2 if certainty is Certainty.EXACT else start
        key = int(event.significance is Significance.KEY)
        rows.extend((at, number, lane, start, end, certainty, key, order) for lane, order in in_lanes(event))
    rows.sort()
    return EventSpans(
        ids=array("q", (row[1] for row in rows)),
        lanes=array("H", (row[2] for row in rows)),
        at=array("q", (row[0] for row in rows)),
        starts=array("q", (row[3] for row in rows)),
        ends=array("q", (row[4] for row in rows)),
        certainties=array("B", (row[5] for row in rows)),
        keys=array("B", (row[6] for row in rows)),
        orders=array("H", (row[7] for row in rows)),
        undated=undated,
    )
