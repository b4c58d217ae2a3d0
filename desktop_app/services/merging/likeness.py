"""How alike two accounts are, as figures that a sentence can be made of."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.services.merging.account import CONCEPT, Account
from desktop_app.services.merging.lexicon import Concept, lexicon
from desktop_app.services.merging.names import NAME

_LEAST_TOTAL = 3.0  # weight: three ordinary words; a shorter account is compared as if it had as many
_NEAR_MINUTES, _SAME_TIME_MINUTES, _FAR_MINUTES = 90, 20, 240


@dataclass(frozen=True, slots=True)
class Likeness:
    """`shared` weight of the words both have, `part` of the shorter account that is (0..1).

    `days_apart` between the nearest days they are about, `own_days_apart` between their own dates; `minutes_apart` -1
    when a time is missing; `each_other` 0..2: how many of the two name the other's agency; `joint` the weightiest
    thing of which several agencies record one occasion, None without; `clash`: each is about such a thing, and about
    different ones.
    """

    words: frozenset[str]
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


def likeness(a: Account, b: Account) -> Likeness:
    words = a.tokens.keys() & b.tokens.keys()
    weights = a.tokens
    shared = sum([weights[word] for word in words])
    known = lexicon().concepts
    concepts = [known[word[1:]] for word in words if word[0] == CONCEPT]
    joint = max((c for c in concepts if c.joint), key=lambda c: c.weight, default=None)
    days = _apart(a, b)
    own = max(a.first, b.first) - min(a.last, b.last)
    return Likeness(
        words=frozenset(words),
        shared=shared,
        part=min(1.0, shared / max(min(a.total, b.total), _LEAST_TOTAL)),
        days_apart=days,
        own_days_apart=max(own, 0),
        minutes_apart=abs(a.minute - b.minute) if min(a.minute, b.minute) >= 0 and a.first == b.first else -1,
        each_other=(b.kind in a.kinds) + (a.kind in b.kinds),
        joint=joint,
        clash=joint is None and _has_joint(a) and _has_joint(b),
        vague=a.first != a.last or b.first != b.last,
    )


def _apart(a: Account, b: Account) -> int:
    if len(a.about) == 1 and len(b.about) == 1:
        return abs(a.first - b.first)
    return min(abs(day - other) for day in a.about for other in b.about)


def _has_joint(account: Account) -> bool:
    known = lexicon().concepts
    return any(word[0] == CONCEPT and known[word[1:]].joint and known[word[1:]].weight >= 2.0 for word in account.words)


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
