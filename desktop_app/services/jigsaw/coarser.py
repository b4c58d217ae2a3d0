"""What may be printed in place of a fact: in its own words where a rule knows them, else the rung as advice."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.anonymise.ages import banded
from desktop_app.anonymise.coarsen import coarse_words
from desktop_app.anonymise.jigsaw.kinds import kinds
from desktop_app.anonymise.profiles import Rung
from desktop_app.domain.dates import read_date


@dataclass(frozen=True, slots=True)
class Offer:
    """`words` can be printed as they are, "" where only a person can word it; `rungs` from finer to coarser."""

    words: str
    rungs: tuple[str, ...]


def next_coarser(kind: str, value: str) -> Offer:
    """One step coarser than `value`: a month becomes a season, an age a band."""
    known = kinds().get(kind)
    rungs = known.coarser if known else ()
    words = banded(value) if kind == "age" else None
    if kind == "date":
        words = coarse_words(value, Rung.SEASON, read_date)
    return Offer(words if words and words != value else "", rungs)
