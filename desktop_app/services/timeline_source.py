"""Where the timeline gets what it draws: columns for every event, words only for the one somebody looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop_app.domain.chronology import Significance
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.chronology import EventRow
from desktop_app.services.timeline_lanes import Lane, LaneBy, in_lanes, lanes_of
from desktop_app.services.timeline_marks import Marks, marks_of
from desktop_app.services.timeline_spans import EventSpans, event_spans


@dataclass(frozen=True, slots=True)
class Told:
    """One event in words."""

    uid: str
    ref: str
    when: str
    agency: str
    what: str
    key: bool = False


@dataclass(frozen=True, slots=True)
class Laned:
    """Lanes, the events in them, and what stands beside them."""

    lanes: tuple[Lane, ...]
    spans: EventSpans
    marks: Marks


class TimelineSource(Protocol):
    """Events that a page shows, known by numbers of its own."""

    def laned(self, by: LaneBy) -> Laned: ...

    def told(self, number: int) -> Told: ...

    def number_of(self, uid: str) -> int:
        """-1 for an event that is not shown."""
        ...


class RowsSource:
    """Over rows already read. `narrowed`: a filter hides events, so a lane without any says nothing about contact."""

    def __init__(self, snapshot: Snapshot, rows: Sequence[EventRow], *, narrowed: bool) -> None:
        self._snapshot, self._rows, self._narrowed = snapshot, rows, narrowed
        self._numbers = {row.event.uid: number for number, row in enumerate(rows)}

    def laned(self, by: LaneBy) -> Laned:
        events = [row.event for row in self._rows]
        lanes = lanes_of(self._snapshot, events, by)
        spans = event_spans(events, in_lanes(self._snapshot, lanes, by))
        return Laned(lanes, spans, marks_of(self._snapshot, spans, lanes, self._numbers, narrowed=self._narrowed))

    def told(self, number: int) -> Told:
        row = self._rows[number]
        event = row.event
        key = event.significance is Significance.KEY
        return Told(event.uid, event.ref, row.date_words, row.agency_name, event.event, key)

    def number_of(self, uid: str) -> int:
        return self._numbers.get(uid, -1)
