"""How far the findings reach: which lines of enquiry are answered by what, and whose account is used."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from desktop_app.domain.chronology import Significance
from desktop_app.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class KloeCover:
    uid: str
    number: int
    question: str
    status: str
    events: int  # that bear on it
    findings: tuple[int, ...]  # numbers of those that answer it
    evidence: int  # pieces of evidence those findings rest on

    @property
    def covered(self) -> bool:
        return bool(self.findings)


@dataclass(frozen=True, slots=True)
class AgencyCover:
    """`used` of its `events` stand under a finding, `key_used` of those marked `key`."""

    uid: str
    name: str
    events: int
    used: int
    key: int
    key_used: int
    findings: tuple[int, ...]


def kloe_cover(snapshot: Snapshot) -> list[KloeCover]:
    bearing = Counter(kloe for event in snapshot.events for kloe in event.kloes)
    rows = []
    for kloe in snapshot.kloes:
        answering = [finding for finding in snapshot.findings if kloe.uid in finding.kloes]
        evidence = sum(len(f.events) + len(f.reflections) + len(f.family_points) for f in answering)
        numbers = tuple(finding.number for finding in answering)
        rows.append(KloeCover(kloe.uid, kloe.number, kloe.question, kloe.status, bearing[kloe.uid], numbers, evidence))
    return rows


def agency_cover(snapshot: Snapshot) -> list[AgencyCover]:
    """In the order of the agencies."""
    used_by: dict[str, set[int]] = {}
    for finding in snapshot.findings:
        for uid in finding.events:
            used_by.setdefault(uid, set()).add(finding.number)
    events: Counter[str] = Counter()
    used: Counter[str] = Counter()
    key: Counter[str] = Counter()
    key_used: Counter[str] = Counter()
    findings: dict[str, set[int]] = {}
    for event in snapshot.events:
        events[event.agency] += 1
        important = event.significance is Significance.KEY
        key[event.agency] += important
        if event.uid in used_by:
            used[event.agency] += 1
            key_used[event.agency] += important
            findings.setdefault(event.agency, set()).update(used_by[event.uid])
    return [
        AgencyCover(a.uid, a.name, events[a.uid], used[a.uid], key[a.uid], key_used[a.uid],
                    tuple(sorted(findings.get(a.uid, ()))))
        for a in sorted(snapshot.agencies, key=lambda agency: agency.order)
    ]  # fmt: skip
