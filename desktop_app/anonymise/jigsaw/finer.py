"""A coarsened output undone by a sibling: "2017/18" in the briefing, the month in the press statement."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations

from desktop_app.anonymise.coarsen import DateReader
from desktop_app.anonymise.jigsaw.kinds import NUMBER, NUMBER_WORDS
from desktop_app.anonymise.jigsaw.union import Placed

_NUMBERS = re.compile(rf"\b(?:{NUMBER})\b", re.IGNORECASE)
_WORDS = {word: n for n, word in enumerate(NUMBER_WORDS.split("|"), 1)}
_ABOUT = {"teenager": (13, 19), "teens": (13, 19)}


@dataclass(frozen=True, slots=True)
class Undone:
    """`finer` says more than `coarser`, which speaks of the same person and may mean the same thing."""

    finer: Placed
    coarser: Placed


def undone(facts: Iterable[Placed], read: DateReader) -> Iterator[Undone]:
    """Each pair once, only between different outputs; dates and ages are compared by what they could mean."""
    by_kind: dict[tuple[str, str], list[tuple[Placed, tuple[int, int]]]] = {}
    for placed in facts:
        meant = _meant(placed, read)
        if meant is not None:
            by_kind.setdefault((placed.fact.person, placed.fact.kind), []).append((placed, meant))
    said: set[tuple[str, str, str, str]] = set()
    for held in by_kind.values():
        for (fine, inner), (coarse, outer) in permutations(held, 2):
            if fine.place == coarse.place or not coarse.fact.coarse or not _inside(inner, outer):
                continue
            key = (fine.fact.value.casefold(), fine.place, coarse.fact.value.casefold(), coarse.place)
            if key not in said:
                said.add(key)
                yield Undone(fine, coarse)


def _inside(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def _meant(placed: Placed, read: DateReader) -> tuple[int, int] | None:
    """First and last day (ordinals) or year of age that the words can mean."""
    value = placed.fact.value
    if placed.fact.kind == "date":
        date = read(value)
        return _days(date.start, date.end)
    if placed.fact.kind == "age":
        ages = [_WORDS.get(word.lower()) or int(word) for word in _NUMBERS.findall(value) if word]
        return (min(ages), max(ages)) if ages else next((span for word, span in _ABOUT.items() if word in value), None)
    return None


def _days(start: dt.date | None, end: dt.date | None) -> tuple[int, int] | None:
    return (start.toordinal(), end.toordinal()) if start and end else None
