"""Events as columns of minutes: where each stands on the timeline, in which lane, and how sure its date is."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import repeat

from desktop_app.domain.chronology import Significance
from desktop_app.domain.event_query import PRECISIONS, SIGNIFICANCES, EventSpans
from desktop_app.domain.partial_date import Precision

MINUTES = 24 * 60
OPEN_DAYS = 28  # how far a "before" or an "after" is drawn from the one day it names
_KEY = SIGNIFICANCES.index(Significance.KEY)
_PLAIN = frozenset(PRECISIONS.index(precision) for precision in (Precision.DAY, Precision.RANGE))
_BEFORE, _AFTER = PRECISIONS.index(Precision.BEFORE), PRECISIONS.index(Precision.AFTER)


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
class Columns:
    """Of equal length, one entry an event and lane, in order of `at`.

    `ids` are those of the events. `at` is where an entry stands: its time, the noon of an exact day, else its start.
    `starts`..`ends` is half open. All times are minutes as `minute_of` counts them. `orders` is the order of the
    agency, for its colour. `undated` events have no place in time and no entry.
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


Reach = tuple[int, int, int, Certainty]


def reach_of(first: int, last: int, minute: int, precision: int, vague: int) -> Reach:
    """(at, start, end, certainty) of the days `first`..`last` as `EventSpans` has them; the end is not included."""
    start, end = first * MINUTES, (last + 1) * MINUTES
    if first == last and precision in (_BEFORE, _AFTER):
        if precision == _AFTER:
            end = start + OPEN_DAYS * MINUTES
        else:
            start = max(end - OPEN_DAYS * MINUTES, MINUTES)
        return start, start, end, Certainty.SOFT
    if vague or precision not in _PLAIN:
        return start, start, end, Certainty.SOFT
    if first != last:
        return start, start, end, Certainty.KNOWN
    if minute >= 0:
        return start + minute, start + minute, start + minute + 1, Certainty.EXACT
    return start + MINUTES // 2, start, end, Certainty.EXACT


def columns(spans: EventSpans, places: Sequence[int], orders: Sequence[int] | None = None) -> Columns:
    """`places[n]` is the lane of the key `spans.keys[n]`; `orders`, one an entry of `spans`, is of the agencies."""
    columns_given = zip(spans.first, spans.last, spans.minutes, spans.precision, spans.vague, strict=True)
    reaches = [reach_of(*given) if given[0] else None for given in columns_given]
    undated = len({number for number, reach in zip(spans.ids, reaches, strict=True) if reach is None})
    rows = [(*reach, entry) for entry, reach in enumerate(reaches) if reach is not None]
    rows.sort(key=lambda row: row[0])  # stable: what stands at one place keeps the chronology's order
    at, starts, ends, certainties, order = zip(*rows, strict=True) if rows else ((),) * 5
    return Columns(
        ids=array("q", map(spans.ids.__getitem__, order)),
        lanes=array("H", (places[lane] for lane in map(spans.lanes.__getitem__, order))),
        at=array("q", at),
        starts=array("q", starts),
        ends=array("q", ends),
        certainties=array("B", certainties),
        keys=array("B", (spans.significance[entry] == _KEY for entry in order)),
        orders=array("H", map(orders.__getitem__, order) if orders is not None else repeat(0, len(order))),
        undated=undated,
    )
