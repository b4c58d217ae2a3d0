"""From an event to a printed sentence and back: the layers that a record of the thread stands in, and what ties them.

evidence -> line of enquiry -> finding -> recommendation -> action -> update -> passage -> output
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.learning import ProgressUpdate
from desktop_app.domain.output import Output, OutputKind
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.passages import keys_of
from desktop_app.services.thread.links import LINKS, targets
from desktop_app.services.thread.written import written_from

LAYERS = ("evidence", "enquiry", "finding", "recommendation", "action", "update", "passage", "output")
_LAYER_OF = {
    "events": 0,
    "reflections": 0,
    "episodes": 0,
    "involvements": 0,
    "family_points": 0,
    "agency_requests": 0,
    "workshops": 0,
    "decisions": 0,
    "terms": 0,
    "panel": 0,
    "publication_decisions": 0,
    "quotes": 0,
    "kloes": 1,
    "findings": 2,
    "recommendations": 3,
    "actions": 4,
    "updates": 5,
    "narratives": 6,
    "outputs": 7,
}
_TO = frozenset({*_LAYER_OF, "parts", "codings", ""})  # parts and marks stand for what they are of
_PRINTS_ACTIONS = frozenset({OutputKind.BRIEFING, OutputKind.OVERVIEW, OutputKind.ACTION_PLAN})
_PRINTS_FINDINGS = frozenset({OutputKind.OVERVIEW})


@dataclass(frozen=True, slots=True)
class Node:
    """`layer` counts `LAYERS`. `distance` is 0 for what was asked about, below 0 for what it rests on."""

    uid: str
    family: str
    layer: int
    record: Record
    distance: int


@dataclass(frozen=True, slots=True)
class Trail:
    """`nodes` in the order of the layers, then of the review; `ties` are (uid rested on, uid resting) pairs."""

    root: str
    nodes: tuple[Node, ...]
    ties: tuple[tuple[str, str], ...]

    def below(self) -> tuple[Node, ...]:
        """What it rests on, nearest first."""
        return tuple(sorted((n for n in self.nodes if n.distance < 0), key=lambda n: -n.distance))

    def above(self) -> tuple[Node, ...]:
        """What rests on it, nearest first."""
        return tuple(sorted((n for n in self.nodes if n.distance > 0), key=lambda n: n.distance))


class Thread:
    """All ties of a snapshot; trails are cut out of it."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._records: dict[str, tuple[str, int, int]] = {}  # uid -> family, layer, place in its family
        for family, layer in _LAYER_OF.items():
            for place, record in enumerate(getattr(snapshot, family)):
                self._records[record.uid] = (family, layer, place)
        self._owner = {part.uid: part.recommendation for part in snapshot.parts}
        self._owner |= {coding.uid: coding.of for coding in snapshot.codings}
        self._up: dict[str, list[str]] = defaultdict(list)
        self._down: dict[str, list[str]] = defaultdict(list)
        for rested, resting in (*self._linked(), *written_from(snapshot), *_printed(snapshot)):
            if rested in self._records and resting in self._records and resting not in self._up[rested]:
                self._up[rested].append(resting)
                self._down[resting].append(rested)

    def _linked(self) -> Iterator[tuple[str, str]]:
        for link in LINKS:
            if link.family not in _LAYER_OF or link.to not in _TO:
                continue
            for record in getattr(self._snapshot, link.family):
                for uid in targets(link, record):
                    rested = self._owner.get(uid, uid)
                    if (link.family, link.to) == ("events", "kloes"):
                        yield record.uid, rested  # an event bears on a line of enquiry: it lies below it
                    elif link.family not in ("events", "reflections"):
                        yield rested, record.uid

    def trail(self, uid: str) -> Trail | None:
        """Everything that `uid` rests on and everything that rests on it; None for what is no part of the thread."""
        root = self._owner.get(uid, uid)
        if root not in self._records:
            return None
        distance = {root: 0}
        self._walk(root, self._down, -1, distance)
        self._walk(root, self._up, 1, distance)
        nodes = [self._node(found, away) for found, away in distance.items()]
        kinds = list(_LAYER_OF)
        nodes.sort(key=lambda node: (node.layer, kinds.index(node.family), self._records[node.uid][2]))
        ties = [
            (rested, resting)
            for rested in distance
            for resting in self._up.get(rested, ())
            if resting in distance and distance[rested] * distance[resting] >= 0
        ]
        return Trail(root, tuple(nodes), tuple(ties))

    def _walk(self, root: str, along: dict[str, list[str]], step: int, distance: dict[str, int]) -> None:
        """Breadth first. What bears on a line of enquiry is followed only when that line is what was asked about."""
        edge = [root]
        away = 0
        while edge:
            away += step
            following = []
            for uid in edge:
                if uid != root and self._records[uid][0] == "kloes":
                    continue
                for found in along.get(uid, ()):
                    if found not in distance:
                        distance[found] = away
                        following.append(found)
            edge = following

    def _node(self, uid: str, away: int) -> Node:
        family, layer, place = self._records[uid]
        return Node(uid, family, layer, getattr(self._snapshot, family)[place], away)


def _printed(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """What each output prints, as far as records tell: the newest output of a kind and reader only."""
    newest: dict[tuple[str, str], Output] = {}
    for output in snapshot.outputs:
        newest[output.kind.value, output.profile.value] = output
    told: dict[str, list[ProgressUpdate]] = defaultdict(list)
    for update in snapshot.updates:
        if update.approved and update.as_at is not None:
            told[update.action].append(update)
    acted_on = {uid for action in snapshot.actions for uid in (*action.recommendations, *action.parts)}
    carried = {uid for rec in snapshot.recommendations for uid in rec.findings}
    for output in newest.values():
        printed = keys_of(snapshot, output.kind)
        yield from ((held.uid, output.uid) for held in snapshot.narratives if held.key in printed)
        if output.kind in _PRINTS_ACTIONS:
            for action in snapshot.actions:
                by_then = [u for u in told[action.uid] if output.as_at is None or u.as_at <= output.as_at]  # type: ignore[operator]
                yield (by_then[-1].uid if by_then else action.uid), output.uid
            for rec in snapshot.recommendations:
                if rec.uid not in acted_on:
                    yield rec.uid, output.uid
        if output.kind in _PRINTS_FINDINGS:
            for finding in snapshot.findings:
                if finding.uid not in carried:
                    yield finding.uid, output.uid
