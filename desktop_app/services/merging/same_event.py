"""Are two accounts of one event? Weighed by a few figures; weights fitted on a labelled set, see tests/merging."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from desktop_app.services.merging.account import Account
from desktop_app.services.merging.likeness import LEAST_TOTAL, Likeness, features

# In the order of `features`, then the letters' likeness. Fitted by logistic regression on the tuned half of the
# labelled pairs against 600 pairs of different events put on one day, then rounded; the tests measure the other half.
_WEIGHTS = (8.5, 5.4, 3.2, 1.0, -0.4, -4.0, 1.0, -1.0, 0.3)
_LETTERS, _BIAS = 7.0, -11.2
PROPOSE = 0.2
_CERTAIN = 0.85
_LETTERS_AT_MOST = 0.52  # how alike letters are when no word is shared that tells; words shared add to it
_HOPELESS = -1.45  # sum that no other figure would lift to a proposal
_LEAST_SHARED = 0.9  # weight: below it nothing is weighed


def promising(a: Account, b: Account, shared: float) -> bool:
    """Cheap, and true for all that `same_event` would propose: a bound from the weight they share."""
    if shared < _LEAST_SHARED:
        return False
    least = a.total if a.total < b.total else b.total
    part = shared / (least if least > LEAST_TOTAL else LEAST_TOTAL)
    bound = _BIAS + _WEIGHTS[0] * shared / 8.0 + _WEIGHTS[1] * part + _LETTERS * (_LETTERS_AT_MOST + part / 2.0)
    if b.kind in a.kinds:
        bound += _WEIGHTS[2] / 2.0
    if a.kind in b.kinds:
        bound += _WEIGHTS[2] / 2.0
    if a.bits.joint & b.bits.joint:
        bound += _WEIGHTS[3]
    if a.minute >= 0 <= b.minute:
        bound += _WEIGHTS[6]
    if (a.low > b.high or b.low > a.high) and not a.named and not b.named:
        bound += _WEIGHTS[5] / 3.0  # at least a day apart
    return bound >= _HOPELESS


def same_event(a: Account, b: Account, found: Likeness) -> tuple[float, float]:
    """How likely, 0..1, and how alike in words, 0..100 (both 0 when too little is shared)."""
    if found.shared < _LEAST_SHARED:
        return 0.0, 0.0
    from rapidfuzz import fuzz  # only where accounts are compared: not a cost of opening a review

    ratio = fuzz.token_set_ratio(a.plain, b.plain)
    total = _BIAS + _LETTERS * ratio / 100.0
    for weight, figure in zip(_WEIGHTS, features(found), strict=True):
        total += weight * figure
    return 1.0 / (1.0 + math.exp(-total)), ratio


def best_matches(scored: Sequence[tuple[Account, Account, float]]) -> Iterable[int]:
    """Places in `scored` to propose: an account rarely has two counterparts in one agency, so the best go first."""
    best: dict[tuple[str, str], float] = {}
    for a, b, score in scored:
        for one, other in ((a, b), (b, a)):
            key = (one.event.uid, other.event.agency)
            best[key] = max(best.get(key, 0.0), score)
    for place, (a, b, score) in enumerate(scored):
        beaten = [score < best[one.event.uid, other.event.agency] for one, other in ((a, b), (b, a))]
        if not any(beaten) or (not all(beaten) and score >= _CERTAIN):
            yield place
