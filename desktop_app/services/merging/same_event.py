"""Are two accounts of one event? Weighed by a few figures; weights fitted on a labelled set, see tests/merging."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from desktop_app.services.merging.account import Account
from desktop_app.services.merging.likeness import Likeness, features

# In the order of `features`, then the letters' likeness. Fitted by logistic regression on the tuned half of the
# labelled pairs against 600 pairs of different events put on one day, then rounded; the tests measure the other half.
_WEIGHTS = (8.5, 5.4, 3.2, 1.0, -0.4, -4.0, 1.0, -1.0, 0.3)
_LETTERS, _BIAS = 7.0, -11.2
PROPOSE = 0.36
_CERTAIN = 0.85
_LEAST_SHARED = 0.9  # weight: below it nothing is weighed


def same_event(a: Account, b: Account, found: Likeness) -> tuple[float, float]:
    """How likely, 0..1, and how alike in words, 0..100 (0 when too little is shared for that to matter)."""
    if found.shared < _LEAST_SHARED:
        return 0.0, 0.0
    rest = _BIAS + sum(w * f for w, f in zip(_WEIGHTS, features(found), strict=True))
    if rest + _LETTERS < -2.0:
        return 0.0, 0.0
    from rapidfuzz import fuzz  # only where accounts are compared: not a cost of opening a review

    ratio = fuzz.token_set_ratio(a.plain, b.plain)
    return 1.0 / (1.0 + math.exp(-(rest + _LETTERS * ratio / 100.0))), ratio


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
