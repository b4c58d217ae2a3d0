"""Registered names that stand in the parts of a finished file: as matched, squashed, and from one part to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.allowance import Surfaces, folded_phrases
from desktop_app.anonymise.as_written import surface_key
from desktop_app.anonymise.gather import Queue
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.resolve import Match
from desktop_app.anonymise.result import FilePart
from desktop_app.anonymise.squashed import HOW, squashed_names
from desktop_app.anonymise.surfaces import own_words

_BETWEEN_PARTS = "\n"
_REACH = 300  # characters either side of where two parts meet: more than any name has
_SHORTEST_FORM = 4  # letters
_ACROSS = "across parts of the file"


class RegisteredNames:
    """Looks through one part after the other, and notes what nobody approved."""

    def __init__(self, register: Register, allowed: frozenset[str], queue: Queue) -> None:
        self._register, self._allowed, self._queue = register, allowed, queue
        self._squashed = squashed_names(register)
        self._quiet: dict[tuple[str, bool], bytearray] = {}
        self._noted = 0
        # What may stand: approved surfaces, pseudonyms and descriptors, bodies named as they are, the field's phrases.
        self.surfaces = Surfaces({*allowed, *folded_phrases(), *own_words(register)})

    def look(self, part: FilePart) -> bytearray:
        """Note names in one part; returns which of its characters belong to what may stand.

        A table says the same in hundreds of its cells: what held nothing is not looked through again.
        """
        key = part.text, part.form
        if key in self._quiet:
            return self._quiet[key]
        noted = self._noted
        covered = self._look(part)
        if noted == self._noted:
            self._quiet[key] = covered
        return covered

    def _look(self, part: FilePart) -> bytearray:
        covered = self.surfaces.cover(part.text)
        matches = self._register.find(part.text, misspellings=not part.form)
        # "mark" and "will" as values of an attribute are nobody.
        telling = [m for m in matches if m.auto or not part.form or _is_no_word(part.text, m) or _is_all(part.text, m)]
        self._matches(part.text, telling, part.where, covered)
        for start, end, uid in self._squashed.find(part.text):
            if surface_key(part.text[start:end], self._register) in self._allowed:
                continue
            if not _all_covered(part.text, start, end, covered):
                self._add(part.text, start, end, (uid,), HOW, part.where)
        return covered

    def look_across(self, parts: Sequence[FilePart]) -> None:
        """Note names that begin in one part and end in another, where no other name was found.

        Names cut inside a word, too, in what was written; the words of a format stand beside each other by chance, and
        any two of them may make a name ("white" and "side" are both attributes).
        """
        if self._queue.undecided():
            return
        for text, borders in _meetings([part.text for part in parts]):
            matches = self._register.find(text, misspellings=False)
            crossing = [m for m in matches if any(m.start < border < m.end for border in borders)]
            if crossing:
                self._matches(text, crossing, _ACROSS, self.surfaces.cover(text))
        for text, borders in _meetings([part.text for part in parts if not part.form]):
            for start, end, uid in self._squashed.find(text):
                if any(start < border < end for border in borders):
                    self._add(text, start, end, (uid,), HOW, _ACROSS)

    def _matches(self, text: str, matches: Sequence[Match], where: str, covered: bytearray) -> None:
        for match in matches:
            if all(self._register.is_named(uid) for uid in match.owners):
                continue
            if surface_key(text[match.start : match.end], self._register) in self._allowed:
                continue
            if not match.auto and _all_covered(text, match.start, match.end, covered):
                continue
            self._add(text, match.start, match.end, match.owners, f"register: {match.how}", where)

    def _add(self, text: str, start: int, end: int, owners: tuple[str, ...], why: str, where: str) -> None:
        self._noted += 1
        kind = self._register.entries[owners[0]].kind
        self._queue.add(text, start, end, kind=kind, tier=1, why=why, where=where, owners=owners)


def _is_no_word(text: str, match: Match) -> bool:
    """Can the letters be nothing but a name, long enough that chance did not make them?"""
    surface = text[match.start : match.end]
    return len(surface) >= _SHORTEST_FORM and not lexicon.is_word(surface.lower(), True)


def _is_all(text: str, match: Match) -> bool:
    """Is the name, with its capital, all that there is: a key "Grace", where no standard has one?

    The words that the standards give never come here, and what a person chose to call "Grace" is as likely the child
    as the virtue. Whoever knows better keeps the word once, as anywhere else.
    """
    surface = text[match.start : match.end]
    return len(surface) >= _SHORTEST_FORM and surface == text.strip() and surface[0].isupper() and not surface.isupper()


def _all_covered(text: str, start: int, end: int, covered: bytearray) -> bool:
    return all(covered[i] for i in range(start, end) if text[i].isalnum())


def _meetings(texts: Sequence[str]) -> Iterator[tuple[str, list[int]]]:
    """(words around the ends of parts, where in them each ends); short parts whole, for a name may take several."""
    if not texts:
        return
    words, length, borders = [texts[0][-_REACH:]], min(len(texts[0]), _REACH), list[int]()
    for text in texts[1:]:
        borders.append(length)
        words += (_BETWEEN_PARTS, text[:_REACH])
        length += len(_BETWEEN_PARTS) + min(len(text), _REACH)
        if len(text) > _REACH:
            yield "".join(words), borders
            words, length, borders = [text[-_REACH:]], _REACH, []
    if borders:
        yield "".join(words), borders
