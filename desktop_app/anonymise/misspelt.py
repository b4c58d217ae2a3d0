"""Ordinary words with one slip in them, as in letters written by hand: "becuse", "diffrent", "pleese"."""

from __future__ import annotations

import functools

from desktop_app.anonymise import lexicon

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 6  # a shorter name is one letter away from a word too often


@functools.lru_cache(1 << 12)
def is_misspelt(base: str) -> bool:
    """Is a word that no dictionary has one slip away from an ordinary one that begins with the same letter?

    A slip is a letter left out, put in, changed, or two exchanged.
    """
    if len(base) < _SHORTEST or not (base.isascii() and base.isalpha()):
        return False
    words = lexicon.words()
    for i in range(1, len(base) + 1):
        head, tail = base[:i], base[i:]
        if any(head + letter + tail in words or head + letter + tail[1:] in words for letter in _LETTERS):
            return True
        if tail and (head + tail[1:] in words or (len(tail) > 1 and head + tail[1] + tail[0] + tail[2:] in words)):
            return True
    return False
