"""The register's matcher: finds every registered name, however it is written, with source offsets.

Overlapping matches are collected first and resolved afterwards: leftmost-longest engines lose nested names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import ahocorasick

from desktop_app.anonymise.containers import Containers
from desktop_app.anonymise.fold import Folded, streams
from desktop_app.anonymise.fuzzy import Misspellings
from desktop_app.anonymise.matcher import Judge, Place
from desktop_app.anonymise.nearly import misread, misspelt, nicknames_that_resemble, turned
from desktop_app.anonymise.resolve import Match, joined, resolve
from desktop_app.anonymise.variants import PEOPLE, Variant, familiar_forms, name_tokens, variants
from desktop_app.domain.people import RegisterEntry

_GOES_ON = re.compile(r"'(?!s\b)[a-z]")  # "Siobhan O" is not a name in "Siobhan O'Connor"
_SHORT = re.compile(r"(?<![^\W\d_])[a-z]{2,3}(?![^\W\d_])")  # initials and the like: whole words or nothing
_PLURAL = re.compile(r"(?:es|s)(?![a-z])")

__all__ = ["Match", "Register"]


# A sum of a file's bytes, as our own tables print it: "ada" between its figures is nobody.
_SUM = re.compile(r"(?<!\w)(?=(?:[a-f]*\d){4})[\da-f]{12,64}(?!\w)")
_LONGEST_SUM = 64


def _in_a_sum(folded: str, start: int, end: int) -> bool:
    """Does the slice stand between figures, inside a hexadecimal number of twelve places or more?"""
    if not (folded[start - 1 : start].isdigit() or folded[end : end + 1].isdigit()):
        return False
    near = _SUM.finditer(folded, max(0, start - _LONGEST_SUM), end + _LONGEST_SUM)
    return any(found.start() <= start and end <= found.end() for found in near)


class Register:
    """Immutable once built; `find` may be called from any thread."""

    def __init__(self, entries: Iterable[RegisterEntry]) -> None:
        self.entries = {entry.uid: entry for entry in entries}
        self._tokens = {uid: name_tokens(entry) for uid, entry in self.entries.items()}
        self._familiar = {uid: familiar_forms(entry) for uid, entry in self.entries.items()}
        forms: dict[str, dict[str, Variant]] = {}
        for entry in self.entries.values():
            for form, variant in variants(entry):
                if sum(c.isalnum() for c in form) < 2:
                    continue
                known = forms.setdefault(form, {}).get(variant.uid)
                if known is None or (variant.sure and not known.sure):
                    forms[form][variant.uid] = variant
        self.forms: dict[str, tuple[Variant, ...]] = {form: tuple(found.values()) for form, found in forms.items()}
        self._engine = ahocorasick.Automaton()
        for form in self.forms:
            if not _SHORT.fullmatch(form):
                self._engine.add_word(form, form)
        if len(self._engine):
            self._engine.make_automaton()
        self._misspellings = Misspellings(self._single_names())

    def _single_names(self) -> dict[str, tuple[str, ...]]:
        names: dict[str, tuple[str, ...]] = {}
        for uid, entry in self.entries.items():
            if entry.kind in PEOPLE or (entry.pseudonym and entry.kind == "place"):
                for token in self._tokens[uid]:
                    names[token] = (*names.get(token, ()), uid)
        return names

    def is_named(self, uid: str) -> bool:
        """Is the entry a body, organisation, school or place that is named as it is?"""
        entry = self.entries[uid]
        return entry.kind not in PEOPLE and not entry.pseudonym

    def is_form(self, folded: str) -> bool:
        """Is it, as it stands, a sure form of an entry that has to be replaced?"""
        return any(v.sure and not self.is_named(v.uid) for v in self.forms.get(folded, ()))

    def holds_a_name(self, folded: str) -> bool:
        """Is a form of an entry that has to be replaced, or a family's plural of one, among the words?"""
        words = folded.replace("-", " ").split()
        return folded in self.forms or any(
            self.is_form(word) or (word.endswith("s") and self.is_form(word[:-1])) for word in (folded, *words)
        )

    def find(self, text: str, *, misspellings: bool = True) -> list[Match]:
        """Sorted matches that do not overlap, in indices of `text`."""
        if not self.forms or not text:
            return []
        containers = Containers(text)
        judge = Judge(text, self.entries, self._tokens, self._familiar)
        found: list[Match] = []
        seen: set[tuple[int, int, str]] = set()
        for stream in streams(text):
            for place in self._places(text, stream, containers):
                key = (place.start, place.end, place.form)
                if key not in seen:
                    seen.add(key)
                    match = judge.judge(place, self.forms[place.form])
                    if match is not None:
                        found.append(match)
        if misspellings:
            found = list(nicknames_that_resemble(text, found, self._misspellings, self.entries))
            found += misspelt(text, found, self._misspellings, self.entries, self._tokens)
            found += misread(text, containers, self._misspellings, self.entries)
        found += turned(text, self.find, self.entries)
        return joined(text, resolve(found))

    def _places(self, text: str, stream: Folded, containers: Containers) -> Iterable[Place]:
        folded = stream.text
        for word in _SHORT.finditer(folded):
            if word.group() in self.forms and not _GOES_ON.match(folded, word.end()):
                if _in_a_sum(folded, word.start(), word.end()):
                    continue
                a, b = stream.source_start(word.start()), stream.source_end(word.end())
                yield Place(a, b, word.group(), False, containers.around(a, b))
        if not len(self._engine):
            return
        for last, form in self._engine.iter(folded):
            start, end = last - len(form) + 1, last + 1
            plural = False
            whole = not (start and folded[start - 1].isalpha() and form[0].isalpha())
            if whole and end < len(folded) and folded[end].isalpha() and form[-1].isalpha():
                suffix = _PLURAL.match(folded, end) if len(form) > 3 else None
                whole = plural = suffix is not None
                end = suffix.end() if suffix else end
            if not (whole or (containers and len(form) > 3)) or (whole and _GOES_ON.match(folded, end)):
                continue
            if _in_a_sum(folded, start, end):
                continue
            a, b = stream.source_start(start), stream.source_end(end)
            inside = containers.around(a, b) if containers else None
            if whole or inside:
                yield Place(a, b, form, plural, inside)
