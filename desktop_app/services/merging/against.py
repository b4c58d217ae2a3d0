"""Do two accounts speak against each other, and about the same thing?"""

from __future__ import annotations

from desktop_app.services.merging.account import CONCEPT, Account
from desktop_app.services.merging.explain import opposed
from desktop_app.services.merging.lexicon import Axis, Side, lexicon
from desktop_app.services.merging.likeness import Likeness, days_apart

_FULL = 3.0  # weight shared from which two accounts are plainly about one thing
_OTHER_TIMES = 90  # minutes: two visits rather than one


def contradictions_between(a: Account, b: Account, found: Likeness, same: float) -> list[tuple[Axis, float]]:
    """Axes on which they differ about one thing, each with how much it is worth asking (0..1)."""
    axes = lexicon().axes
    worth = []
    for name in opposed(a, b):
        axis = axes[name]
        if axis.about != "sending" and found.days_apart <= axis.days and _one_thing(axis, a, b, found, same):
            share = min(1.0, found.shared / _FULL)
            worth.append((axis, 0.4 + 0.25 * share + 0.15 * min(found.each_other, 1) + 0.2 * same))
    if not worth and same >= 0.5 and _denied(a, b):
        worth.append((Axis("denied", "one denies what the other says", "occasion", 1), 0.35 + 0.3 * same))
    return worth


def may_be_one_thing(a: Account, b: Account) -> bool:
    """Cheap, and true whenever `contradictions_between` could find anything."""
    apart = days_apart(a, b)
    if apart:
        axes = lexicon().axes
        if apart > max(axes[name].days for name in opposed(a, b)):
            return False
    return bool(
        a.bits.concepts & b.bits.concepts
        or b.kind in a.kinds
        or a.kind in b.kinds
        or (a.minute >= 0 and a.minute == b.minute)
        or "school-day" in opposed(a, b)
    )


def _one_thing(axis: Axis, a: Account, b: Account, found: Likeness, same: float) -> bool:
    if same >= 0.4:
        return True
    if axis.about == "school":
        return "school" in {a.kind, b.kind, *a.kinds, *b.kinds}
    other_time = found.minutes_apart > _OTHER_TIMES
    concepts = a.bits.concepts & b.bits.concepts
    if axis.about == "occasion":
        return not other_time and bool(concepts or found.each_other)
    if axis.about == "child":
        return bool(concepts or found.each_other or found.shared >= 1.0) or found.minutes_apart == 0
    return bool(concepts) or found.shared >= 1.0  # "matter"


def _denied(a: Account, b: Account) -> bool:
    telling = {word for word, weight in a.tokens.items() if weight >= 0.6} & b.tokens.keys()
    return any((word.lstrip(CONCEPT) in a.denied) != (word.lstrip(CONCEPT) in b.denied) for word in telling)


def side_of(account: Account, axis: str) -> bool | None:
    """True for yes, False for no, None for neither or both."""
    yes, no = Side(axis, yes=True) in account.sides, Side(axis, yes=False) in account.sides
    return None if yes == no else yes
