"""Names that are of one body become one entry of the register, and what pointed at any of them points at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.body_names import tidy
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.people import Body, NamesApart
from desktop_app.domain.reader_rungs import ReaderRung
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.body_names import NAMED, owner_of
from desktop_app.services.session import Session
from desktop_app.services.thread.links import LINKS


def merge_names(session: Session, names: Sequence[str], keep: str) -> ChangeSet:
    """All `names` are of the body called `keep`, as one step of undo.

    One entry of the register stays (or is made), with every other name as an alias; fields that held a name hold
    `keep`; links follow. Words of texts stay as they were written. Raises UserError for fewer than two names, and for
    bodies of which one took over from the other.
    """
    snapshot = session.snapshot
    wanted = list(dict.fromkeys(tidy(name) for name in (keep, *names) if name.strip()))
    if len(wanted) < 2:
        raise _refusal("Merging needs two names.", "Name every way in which the body is written.")
    known = owner_of(snapshot)
    bodies = list({known[name].uid: known[name] for name in wanted if name in known}.values())
    gone = {body.uid for body in bodies if body.uid != _kept(bodies, keep).uid} if bodies else set()
    if any(body.follows in {other.uid for other in bodies} for body in bodies if body.follows):
        raise _refusal("One of these bodies took over from another: they are two.", "Leave them apart.")
    written = {tidy(name): name for name in (*names, keep)}
    body = _one(bodies, keep, [written[name] for name in wanted])
    keys = {held.key or held.uid for held in bodies}
    moved = {**_moved(snapshot, body, set(wanted), gone), **_rekeyed(snapshot, body.key or body.uid, keys)}
    doubled = _doubled_rungs(snapshot, body.key or body.uid, keys)
    puts = {body.uid: body, **{uid: record for uid, record in moved.items() if uid not in doubled}}
    deletes: list[tuple[type[Record], str]] = [(Body, uid) for uid in gone]
    deletes += [(ReaderRung, uid) for uid in doubled]
    return session.replace_all("Merge names of a body", tuple(puts.values()), tuple(deletes))


def keep_apart(session: Session, names: Sequence[str]) -> ChangeSet:
    """They are different bodies: not proposed again."""
    return session.put("Keep bodies apart", NamesApart(names=tuple(names)))


def _kept(bodies: Sequence[Body], keep: str) -> Body:
    """The entry that goes on: the one called so, else one that is also called so, else the first."""
    named = [body for body in bodies if tidy(body.name) == tidy(keep)]
    called = [body for body in bodies if tidy(keep) in {tidy(alias) for alias in body.aliases}]
    return (named or called or list(bodies))[0]


def _one(bodies: Sequence[Body], keep: str, names: Sequence[str]) -> Body:
    """What nobody said of the entry that stays is taken from the others, so that no pseudonym is lost."""
    base = _kept(bodies, keep) if bodies else Body(name=keep)
    others = [body for body in bodies if body.uid != base.uid]
    filled: dict[str, Any] = {
        field: getattr(base, field) or next((v for o in others if (v := getattr(o, field))), getattr(base, field))
        for field in ("abbreviation", "pseudonym", "descriptor", "wider", "role", "follows", "since", "key")
    }
    called = [alias for body in (base, *others) for alias in (body.name, *body.aliases, body.abbreviation)]
    also = {tidy(name): name for name in (*called, *names) if name}
    also.pop(tidy(keep), None)
    also.pop(tidy(filled["abbreviation"]), None)
    return replace(base, name=keep.strip(), aliases=tuple(also.values()), **filled)


def _moved(snapshot: Snapshot, body: Body, names: set[str], gone: set[str]) -> dict[str, Record]:
    """Records that pointed at what goes, or held one of its names, by uid."""
    changed: dict[str, Record] = {}

    def put(record: Record, **values: Any) -> None:
        held = changed.get(record.uid, record)
        after = replace(held, **values)
        if after != held:
            changed[record.uid] = after

    def now(name: str) -> str:
        return body.uid if name in gone else body.name if tidy(name) in names else name

    for link in LINKS:
        if link.to == "bodies" and link.family != "bodies":
            for record in getattr(snapshot, link.family):
                put(record, **{link.field: _each(getattr(record, link.field), lambda u: body.uid if u in gone else u)})
    for other in snapshot.bodies:
        if other.uid != body.uid and other.uid not in gone and other.follows in gone:
            put(other, follows=body.uid)
    for family, field in NAMED:
        for record in getattr(snapshot, family):
            put(record, **{field: _each(getattr(record, field), now)})
    for agency in snapshot.agencies:
        if tidy(agency.name) in names and not agency.body:
            put(agency, body=body.uid)
    return changed


def _rekeyed(snapshot: Snapshot, key: str, keys: set[str]) -> dict[str, Record]:
    """Decisions on words, and how much readers are told, that were kept under the key of one of them."""
    decided: list[Record] = [replace(d, entry=key) for d in snapshot.surface_decisions if d.entry in keys - {key}]
    told: list[Record] = [replace(r, about=key) for r in snapshot.reader_rungs if r.about in keys - {key}]
    return {record.uid: record for record in (*decided, *told)}


def _doubled_rungs(snapshot: Snapshot, key: str, keys: set[str]) -> set[str]:
    """Of two choices for one reader the one of the entry that stays counts, else the first."""
    held = {rung.profile for rung in snapshot.reader_rungs if rung.about == key}
    doubled: set[str] = set()
    for rung in snapshot.reader_rungs:
        if rung.about in keys - {key}:
            if rung.profile in held:
                doubled.add(rung.uid)
            held.add(rung.profile)
    return doubled


def _each(value: Any, turn: Any) -> Any:
    if isinstance(value, str):
        return turn(value)
    return tuple(dict.fromkeys(turn(one) for one in value))


def _refusal(what: str, do: str) -> UserError:
    return UserError(what, safe="Nothing was changed.", do=do, code="bodies-not-merged", exit_code=Exit.LOOK)
