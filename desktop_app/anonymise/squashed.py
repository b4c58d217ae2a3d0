"""Names whose letters were set apart or run together, by a writer or on the way into a file: "Dray cott", "D-r-a-y"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

import ahocorasick

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.fold import Folded, streams
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.resolve import Match
from desktop_app.anonymise.spelt import SPACED
from desktop_app.anonymise.variants import Part

HOW = "a registered name, its letters set apart"
_SHORTEST = 6
_SHORTEST_SPACED = 3  # where every letter stands alone, chance explains nothing
_LETTERS = re.compile(r"[a-z]+")
# A name with an initial beside it: the name alone is looked for anyway, and the letter would be found in "Ms Osei" (an
# S. Osei) and in "Callum's" (a Callum S.).
_WITH_AN_INITIAL = frozenset({Part.INITIAL_SURNAME, Part.GIVEN_INITIAL})


class SquashedNames:
    """Registered names found in the letters of a text alone: six of them or more, or three where each stands alone."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._engine = ahocorasick.Automaton()
        self._short: dict[str, str] = {}
        for form, found in register.forms.items():
            owners = [v for v in found if v.sure and not register.is_named(v.uid)]
            owner = next((v.uid for v in owners), None)
            letters = "".join(_LETTERS.findall(form))
            if owner and len(letters) >= _SHORTEST_SPACED:
                self._short.setdefault(letters, owner)
            whole = any(v.part not in _WITH_AN_INITIAL for v in owners)
            if owner and whole and len(letters) >= _SHORTEST and letters not in lexicon.words():
                self._engine.add_word(letters, (letters, owner))
        if len(self._engine):
            self._engine.make_automaton()

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """(start, end, uid) in source indices, of names that are not whole words as they stand.

        A name made of the ends of ordinary words ("and reasons" holds an Andrea) is none.
        """
        folded = streams(text)[0]
        yield from self._letter_by_letter(folded)
        if not len(self._engine):
            return
        joined = "".join(_LETTERS.findall(folded.text))
        found = list(self._engine.iter(joined))
        if not found:
            return
        places: list[int] = []
        words: list[tuple[int, int]] = []  # of each letter: where its word starts and ends among the letters
        for run in _LETTERS.finditer(folded.text):
            first = len(places)
            places.extend(range(run.start(), run.end()))
            words.extend([(first, len(places))] * (run.end() - run.start()))
        for last, (name, uid) in found:
            start, end = last - len(name) + 1, last + 1
            if self._cut(joined, words[start], start, end) or self._cut(joined, words[last], start, end):
                continue
            yield folded.source_start(places[start]), folded.source_end(places[last] + 1), uid

    def _letter_by_letter(self, folded: Folded) -> Iterator[tuple[int, int, str]]:
        """Names in a run of single letters: the longest that begins at each letter, one after the other."""
        for run in SPACED.finditer(folded.text):
            places = [run.start() + m.start() for m in _LETTERS.finditer(run.group())]
            letters = "".join(folded.text[i] for i in places)
            at = 0
            while at < len(letters):
                ends = range(len(letters), at + _SHORTEST_SPACED - 1, -1)
                end = next((end for end in ends if letters[at:end] in self._short), 0)
                if end:
                    uid = self._short[letters[at:end]]
                    yield folded.source_start(places[at]), folded.source_end(places[end - 1] + 1), uid
                at = max(end, at + 1)

    def doubtful(self, text: str, matches: Iterable[Match]) -> tuple[list[Match], list[Match]]:
        """(`matches` that stay, matches for a person to decide) where names with their letters set apart stand.

        What the register's matcher accounts for is left to it; a match that takes only a piece of such a name goes.
        """
        kept = list(matches)
        covered = bytearray(len(text) + 1)
        for match in kept:
            covered[match.start : match.end] = b"\x01" * (match.end - match.start)
        joined: list[tuple[int, int, tuple[str, ...]]] = []
        for start, end, uid in sorted(self.find(text)):
            if all(covered[i] for i in range(start, end) if text[i].isalnum()):
                continue
            if joined and start < joined[-1][1]:
                first, last, owners = joined[-1]
                joined[-1] = first, max(last, end), tuple(dict.fromkeys((*owners, uid)))
            else:
                joined.append((start, end, (uid,)))
        kept = [m for m in kept if not any(m.start < end and start < m.end for start, end, _ in joined)]
        return kept, [self._match(*place) for place in joined]

    def _match(self, start: int, end: int, owners: tuple[str, ...]) -> Match:
        return Match(start, end, owners[0], self._register.entries[owners[0]].kind, HOW, False, owners)

    @staticmethod
    def _cut(joined: str, word: tuple[int, int], start: int, end: int) -> bool:
        """Does the name take only a part of an ordinary word?"""
        first, last = word
        if first >= start and last <= end:
            return False
        return lexicon.is_word(joined[first:last], True)


@functools.lru_cache(4)
def squashed_names(register: Register) -> SquashedNames:
    """Those of a register that many texts are searched for."""
    return SquashedNames(register)
