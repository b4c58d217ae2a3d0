"""Recovery shares: any k of n sheets together open a review, fewer tell nothing.

SLIP-39 (https://github.com/satoshilabs/slips/blob/master/slip-0039.md) by its reference implementation: each share is
23 English words, which carry their own number, how many are needed, which set they belong to, and a checksum.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from shamir_mnemonic import MnemonicError, Share, combine_mnemonics, generate_mnemonics
from shamir_mnemonic.wordlist import WORDLIST

from desktop_app.storage import refusals

_RAW = 20  # bytes, as the recovery key has
FEWEST, MOST = 2, 16  # SLIP-39 splits in 16 at most; one of n would be no share


@dataclass(frozen=True, slots=True)
class SharePlan:
    """`needed` of `made` open; `set_id` (15 bits) is in every share's first words."""

    needed: int
    made: int
    set_id: int

    @property
    def within_limits(self) -> bool:
        return FEWEST <= self.needed <= self.made <= MOST and 0 <= self.set_id < 1 << 15


def new_shares(needed: int, made: int) -> tuple[bytes, SharePlan, tuple[str, ...]]:
    """A fresh secret (20 bytes), its plan, and its shares. Raises ValueError for a plan out of limits."""
    if not SharePlan(needed, made, 0).within_limits:
        raise ValueError("share plan out of limits")
    raw = os.urandom(_RAW)
    (shares,) = generate_mnemonics(1, [(needed, made)], raw, iteration_exponent=0)  # 160 random bits need no stretching
    return raw, SharePlan(needed, made, Share.from_mnemonic(shares[0]).identifier), tuple(shares)


def read_shares(texts: tuple[str, ...], plan: SharePlan) -> bytes:
    """The secret. The first four letters of each word are enough; case does not matter.

    Raises UserError "share-mistyped" (saying which), "shares-of-another-set", "shares-too-few".
    """
    found: dict[int, str] = {}
    for number, text in enumerate(texts, start=1):
        words = whole_words(text)
        try:
            share = Share.from_mnemonic(words)
        except (MnemonicError, ValueError):
            raise refusals.share_mistyped(number) from None
        if (share.identifier, share.member_threshold) != (plan.set_id, plan.needed):
            raise refusals.share_of_another_set(number)
        found[share.index] = words
    if len(found) < plan.needed:
        raise refusals.shares_too_few(len(found), plan.needed)
    try:
        raw: bytes = combine_mnemonics(list(found.values())[: plan.needed])
    except MnemonicError:  # each is well formed, but they were never one secret
        raise refusals.share_of_another_set(len(texts)) from None
    return raw


def is_share(text: str) -> bool:
    """Whether this looks like a share rather than a recovery key: it is words, and many."""
    return len(text.split()) > 12


_BY_START = {word[:4]: word for word in WORDLIST}


def whole_words(text: str) -> str:
    """Each word in full, as the list has it; a word that is not on the list stays as it was typed."""
    return " ".join(_BY_START.get(word[:4], word) for word in text.lower().split())
