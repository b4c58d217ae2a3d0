"""Which words of a finished file stand there as the anonymised document has them: the same words, in the same order.

Compared is what was read from the bytes, not what a writer meant to write. What a page does to a text is allowed for
(its lines, its columns, a text that goes on overleaf, what is said again at the head of every page), and nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator
from itertools import accumulate

from desktop_app.anonymise.layout import located_texts
from desktop_app.common.document import Document, Heading, Table, Text

_WORD = re.compile(r"\S+")
_FEWEST_WORDS = 4  # fewer are no proof of their place, unless they are all that is left of a text
_AHEAD = 12  # texts: a row of a wide table may go on with the next but eleven
_OPEN = 24  # places where a row that was cut may go on
_NEAR = 20_000  # characters either side of the last place
_Place = tuple[int, int]  # where it begins in a squeezed text, and how many characters of that it holds


class _Part:
    """One part of a file, its words without the white space between them."""

    __slots__ = ("at", "begins", "lines", "spans", "text")

    def __init__(self, source: str) -> None:
        self.spans = [match.span() for match in _WORD.finditer(source)]  # of each word, in the source
        self.at: list[int] = []  # of each word, where it begins in `text`
        self.lines: set[int] = set()  # where lines begin in `text`
        length = before = 0
        for start, end in self.spans:
            self.at.append(length)
            if not before or "\n" in source[before:start]:
                self.lines.add(length)
            length += end - start
            before = end
        self.text = "".join(source.split())
        self.begins = _begins(source.split())


class InPlace:
    """The texts of one anonymised document, to be found again in the parts of the file that was made of it."""

    def __init__(self, document: Document) -> None:
        said = [words for located in located_texts(document) if (words := located.text.words.split())]
        self.text = "".join("".join(words) for words in said)
        self.begins = b"".join(_begins(words) for words in said)
        ends = list(accumulate(sum(map(len, words)) for words in said))
        self.starts = [0, *ends][:-1]  # of each text
        self.ends = frozenset(ends)
        self.standing: dict[str, list[int]] = {}  # by their first word
        first = {tuple(words): start for words, start in zip(reversed(said), reversed(self.starts), strict=True)}
        for again in dict.fromkeys(tuple(text.words.split()) for text in _standing(document)):
            if again:
                self.standing.setdefault(again[0], []).append(first[again])


class Search:
    """Goes through the parts of a file, in their order, and the document side by side."""

    def __init__(self, known: InPlace) -> None:
        self._known = known
        self._at = 0  # where the last words found end
        self._open: deque[int] = deque(maxlen=_OPEN)

    def left_over(self, source: str) -> list[tuple[int, int]]:
        """The slices of a part that the document does not have there."""
        part = _Part(source)
        left: list[tuple[int, int]] = []
        number, may_jump = 0, True
        while number < len(part.at):
            place = self._found(part, number, may_jump)
            if place is None:
                may_jump = False
                left.append(part.spans[number])
                number += 1
                continue
            start, length = place
            self._at = start + length
            if self._at not in self._open:
                self._open.append(self._at)
            end = part.at[number] + length
            number = bisect_left(part.at, end)
            if number and part.at[number - 1] + _length(part.spans[number - 1]) > end:  # a mark after the last word
                first, last = part.spans[number - 1]
                left.append((first + end - part.at[number - 1], last))
        return left

    def _found(self, part: _Part, number: int, may_jump: bool) -> _Place | None:
        """The longest stretch of the document that the part has from its word `number` on."""
        known, i = self._known, part.at[number]
        word = part.text[i : i + _length(part.spans[number])]
        first = bisect_left(known.starts, self._at)
        likely = [*self._open, *known.starts[first : first + _AHEAD], *known.standing.get(word, ())]
        chunk = _chunk(part, number)
        if chunk:
            near = known.text.find(chunk, max(0, self._at - _NEAR), self._at + _NEAR)
            if near < 0 and may_jump and not any(known.text.startswith(chunk, start) for start in likely):
                near = known.text.find(chunk)
            likely.append(near)
        best: _Place | None = None
        for start in dict.fromkeys(likely):
            if start >= 0 and known.text.startswith(word, start):
                length = self._length(part, i, start)
                enough = length and (start + length in known.ends or _words(part, i, length) >= _FEWEST_WORDS)
                if enough and (best is None or length > best[1]):
                    best = start, length
        return best

    def _length(self, part: _Part, i: int, start: int) -> int:
        """How many characters from `i` on are those of the document from `start` on, whole words of both; 0: none."""
        known = self._known
        if not known.begins[start]:
            return 0
        length = _alike(part.text, i, known.text, start)
        mine, theirs = part.begins[i : i + length], known.begins[start : start + length]
        if mine != theirs:  # a word of the document may be broken at the end of a line, and none joined to another
            pairs = enumerate(zip(mine, theirs, strict=True))
            length = next((at for at, (a, b) in pairs if a != b and not (a and i + at in part.lines)), length)
        while length and not (
            _ends(part.text, part.begins, i + length) and _ends(known.text, known.begins, start + length)
        ):
            length -= 1
        return length


def _begins(words: list[str]) -> bytes:
    """One byte a character of the words run together: 1 where one of them begins."""
    return b"".join(b"\x01" + bytes(len(word) - 1) for word in words)


def _ends(text: str, begins: bytes, at: int) -> bool:
    """Does a word end before the character `at`?"""
    return at >= len(text) or begins[at] == 1 or not (text[at].isalnum() and text[at - 1].isalnum())


def _alike(one: str, i: int, other: str, j: int) -> int:
    """Length of the longest common beginning of `one[i:]` and `other[j:]`."""
    low, high = 0, min(len(one) - i, len(other) - j)
    step = 64
    while low < high:
        size = min(step, high - low)
        if one[i + low : i + low + size] == other[j + low : j + low + size]:
            low, step = low + size, 2 * step
        elif size == 1:
            break
        else:
            step = size // 2
    return low


def _chunk(part: _Part, number: int) -> str:
    last = number + _FEWEST_WORDS - 1
    if last >= len(part.at):
        return ""
    return part.text[part.at[number] : part.at[last] + _length(part.spans[last])]


def _words(part: _Part, i: int, length: int) -> int:
    return bisect_right(part.at, i + length - 1) - bisect_left(part.at, i)


def _length(span: tuple[int, int]) -> int:
    return span[1] - span[0]


def _standing(document: Document) -> Iterator[Text]:
    """What may be said again on any page: title, running head and foot, the heads of tables, headings in a contents."""
    yield from (document.title, document.subtitle, document.header, document.footer)
    for block in document.blocks:
        if isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Table):
            yield from block.header
