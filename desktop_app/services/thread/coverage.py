"""How far the findings reach: which lines of enquiry are answered by what, and whose account is used."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from desktop_app.domain.chronology import Significance
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.findings import counts, held_by


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


def events_used(snapshot: Snapshot) -> dict[str, set[int]]:
    """uid of an event -> numbers of the findings that weigh it: as it is, in an episode, by its marked words.

    What is laid against a finding, or beside it for context, was weighed too.
    """
    held = {episode.uid: episode.events for episode in snapshot.episodes}
    held |= {coding.uid: (coding.of,) for coding in snapshot.codings if coding.family == "events"}
    used: dict[str, set[int]] = {}
    weighed = [(finding.number, uid) for finding in snapshot.findings for uid in held_by(finding)]
    numbers = {finding.uid: finding.number for finding in snapshot.findings}
    weighed += [(numbers[card.finding], card.of) for card in snapshot.board_cards if card.finding in numbers]
    for number, uid in weighed:
        for event in held.get(uid, (uid,)):
            used.setdefault(event, set()).add(number)
    return used


def kloe_cover(snapshot: Snapshot) -> list[KloeCover]:
    bearing = Counter(kloe for event in snapshot.events for kloe in event.kloes)
    rows = []
    for kloe in snapshot.kloes:
        answering = [finding for finding in snapshot.findings if kloe.uid in finding.kloes]
        evidence = sum(count for finding in answering for _, count in counts(finding))
        numbers = tuple(finding.number for finding in answering)
        rows.append(KloeCover(kloe.uid, kloe.number, kloe.question, kloe.status, bearing[kloe.uid], numbers, evidence))
    return rows


def agency_cover(snapshot: Snapshot) -> list[AgencyCover]:
    """In the order of the agencies."""
    used_by = events_used(snapshot)
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
