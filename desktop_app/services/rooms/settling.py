"""Two versions of one thing said in a room: the author keeps one, or both."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.common.ids import new_uid
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.record import Record
from desktop_app.domain.room import RoomConflict
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Concern, Reflection, ReflectionCluster
from desktop_app.services.rooms.entries import Captured
from desktop_app.services.rooms.merging import AT_THE_DESK, TWO_LAPTOPS
from desktop_app.services.session import Session

WHY = {
    TWO_LAPTOPS: "Two laptops in the room changed it, each in its own way.",
    AT_THE_DESK: "It was changed at the desk, and in the room as well.",
}


@dataclass(frozen=True, slots=True)
class Versions:
    """`mine` is what the review shows now, `rooms` what the room says instead."""

    conflict: RoomConflict
    held: Captured
    mine: str
    rooms: str
    why: str


def waiting(snapshot: Snapshot) -> list[Versions]:
    """What nobody has settled yet; a conflict about something that was deleted since waits for nobody."""
    said: tuple[Captured, ...] = (*snapshot.reflections, *snapshot.clusters, *snapshot.concerns)
    held = {record.uid: record for record in said}
    return [
        Versions(c, held[c.reflection], words(held[c.reflection]), c.text, WHY.get(c.why, ""))
        for c in snapshot.room_conflicts
        if not c.settled and c.reflection in held
    ]


def words(held: Captured) -> str:
    return held.title if isinstance(held, ReflectionCluster) else held.text


def keep_mine(session: Session, versions: Versions) -> ChangeSet:
    return session.put("Keep mine", replace(versions.conflict, settled=True))


def take_the_rooms(session: Session, versions: Versions) -> ChangeSet:
    """The words change; what may be done with them stays as it is here."""
    return session.put(
        "Take the room's", _with_words(versions.held, versions.rooms), replace(versions.conflict, settled=True)
    )


def keep_both(session: Session, versions: Versions) -> ChangeSet:
    """The room's words become a record of their own, with the same choices."""
    other = replace(_with_words(versions.held, versions.rooms), uid=new_uid(), room_n=-1, room_digest="")
    made: list[Record] = [other, replace(versions.conflict, settled=True)]
    return session.put("Keep both", *made)


def _with_words(held: Captured, text: str) -> Captured:
    if isinstance(held, ReflectionCluster):
        return replace(held, title=text)
    if isinstance(held, Reflection | Concern):
        return replace(held, text=text)
    raise TypeError(type(held).__name__)
