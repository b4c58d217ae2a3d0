"""Bringing a copy home as one undoable step, after a backup; and settling what it says otherwise."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path

from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.copies import CopyConflict, Otherwise
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot, family_types
from desktop_app.services.backups import backup_first
from desktop_app.services.copies.merging import Merge, plan
from desktop_app.services.rooms.returning import forget_for_good
from desktop_app.services.session import Secret, Session
from desktop_app.storage.copy_reading import Contents as CopyContents
from desktop_app.storage.copy_reading import from_text
from desktop_app.storage.header import MAGIC

LABEL = "Bring a copy home"


@dataclass(frozen=True, slots=True)
class BroughtHome:
    merge: Merge
    changes: ChangeSet


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in both versions, in the words of the file."""

    field: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Waiting:
    conflict: CopyConflict
    differences: tuple[Difference, ...]


def is_review(path: Path) -> bool:
    """By its first bytes. False also for what cannot be read: whoever opens it says why."""
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def bring_home(session: Session, path: Path, secret: Secret) -> BroughtHome:
    """Raises UserError: nothing has then changed."""
    return take_home(session, session.file.read_copy(path, secret))


def take_home(session: Session, theirs: CopyContents) -> BroughtHome:
    """What was read, into the review as it is now: all of it or none."""
    merge = plan(session.file.contents(), theirs)
    changes = ChangeSet(LABEL)
    if merge.puts or merge.deletes:
        backup_first(session)
        changes = session.replace_all(LABEL, merge.puts, merge.deletes)
        forget_for_good(session, merge.withdrawn)
    session.log("copy-merged")
    return BroughtHome(merge, changes)


def waiting(snapshot: Snapshot) -> list[Waiting]:
    """What nobody has settled yet."""
    found = []
    for conflict in snapshot.copy_conflicts:
        if not conflict.settled and conflict.family in family_types():
            mine = next((r for r in getattr(snapshot, conflict.family) if r.uid == conflict.record), None)
            theirs = from_text(conflict.family, conflict.theirs) if conflict.theirs else None
            found.append(Waiting(conflict, _differences(mine, theirs)))
    return found


def keep_mine(session: Session, conflict: CopyConflict) -> ChangeSet:
    return session.put("Keep mine", replace(conflict, settled=True))


def take_theirs(session: Session, conflict: CopyConflict) -> ChangeSet:
    """The copy's version in place of ours, or the record deleted as it is there."""
    settled = replace(conflict, settled=True)
    if not conflict.theirs:
        kind = family_types()[conflict.family]
        return session.replace_all("Take the copy's", (settled,), ((kind, conflict.record),))
    theirs = from_text(conflict.family, conflict.theirs)
    mine = next((r for r in getattr(session.snapshot, conflict.family) if r.uid == conflict.record), None)
    own = ("number", "updates_head", "place", "seal") if mine is not None else ()
    kept = {name: getattr(mine, name) for name in own if hasattr(mine, name)}
    return session.put("Take the copy's", replace(theirs, **kept), settled)


def _differences(mine: Record | None, theirs: Record | None) -> tuple[Difference, ...]:
    one = mine if mine is not None else theirs
    if one is None:
        return ()
    found = []
    for field in fields(one):
        ours, other = (_words(getattr(r, field.name)) if r is not None else "" for r in (mine, theirs))
        if ours != other and field.name not in ("uid", "updates_head"):
            found.append(Difference(field.name, ours, other))
    return tuple(found)


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    wording = getattr(value, "wording", None)
    return str(wording if wording is not None else value if value is not None else "")


__all__ = [
    "BroughtHome",
    "CopyContents",
    "Difference",
    "Otherwise",
    "Waiting",
    "bring_home",
    "is_review",
    "keep_mine",
    "take_home",
    "take_theirs",
    "waiting",
]
