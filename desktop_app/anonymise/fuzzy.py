"""Misspellings of registered names: one or two letters off, or the same sound. Always for a person to decide."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

import jellyfish
from rapidfuzz import process
from rapidfuzz.distance import OSA

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.fold import fold, without_possessive
from desktop_app.anonymise.tokens import CALENDAR


@functools.lru_cache(1 << 16)
def _sound(word: str) -> str:
    return str(jellyfish.metaphone(word))


# One name, spelt from another script by two ears: Lakshmi and Laxmi, Kulthum and Kulthoum, Chaudhry and Choudhury.
_EARS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"ksh|x", "ks"),
        (r"[aeiou]h(?=[^aeiou]|$)", "a"),
        (r"(?<=[bcdgkpt])h", ""),
        (r"sch|sh|sz|ş|š", "s"),
        (r"ph", "f"),
        (r"q|ck|c(?=[aou])", "k"),
        (r"w", "v"),
        (r"ee|ea|ie|y|j(?=[^aeiou]|$)", "i"),
        (r"oo|ou|u", "u"),
        (r"au|ow|o", "o"),
        (r"[aeiou]+", "a"),
        (r"(.)\1+", r"\1"),
    )
)


@functools.lru_cache(1 << 14)
def _by_ear(word: str) -> str:
    for pattern, letter in _EARS:
        word = pattern.sub(letter, word)
    return word


def _letters(name: str) -> str:
    return name.replace("'", "").replace("-", "")


class Misspellings:
    """Looks a word up among the single names of the register; `names` maps a folded name to its owners' uids."""

    def __init__(self, names: Mapping[str, tuple[str, ...]]) -> None:
        self._owners: dict[str, tuple[str, ...]] = {}
        for name, owners in names.items():
            letters = _letters(name)
            if len(letters) >= 4 and letters.isalpha():
                self._owners[letters] = (*self._owners.get(letters, ()), *owners)
        self._names = list(self._owners)
        self._sounds: dict[tuple[str, str], list[str]] = {}
        for name in self._names:
            self._sounds.setdefault((name[0], _sound(name)), []).append(name)
        self._ears: dict[str, list[str]] = {}
        for name in self._names:
            if len(name) >= 5:
                self._ears.setdefault(_by_ear(name), []).append(name)
        self._seen: dict[str, tuple[str, tuple[str, ...]] | None] = {}

    def owners(self, word: str) -> tuple[str, tuple[str, ...]] | None:
        """(the name it resembles, its owners) of a word as written, or None."""
        if word not in self._seen:
            self._seen[word] = self._look_up(without_possessive(fold(word)))
        return self._seen[word]

    def _look_up(self, word: str) -> tuple[str, tuple[str, ...]] | None:
        if len(word) < 4 or not word[0].isalpha() or word in CALENDAR or lexicon.is_word(word, True):
            return None
        word = _letters(word)
        near = process.extract(word, self._names, scorer=OSA.distance, score_cutoff=2, limit=None)
        like = [name for name, distance, _ in near if distance <= (1 if len(name) < 8 else 2)]
        like += [name for name in self._sounds.get((word[0], _sound(word)), ()) if abs(len(name) - len(word)) <= 2]
        like += self._ears.get(_by_ear(word), ()) if len(word) >= 5 else ()
        if not like:
            return None
        return like[0], tuple(dict.fromkeys(uid for name in like for uid in self._owners[name]))
