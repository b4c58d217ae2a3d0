"""Events that others are counted from: "11 weeks after the first referral" is worked out, never typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.chronology import ChronologyEvent, Landmark
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.intervals import interval, interval_words
from desktop_app.services.session import Session


@dataclass(frozen=True, slots=True)
class CountedFrom:
    """`event` is its uid; `name` as it stands in a sentence."""

    event: str
    name: str
    date: PartialDate


def landmarks_of(session: Session) -> tuple[CountedFrom, ...]:
    """In order of time; read from the index, whatever else the chronology holds."""
    return _dated(session.snapshot, session.events.named([held.event for held in session.snapshot.landmarks]))


def landmarks_in(snapshot: Snapshot) -> tuple[CountedFrom, ...]:
    """The same from a snapshot with all its events."""
    wanted = {held.event for held in snapshot.landmarks}
    return _dated(snapshot, [event for event in snapshot.events if event.uid in wanted]) if wanted else ()


def _dated(snapshot: Snapshot, events: Iterable[ChronologyEvent]) -> tuple[CountedFrom, ...]:
    names = {held.event: held.name for held in snapshot.landmarks}
    found = [CountedFrom(event.uid, names[event.uid], event.date) for event in events if event.date.start]
    return tuple(sorted(found, key=lambda one: (str(one.date.start), one.name)))


def distances(landmarks: Sequence[CountedFrom], event: ChronologyEvent) -> list[str]:
    """A sentence for each landmark but the event itself; none where either has no day."""
    said = []
    for landmark in landmarks:
        between = interval(landmark.date, event.date) if landmark.event != event.uid else None
        if between is not None:
            words = interval_words(between, landmark.name)
            said.append(words[:1].upper() + words[1:])
    return said


def name_of(snapshot: Snapshot, uid: str) -> str:
    """What an event is called when others are counted from it, "" when none are."""
    return next((held.name for held in snapshot.landmarks if held.event == uid), "")


def count_from(session: Session, uid: str, name: str) -> ChangeSet | None:
    """Count others from this event under a name; "" counts from it no more. None when nothing changes."""
    plain = " ".join(name.split())
    before = next((held for held in session.snapshot.landmarks if held.event == uid), None)
    if plain == (before.name if before else ""):
        return None
    if not plain and before is not None:
        return session.delete("Count from another event", Landmark, before.uid)
    return session.put("Count others from an event", replace(before or Landmark(event=uid), name=plain))


def landmark_lines(snapshot: Snapshot) -> list[dict[str, object]]:
    """For the command line: `{"event", "ref", "name"}`."""
    refs = {event.uid: event.ref for event in snapshot.events}
    return [{"event": held.event, "ref": refs.get(held.event), "name": held.name} for held in snapshot.landmarks]
