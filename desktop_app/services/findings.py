"""Findings: what each rests on, what rests on it, and adding or taking out evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from desktop_app.domain.board import BoardCard
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.dates.print import in_words
from desktop_app.domain.family import FamilyPoint
from desktop_app.domain.learning import Finding, Recommendation
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.family_words import one
from desktop_app.services.session import Session

FAMILY = "What the family said"
KINDS: dict[str, str] = {"systems": "Systems", "practice": "Practice", "good-practice": "Good practice"}
# kind of evidence -> the field of a finding that holds it, which is also the family of its records
FIELDS = {
    "event": "events",
    "reflection": "reflections",
    "episode": "episodes",
    "family": "family_points",
    "coding": "codings",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing a finding rests on, or might. `kind` is one of `FIELDS`.

    `uid` is "" for what the family said in words that an earlier version kept in the finding itself.
    """

    kind: str
    uid: str
    title: str
    second: str = ""
    page: str = ""
    target: str = ""  # uid that `page` opens


def evidence_of(snapshot: Snapshot, finding: Finding) -> list[Evidence]:
    """In the order of `everything`; last, words of the family that an earlier version kept in the finding."""
    held = held_by(finding)
    found = [item for item in everything(snapshot, frozenset(held)) if item.uid in held]
    known = {item.uid for item in found}
    old = [said for said in finding.family_points if said not in known]
    return [*found, *(Evidence("family", "", said, FAMILY) for said in old)]


def held_by(finding: Finding) -> tuple[str, ...]:
    """Uids of all that a finding rests on."""
    return tuple(uid for field in FIELDS.values() for uid in getattr(finding, field))


def _family(point: FamilyPoint) -> Evidence:
    return Evidence("family", point.uid, point.text, FAMILY, "family", point.uid)


def candidates(snapshot: Snapshot, finding: Finding) -> list[Evidence]:
    """Everything that the finding does not rest on yet."""
    held = frozenset(held_by(finding))
    return [item for item in everything(snapshot) if item.uid not in held]


def everything(snapshot: Snapshot, only: frozenset[str] | None = None) -> Iterator[Evidence]:
    """Events, reflections, episodes, what the family said, marked words: each in the review's own order.

    With `only`, these uids; the chronology is then not read when none of them can be an event's.
    """
    others = [*_reflections(snapshot), *_episodes(snapshot), *map(_family, snapshot.family_points), *_marked(snapshot)]
    if only is None or only.difference(item.uid for item in others):
        yield from _events(snapshot)
    yield from (item for item in others if only is None or item.uid in only)


def _episodes(snapshot: Snapshot) -> Iterator[Evidence]:
    for episode in snapshot.episodes:
        second = f"Key practice episode {episode.number}"
        yield Evidence("episode", episode.uid, episode.title or second, second, "episodes", episode.uid)


def _marked(snapshot: Snapshot) -> Iterator[Evidence]:
    names = {theme.uid: theme.name for theme in snapshot.themes}
    for coding in snapshot.codings:
        words = coding.quote or f"A whole {one(coding.family)}"
        second = f"Marked “{names.get(coding.theme, '?')}”"
        yield Evidence("coding", coding.uid, words, second, "themes", coding.uid)


def _events(snapshot: Snapshot) -> Iterator[Evidence]:
    agencies = {agency.uid: agency.name for agency in snapshot.agencies}
    for event in snapshot.events:
        second = ", ".join(filter(None, [in_words(event.date) or event.date.wording, agencies.get(event.agency, "")]))
        yield Evidence("event", event.uid, f"{event.ref}  {event.event}", second, "chronology", event.uid)


def _reflections(snapshot: Snapshot) -> Iterator[Evidence]:
    workshops = {workshop.uid: workshop.title for workshop in snapshot.workshops}
    for said in snapshot.reflections:
        title = workshops.get(said.workshop, "A workshop")
        yield Evidence("reflection", said.uid, said.text, title, "workshops", said.workshop)


def counts(finding: Finding) -> tuple[tuple[str, int], ...]:
    """(kind of evidence, how much of it)."""
    return tuple((kind, len(getattr(finding, field))) for kind, field in FIELDS.items())


def resting_on(snapshot: Snapshot, finding: str) -> list[Recommendation]:
    return [rec for rec in snapshot.recommendations if finding in rec.findings]


def with_evidence(finding: Finding, item: Evidence) -> Finding:
    field = FIELDS[item.kind]
    return _holding(finding, field, (*getattr(finding, field), item.uid or item.title))


def without_evidence(finding: Finding, item: Evidence) -> Finding:
    field, gone = FIELDS[item.kind], item.uid or item.title
    return _holding(finding, field, tuple(held for held in getattr(finding, field) if held != gone))


def _holding(finding: Finding, field: str, held: tuple[str, ...]) -> Finding:
    changes: dict[str, Any] = {field: held}
    return replace(finding, **changes)


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
    cards = tuple((BoardCard, card.uid) for card in snapshot.board_cards if card.finding == uid)
    return session.replace_all("Delete finding", tuple(puts), (*cards, (Finding, uid)))
