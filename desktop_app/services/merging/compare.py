"""All accounts side by side, once: what may be one event, what speaks against each other, what bears another out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.common.collection import collection_paused
from desktop_app.common.progress import NoProgress, Progress
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.merging.account import Account, read_accounts
from desktop_app.services.merging.against import contradictions_between, may_be_one_thing
from desktop_app.services.merging.explain import reasons_against, reasons_for
from desktop_app.services.merging.likeness import Likeness, in_common, likeness
from desktop_app.services.merging.memory import Memory
from desktop_app.services.merging.nearby import nearby_pairs
from desktop_app.services.merging.other_days import other_days
from desktop_app.services.merging.proposal import CONTRADICTS, CORROBORATES, DUPLICATE, LinkProposal, sentence
from desktop_app.services.merging.same_event import PROPOSE, best_matches, promising, same_event
from desktop_app.services.merging.sendings import sendings

_BORNE_OUT = 0.1  # likely enough to be about one thing, too little to be one event
_BORNE_OUT_WEIGHT = 2.0
_TWO_DATES = "the dates differ, and the rest is the same"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Proposals with the newest state of each, the likeliest first. A pair can be proposed in two ways."""

    duplicates: tuple[LinkProposal, ...] = ()
    contradictions: tuple[LinkProposal, ...] = ()
    corroborations: tuple[LinkProposal, ...] = ()


def compare(snapshot: Snapshot, progress: Progress | None = None) -> Comparison:
    """Raises CancelledError; nothing is stored."""
    with collection_paused():
        return _compare(snapshot, progress or NoProgress())


def _compare(snapshot: Snapshot, watch: Progress) -> Comparison:
    accounts = read_accounts(snapshot, watch)
    found = _Found()
    for a, b, alike, opposed in nearby_pairs(accounts, watch):
        found.weigh(a, b, alike=alike, opposed=opposed)
    for sender, denier, axis, worth in sendings(accounts, watch):
        found.against(sender, denier, axis.ask, worth)
    for a, b, likely in other_days(accounts, watch):
        found.against(a, b, _TWO_DATES, 0.4 + 0.4 * likely)
    memory = Memory(snapshot)
    return Comparison(
        duplicates=_with_states(snapshot, memory, DUPLICATE, found.duplicates()),
        contradictions=_with_states(snapshot, memory, CONTRADICTS, found.contradictions()),
        corroborations=_with_states(snapshot, memory, CORROBORATES, found.corroborations()),
    )


@dataclass(slots=True)
class _Differ:
    """Two accounts that speak against each other: what is asked, and how much it is worth asking."""

    a: Account
    b: Account
    asks: tuple[str, ...]
    worth: float


class _Found:
    def __init__(self) -> None:
        self._same: list[tuple[Account, Account, float]] = []
        self._how: list[tuple[Likeness, float]] = []
        self._differ: dict[frozenset[str], _Differ] = {}
        self._borne_out: list[tuple[Account, Account, Likeness, float, float]] = []

    def weigh(self, a: Account, b: Account, *, alike: bool, opposed: bool) -> None:
        common = in_common(a, b) if alike else None
        alike = common is not None and promising(a, b, common[1])
        opposed = opposed and (alike or may_be_one_thing(a, b))
        if not alike and not opposed:
            return
        how = likeness(a, b, common)
        score, ratio = same_event(a, b, how) if alike else (0.0, 0.0)
        if score >= PROPOSE:
            self._same.append((a, b, score))
            self._how.append((how, ratio))
        if opposed or score >= PROPOSE:
            for axis, worth in contradictions_between(a, b, how, score):
                self.against(a, b, axis.ask, worth)
        elif score >= _BORNE_OUT and how.joint is not None and how.joint.weight >= _BORNE_OUT_WEIGHT:
            self._borne_out.append((a, b, how, score, ratio))

    def against(self, a: Account, b: Account, ask: str, worth: float) -> None:
        pair = frozenset((a.event.uid, b.event.uid))
        before = self._differ.get(pair)
        if before is None:
            self._differ[pair] = _Differ(a, b, (ask,), worth)
        else:
            before.asks = tuple(dict.fromkeys((*before.asks, ask)))
            before.worth = max(before.worth, worth)

    def duplicates(self) -> list[LinkProposal]:
        found = []
        for place in best_matches(self._same):
            a, b, score = self._same[place]
            how, ratio = self._how[place]
            found.append(_proposal(a, b, how, ratio, score, DUPLICATE))
        return found

    def contradictions(self) -> list[LinkProposal]:
        differ = list(self._differ.values())
        kept = best_matches([(each.a, each.b, each.worth) for each in differ])
        return [_against(differ[place]) for place in kept]

    def corroborations(self) -> list[LinkProposal]:
        scored = [(a, b, score) for a, b, _, score, _ in self._borne_out]
        kept = [self._borne_out[place] for place in best_matches(scored)]
        return [
            _proposal(a, b, how, ratio, score, CORROBORATES)
            for a, b, how, score, ratio in kept
            if frozenset((a.event.uid, b.event.uid)) not in self._differ
        ]


def _against(said: _Differ) -> LinkProposal:
    when = reasons_for(said.a, said.b, likeness(said.a, said.b), 0.0)[0]
    reasons = (when, *(ask[:1].upper() + ask[1:] for ask in said.asks))
    return LinkProposal(said.a.event, said.b.event, sentence(reasons), said.worth, "proposed", CONTRADICTS, reasons)


def _proposal(a: Account, b: Account, how: Likeness, ratio: float, score: float, kind: str) -> LinkProposal:
    reasons = reasons_for(a, b, how, ratio)
    against = reasons_against(a, b, how)
    return LinkProposal(a.event, b.event, sentence(reasons), score, "proposed", kind, reasons, against)


def _with_states(
    snapshot: Snapshot, memory: Memory, kind: str, proposals: Sequence[LinkProposal]
) -> tuple[LinkProposal, ...]:
    """Each with what was decided, and what a person linked that nobody proposed; the likeliest first."""
    found = {proposal.pair: proposal for proposal in proposals}
    decided = memory.pairs(kind)
    wanted = {uid for pair, _ in decided for uid in pair}
    events = {event.uid: event for event in snapshot.events if event.uid in wanted}
    for pair, link in decided:
        proposal = found.get(pair)
        if proposal is None:
            first, second = sorted((events[uid] for uid in pair), key=lambda event: event.uid != link.a)
            proposal = LinkProposal(first, second, link.why, link.score or 1.0, link.state, kind)
        found[pair] = replace(proposal, state=link.state, why=link.why or proposal.why, link=link)
    return tuple(sorted(found.values(), key=lambda p: (-p.score, p.a.ref, p.b.ref)))
