"""Packs that come back from a workshop's room, one or several at once, in one step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.common.progress import NoProgress, Progress
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.record import Record
from desktop_app.domain.room import RoomEntry, RoomPack
from desktop_app.services.backups import backup_first
from desktop_app.services.rooms.entries import tidy
from desktop_app.services.rooms.merging import Merge, plan_merge
from desktop_app.services.session import Session
from desktop_app.storage.packs.making import Returned, read_returned


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """`cut`: files whose end was missing: more may be on the room's computer. `open`: rooms that were not closed."""

    merge: Merge
    changes: ChangeSet
    cut: tuple[str, ...]
    still_open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """Packs read whole; nothing of the review has been touched."""

    found: tuple[tuple[Path, Returned], ...]

    def entries(self, known: Iterable[RoomPack]) -> list[tuple[str, RoomEntry]]:
        workshops = {pack.uid: pack.workshop for pack in known}
        return [(workshops[returned.pack], tidy(entry)) for _, returned in self.found for entry in returned.entries]


def read_packs(
    secret: bytes, known: Sequence[RoomPack], paths: Sequence[Path], progress: Progress | None = None
) -> Read:
    """Every pack whole, or none: raises UserError for the first that is refused. Needs no session: for a worker."""
    told = progress or NoProgress()
    found = []
    for number, path in enumerate(paths):
        told.step(number, len(paths), "Reading packs")
        found.append((path, read_returned(path, secret, known)))
    return Read(tuple(found))


def bring_back(session: Session, paths: Sequence[Path]) -> BroughtBack:
    """Merge packs as one undoable step, after a backup. What was withdrawn is removed for good. Raises UserError."""
    return take_in(session, read_packs(session.file.room_secret(), session.snapshot.room_packs, paths))


def take_in(session: Session, read: Read) -> BroughtBack:
    """What was read, into the review as it is now: all of it, or, after a crash, none."""
    merge = plan_merge(session.snapshot, read.entries(session.snapshot.room_packs))
    changes = ChangeSet("Bring back a room")
    if merge.puts or merge.deletes:
        backup_first(session)
        changes = session.replace_all("Bring back a room", merge.puts, merge.deletes)
        forget_for_good(session, merge.deletes)
    cut = tuple(path.name for path, returned in read.found if returned.cut)
    still_open = tuple(path.name for path, returned in read.found if not returned.ended)
    return BroughtBack(merge, changes, cut, still_open)


def forget_for_good(session: Session, deleted: Sequence[tuple[type[Record], str]]) -> None:
    """A thing said and taken back leaves the bin, the history and the file too."""
    if deleted:
        session.save()
        session.file.purge(deleted)
        session.forget_snapshot()
