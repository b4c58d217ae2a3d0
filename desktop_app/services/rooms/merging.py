"""What rooms captured, brought into the review: in any order, any number of times, nothing overwritten in silence.

The rules, per entry (an entry has one uid for ever, and `n` counts its corrections):

- withdrawn once is withdrawn: no later or earlier copy brings it back, and no word of it stays;
- the highest `n` counts; of two with the same `n` (two laptops corrected one note) the one whose digest comes first is
  shown and the other waits for the author;
- what the author changed at the desk stays; what the room says instead waits for the author.

Each rule is a maximum or a union, so that the outcome is the same in whatever order packs arrive.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.domain.record import Record
from desktop_app.domain.room import EntryKind, RoomConflict, RoomEntry, Withdrawn
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Concern, Reflection, ReflectionCluster
from desktop_app.services.rooms.entries import Captured, record_of, words_of

TWO_LAPTOPS, AT_THE_DESK = "two-laptops", "edited-at-the-desk"
_TABLES = ("reflections", "clusters", "concerns")


@dataclass(frozen=True, slots=True)
class Merge:
    """What is to be written. Records come in the order of their random uids: the order of capture is in none."""

    puts: tuple[Record, ...]
    deletes: tuple[tuple[type[Record], str], ...]
    new: int = 0
    corrected: int = 0
    withdrawn: int = 0
    same: int = 0
    conflicts: int = 0


def digest_of(entry: RoomEntry) -> str:
    """Of what an entry says, 32 hex digits."""
    said = json.dumps([entry.kind.value, entry.gone, entry.values], ensure_ascii=False, separators=(",", ":"))
    return hashlib.blake2b(said.encode(), digest_size=16).hexdigest()


def plan_merge(snapshot: Snapshot, entries: Iterable[tuple[str, RoomEntry]]) -> Merge:
    """`entries` with the uid of the workshop each was captured in."""
    captured: dict[str, list[tuple[str, RoomEntry]]] = {}
    for workshop, entry in entries:
        captured.setdefault(entry.uid, []).append((workshop, entry))
    held: dict[str, Captured] = {r.uid: r for name in _TABLES for r in getattr(snapshot, name)}
    gone = {w.uid: w for w in snapshot.withdrawn}
    conflicts: dict[str, list[RoomConflict]] = {}
    for conflict in snapshot.room_conflicts:
        conflicts.setdefault(conflict.reflection, []).append(conflict)
    return _sum(
        [_merge_one(captured[uid], held.get(uid), gone.get(uid), conflicts.get(uid, [])) for uid in sorted(captured)]
    )


def _merge_one(
    found: list[tuple[str, RoomEntry]], held: Captured | None, gone: Withdrawn | None, waiting: list[RoomConflict]
) -> Merge:
    last = max(entry.n for _, entry in found)
    newest = {digest_of(entry): (workshop, entry) for workshop, entry in found if entry.n == last}
    uid = found[0][1].uid
    if gone is not None or any(entry.gone for _, entry in found):
        return _taken_back(uid, held, gone, waiting)
    if held is not None and held.room_n > last:
        return Merge((), (), same=1)
    if held is not None and held.room_n == last and held.room_digest:
        newest.setdefault(held.room_digest, ("", found[0][1]))
    first = min(newest)
    others = sorted(set(newest) - {first})
    stale = tuple((RoomConflict, c.uid) for c in waiting if c.n < last and c.why == TWO_LAPTOPS)
    if held is None:
        workshop, entry = newest[first]
        made = [_conflict(newest[other][1], other, TWO_LAPTOPS) for other in others]
        return Merge((record_of(entry, workshop, first), *made), (), new=1, conflicts=len(made))
    return _onto(held, last, newest, first, others, waiting, stale)


def _onto(
    held: Captured,
    last: int,
    newest: dict[str, tuple[str, RoomEntry]],
    first: str,
    others: list[str],
    waiting: list[RoomConflict],
    stale: tuple[tuple[type[Record], str], ...],
) -> Merge:
    """What an entry that the review already holds becomes."""
    known = {c.uid for c in waiting}
    if held.room_n == last and not others:
        return Merge((), stale, same=1)
    if digest_of(_said(held)) != held.room_digest:  # the author has changed it since
        fresh = [d for d in newest if d != held.room_digest]
        made = [_conflict(newest[d][1], d, AT_THE_DESK) for d in fresh]
        new = tuple(c for c in made if c.uid not in known)
        return Merge(new, stale, same=0 if new else 1, conflicts=len(new))
    puts: list[Record] = []
    for other in others:
        entry = newest[other][1] if newest[other][0] else _said(held)
        conflict = _conflict(entry, other, TWO_LAPTOPS)
        if conflict.uid not in known:
            puts.append(conflict)
    conflicts = len(puts)
    if first != held.room_digest:
        workshop, entry = newest[first]
        puts.insert(0, record_of(entry, workshop or held.workshop, first, former=held))
        swapped = _conflict(entry, first, TWO_LAPTOPS).uid
        stale = (*stale, *((RoomConflict, uid) for uid in known if uid == swapped))
    corrected = int(held.room_n < last)
    return Merge(tuple(puts), stale, corrected=corrected, same=int(not puts), conflicts=conflicts)


def _taken_back(uid: str, held: Captured | None, gone: Withdrawn | None, waiting: list[RoomConflict]) -> Merge:
    """No word stays."""
    deletes: list[tuple[type[Record], str]] = [(RoomConflict, c.uid) for c in waiting]
    if held is not None:
        deletes.insert(0, (type(held), uid))
    if gone is not None:
        return Merge((), tuple(deletes), same=1)
    return Merge((Withdrawn(uid=uid),), tuple(deletes), withdrawn=1)


def _said(held: Captured) -> RoomEntry:
    """A record as the room would have said it, to see whether the author has changed it."""
    kinds = {Reflection: EntryKind.REFLECTION, ReflectionCluster: EntryKind.CLUSTER, Concern: EntryKind.CONCERN}
    return RoomEntry(held.uid, max(held.room_n, 0), kinds[type(held)], words_of(held))


def _conflict(entry: RoomEntry, digest: str, why: str) -> RoomConflict:
    """Its uid is made of what it says, so that the same conflict is the same record wherever it is found."""
    uid = hashlib.blake2b(f"{entry.uid}|{entry.n}|{digest}|{why}".encode(), digest_size=16).hexdigest()
    text = entry.get("text") or entry.get("title") or ""
    dots = entry.get("dots")
    return RoomConflict(
        uid=uid, reflection=entry.uid, n=entry.n, text=str(text), why=why, dots=dots if isinstance(dots, int) else 0
    )


def _sum(parts: Sequence[Merge]) -> Merge:
    return Merge(
        puts=tuple(record for part in parts for record in part.puts),
        deletes=tuple(one for part in parts for one in part.deletes),
        new=sum(part.new for part in parts),
        corrected=sum(part.corrected for part in parts),
        withdrawn=sum(part.withdrawn for part in parts),
        same=sum(part.same for part in parts),
        conflicts=sum(part.conflicts for part in parts),
    )
