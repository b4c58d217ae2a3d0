"""One event under two dates: accounts too alike to be of different events, and days that do not meet."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from desktop_app.common.progress import Progress
from desktop_app.services.merging.account import Account
from desktop_app.services.merging.likeness import likeness
from desktop_app.services.merging.same_event import same_event

_RARE = 12  # events that may say a word for it to point at another event
_LEAST_WEIGHT = 0.9
_LEAST_WORDS = 2
_DAYS = 10
_ALIKE, _ALIKE_NEXT_DAY = 0.72, 0.93
_EVERY = 256


def other_days(accounts: Sequence[Account], progress: Progress) -> Iterator[tuple[Account, Account, float]]:
    """Pairs, and how likely they are one event but for the date. Raises CancelledError."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for place, account in enumerate(accounts):
        if account.first == account.last:
            for word, weight in account.tokens.items():
                if weight >= _LEAST_WEIGHT:
                    by_word[word].append(place)
    common: dict[tuple[int, int], int] = defaultdict(int)
    for done, places in enumerate(by_word.values()):
        if done % _EVERY == 0:
            progress.step(done, len(by_word), "Comparing the dates")
        if 1 < len(places) <= _RARE:
            for pair in combinations(places, 2):
                common[pair] += 1
    for (first, second), words in common.items():
        a, b = accounts[first], accounts[second]
        if words < _LEAST_WORDS or a.event.agency == b.event.agency or not _mistakable(a.first, b.first):
            continue
        found = likeness(a, b)
        if not found.days_apart:
            continue  # one names the other's day: no difference of dates
        likely, _ratio = same_event(a, b, replace(found, days_apart=0))
        if found.days_apart == 1 and not (found.joint is not None and found.joint.one_day):
            continue  # what happened one day is often heard of the next
        if likely >= (_ALIKE_NEXT_DAY if found.days_apart == 1 else _ALIKE):
            yield a, b, likely


def _mistakable(first: int, second: int) -> bool:
    """Days that one event may be written under: near, day and month changed round, or the wrong month or year."""
    if first == second:
        return False
    if abs(first - second) <= _DAYS:
        return True
    a, b = dt.date.fromordinal(first), dt.date.fromordinal(second)
    if a.year == b.year and a.day == b.month and a.month == b.day:
        return True
    return a.day == b.day and ((a.month == b.month and abs(a.year - b.year) == 1) or abs(first - second) <= 31)
