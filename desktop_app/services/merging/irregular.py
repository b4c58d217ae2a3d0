"""Rows that need a look for what they are: out of scope, without a source, twice, without a real date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.dates import state_of
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.merging.memory import Memory
from desktop_app.services.merging.proposal import DUPLICATE, LinkProposal, sentence
from desktop_app.services.merging.words import stems_of

OUT_OF_SCOPE, NO_SOURCE, DOUBLE, BAD_DATE, OPEN_DATE = (
    "out-of-scope",
    "no-source",
    "double-entry",
    "invalid-date",
    "undecided-date",
)
_ALIKE, _ALIKE_REORDERED = 86.0, 85.0  # of 100, once case, order and endings are folded
_ENOUGH_WORDS = 6  # before words that only one entry has may be left out of account


@dataclass(frozen=True, slots=True)
class Irregular:
    """`other` is the uid of the entry made before, for a double entry."""

    kind: str
    event: ChronologyEvent
    why: str
    other: str = ""


def irregular_rows(snapshot: Snapshot) -> list[Irregular]:
    """By kind, then in the order of the chronology. A row can be listed under several kinds."""
    found = [*_scope(snapshot), *_sources(snapshot), *_dates(snapshot)]
    found += [
        Irregular(DOUBLE, p.b, p.why, p.a.uid) for p in double_entries(snapshot) if p.state in ("proposed", "later")
    ]
    return found


def _scope(snapshot: Snapshot) -> Iterator[Irregular]:
    start, end = snapshot.review.scope_start, snapshot.review.scope_end
    for event in snapshot.events:
        first, last = event.date.start, event.date.end
        if start and last and last < start:
            yield Irregular(OUT_OF_SCOPE, event, f"Before the scope, by {_days((start - last).days)}")
        elif end and first and first > end:
            yield Irregular(OUT_OF_SCOPE, event, f"After the scope, by {_days((first - end).days)}")


def _days(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"


def _sources(snapshot: Snapshot) -> Iterator[Irregular]:
    for event in snapshot.events:
        if not event.source.strip(" -–—.?/"):
            yield Irregular(NO_SOURCE, event, "No source of information")


def _dates(snapshot: Snapshot) -> Iterator[Irregular]:
    for event in snapshot.events:
        state = state_of(event.date)
        if state == "invalid":
            yield Irregular(BAD_DATE, event, event.date.problem or "No date can be read from it")
        elif state == "decide":
            yield Irregular(OPEN_DATE, event, event.date.problem)


def double_entries(snapshot: Snapshot) -> list[LinkProposal]:
    """Events that one agency's return holds twice: same date as placed, and the same words or nearly."""
    by_place: dict[tuple[object, ...], list[ChronologyEvent]] = defaultdict(list)
    for event in snapshot.events:
        by_place[event.agency, event.date.start, event.date.end].append(event)
    memory = Memory(snapshot)
    found = []
    for events in by_place.values():
        if len(events) > 1:
            found += [p for a, b in combinations(events, 2) if (p := _double(a, b, memory)) is not None]
    return found


def _double(a: ChronologyEvent, b: ChronologyEvent, memory: Memory) -> LinkProposal | None:
    from rapidfuzz import fuzz

    if a.date.start is None and a.date.wording != b.date.wording:
        return None
    if a.date.time and b.date.time and a.date.time != b.date.time:
        return None
    one, other = stems_of(a.event), stems_of(b.event)
    if not one or not other:
        return None
    alike = 100.0 if one == other else fuzz.token_sort_ratio(" ".join(one), " ".join(other), score_cutoff=_ALIKE)
    if not alike and min(len(one), len(other)) >= _ENOUGH_WORDS:
        alike = fuzz.token_set_ratio(" ".join(one), " ".join(other), score_cutoff=_ALIKE_REORDERED)
    if not alike:
        return None
    link = memory.link(DUPLICATE, frozenset((a.uid, b.uid)))
    reasons = ("Entered twice by one agency", "Same day", f"{alike:.0f} of 100 alike in words")
    state = link.state if link else "proposed"
    return LinkProposal(a, b, sentence(reasons), alike / 100.0, state, DUPLICATE, reasons, link=link)
