"""What one agency says it sent or told, and another says it never had: weeks may lie between."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from desktop_app.common.progress import Progress
from desktop_app.services.merging.account import CONCEPT, Account
from desktop_app.services.merging.lexicon import Axis, Side, lexicon

_BEFORE = 3  # days that the denial may be dated before the sending
_LOOK_AT_MOST = 150  # accounts, walking back from the denial
_KEEP = 2  # of the sendings that a denial may speak of, the likeliest
_EVERY = 64


def sendings(accounts: Sequence[Account], progress: Progress) -> Iterator[tuple[Account, Account, Axis, float]]:
    """(who says it was sent, who says it was not, axis, worth 0..1). `accounts` by first day. Raises CancelledError."""
    for axis in lexicon().axes.values():
        if axis.about != "sending":
            continue
        yes, no = Side(axis.id, yes=True), Side(axis.id, yes=False)
        senders = [account for account in accounts if yes in account.sides]
        firsts = [account.first for account in senders]
        deniers = [account for account in accounts if no in account.sides]
        for done, denier in enumerate(deniers):
            if done % _EVERY == 0:
                progress.step(done, len(deniers), "Looking for what never arrived")
            end = bisect_left(firsts, denier.first + _BEFORE + 1)
            start = bisect_left(firsts, denier.first - axis.days)
            found = [
                (worth, sender)
                for sender in senders[max(start, end - _LOOK_AT_MOST) : end]
                if no not in sender.sides and (worth := _worth(sender, denier, axis))
            ]
            found.sort(key=lambda pair: -pair[0])
            yield from ((sender, denier, axis, worth) for worth, sender in found[:_KEEP])


def _worth(sender: Account, denier: Account, axis: Axis) -> float:
    if sender.event.agency == denier.event.agency:
        return 0.0
    to, of = denier.kind in sender.kinds, sender.kind in denier.kinds
    if not (to or of) and sender.kinds.isdisjoint(denier.kinds):
        return 0.0  # neither speaks of the other, nor both of a third
    shared = sender.bag & denier.bag
    weight = sum(map(sender.tokens.__getitem__, shared))
    concept = any(word[0] == CONCEPT for word in shared)
    third = not to and not of and concept and bool(sender.kinds & denier.kinds)  # both speak of the one it went to
    if not (to or of or third) or (not concept and weight < 0.6 and not (to and of)):
        return 0.0
    near = 1.0 - max(denier.first - sender.first, 0) / (axis.days + 1)
    return 0.3 + 0.12 * to + 0.12 * of + 0.16 * min(weight, 3.0) / 3.0 + 0.1 * concept + 0.2 * near
