"""Abbreviations that the text itself spells out in ordinary words: "ABE (Achieving Best Evidence)" names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.result import Span

_SHORT = re.compile(r"[A-Z]{2,6}|[A-Z][a-z][A-Z]{1,4}|[A-Z][a-z][A-Z][a-z][A-Z]")
_SMALL_WORDS = frozenset(["of", "the", "and", "for", "in", "to", "on", "at", "or", "a", "an", "with", "by"])
_WORD = re.compile(r"[^\W\d_]+")
_AFTER = re.compile(r"[ \t]?(?:\(|[|:=–—\t]|- )[ \t]{0,2}(?:the )?(?P<words>[^\W\d_]+(?:[ -][^\W\d_]+){1,9})")
_BEFORE = re.compile(r"(?P<words>[^\W\d_]+(?:[ -][^\W\d_]+){1,9})[ ]?(?:\(|\|[ ])[ ]?$")
_FAR = 120
_BY_LOOKS = frozenset(["initials", "name", "organisation"])


def without_spelt_out(text: str, spans: list[Span]) -> list[Span]:
    """`spans` (in order, none overlapping) without the abbreviations that are spelt out somewhere in `text`."""
    shorts: dict[str, list[Span]] = {}
    for span in spans:
        if span.kind in _BY_LOOKS and _SHORT.fullmatch(text, span.start, span.end):
            shorts.setdefault(text[span.start : span.end], []).append(span)
    nobody = {short for short, found in shorts.items() if any(_is_spelt_out(text, at, spans) for at in found)}
    return [span for span in spans if text[span.start : span.end] not in nobody] if nobody else spans


def _is_spelt_out(text: str, short: Span, spans: list[Span]) -> bool:
    letters = text[short.start : short.end].upper()
    for start, end in _expansions(text, short, letters):
        words = [word.group().lower() for word in _WORD.finditer(text, start, end)]
        ordinary = all(word in _SMALL_WORDS or lexicon.is_word(word, True) for word in words)
        # "Grace May Hope (GMH)" is somebody, and so is whatever has its own finding.
        somebody = all(word in lexicon.surnames() for word in words if word not in _SMALL_WORDS)
        if ordinary and not somebody and not any(s.start < end and s.end > start for s in spans):
            return True
    return False


def _expansions(text: str, short: Span, letters: str) -> Iterator[tuple[int, int]]:
    """Where words stand beside `short` that begin with its letters."""
    after = _AFTER.match(text, short.end, short.end + _FAR)
    if after:
        words = list(_WORD.finditer(text, *after.span("words")))
        for count in range(2, len(words) + 1):
            if _begin_with(words[:count], letters):
                yield words[0].start(), words[count - 1].end()
    before = _BEFORE.search(text, max(0, short.start - _FAR), short.start)
    if before:
        words = list(_WORD.finditer(text, *before.span("words")))
        for count in range(2, len(words) + 1):
            if _begin_with(words[-count:], letters):
                yield words[-count].start(), words[-1].end()


def _begin_with(words: list[re.Match[str]], letters: str) -> bool:
    """Are these the words' first letters, with or without those of "of", "the" ...?"""
    every = "".join(word.group()[0] for word in words).upper()
    telling = "".join(word.group()[0] for word in words if word.group().lower() not in _SMALL_WORDS).upper()
    return letters in (every, telling)
