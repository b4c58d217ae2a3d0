"""Phrases found in a list of words: longest first, and "~" for up to two words between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop_app.services.merging.words import STOPS, stem, words_of

T = TypeVar("T")
GAP = "~"
_GAP_MOST = 2


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """Words `start`..`end` (end not included) are a phrase that means `what`."""

    start: int
    end: int
    what: T


class Phrases(Generic[T]):
    """Word for word over stems; by the first word of each phrase, so that a text costs one look-up a word."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, what in entries:
            parts = _parts(phrase)
            if parts:
                self._by_first.setdefault(parts[0], []).append((parts[1:], what))
        for choices in self._by_first.values():
            choices.sort(key=lambda choice: (-len(choice[0]), GAP in choice[0]))

    def find(self, stems: Sequence[str]) -> list[Found[T]]:
        """Every place where a phrase stands; of those that begin at one word, the longest. None overlap."""
        found: list[Found[T]] = []
        by_first = self._by_first
        free = 0  # the first word that no phrase holds yet
        for at, word in enumerate(stems):
            if word not in by_first or at < free:
                continue
            for rest, what in by_first[word]:
                free = _match(rest, stems, at + 1) if rest else at + 1
                if free:
                    found.append(Found(at, free, what))
                    break
        return found


def _parts(phrase: str) -> tuple[str, ...]:
    return tuple(GAP if part == GAP else stem(word) for part in phrase.split() for word in _words(part))


def _words(part: str) -> list[str]:
    return [GAP] if part == GAP else words_of(part)


def _match(rest: tuple[str, ...], stems: Sequence[str], at: int) -> int:
    """Where the phrase ends, 0 when it does not go on like this."""
    for number, part in enumerate(rest):
        if part == GAP:
            ends = (_match(rest[number + 1 :], stems, at + skip) for skip in range(_GAP_MOST + 1))
            return next((end for end in ends if end), 0)
        if at >= len(stems) or stems[at] != part or part in STOPS:
            return 0
        at += 1
    return at
