"""What a person narrows the chronology to, and the question to the index that this is."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields

from desktop_app.domain.chronology import Significance, SourceType
from desktop_app.domain.event_query import AnyMark, EventQuery, Lack, Seen
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.chronology_marks import (
    CONTRADICTS,
    EPISODE,
    KEY,
    LOOK,
    MISSING,
    NO_REASON,
    NO_SOURCE,
    NOT_SEEN,
    SEEN,
    TWO_SOURCES,
    Marked,
)

_SEEN = {SEEN: Seen.SEEN, NOT_SEEN: Seen.NOT_SEEN}
_LACKS = {NO_SOURCE: Lack.SOURCE, LOOK: Lack.DATE, NO_REASON: Lack.REASON, MISSING: Lack.ROW}


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Sets of uids, of values of enumerations, of themes, or of marks; of several in one, any. Empty is everything."""

    words: str = ""
    agencies: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    significance: frozenset[str] = frozenset()
    source_types: frozenset[str] = frozenset()
    kloes: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    episodes: frozenset[str] = frozenset()
    first: dt.date | None = None
    last: dt.date | None = None
    waiting: bool = False  # rows of an import that somebody must look at
    no_action: bool = False  # none taken, and no reason why
    outside: bool = False  # what cannot have happened within the scope of the review

    @property
    def narrows(self) -> bool:
        return self != EventFilter()


def query_of(chosen: EventFilter, snapshot: Snapshot, marked: Marked) -> EventQuery:
    """The events that `chosen` shows, those of merged groups among them."""
    among = []
    if chosen.waiting:
        among.append(marked.waiting)
    if chosen.episodes:
        among.append(frozenset(uid for e in snapshot.episodes if e.uid in chosen.episodes for uid in e.events))
    scope = snapshot.review.scope_start, snapshot.review.scope_end
    return EventQuery(
        words=chosen.words,
        agencies=chosen.agencies,
        significance=frozenset(Significance(value) for value in chosen.significance),
        source_types=frozenset(SourceType(value) for value in chosen.source_types),
        kloes=chosen.kloes,
        themes=chosen.themes,
        people=chosen.people,
        lacks=frozenset({Lack.ACTION}) if chosen.no_action else frozenset(),
        first=chosen.first,
        last=chosen.last,
        outside=scope if chosen.outside else None,
        among=tuple(among),
        mark=_any_mark(chosen.marks, marked) if chosen.marks else None,
    )


def _any_mark(marks: frozenset[str], marked: Marked) -> AnyMark:
    by_uid: Mapping[str, frozenset[str]] = {
        CONTRADICTS: marked.contradicting,
        TWO_SOURCES: frozenset(marked.leads),
        EPISODE: frozenset(marked.episodes),
    }
    return AnyMark(
        seen=frozenset(_SEEN[mark] for mark in marks & _SEEN.keys()),
        lacks=frozenset(_LACKS[mark] for mark in marks & _LACKS.keys()),
        significance=frozenset({Significance.KEY}) if KEY in marks else frozenset(),
        uids=frozenset(uid for mark in marks & by_uid.keys() for uid in by_uid[mark]),
    )


def to_json(chosen: EventFilter) -> str:
    """What narrows, by name of field."""
    plain: dict[str, object] = {}
    for field in fields(chosen):
        value = getattr(chosen, field.name)
        if isinstance(value, frozenset):
            plain[field.name] = sorted(value)
        else:
            plain[field.name] = value.isoformat() if isinstance(value, dt.date) else value
    return json.dumps({name: value for name, value in plain.items() if value}, ensure_ascii=False)


def from_json(text: str) -> EventFilter:
    """As `to_json` wrote it; what a newer Candour put in and this one does not know is left out."""
    plain = json.loads(text)
    known: dict[str, object] = {}
    for field in fields(EventFilter):
        value = plain.get(field.name)
        if value is None:
            continue
        if isinstance(value, list):
            known[field.name] = frozenset(value) & _VALUES.get(field.name, frozenset(value))
        else:
            known[field.name] = dt.date.fromisoformat(value) if field.name in ("first", "last") else value
    return EventFilter(**known)  # type: ignore[arg-type]


_VALUES: Mapping[str, frozenset[str]] = {
    "significance": frozenset(Significance),
    "source_types": frozenset(SourceType),
}
