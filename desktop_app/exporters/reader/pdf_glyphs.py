"""A page drawn glyph by glyph, in whatever order: its letters by where they stand, line by line."""

from __future__ import annotations

import ctypes
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_FEWEST = 6  # text objects
_LETTERS_EACH = 5  # characters of a text object on average: with more, words were drawn, and are in their order
_MOST = 20_000  # characters of a page
_LINE = 0.5  # of the type's size: letters within so much of each other stand on one line
_SPACE = 0.25  # of the type's size between the ink of two letters: more than letters of a word have


class _Glyph(NamedTuple):
    down: float  # from the page's foot, less than nought: lines sort from the top
    left: float
    right: float
    size: float
    letter: str


def lines_of_glyphs(text: Any, objects: int) -> str:
    """The lines of a page whose text was drawn as `objects`, from the top; "" where words were drawn as words.

    Letters that stand apart are apart here, too.
    """
    total = pdfium.FPDFText_CountChars(text)
    if objects < _FEWEST or total > min(_MOST, objects * _LETTERS_EACH):
        return ""
    lines: list[list[_Glyph]] = []
    last = 0.0
    for glyph in sorted(filter(None, (_glyph(text, at) for at in range(total)))):
        if not lines or glyph.down - last > glyph.size * _LINE:
            lines.append([])
            last = glyph.down
        lines[-1].append(glyph)
    return "\n".join(_spaced(sorted(line, key=lambda glyph: glyph.left)) for line in lines)


def _glyph(text: Any, at: int) -> _Glyph | None:
    letter = chr(pdfium.FPDFText_GetUnicode(text, at))
    x, y = ctypes.c_double(), ctypes.c_double()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if letter in "\x00\r\n" or pdfium.FPDFText_IsGenerated(text, at) == 1:
        return None
    if not (
        pdfium.FPDFText_GetCharOrigin(text, at, x, y) and pdfium.FPDFText_GetCharBox(text, at, left, right, bottom, top)
    ):
        return None
    return _Glyph(-y.value, left.value, right.value, pdfium.FPDFText_GetFontSize(text, at), letter)


def _spaced(line: list[_Glyph]) -> str:
    said = line[0].letter
    for before, glyph in pairwise(line):
        said += (" " if glyph.left - before.right > glyph.size * _SPACE else "") + glyph.letter
    return " ".join(said.split())
