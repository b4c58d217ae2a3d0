"""Events as columns of minutes: where each stands on the timeline, in which lane, and how sure its date is."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

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


def columns(spans: EventSpans, places: Sequence[int], orders: Sequence[int] | None = None) -> Columns:
    """`places[n]` is the lane of the key `spans.keys[n]`; `orders`, one an entry of `spans`, is of the agencies."""
    at, starts, ends, certainties = _reaches(spans)
    undated = len({number for number, first in zip(spans.ids, spans.first, strict=True) if not first})
    # Stable: what stands at one place keeps the chronology's order. What has no date stands before everything.
    order = sorted(range(len(spans)), key=at.__getitem__)[spans.first.count(0) :]
    keys = [int(significance == _KEY) for significance in spans.significance]
    lanes = [places[lane] for lane in spans.lanes]

    def sorted_out(typecode: str, values: Sequence[int]) -> array[int]:
        return array(typecode, map(values.__getitem__, order))

    return Columns(
        ids=sorted_out("q", spans.ids),
        lanes=sorted_out("H", lanes),
        at=sorted_out("q", at),
        starts=sorted_out("q", starts),
        ends=sorted_out("q", ends),
        certainties=sorted_out("B", certainties),
        keys=sorted_out("B", keys),
        orders=sorted_out("H", orders) if orders is not None else array("H", bytes(2 * len(order))),
        undated=undated,
    )


def _reaches(spans: EventSpans) -> tuple[list[int], list[int], list[int], list[int]]:
    """(at, start, end, certainty) of each entry; -1 for what has no date. A first painting waits for this loop."""
    at: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    certainties: list[int] = []
    exact, known, soft = int(Certainty.EXACT), int(Certainty.KNOWN), int(Certainty.SOFT)
    for first, last, minute, precision, vague in zip(
        spans.first, spans.last, spans.minutes, spans.precision, spans.vague, strict=True
    ):
        start, end, certainty = first * MINUTES, (last + 1) * MINUTES, soft
        place = start
        if not first:
            place = -1
        elif not vague and precision in _PLAIN:
            certainty = known
            if first == last:
                certainty = exact
                if minute >= 0:
                    place = start = start + minute
                    end = start + 1
                else:
                    place = start + MINUTES // 2
        elif first == last and precision == _AFTER:
            end = start + OPEN_DAYS * MINUTES
        elif first == last and precision == _BEFORE:
            place = start = max(end - OPEN_DAYS * MINUTES, MINUTES)
        at.append(place)
        starts.append(start)
        ends.append(end)
        certainties.append(certainty)
    return at, starts, ends, certainties
