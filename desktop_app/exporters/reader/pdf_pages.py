"""The words on each page of a PDF, shown or hidden, through PDFium."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from desktop_app.exporters.pdfium import PDFIUM, opened
from desktop_app.exporters.reader.refusals import damaged
from desktop_app.exporters.reader.result import Found

_INVISIBLE = 3  # text rendering mode "neither fill nor stroke" (PDF 32000-1, table 106)
_CLIP_ONLY = 7
_TINY = 2.0  # points: smaller is not meant to be read
_WHITE = 245  # of 255, in all three colours
_COLUMN_GAP = 6.0  # points, and at least the size of the type
_FORM_DEPTH = 8


def page_texts(data: bytes, pages: int, name: str, found: Found, *, prefix: str = "") -> None:
    """One part a page in reading order. `pages` is the other library's count: a file they disagree on is damaged."""
    try:
        with opened(data) as document:
            if len(document) != pages:
                raise damaged(name)
            for number in range(pages):
                with PDFIUM:
                    _read_numbered(document, number, f"{prefix}page {number + 1}", found)
    except pypdfium2.PdfiumError as error:
        raise damaged(name) from error


def _read_numbered(document: Any, number: int, where: str, found: Found) -> None:
    page = document[number]
    try:
        _read_page(page, where, found)
    finally:
        page.close()


def _read_page(page: Any, where: str, found: Found) -> None:
    text = page.get_textpage()
    try:
        found.text(where, _words(text.raw))
    finally:
        text.close()
    left, bottom, right, top = page.get_bbox()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=_FORM_DEPTH):
        if _is_hidden(item.raw) or (item.level == 0 and _is_outside(item, left, bottom, right, top)):
            found.worry("hidden-text")
            return


def _words(text: Any) -> str:
    """The page's characters in the order they are drawn; a wide gap, as between table columns, is a line end.

    Without that, the end of one cell and the start of the next would read as one phrase, a name even.
    """
    total = pdfium.FPDFText_CountChars(text)
    chars = [chr(pdfium.FPDFText_GetUnicode(text, at)) for at in range(total)]
    for at in range(1, total - 1):
        if chars[at] == " " and _gap_is_wide(text, at):
            chars[at] = "\n"
    joined = "".join(chars).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return joined.replace("\r\n", "\n").replace("\ufffe", "").replace("\x00", "")


def _gap_is_wide(text: Any, space: int) -> bool:
    boxes = []
    for at in (space - 1, space + 1):
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        if not pdfium.FPDFText_GetCharBox(text, at, left, right, bottom, top):
            return False
        boxes.append((left.value, right.value))
    return bool(boxes[1][0] - boxes[0][1] > max(_COLUMN_GAP, pdfium.FPDFText_GetFontSize(text, space - 1)))


def _is_hidden(item: Any) -> bool:
    if pdfium.FPDFTextObj_GetTextRenderMode(item) in {_INVISIBLE, _CLIP_ONLY}:
        return True
    size = ctypes.c_float()
    matrix = pdfium.FS_MATRIX()
    if pdfium.FPDFTextObj_GetFontSize(item, size) and pdfium.FPDFPageObj_GetMatrix(item, matrix):
        scale = max(abs(matrix.a), abs(matrix.b), abs(matrix.c), abs(matrix.d))
        if 0 <= abs(size.value) * scale < _TINY:
            return True
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
        return alpha.value < 16 or min(red.value, green.value, blue.value) >= _WHITE
    return False


def _is_outside(item: Any, left: float, bottom: float, right: float, top: float) -> bool:
    item_left, item_bottom, item_right, item_top = item.get_bounds()
    if item_left == item_right:  # white space has no extent
        return False
    return bool(item_right < left or item_left > right or item_top < bottom or item_bottom > top)
