"""Which words of a finding are accounted for: surfaces that were decided, coarsened or our own, as laid out."""

from __future__ import annotations

import re
from collections.abc import Iterable

import ahocorasick

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.as_written import as_written, is_bound
from desktop_app.anonymise.fold import fold, fold_surface, streams
from desktop_app.anonymise.pairs import acts_although_ordinary
from desktop_app.anonymise.tokens import CONNECTORS, FUNCTION_WORDS, NEVER_NAMES, TOKEN, base_of

_POSSESSIVE = re.compile(r"'(?:s\b)?")


class Surfaces:
    """A set of folded surfaces, found in a text as whole words, across line breaks and line-end hyphens.

    Those that are bound to their capitals (`anonymise.as_written`) are found only where they are written so.
    """

    def __init__(self, surfaces: Iterable[str]) -> None:
        folded = {surface: fold_surface(surface) for surface in surfaces}
        self._bound = frozenset(filter(is_bound, folded))
        self._free = frozenset(form for surface, form in folded.items() if surface not in self._bound)
        self.forms = frozenset(folded.values()) - {""}
        self._engine = ahocorasick.Automaton()
        for form in self.forms:
            self._engine.add_word(form, form)
        if self.forms:
            self._engine.make_automaton()

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, form) of every occurrence in source indices; occurrences may overlap."""
        if not self.forms:
            return []
        found = []
        for stream in streams(text):
            folded = stream.text
            for last, form in self._engine.iter(folded):
                start, end = last - len(form) + 1, last + 1
                if start and folded[start - 1].isalnum() and form[0].isalnum():
                    continue
                if end < len(folded) and folded[end].isalnum() and form[-1].isalnum():
                    continue
                possessive = _POSSESSIVE.match(folded, end)
                end = possessive.end() if possessive else end
                place = stream.source_start(start), stream.source_end(end)
                if form in self._free or as_written(text[slice(*place)]) in self._bound:
                    found.append((*place, form))
        return found

    def cover(self, text: str) -> bytearray:
        """One byte a character of `text`: 1 where an allowed surface stands."""
        covered = bytearray(len(text) + 1)
        for start, end, _ in self.find(text):
            covered[start:end] = b"\x01" * (end - start)
        return covered


def says_nothing(word: str) -> bool:
    """Is the word, on its own, nobody's: a word of the field, a connecting word, a title, a bare possessive?"""
    base = base_of(word)
    if base in lexicon.allowed() or base in FUNCTION_WORDS or base in NEVER_NAMES or base in CONNECTORS or base == "s":
        return True
    return base.endswith("s") and base[:-1] in lexicon.allowed()


def unaccounted(text: str, start: int, end: int, covered: bytearray, *, part: bool = False) -> bool:
    """Does the slice hold a word that is neither covered nor nobody's?

    `part`: a known name was in the slice and explains it, so that ordinary words beside it count for nothing.
    """
    for token in TOKEN.finditer(text, start, end):
        word = token.group()
        if all(covered[token.start() : token.end()]):
            continue
        if says_nothing(word) and not acts_although_ordinary(text, word, token.end()):
            continue
        base = base_of(word)
        if part and lexicon.is_word(base) and not _may_be_a_name(word, base):
            continue
        return True
    return False


def _may_be_a_name(word: str, base: str) -> bool:
    """May an ordinary word beside a known name be another? In small letters only what is met as a name there."""
    if word.islower():
        return base in lexicon.given_names() or base in lexicon.name_words()
    return lexicon.is_name(base) or base in lexicon.places()


def folded_phrases() -> frozenset[str]:
    """Phrases of the field, folded."""
    return frozenset(fold(phrase) for phrase in lexicon.field_phrases())
