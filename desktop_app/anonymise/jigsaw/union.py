"""What all outputs together say about each person, and whether that is too much.

Three indirect facts, or two of which one is rare: the Transparency Project's account of a family found by area, work
and a child's age. It is a reason to look, no measure of risk.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.anonymise.jigsaw.facts import Fact
from desktop_app.anonymise.jigsaw.kinds import kinds

MANY, MANY_WITH_A_RARE_ONE = 3, 2
_PRONOUNS = frozenset({"he", "she", "him", "his", "her", "himself", "herself"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A fact and where it stands: `place` is an output or a public source, as it is said to the author."""

    fact: Fact
    place: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One kind of fact about one person, with everything that says it."""

    kind: str
    label: str
    rare: bool
    said: tuple[Placed, ...]
    coarser: tuple[str, ...]

    @property
    def slight(self) -> bool:
        """Only a pronoun: in any readable account of a person, so that beside one rare fact it adds nothing."""
        return all(placed.fact.value.casefold() in _PRONOUNS for placed in self.said)


@dataclass(frozen=True, slots=True)
class Jigsaw:
    """All indirect facts about one person that are not coarse already."""

    person: str
    pieces: tuple[Piece, ...]
    places: tuple[str, ...]

    @property
    def too_much(self) -> bool:
        weighty = sum(not piece.slight for piece in self.pieces)
        rare = any(piece.rare for piece in self.pieces)
        return len(self.pieces) >= MANY or (rare and weighty >= MANY_WITH_A_RARE_ONE)


def put_together(facts: Iterable[Placed]) -> list[Jigsaw]:
    """One a person who has any fact, those with most facts first."""
    by_person: dict[str, dict[str, list[Placed]]] = {}
    for placed in facts:
        if not placed.fact.coarse:
            by_person.setdefault(placed.fact.person, {}).setdefault(placed.fact.kind, []).append(placed)
    found = []
    for person, by_kind in by_person.items():
        pieces = tuple(
            Piece(kind.name, kind.label, any(p.fact.rare for p in said), tuple(said), kind.coarser)
            for kind in kinds().values()
            if (said := by_kind.get(kind.name))
        )
        places = dict.fromkeys(p.place for piece in pieces for p in piece.said)
        found.append(Jigsaw(person, pieces, tuple(places)))
    return sorted(found, key=lambda jigsaw: (-len(jigsaw.pieces), jigsaw.person))
