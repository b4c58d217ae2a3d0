"""What the recognisers find in the parts of a finished file that nobody approved.

A part passes word by word: every finding must be made of surfaces that were approved, as laid out. A kept "Marsh Lane"
says nothing about a bare "Marsh".

Recognisers take most of the time that a file's proof takes, and have read the document once already: before it was
anonymised, as a whole. A part that holds nothing but the words of that document, in their order, is therefore not read
by them again: whole sentences of it are approved surfaces, in which no finding could fail, and its short ones are read
once for the file instead of on every page. One word more, or less, or in another place, and the part is read whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.allowance import Surfaces, says_nothing, unaccounted
from desktop_app.anonymise.detect import detect
from desktop_app.anonymise.gather import Queue
from desktop_app.anonymise.in_place import InPlace, Search
from desktop_app.anonymise.layout import SEPARATOR, located_texts
from desktop_app.anonymise.policy import NEVER_ASKED
from desktop_app.anonymise.profiles import Profile, Rung
from desktop_app.anonymise.result import FilePart
from desktop_app.anonymise.surfaces import sentences
from desktop_app.common.document import Document

_FINE_KINDS = frozenset({"date", "time", "age"})
_SMALL_NUMBER = re.compile(r"\W*\d{1,4}\W*")  # a page's: what it means, its line says


class Recognised:
    """Reads one part after the other, in the order of the file; `made_of` is the document that the file was made of."""

    def __init__(self, profile: Profile, surfaces: Surfaces, made_of: Document | None, queue: Queue) -> None:
        self._profile, self._surfaces, self._queue = profile, surfaces, queue
        self._made_of = made_of
        self._search = Search(InPlace(made_of)) if made_of is not None else None

    def look(self, part: FilePart, covered: bytearray) -> None:
        """Note what nobody approved. `covered`: which of its characters belong to what may stand."""
        if part.form:
            return
        if self._search is None:
            self._read(part.text, 0, covered, part.where)
            return
        lines: dict[tuple[int, int], None] = {}
        for start, end in self._search.left_over(part.text):
            if all(covered[i] for i in range(start, end) if part.text[i].isalnum()):
                continue
            word = part.text[start:end]
            if not (_SMALL_NUMBER.fullmatch(word) or says_nothing(word)):
                self._read(part.text, 0, covered, part.where)
                return
            lines.setdefault(_around(part.text, start, end))
        for first, last in lines:
            self._read(part.text[first:last], first, covered, part.where)

    def look_at_short_sentences(self) -> None:
        """Each that the document has, once: they are no surfaces of their own, too short to be known by their words."""
        if self._made_of is None:
            return
        said: dict[str, None] = {}
        for located in located_texts(self._made_of):
            said.update(dict.fromkeys(sentences(located.text.words)))
        text = SEPARATOR.join(words for words in said if not self._is_covered(words))
        self._read(text, 0, self._surfaces.cover(text), "its short sentences")

    def _is_covered(self, words: str) -> bool:
        covered = self._surfaces.cover(words)
        return all(covered[i] for i, char in enumerate(words) if char.isalnum())

    def _read(self, text: str, first: int, covered: bytearray, where: str) -> None:
        """`text` begins at character `first` of what `covered` is about."""
        own = covered[first : first + len(text) + 1]
        profile = self._profile
        for span in detect(text):
            fine = span.kind in _FINE_KINDS and profile.case_dates is not Rung.DAY and span.kind == "date"
            if span.kind in NEVER_ASKED or (span.tier > profile.asks_at and not fine):
                continue
            if _accounted(text, span.start, span.end, own, span.kind):
                continue
            if text[span.start : span.end] not in self._queue:
                self._queue.add(text, span.start, span.end, kind=span.kind, tier=span.tier, why=span.why, where=where)


def _accounted(text: str, start: int, end: int, covered: bytearray, kind: str) -> bool:
    if kind in _FINE_KINDS and "\n" in text[start:end]:
        return all(
            line.strip().isdigit() or all(covered[i] for i in range(at, at + len(line)) if text[i].isalnum())
            for at, line in _lines(text, start, end)
        )
    if kind in _FINE_KINDS or re.search(r"\d", text[start:end]):
        return all(covered[i] for i in range(start, end) if text[i].isalnum())
    return not unaccounted(text, start, end, covered)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """(start, words) of each line of a slice: cells of a table that a shape went across stand on lines of their own."""
    for line in text[start:end].split("\n"):
        yield start, line
        start += len(line) + 1


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The line that a slice stands on, with the line before and the one after."""
    first, last = text.rfind("\n", 0, start), text.find("\n", end)
    first = text.rfind("\n", 0, first) if first > 0 else first
    last = text.find("\n", last + 1) if last >= 0 else last
    return first + 1, last if last >= 0 else len(text)
