"""Whether words on a page can be seen: not drawn, too small, white, see-through, or beside the paper."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

_INVISIBLE = 3  # text rendering mode "neither fill nor stroke" (PDF 32000-1, table 106)
_CLIP_ONLY = 7
_TINY = 2.0  # points: smaller is not meant to be read
_WHITE = 245  # of 255, in all three colours


class Sight:
    """Looks at the text objects of one page; `paper` is its left, bottom, right and top, points."""

    def __init__(self, paper: tuple[float, float, float, float]) -> None:
        self._paper = paper
        self._size = ctypes.c_float()
        self._matrix = pdfium.FS_MATRIX()
        self._colour = tuple(ctypes.c_uint() for _ in range(4))
        self._bounds = tuple(ctypes.c_float() for _ in range(4))

    def is_hidden(self, item: Any, *, within_form: bool) -> bool:
        if pdfium.FPDFTextObj_GetTextRenderMode(item) in (_INVISIBLE, _CLIP_ONLY):
            return True
        return self._is_tiny(item) or self._is_white(item) or (not within_form and self._is_outside(item))

    def _is_tiny(self, item: Any) -> bool:
        size, matrix = self._size, self._matrix
        if not (pdfium.FPDFTextObj_GetFontSize(item, size) and pdfium.FPDFPageObj_GetMatrix(item, matrix)):
            return False
        scale = max(abs(matrix.a), abs(matrix.b), abs(matrix.c), abs(matrix.d))
        return bool(0 <= abs(size.value) * scale < _TINY)

    def _is_white(self, item: Any) -> bool:
        red, green, blue, alpha = self._colour
        if not pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
            return False
        return bool(alpha.value < 16 or min(red.value, green.value, blue.value) >= _WHITE)

    def _is_outside(self, item: Any) -> bool:
        left, bottom, right, top = self._bounds
        if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            raise pypdfium2.PdfiumError("a text object without bounds")
        if left.value == right.value:  # white space has no extent
            return False
        at_left, at_bottom, at_right, at_top = self._paper
        return bool(right.value < at_left or left.value > at_right or top.value < at_bottom or bottom.value > at_top)
