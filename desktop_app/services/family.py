"""The family and those affected: who was asked, what came of it, what they said, and what rests on it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.family import Approach, FamilyPoint, Involvement
from desktop_app.domain.learning import Finding
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.session import Session

REASONED = (Approach.DECLINED, Approach.NOT_APPROACHED)


@dataclass(frozen=True, slots=True)
class PointView:
    """`findings` are the numbers of those that take the point up."""

    point: FamilyPoint
    findings: tuple[int, ...]


def points_of(snapshot: Snapshot, involvement: str) -> list[PointView]:
    """What one person said, as first stored; "" for what nobody in particular said."""
    taken = taken_up(snapshot)
    return [
        PointView(point, tuple(finding.number for finding in taken.get(point.uid, ())))
        for point in snapshot.family_points
        if point.involvement == involvement
    ]


def taken_up(snapshot: Snapshot) -> dict[str, list[Finding]]:
    """uid of a point -> the findings that rest on it."""
    found: dict[str, list[Finding]] = {}
    for finding in snapshot.findings:
        for uid in finding.family_points:
            found.setdefault(uid, []).append(finding)
    return found


def wants_reason(entry: Involvement) -> bool:
    """Why somebody had no part must be on record."""
    return entry.approach in REASONED and not entry.reason.strip()


def new_involvement(snapshot: Snapshot, person: str = "") -> Involvement:
    return Involvement(number=max((i.number for i in snapshot.involvements), default=0) + 1, person=person)


def delete_involvement(session: Session, uid: str) -> ChangeSet:
    """Take an entry out. What the person said stays, said by nobody in particular; the others close up."""
    snapshot = session.snapshot
    rest = sorted((i for i in snapshot.involvements if i.uid != uid), key=lambda i: i.number)
    puts = [replace(entry, number=n) for n, entry in enumerate(rest, 1) if entry.number != n]
    said = [replace(point, involvement="") for point in snapshot.family_points if point.involvement == uid]
    return session.replace_all("Delete an entry", (*puts, *said), ((Involvement, uid),))


def delete_point(session: Session, uid: str) -> ChangeSet:
    """Take out what somebody said; findings no longer rest on it."""
    rested = [
        replace(finding, family_points=tuple(u for u in finding.family_points if u != uid))
        for finding in taken_up(session.snapshot).get(uid, ())
    ]
    return session.replace_all("Delete what was said", tuple(rested), ((FamilyPoint, uid),))


def rest_on_point(session: Session, finding: str, point: str, *, rests: bool) -> ChangeSet:
    """Say that a finding rests, or does not rest, on what the family said."""
    held = next(f for f in session.snapshot.findings if f.uid == finding)
    kept = tuple(uid for uid in held.family_points if uid != point)
    return session.put("Evidence of a finding", replace(held, family_points=(*kept, point) if rests else kept))
