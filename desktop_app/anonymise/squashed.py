"""Names whose letters were set apart or run together on the way into a file: "Dray cott", "D-r-a-y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import ahocorasick

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.fold import Folded
from desktop_app.anonymise.register import Register

_SHORTEST = 6
_LETTERS = re.compile(r"[a-z]+")


class SquashedNames:
    """Registered names of six letters or more, found in the letters of a text alone."""

    def __init__(self, register: Register) -> None:
        self._engine = ahocorasick.Automaton()
        for form, found in register.forms.items():
            owner = next((v.uid for v in found if v.sure and not register.is_named(v.uid)), None)
            letters = "".join(_LETTERS.findall(form))
            if owner and len(letters) >= _SHORTEST and letters not in lexicon.words():
                self._engine.add_word(letters, (letters, owner))
        if len(self._engine):
            self._engine.make_automaton()

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """(start, end, uid) in source indices, of names that are not whole words as they stand.

        A name made of the ends of ordinary words ("and reasons" holds an Andrea) is none.
        """
        if not len(self._engine):
            return
        folded = Folded(text)
        letters: list[str] = []
        places: list[int] = []
        words: list[tuple[int, int]] = []  # of each letter: where its word starts and ends among the letters
        for run in _LETTERS.finditer(folded.text):
            first = len(places)
            places.extend(range(run.start(), run.end()))
            letters.append(run.group())
            words.extend([(first, len(places))] * (run.end() - run.start()))
        joined = "".join(letters)
        for last, (name, uid) in self._engine.iter(joined):
            start, end = last - len(name) + 1, last + 1
            if self._cut(joined, words[start], start, end) or self._cut(joined, words[last], start, end):
                continue
            yield folded.source_start(places[start]), folded.source_end(places[last] + 1), uid

    @staticmethod
    def _cut(joined: str, word: tuple[int, int], start: int, end: int) -> bool:
        """Does the name take only a part of an ordinary word?"""
        first, last = word
        if first >= start and last <= end:
            return False
        return lexicon.is_word(joined[first:last], True)
