"""What can be said of a recovery share while somebody types it, and of the shares a file was given; nothing is opened.

All of it is in the share's own words and in the file's header, which anybody may read.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path

from shamir_mnemonic import MnemonicError, Share
from shamir_mnemonic.wordlist import WORDLIST

from desktop_app.storage.header import read_header
from desktop_app.storage.keyslots import SHARES, Slot
from desktop_app.storage.shares import SharePlan, whole_words

SHARE_WORDS = 23  # of a share of 160 bits, SLIP-39
_KNOWN = frozenset(WORDLIST)


@dataclass(frozen=True, slots=True)
class ShareSheet:
    """A whole share, as its first words say: the set it is of, its number in it (from 1), how many open together."""

    set_id: int
    number: int
    needed: int


def read_sheet(text: str) -> ShareSheet | None:
    """None when the words do not add up to one."""
    try:
        share = Share.from_mnemonic(whole_words(text))
    except (MnemonicError, ValueError):
        return None
    return ShareSheet(share.identifier, share.index + 1, share.member_threshold)


def stray_word(text: str) -> tuple[int, str, str] | None:
    """The first word (its number from 1, itself, the nearest known one or "") that no share has; None for none."""
    for number, (typed, whole) in enumerate(zip(text.split(), whole_words(text).split(), strict=True), start=1):
        if whole not in _KNOWN:
            alike = [known for known in WORDLIST if known[0] == whole[0]]  # the first letter is rarely the wrong one
            near = difflib.get_close_matches(whole, alike, n=1, cutoff=0.7)
            return number, typed, near[0] if near else ""
    return None


def plan_of(path: Path) -> SharePlan | None:
    """The shares that open a file; None when it has none. Raises UserError when it is no review and the like."""
    slots = read_header(path).header.slots
    return next((slot.plan for slot in slots if isinstance(slot, Slot) and slot.kind == SHARES), None)
