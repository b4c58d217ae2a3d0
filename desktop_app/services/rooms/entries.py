"""Entries of a room as records of the review, and records as entries."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.room import EntryKind, RoomEntry, RoomValue
from desktop_app.domain.workshop import Attribution, Concern, Consent, Reflection, ReflectionCluster, Valence

Captured = Reflection | ReflectionCluster | Concern
# The fields that a room may set; everything else of a record is the desk's.
_REFLECTION: tuple[str, ...] = (
    "text",
    "prompt",
    "capture",
    "attribution",
    "group",
    "consent",
    "valence",
    "factor",
    "events",
    "sensitive",
)
_CLUSTER: tuple[str, ...] = ("title", "members", "dots")
_CONCERN: tuple[str, ...] = ("text", "who_acts", "by_when")
_ENUMS = {"attribution": Attribution, "consent": Consent, "valence": Valence}


def record_of(entry: RoomEntry, workshop: str, digest: str, former: Captured | None = None) -> Captured:
    """The record of an entry, on top of `former` when the review holds one already."""
    if entry.kind is EntryKind.CLUSTER:
        base: Captured = former if isinstance(former, ReflectionCluster) else ReflectionCluster(uid=entry.uid)
        names = _CLUSTER
    elif entry.kind is EntryKind.CONCERN:
        base, names = former if isinstance(former, Concern) else Concern(uid=entry.uid), _CONCERN
    else:
        base, names = former if isinstance(former, Reflection) else Reflection(uid=entry.uid), _REFLECTION
    values = {name: _read(name, value, base) for name, value in entry.values if name in names}
    return replace(base, **values, workshop=workshop, room_n=entry.n, room_digest=digest)  # type: ignore[arg-type]


def words_of(record: Captured) -> tuple[tuple[str, RoomValue], ...]:
    """The values a room would have sent for this record, by name; those that are as a new record's are left out."""
    names = {Reflection: _REFLECTION, ReflectionCluster: _CLUSTER, Concern: _CONCERN}[type(record)]
    fresh = type(record)(uid=record.uid)
    values = {name: getattr(record, name) for name in names if getattr(record, name) != getattr(fresh, name)}
    return tuple(sorted((name, value.value if name in _ENUMS else value) for name, value in values.items()))


def tidy(entry: RoomEntry) -> RoomEntry:
    """An entry in its one spelling: what is as a new record's left out, and what a room may not set."""
    if entry.gone:
        return RoomEntry(entry.uid, entry.n, entry.kind, (), gone=True)
    return replace(entry, values=words_of(record_of(entry, "", "")))


def _read(name: str, value: RoomValue, base: Captured) -> object:
    """The value in the field's own type; what a later Candour may send and this one does not know reads as unset."""
    default = getattr(base, name)
    if name in _ENUMS:
        known = {member.value: member for member in _ENUMS[name]}
        return known.get(str(value), default)
    return value if isinstance(value, type(default)) else default
