"""What can be marked: the records with texts that an author reads closely, and which of their fields those are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.passages import passage_name
from desktop_app.services.thread.labels import Labels

# family -> its texts, in the order they are read
CODABLE: dict[str, tuple[str, ...]] = {
    "events": ("event", "action", "outcome", "child_seen", "comment"),
    "reflections": ("text",),
    "family_points": ("text",),
    "narratives": ("text",),
    "agency_requests": ("involvement", "good_practice", "learning", "immediate_actions"),
    "episodes": ("why", "appraisal"),
}


class Events(Protocol):
    def named(self, uids: Sequence[str]) -> list[ChronologyEvent]: ...


class Review(Protocol):
    """A session, or what stands for one: the review, and its events by uid without reading all of them."""

    @property
    def snapshot(self) -> Snapshot: ...

    @property
    def events(self) -> Events: ...


@dataclass(frozen=True)
class Whole:
    """A snapshot with its events in memory, read as a session is."""

    snapshot: Snapshot

    @property
    def events(self) -> Whole:
        return self

    def named(self, uids: Sequence[str]) -> list[ChronologyEvent]:
        wanted = frozenset(uids)
        return [event for event in self.snapshot.events if event.uid in wanted] if wanted else []


@dataclass(frozen=True, slots=True)
class Source:
    """A record that can be marked. `label` names it ("CSC-014"); `agency` is a uid, "" for what is nobody's."""

    family: str
    uid: str
    label: str
    agency: str
    texts: tuple[tuple[str, str], ...]  # field -> words, of those that have any

    def text(self, field: str) -> str:
        return dict(self.texts).get(field, "")


def source(snapshot: Snapshot, family: str, record: Any) -> Source:
    texts = tuple((field, getattr(record, field)) for field in CODABLE[family] if getattr(record, field).strip())
    return Source(family, record.uid, label_of(snapshot, family, record), getattr(record, "agency", ""), texts)


def label_of(snapshot: Snapshot, family: str, record: Any) -> str:
    """As a page names it: nothing that an output would print."""
    if family == "narratives":
        return passage_name(record.key)
    if family == "reflections":
        title = next((w.title for w in snapshot.workshops if w.uid == record.workshop), "")
        return title or "A workshop"
    if family == "family_points":
        return "What the family said"
    if family == "agency_requests":
        name = next((a.name for a in snapshot.agencies if a.uid == record.agency), "")
        return f"Report of {name}" if name else "An agency’s report"
    return Labels(snapshot).of(family, record)


def source_of(review: Review, uid: str) -> Source | None:
    """None for what is not there, or cannot be marked. Of the events only the one that is asked for is read."""
    snapshot = review.snapshot
    for family in CODABLE:
        if family != "events":
            for record in getattr(snapshot, family):
                if record.uid == uid:
                    return source(snapshot, family, record)
    return next((source(snapshot, "events", event) for event in review.events.named([uid])), None)


def record_of(review: Review, family: str, uid: str) -> Record | None:
    if family == "events":
        return next(iter(review.events.named([uid])), None)
    return next((record for record in getattr(review.snapshot, family, ()) if record.uid == uid), None)


def marked_sources(review: Review) -> dict[str, Source]:
    """uid -> every record that carries a mark; of the events only those are read."""
    snapshot = review.snapshot
    marked = {coding.of for coding in snapshot.codings}
    found = {event.uid: source(snapshot, "events", event) for event in review.events.named(sorted(marked))}
    for family in CODABLE:
        if family != "events":
            held = [record for record in getattr(snapshot, family) if record.uid in marked]
            found |= {record.uid: source(snapshot, family, record) for record in held}
    return found


def refuse(what: str, do: str, code: str) -> UserError:
    return UserError(what, safe="Nothing was changed.", do=do, code=code, exit_code=Exit.USAGE)
