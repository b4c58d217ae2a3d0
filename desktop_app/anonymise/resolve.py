"""Which of several overlapping matches counts: the longest; then what is sure; two owners make a question."""

from __future__ import annotations

import re
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
    word: bool = False  # an ordinary word in small letters, of which nothing says that it is a person


EXACT = frozenset({"name", "alias"})  # written as it was registered: beats what a title or a part of a name suggests


_BETWEEN = re.compile(r"[ \u00a0]+(?:(?:[A-Z]\.?|[Aa]l|[Ee]l|[Dd][aeo]s?|[Bb]in|[Bb]int|[Vv]an|[Vv]on)[ \u00a0]+)?")


def joined(text: str, matches: list[Match]) -> list[Match]:
    """Parts of one person's name that stand side by side as one match: "María José", "Selam T. Gebre-Medhin"."""
    done: list[Match] = []
    for match in matches:
        last = done[-1] if done else None
        alike = last and last.owners == match.owners and len(match.owners) == 1
        plain = last and not (last.family or match.family or last.longer or match.longer)
        between = _BETWEEN.fullmatch(text, last.end, match.start) if last and alike and plain else None
        if last and between and (last.auto == match.auto or between.group().strip()):
            done[-1] = replace(last, end=match.end, auto=last.auto and match.auto)
        else:
            done.append(match)
    return done


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
