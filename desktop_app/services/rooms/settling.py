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
        Versions(c, held[c.reflection], words(held[c.reflection]), _rooms(c, held[c.reflection]), WHY.get(c.why, ""))
        for c in snapshot.room_conflicts
        if not c.settled and c.reflection in held
    ]


def words(held: Captured) -> str:
    return _with_dots(held.title, held.dots) if isinstance(held, ReflectionCluster) else held.text


def _rooms(conflict: RoomConflict, held: Captured) -> str:
    return _with_dots(conflict.text, conflict.dots) if isinstance(held, ReflectionCluster) else conflict.text


def _with_dots(title: str, dots: int) -> str:
    """Where two laptops counted dots, the dots are what differs."""
    said = "1 dot" if dots == 1 else f"{dots} dots"
    return f"{title} ({said})" if title else said


def keep_mine(session: Session, versions: Versions) -> ChangeSet:
    return session.put("Keep mine", replace(versions.conflict, settled=True))


def take_the_rooms(session: Session, versions: Versions) -> ChangeSet:
    """The words change; what may be done with them stays as it is here."""
    return session.put(
        "Take the room's", _of_the_room(versions.held, versions.conflict), replace(versions.conflict, settled=True)
    )


def keep_both(session: Session, versions: Versions) -> ChangeSet:
    """The room's words become a record of their own, with the same choices; of the same point, the dots add up."""
    held, conflict = versions.held, versions.conflict
    settled = replace(conflict, settled=True)
    if isinstance(held, ReflectionCluster) and held.title == conflict.text:
        return session.put("Keep both", replace(held, dots=held.dots + conflict.dots), settled)
    other = replace(_of_the_room(held, conflict), uid=new_uid(), room_n=-1, room_digest="")
    made: list[Record] = [other, settled]
    return session.put("Keep both", *made)


def _of_the_room(held: Captured, conflict: RoomConflict) -> Captured:
    if isinstance(held, ReflectionCluster):
        return replace(held, title=conflict.text, dots=conflict.dots)
    if isinstance(held, Reflection | Concern):
        return replace(held, text=conflict.text)
    raise TypeError(type(held).__name__)
