"""The characters of a page, one after the other, as PDFium finds them."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

_NO_LETTERS = dict.fromkeys((0, 2, 0xFFFE))  # nothing, and a hyphen at the end of a line, in two ways
_COLUMN_GAP = 6.0  # points, and at least the size of the type


def page_words(text: Any) -> str:
    """The page's characters in the order they are drawn; a wide gap, as between table columns, is a line end.

    Without that, the end of one cell and the start of the next would read as one phrase, a name even.
    """
    chars = _characters(text)
    gaps = _Gaps(text)
    for at in range(1, len(chars) - 1):
        if chars[at] == " " and gaps.is_wide(at):
            chars[at] = "\n"
    joined = "".join(chars).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return joined.replace("\r\n", "\n").translate(_NO_LETTERS)


def _characters(text: Any) -> list[str]:
    """All at once where that gives as many as there are; else, for a page with odd ones among them, one by one."""
    total = pdfium.FPDFText_CountChars(text)
    buffer = (ctypes.c_ushort * (total + 1))()
    written = pdfium.FPDFText_GetText(text, 0, total, buffer)
    if written == total + 1 and 0 not in (units := buffer[:total]):
        return list(map(chr, units))
    return [chr(pdfium.FPDFText_GetUnicode(text, at)) for at in range(total)]


class _Gaps:
    """Between the characters of one page."""

    def __init__(self, text: Any) -> None:
        self._text = text
        self._box = tuple(ctypes.c_double() for _ in range(4))  # left, right, bottom, top

    def is_wide(self, space: int) -> bool:
        left, right, bottom, top = self._box
        if not pdfium.FPDFText_GetCharBox(self._text, space - 1, left, right, bottom, top):
            return False
        end = right.value
        if not pdfium.FPDFText_GetCharBox(self._text, space + 1, left, right, bottom, top):
            return False
        gap = left.value - end
        return bool(gap > _COLUMN_GAP and gap > pdfium.FPDFText_GetFontSize(self._text, space - 1))
