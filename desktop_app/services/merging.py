"""Reading agencies' accounts side by side: proposed duplicates, proposed contradictions, silences.

Proposals only: a person accepts or refuses, and what they said is kept as an `EventLink` or a `Gap`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.snapshot import Snapshot

SIMILAR = 62.0  # of 100, rapidfuzz token set ratio; see tests for what it finds and leaves
SILENCE_DAYS = 60

_SEEN = re.compile(r"\b(seen alone|seen at school|seen in school|attended|present)\b", re.IGNORECASE)
_ABSENT = re.compile(r"\b(absent|not seen|did not attend|dna|no access|not in school)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LinkProposal:
    a: ChronologyEvent
    b: ChronologyEvent
    why: str
    score: float
    state: str


@dataclass(frozen=True, slots=True)
class Silence:
    agency: str  # uid; "" when nobody was in contact
    start: dt.date
    end: dt.date
    days: int
    explained: str


def _pairs_on_one_day(snapshot: Snapshot) -> Iterator[tuple[ChronologyEvent, ChronologyEvent]]:
    """Events of different agencies that are both placed on the same exact day."""
    by_day: dict[dt.date, list[ChronologyEvent]] = {}
    for event in snapshot.events:
        if event.date.start and event.date.start == event.date.end:
            by_day.setdefault(event.date.start, []).append(event)
    for events in by_day.values():
        for index, a in enumerate(events):
            for b in events[index + 1 :]:
                if a.agency != b.agency:
                    yield a, b


def duplicates(snapshot: Snapshot) -> list[LinkProposal]:
    """Same day, different agencies, similar words; what was decided already keeps its state."""
    from rapidfuzz import fuzz

    decided = _decided(snapshot, "duplicate")
    found = []
    for a, b in _pairs_on_one_day(snapshot):
        score = fuzz.token_set_ratio(a.event.casefold(), b.event.casefold())
        if score >= SIMILAR or frozenset((a.uid, b.uid)) in decided:
            why = f"Same day, and {score:.0f} of 100 alike in words"
            found.append(LinkProposal(a, b, why, score / 100, decided.get(frozenset((a.uid, b.uid)), "proposed")))
    return sorted(found, key=lambda p: -p.score)


def contradictions(snapshot: Snapshot) -> list[LinkProposal]:
    """Same day, one agency says seen, the other absent; and whatever a person linked."""
    decided = _decided(snapshot, "contradicts")
    events = {e.uid: e for e in snapshot.events}
    found: dict[frozenset[str], LinkProposal] = {}
    for a, b in _pairs_on_one_day(snapshot):
        for first, second in ((a, b), (b, a)):
            if _SEEN.search(first.event) and _ABSENT.search(second.event) and not _ABSENT.search(first.event):
                key = frozenset((a.uid, b.uid))
                why = "Same day: one says seen or present, the other absent or not seen"
                found[key] = LinkProposal(a, b, why, 0.5, decided.get(key, "proposed"))
    for link in snapshot.event_links:
        key = frozenset((link.a, link.b))
        if link.kind == "contradicts" and link.a in events and link.b in events:
            found[key] = LinkProposal(events[link.a], events[link.b], link.why, link.score or 1.0, link.state)
    return list(found.values())


def _decided(snapshot: Snapshot, kind: str) -> dict[frozenset[str], str]:
    return {frozenset((link.a, link.b)): link.state for link in snapshot.event_links if link.kind == kind}


def silences(snapshot: Snapshot) -> list[Silence]:
    """Spells of over `SILENCE_DAYS` within the scope in which an agency, or nobody at all, recorded anything."""
    start, end = snapshot.review.scope_start, snapshot.review.scope_end
    if not start or not end:
        return []
    explained = {(g.agency, g.start, g.end): g.explained for g in snapshot.gaps}
    found = []
    for agency in ["", *(a.uid for a in snapshot.agencies)]:
        events = [e for e in snapshot.events if not agency or e.agency == agency]
        for first, last in _quiet(events, start, end, SILENCE_DAYS if agency else SILENCE_DAYS // 2):
            days = (last - first).days + 1
            found.append(Silence(agency, first, last, days, explained.get((agency, first, last), "")))
    return found


def _quiet(events: list[ChronologyEvent], start: dt.date, end: dt.date, over: int) -> Iterator[tuple[dt.date, dt.date]]:
    spans = sorted((e.date.start, e.date.end) for e in events if e.date.start and e.date.end)
    day = start
    one = dt.timedelta(days=1)
    for first, last in spans:
        if first > end:
            break
        if (first - day).days > over:
            yield day, first - one
        day = max(day, last + one)
    if (end - day).days + 1 > over:
        yield day, end
