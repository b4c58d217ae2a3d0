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
_MALE, _FEMALE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_PRONOUNS = _MALE | _FEMALE


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
            if (said := _of_one_sex(by_kind.get(kind.name, [])))
        )
        places = dict.fromkeys(p.place for piece in pieces for p in piece.said)
        found.append(Jigsaw(person, pieces, tuple(places)))
    return sorted(found, key=lambda jigsaw: (-len(jigsaw.pieces), jigsaw.person))


def _of_one_sex(said: list[Placed]) -> list[Placed]:
    """Without the pronouns of the sex that fewer of them say: those are of somebody else in the same lines."""
    words = [placed.fact.value.casefold() for placed in said]
    male, female = (sum(word in sex for word in words) for sex in (_MALE, _FEMALE))
    fewer = _FEMALE if male > female else _MALE if female > male else frozenset()
    return [placed for placed, word in zip(said, words, strict=True) if word not in fewer]
