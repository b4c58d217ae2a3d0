"""Why two accounts are put beside each other, in sentences that name nobody."""

from __future__ import annotations

from functools import lru_cache

from desktop_app.services.merging.account import Account
from desktop_app.services.merging.lexicon import lexicon
from desktop_app.services.merging.likeness import Likeness


def reasons_for(a: Account, b: Account, found: Likeness, ratio: float) -> tuple[str, ...]:
    """`ratio` is how alike their words are, 0..100."""
    said = [_when(a, b, found)]
    if found.joint is not None:
        said.append(f"Both say “{found.joint.words}”")
    if found.people:
        said.append("Both name 1 person" if found.people == 1 else f"Both name {found.people} people")
    if found.each_other:
        said.append("Each names the other’s agency" if found.each_other == 2 else "One names the other’s agency")
    said.append(f"{ratio:.0f} of 100 alike in words")
    return tuple(said)


def reasons_against(a: Account, b: Account, found: Likeness) -> tuple[str, ...]:
    said = []
    if found.own_days_apart:
        said.append(dates_differ(found))
    if found.minutes_apart > 90:
        said.append(f"Times differ by {_span(found.minutes_apart)}")
    said += [lexicon().axes[axis].ask[:1].upper() + lexicon().axes[axis].ask[1:] for axis in opposed(a, b)]
    return tuple(said)


def opposed(a: Account, b: Account) -> tuple[str, ...]:
    """Axes on which one account says yes and the other no, and neither says both."""
    bits = (a.bits.yes & b.bits.no) | (a.bits.no & b.bits.yes)
    return _axes(bits) if bits else ()


@lru_cache(maxsize=4096)
def _axes(bits: int) -> tuple[str, ...]:
    return tuple(axis for number, axis in enumerate(lexicon().axes) if bits >> number & 1)


def _when(a: Account, b: Account, found: Likeness) -> str:
    if found.vague:
        return "The dates overlap" if not found.days_apart else f"{_days(found.days_apart)} apart".capitalize()
    if not found.own_days_apart:
        if found.minutes_apart < 0:
            return "Same day"
        return f"Same day, {_span(found.minutes_apart)} apart" if found.minutes_apart else "Same day and time"
    if not found.days_apart:
        return "The words of one name the day of the other"
    return f"{_days(found.own_days_apart).capitalize()} apart"


def dates_differ(found: Likeness) -> str:
    return f"Dates differ by {_days(found.own_days_apart)}"


def _days(days: int) -> str:
    return "a day" if days == 1 else f"{days} days"


def _span(minutes: int) -> str:
    if minutes < 90:
        return "1 minute" if minutes == 1 else f"{minutes} minutes"
    return f"{minutes / 60:.0f} hours"
