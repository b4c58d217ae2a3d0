"""Where the timeline gets what it draws: columns for every event, words only for the one somebody looks at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from desktop_app.domain.chronology import ChronologyEvent, Significance
from desktop_app.domain.dates import in_words
from desktop_app.domain.event_query import EventQuery, EventSpans, LaneKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.timeline_lanes import Lane, lanes_of
from desktop_app.services.timeline_marks import Marks, linked, marks_of, recorded_days
from desktop_app.services.timeline_spans import Columns, columns
from desktop_app.storage.stopping import Stop


class EventsRead(Protocol):
    """The part of a session's `events` that is needed here."""

    def spans(self, query: EventQuery, kind: LaneKind = ..., stop: Stop | None = ...) -> EventSpans: ...

    def at(self, ids: Sequence[int]) -> list[ChronologyEvent]: ...

    def id_of(self, uid: str) -> int | None: ...

    def ids_of(self, uids: Sequence[str]) -> dict[str, int]: ...


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
    columns: Columns
    marks: Marks


class TimelineSource:
    """The events that a query finds, whatever their days: `days` are only marked on what is shown."""

    def __init__(self, events: EventsRead, snapshot: Snapshot, query: EventQuery) -> None:
        self._events, self._snapshot = events, snapshot
        self.days: tuple[dt.date | None, dt.date | None] = (query.first, query.last)
        self._query = replace(query, first=None, last=None)
        self._given_up = False
        self._agencies = {agency.uid: agency for agency in snapshot.agencies}

    def give_up(self) -> None:
        """Something else is to be drawn: whoever waits for `laned` in another thread need not go on."""
        self._given_up = True

    def laned(self, kind: LaneKind) -> Laned:
        """Raises StoppedError when it was given up while it read the events."""
        self._given_up = False
        spans = self._events.spans(self._query, kind, lambda: self._given_up)
        lanes, places = lanes_of(self._snapshot, spans.keys, kind)
        by_agency = spans if kind is LaneKind.AGENCY else self._events.spans(self._query, LaneKind.AGENCY)
        made = columns(spans, places, self._orders(spans, by_agency))
        numbers = self._events.ids_of(sorted(linked(self._snapshot)))
        # What a filter hides may have been contact: then an empty lane says nothing.
        recorded = None if self._query.narrows else recorded_days(self._everything(by_agency))
        return Laned(lanes, made, marks_of(self._snapshot, made, lanes, numbers, recorded))

    def _everything(self, by_agency: EventSpans) -> EventSpans:
        """An agency whose event is told under another's was in contact all the same."""
        return self._events.spans(EventQuery(), LaneKind.AGENCY) if self._query.without else by_agency

    def _orders(self, spans: EventSpans, by_agency: EventSpans) -> list[int]:
        """Of the agency of each entry: in lanes of people and themes events keep their agency's colour."""
        known = [self._agencies[key].order if key in self._agencies else 0 for key in by_agency.keys]
        own = [known[lane] for lane in by_agency.lanes]
        if by_agency is spans:
            return own
        orders = dict(zip(by_agency.ids, own, strict=True))
        return [orders[number] for number in spans.ids]

    def told(self, number: int) -> Told:
        """Empty words for an event that went since it was drawn."""
        event = next(iter(self._events.at([number])), None)
        if event is None:
            return Told("", "", "", "", "")
        agency = self._agencies.get(event.agency)
        when = in_words(event.date) or event.date.wording
        key = event.significance is Significance.KEY
        return Told(event.uid, event.ref, when, agency.name if agency else "", event.event, key)

    def number_of(self, uid: str) -> int:
        """-1 for an event that is not there."""
        found = self._events.id_of(uid)
        return -1 if found is None else found
