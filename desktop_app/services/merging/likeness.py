"""How alike two accounts are, as figures that a sentence can be made of."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from desktop_app.services.merging.account import CONCEPT, Account
from desktop_app.services.merging.lexicon import Concept, lexicon
from desktop_app.services.merging.names import NAME

LEAST_TOTAL = 3.0  # weight: three ordinary words; a shorter account is compared as if it had as many
_NEAR_MINUTES, _SAME_TIME_MINUTES, _FAR_MINUTES = 90, 20, 240


@dataclass(slots=True)
class Likeness:
    """`shared` weight of the words both have, `part` of the shorter account that is (0..1).

    `days_apart` between the nearest days they are about, `own_days_apart` between their own dates; `minutes_apart` -1
    when a time is missing; `each_other` 0..2: how many of the two name the other's agency; `joint` the weightiest
    thing of which several agencies record one occasion, None without; `clash`: each is about such a thing, and about
    different ones.
    """

    words: Set[str]
    shared: float
    part: float
    days_apart: int
    own_days_apart: int
    minutes_apart: int
    each_other: int
    joint: Concept | None
    clash: bool
    vague: bool

    @property
    def people(self) -> int:
        return sum(1 for word in self.words if word.startswith(NAME))


def in_common(a: Account, b: Account) -> tuple[Set[str], float]:
    """The words that both have, and what they weigh together."""
    words = a.bag & b.bag
    return words, sum(map(a.tokens.__getitem__, words))


def likeness(a: Account, b: Account, common: tuple[Set[str], float] | None = None) -> Likeness:
    """`common` as `in_common` gives it, where that is known already."""
    words, shared = common or in_common(a, b)
    total = a.total if a.total < b.total else b.total
    joint = None
    if a.bits.joint & b.bits.joint:
        known = lexicon().concepts
        concepts = [known[word[1:]] for word in words if word[0] == CONCEPT]
        joint = max((concept for concept in concepts if concept.joint), key=lambda concept: concept.weight)
    own = (a.first if a.first > b.first else b.first) - (a.last if a.last < b.last else b.last)
    return Likeness(
        words=words,
        shared=shared,
        part=min(1.0, shared / (total if total > LEAST_TOTAL else LEAST_TOTAL)),
        days_apart=days_apart(a, b),
        own_days_apart=own if own > 0 else 0,
        minutes_apart=abs(a.minute - b.minute) if a.minute >= 0 <= b.minute and a.first == b.first else -1,
        each_other=(b.kind in a.kinds) + (a.kind in b.kinds),
        joint=joint,
        clash=joint is None and a.bits.weighty and b.bits.weighty,
        vague=a.first != a.last or b.first != b.last,
    )


def days_apart(a: Account, b: Account) -> int:
    """Between the nearest days that the two may be about."""
    apart = (a.low if a.low > b.low else b.low) - (a.high if a.high < b.high else b.high)
    if apart > 0 and (a.named or b.named):
        for day in a.named:
            apart = min(apart, max(b.low - day, day - b.high), *(abs(day - other) for other in b.named))
        for day in b.named:
            apart = min(apart, max(a.low - day, day - a.high))
    return apart if apart > 0 else 0


def features(found: Likeness) -> tuple[float, ...]:
    """The figures a proposal is weighed by, each about 0..1; `WEIGHTS` in `duplicates` follows this order."""
    time = found.minutes_apart
    return (
        min(found.shared, 8.0) / 8.0,
        found.part,
        found.each_other / 2.0,
        found.joint.weight / 3.0 if found.joint else 0.0,
        1.0 if found.clash else 0.0,
        min(found.days_apart, 3) / 3.0,
        1.0 if 0 <= time <= _SAME_TIME_MINUTES else 0.5 if 0 <= time <= _NEAR_MINUTES else 0.0,
        1.0 if time > _FAR_MINUTES else 0.4 if time > _NEAR_MINUTES else 0.0,
        1.0 if found.vague else 0.0,
    )
