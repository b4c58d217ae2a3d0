"""Which of several overlapping matches counts: the longest; then what is sure; two owners make a question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Match:
    """A registered name in a text. `auto` is replaced without asking; otherwise a person decides.

    `owners` are the uids it may belong to (`uid` is the first). `family` marks a whole family ("the Draycotts");
    `longer` a street, a building or an organisation that holds the name ("Marsh Lane").
    """

    start: int
    end: int
    uid: str
    kind: str
    how: str
    auto: bool
    owners: tuple[str, ...]
    family: bool = False
    longer: bool = False  # the name is a part of a longer one: a street, a building, an organisation


EXACT = frozenset({"name", "alias"})  # written as it was registered: beats what a title or a part of a name suggests


def resolve(matches: Iterable[Match]) -> list[Match]:
    """Sorted matches that do not overlap."""
    ordered = sorted(matches, key=lambda m: (m.start - m.end, not m.auto, m.how not in EXACT, m.start, m.uid))
    taken = bytearray(max((m.end for m in ordered), default=0) + 1)
    kept: dict[tuple[int, int], Match] = {}
    for match in ordered:
        place = (match.start, match.end)
        first = kept.get(place)
        if first is not None:
            if first.how in EXACT and match.how not in EXACT:
                continue
            if match.auto == first.auto and not set(match.owners) <= set(first.owners):
                owners = tuple(dict.fromkeys((*first.owners, *match.owners)))
                kept[place] = replace(first, auto=False, owners=owners, how=f"{first.how}; more than one may be meant")
            continue
        if any(taken[match.start : match.end]):
            continue
        taken[match.start : match.end] = b"\x01" * (match.end - match.start)
        kept[place] = match
    return sorted(kept.values(), key=lambda m: m.start)
