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
    """Word for word over stems; by the first two words of each phrase, so that a text costs a look-up or two a word."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, dict[str, list[tuple[tuple[str, ...], T]]]] = {}
        for phrase, what in entries:
            parts = _parts(phrase)
            if parts:
                second = parts[1] if len(parts) > 1 else ""
                self._by_first.setdefault(parts[0], {}).setdefault(second, []).append((parts[1:], what))
        for by_second in self._by_first.values():
            for choices in by_second.values():
                choices.sort(key=lambda choice: (-len(choice[0]), GAP in choice[0]))

    def find(self, stems: Sequence[str]) -> list[Found[T]]:
        """Every place where a phrase stands; of those that begin at one word, the longest. None overlap."""
        found: list[Found[T]] = []
        by_first = self._by_first
        free = 0  # the first word that no phrase holds yet
        last = len(stems) - 1
        for at in [at for at, word in enumerate(stems) if word in by_first]:
            if at >= free:
                by_second = by_first[stems[at]]
                end, what = _longest(by_second.get(stems[at + 1], ()) if at < last else (), stems, at)
                if GAP in by_second:
                    gapped, other = _longest(by_second[GAP], stems, at)
                    end, what = (gapped, other) if gapped > end else (end, what)
                if not end and "" in by_second:
                    end, what = at + 1, by_second[""][0][1]
                if end and what is not None:
                    found.append(Found(at, end, what))
                    free = end
        return found


def _longest(
    choices: Sequence[tuple[tuple[str, ...], T]], stems: Sequence[str], at: int
) -> tuple[int, T] | tuple[int, None]:
    """Where the first of `choices` that stands at `at` ends, and what it means; 0 when none does."""
    for rest, what in choices:
        end = _match(rest, stems, at + 1)
        if end:
            return end, what
    return 0, None


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
