"""Folding: one spelling for every way of writing the same letters, with the way back to the source.

Offsets are never mapped through `str.lower()` of the whole text: "İ" alone becomes two characters there.
Every character outside ASCII, and every run of white space, is a piece of its own with its own two ends.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_right

_LETTERS = {
    "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h",
    "ŋ": "n", "ſ": "s", "ə": "e",
}  # fmt: skip
# Look-alikes that are used in place of Latin letters; digits used as letters are left alone.
_CYRILLIC = dict(zip("аеорсухіјѕԁһӏԛԝвкмнт", "aeopcyxijsdhlqwbkmht", strict=True))
_GREEK = dict(zip("αοιυνκρτεηχ", "aoiuvkptenx", strict=True))
_SAME = {**_LETTERS, **_CYRILLIC, **_GREEK}
APOSTROPHES = frozenset("’‘ʼ`´′ʹ＇‛ꞌ")
HYPHENS = frozenset("‐‑‒–—−﹣－")
INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
) | {chr(c) for c in range(0xFE00, 0xFE10)}

_PLAIN = re.compile(r"\s{2,}|[\t\n\r\x0b\x0c\x1c-\x1f]|[^\x00-\x7f]")
LINE_END_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010\u2011] *[\r\n]\s*(?=[^\W\d_])")
# Emphasis and tags in the middle of a word, as of a page or a note that was copied with its markup: "Cal**lum**".
_MARKUP = r"(?:</?[A-Za-z][^<>\n]{0,60}>|\*{1,3}|~~|&(?:shy|zwn?j|#8203|#x200[bB]);|\[/?[a-z]{1,6}\])+"
_IN_A_WORD = re.compile(rf"(?<=[^\W\d_]){_MARKUP}(?=[^\W\d_])")
_JOINED = re.compile(rf"(?P<joint>{LINE_END_HYPHEN.pattern}|{_IN_A_WORD.pattern})|\s+|[^\x00-\x7f]")
_SEARCHED_AGAIN = 20_000  # characters: a longer text is not kept
_MARKUP_SIGN = re.compile(r"[<*~&\[]")
_LINE_HYPHEN = re.compile(r"[^\W\d_][-\u00ad\u2010\u2011] *[\r\n]")


@functools.lru_cache(8192)
def fold_char(char: str) -> str:
    """Lower-case look-alike of one character in ASCII where there is one; "" for invisible ones and accents."""
    if char in INVISIBLE:
        return ""
    if char in APOSTROPHES:
        return "'"
    if char in HYPHENS:
        return "-"
    if char.isspace():
        return " "
    out = ""
    for part in unicodedata.normalize("NFKD", char):
        for low in unicodedata.normalize("NFKD", part.lower()):
            if unicodedata.combining(low) or low in INVISIBLE:
                continue
            out += "'" if low in APOSTROPHES else "-" if low in HYPHENS else _SAME.get(low, low)
    return out


class Folded:
    """A folded text. `source_start` and `source_end` give the source indices of a folded slice.

    With `join_lines`, a word broken by a hyphen at the end of a line, or by markup, is one word.
    """

    __slots__ = ("_folded", "_source", "text")

    def __init__(self, source: str, *, join_lines: bool = False) -> None:
        pieces: list[str] = []
        folded, origin = [0], [0]
        length = position = 0
        for match in (_JOINED if join_lines else _PLAIN).finditer(source):
            start, end = match.span()
            if start > position:
                pieces.append(source[position:start].lower())
                length += start - position
                folded.append(length)
                origin.append(start)
            found = match.group()
            new = "" if match.lastgroup == "joint" else fold_char(found) if len(found) == 1 else " "
            pieces.append(new)
            length += len(new)
            folded.append(length)
            origin.append(end)
            position = end
        if position < len(source):
            pieces.append(source[position:].lower())
            folded.append(length + len(source) - position)
            origin.append(len(source))
        self.text = "".join(pieces)
        self._folded = folded
        self._source = origin

    def source_start(self, index: int) -> int:
        """Source index where folded character `index` begins; the end of the source for `len(self.text)`."""
        if index >= len(self.text):
            return self._source[-1]
        k = bisect_right(self._folded, index) - 1
        start = self._source[k]
        whole = self._folded[k + 1] - self._folded[k] == self._source[k + 1] - start
        return start + index - self._folded[k] if whole else start

    def source_end(self, index: int) -> int:
        """Source index just past folded character `index - 1`, with the accents and invisible marks on it."""
        if index <= 0:
            return 0
        k = bisect_right(self._folded, index - 1) - 1
        if index < self._folded[k + 1]:
            whole = self._folded[k + 1] - self._folded[k] == self._source[k + 1] - self._source[k]
            return self._source[k] + index - self._folded[k] if whole else self._source[k + 1]
        k += 1
        while k + 1 < len(self._folded) and self._folded[k + 1] == self._folded[k]:
            k += 1
        return self._source[k]


def streams(source: str) -> tuple[Folded, ...]:
    """The foldings to search: as written, and (only when there are any) with broken words joined."""
    return _lately(source) if len(source) <= _SEARCHED_AGAIN else _streams(source)


def _streams(source: str) -> tuple[Folded, ...]:
    plain = Folded(source)
    broken = _LINE_HYPHEN.search(source) or (_MARKUP_SIGN.search(source) and _IN_A_WORD.search(source))
    return (plain, Folded(source, join_lines=True)) if broken else (plain,)


_lately = functools.lru_cache(8)(_streams)  # one text after the other is searched for several things


@functools.lru_cache(16384)
def fold(text: str) -> str:
    """Folded words with single spaces: the form names are compared in."""
    return " ".join(Folded(text).text.split())


_EDGES = " -.,;:!?()[]{}\"“”«»'"


def without_possessive(folded: str) -> str:
    """A folded form without "'s" or a bare final apostrophe."""
    if folded.endswith("'s"):
        return folded[:-2]
    return folded.rstrip("'")


@functools.lru_cache(16384)
def fold_surface(surface: str) -> str:
    """The form decisions are remembered by: folded, edges trimmed, line-break hyphens joined, no possessive."""
    joined = " ".join(Folded(surface, join_lines=True).text.split())
    return without_possessive(joined.strip(_EDGES.replace("'", ""))).strip(_EDGES)
