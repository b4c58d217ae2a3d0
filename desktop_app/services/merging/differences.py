"""Which words only one of two accounts has: marked where both stand side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.services.merging.lexicon import lexicon
from desktop_app.services.merging.words import stems_of

Span = tuple[int, int]
_WORD = re.compile(r"[^\W_]+(?:[’'.:/-][^\W_]+)*%?")
_SMALL = frozenset(
    (
        *("a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he"),
        *("her", "him", "his", "i", "in", "is", "it", "its", "me", "my", "not", "of", "on", "or", "she", "so", "that"),
        *("the", "their", "them", "they", "this", "to", "us", "was", "we", "were", "which", "who", "with"),
    )
)


def only_here(text: str, other: str) -> tuple[Span, ...]:
    """Spans of `text` (Python string indices) said in words that `other` has not. Small words alone are not marked."""
    if not other.strip():
        return ()  # nothing to compare with: all of it would be marked
    theirs = _meanings(other)
    words = [(match.start(), match.end(), match[0]) for match in _WORD.finditer(text)]
    shared = _in_both(words, other)
    marked = [
        number not in shared and not _meanings(word) & theirs and word.casefold() not in _SMALL
        for number, (_, _, word) in enumerate(words)
    ]
    small = [word.casefold() in _SMALL and not _meanings(word) & theirs for _, _, word in words]
    spans: list[Span] = []
    for number, (start, end, _word) in enumerate(words):
        between = small[number] and 0 < number < len(words) - 1 and marked[number - 1] and marked[number + 1]
        if not marked[number] and not between:
            continue
        if (
            spans
            and number
            and (marked[number - 1] or between or small[number - 1])
            and _joined(text, spans[-1], start)
        ):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(spans)


def _in_both(words: Sequence[tuple[int, int, str]], other: str) -> frozenset[int]:
    """Numbers of words that are part of a name the other has too, written otherwise: "strat disc"."""
    finder = lexicon().finder
    theirs = {found.what for found in finder.find(stems_of(other))}
    flat = [(stem, number) for number, (_, _, word) in enumerate(words) for stem in stems_of(word)]
    found = [each for each in finder.find([stem for stem, _ in flat]) if each.what in theirs]
    return frozenset(flat[at][1] for each in found for at in range(each.start, each.end))


def _joined(text: str, before: Span, start: int) -> bool:
    """Only a space, or nothing, between."""
    return not text[before[1] : start].strip()


def _meanings(text: str) -> frozenset[str]:
    """Stems, equal words as one; times and other figures whole: 14:05 shares nothing with 14:10."""
    known = lexicon()
    figures = frozenset(word for word in _WORD.findall(text) if word[0].isdigit())
    rest = " ".join(word for word in _WORD.findall(text) if word not in figures)
    return figures | frozenset(known.one.get(stem, stem) for stem in stems_of(rest))
