"""Findings: what each rests on, what rests on it, and adding or taking out evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.dates.print import in_words
from desktop_app.domain.family import FamilyPoint
from desktop_app.domain.learning import Finding, Recommendation
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.session import Session

FAMILY = "What the family said"
KINDS: dict[str, str] = {"systems": "Systems", "practice": "Practice", "good-practice": "Good practice"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing a finding rests on. `kind` is event, reflection or family.

    `uid` is "" for what the family said in words that an earlier version kept in the finding itself.
    """

    kind: str
    uid: str
    title: str
    second: str = ""
    page: str = ""
    target: str = ""  # uid that `page` opens


def evidence_of(snapshot: Snapshot, finding: Finding) -> list[Evidence]:
    """Events first, then reflections, then what the family said, each in the review's own order."""
    found = [e for e in events_and_reflections(snapshot) if e.uid in finding.events or e.uid in finding.reflections]
    points = {point.uid: point for point in snapshot.family_points}
    for said in finding.family_points:
        point = points.get(said)
        found.append(_family(point) if point else Evidence("family", "", said, FAMILY))
    return found


def _family(point: FamilyPoint) -> Evidence:
    return Evidence("family", point.uid, point.text, FAMILY, "family", point.uid)


def candidates(snapshot: Snapshot, finding: Finding) -> list[Evidence]:
    """Every event, reflection and family point that the finding does not rest on yet."""
    held = {*finding.events, *finding.reflections, *finding.family_points}
    said = (_family(point) for point in snapshot.family_points)
    return [e for e in (*events_and_reflections(snapshot), *said) if e.uid not in held]


def events_and_reflections(snapshot: Snapshot) -> Iterator[Evidence]:
    agencies = {agency.uid: agency.name for agency in snapshot.agencies}
    for event in snapshot.events:
        second = ", ".join(filter(None, [in_words(event.date) or event.date.wording, agencies.get(event.agency, "")]))
        yield Evidence("event", event.uid, f"{event.ref}  {event.event}", second, "chronology", event.uid)
    workshops = {workshop.uid: workshop.title for workshop in snapshot.workshops}
    for said in snapshot.reflections:
        title = workshops.get(said.workshop, "A workshop")
        yield Evidence("reflection", said.uid, said.text, title, "workshops", said.workshop)


def counts(finding: Finding) -> tuple[tuple[str, int], ...]:
    """(kind of evidence, how much of it)."""
    return (
        ("event", len(finding.events)),
        ("reflection", len(finding.reflections)),
        ("family", len(finding.family_points)),
    )


def resting_on(snapshot: Snapshot, finding: str) -> list[Recommendation]:
    return [rec for rec in snapshot.recommendations if finding in rec.findings]


def with_evidence(finding: Finding, item: Evidence) -> Finding:
    if item.kind == "event":
        return replace(finding, events=(*finding.events, item.uid))
    if item.kind == "reflection":
        return replace(finding, reflections=(*finding.reflections, item.uid))
    return replace(finding, family_points=(*finding.family_points, item.uid or item.title))


def without_evidence(finding: Finding, item: Evidence) -> Finding:
    return replace(
        finding,
        events=tuple(uid for uid in finding.events if uid != item.uid),
        reflections=tuple(uid for uid in finding.reflections if uid != item.uid),
        family_points=tuple(p for p in finding.family_points if item.kind != "family" or p != (item.uid or item.title)),
    )


def add_family_point(session: Session, finding: Finding, text: str) -> ChangeSet:
    """What the family said, as a record of its own, and `finding` resting on it: one step."""
    point = FamilyPoint(text=text.strip())
    return session.put("Add what the family said", point, with_evidence(finding, _family(point)))


def new_finding(snapshot: Snapshot) -> Finding:
    return Finding(number=max((f.number for f in snapshot.findings), default=0) + 1)


def delete_finding(session: Session, uid: str) -> ChangeSet:
    """Take a finding out; the others close up, and what rested on it no longer says so."""
    snapshot = session.snapshot
    rest = sorted((f for f in snapshot.findings if f.uid != uid), key=lambda f: f.number)
    puts: list[Record] = [replace(f, number=n) for n, f in enumerate(rest, 1) if f.number != n]
    puts += [replace(r, findings=tuple(f for f in r.findings if f != uid)) for r in resting_on(snapshot, uid)]
    return session.replace_all("Delete finding", tuple(puts), ((Finding, uid),))
