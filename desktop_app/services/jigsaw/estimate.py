"""How few people share what is told about a person, reckoned only from figures that the author entered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import prod

from desktop_app.anonymise.jigsaw.union import Jigsaw
from desktop_app.domain.jigsaw import ReferenceFigure


@dataclass(frozen=True, slots=True)
class Estimate:
    """`sentence` holds the figure and its great assumption; `rests_on` and `left_out` say what it is made of."""

    one_in: int
    sentence: str
    rests_on: tuple[str, ...]
    left_out: tuple[str, ...]


def estimate(jigsaw: Jigsaw, figures: Iterable[ReferenceFigure]) -> Estimate | None:
    """None while no figure was entered for any fact about the person."""
    entered = {figure.kind: figure for figure in figures if figure.person == jigsaw.person}
    used = [(piece, entered[piece.kind]) for piece in jigsaw.pieces if piece.kind in entered]
    if not used:
        return None
    share = prod((Fraction(figure.number, figure.among) for _, figure in used), start=Fraction(1))
    one_in = max(1, round(1 / share))
    sentence = f"About 1 in {one_in:,} if these facts were independent, which they are not."
    populations = {(figure.among, figure.counts.strip().casefold()) for _, figure in used}
    if len(populations) == 1:
        among, expected = used[0][1].among, share * used[0][1].among
        few = "fewer than one person" if expected < 1 else "one person" if round(expected) == 1 else ""
        sentence += f" That would be {few or f'about {round(expected):,} people'} of {among:,}."
    return Estimate(
        one_in,
        sentence,
        tuple(f"{p.label}: {f.number:,} of {f.among:,} {f.counts} ({f.source})" for p, f in used),
        tuple(piece.label for piece in jigsaw.pieces if piece.kind not in entered),
    )
