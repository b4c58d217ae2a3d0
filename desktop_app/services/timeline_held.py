"""The door to events that are held in memory already, as the timeline asks for it: for rows that a page has read."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.event_query import PRECISIONS, SIGNIFICANCES, EventQuery, EventSpans, LaneKind


class HeldEvents:
    """`events` in the chronology's order; their ids are places in it. They are the answer to every query."""

    def __init__(self, events: Sequence[ChronologyEvent]) -> None:
        self._events = events
        self._places = {event.uid: place for place, event in enumerate(events)}

    def spans(self, query: EventQuery, kind: LaneKind = LaneKind.AGENCY) -> EventSpans:
        lanes: dict[str, int] = {}
        made = EventSpans(keys=())
        for place, event in enumerate(self._events):
            date = event.date
            start, end = date.start or date.end, date.end or date.start
            for key in _keys(event, kind):
                made.ids.append(place)
                made.lanes.append(lanes.setdefault(key, len(lanes)))
                made.first.append(start.toordinal() if start else 0)
                made.last.append(end.toordinal() if end else 0)
                made.minutes.append(date.time.hour * 60 + date.time.minute if date.time else -1)
                made.significance.append(SIGNIFICANCES.index(event.significance))
                made.precision.append(PRECISIONS.index(date.precision))
                made.vague.append(date.approximate)
        columns = (made.ids, made.lanes, made.first, made.last, made.minutes, made.significance, made.precision)
        return EventSpans(tuple(lanes), *columns, made.vague)

    def at(self, ids: Sequence[int]) -> list[ChronologyEvent]:
        return [self._events[place] for place in ids if 0 <= place < len(self._events)]

    def id_of(self, uid: str) -> int | None:
        return self._places.get(uid)

    def ids_of(self, uids: Sequence[str]) -> dict[str, int]:
        return {uid: self._places[uid] for uid in uids if uid in self._places}


def _keys(event: ChronologyEvent, kind: LaneKind) -> tuple[str, ...]:
    """The lanes an event stands in: several when it is about several people or themes, "" when about none."""
    if kind is LaneKind.AGENCY:
        return (event.agency,)
    held = event.people if kind is LaneKind.PERSON else event.themes
    return tuple(dict.fromkeys(held)) or ("",)
