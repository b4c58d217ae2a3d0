"""Words of a paragraph or a cell that runs over the end of a page, put together again by the structure tree.

Page by page, a name that stands on both sides of the break is two harmless halves with a page's foot between them.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pikepdf
import pypdfium2.raw as pdfium

from desktop_app.exporters.reader.pdf_quiet import Written
from desktop_app.exporters.reader.result import Found

_MARK = b"/MCID"
_Place = tuple[int, int]  # page from 0, marked-content number


class Across:
    """The structure elements with words on more than one page, and their words as the pages are read."""

    def __init__(self, pdf: pikepdf.Pdf, objects: list[Written]) -> None:
        numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
        # Content on another page than its element's is told by a dictionary; hardly any element has one.
        by_itself = any(_MARK in raw and b"/StructElem" not in raw for _, raw in objects)
        held = (_places(item, numbers) for item, raw in objects if by_itself or _MARK in raw)
        self._elements = [places for places in held if len({page for page, _ in places}) > 1]
        self._words: dict[_Place, str] = {}
        self._wanted = {place for places in self._elements for place in places}
        self._pages = {page for page, _ in self._wanted}

    def read(self, number: int, items: list[Any], text: Any) -> None:
        """Keep what page `number` says of the elements; `items` are its text objects, `text` its characters."""
        if number not in self._pages:
            return
        for item in items:
            mark = _marked_content(item)
            if mark is not None and (number, mark) in self._wanted:
                place = number, mark
                self._words[place] = f"{self._words.get(place, '')} {_spoken(item, text)}"

    def tell(self, prefix: str, found: Found) -> None:
        """One part for each element."""
        for places in self._elements:
            first, last = min(places)[0] + 1, max(places)[0] + 1
            joined = " ".join(self._words.get(place, "") for place in places)
            found.text(f"{prefix}text from page {first} to page {last}", " ".join(joined.split()))


def _places(item: Any, numbers: dict[tuple[int, int], int]) -> list[_Place]:
    """Where an element's own words are, in order; [] for what is not an element."""
    if not isinstance(item, pikepdf.Dictionary) or "/S" not in item or "/K" not in item or "/P" not in item:
        return []
    kids = item.K
    places: list[_Place] = []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
            page, number = kid.get("/Pg", item.get("/Pg")), kid.MCID
        else:
            page, number = item.get("/Pg"), kid
        if isinstance(page, pikepdf.Dictionary) and page.objgen in numbers and _is_number(number):
            places.append((numbers[page.objgen], int(number)))
    return places


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _marked_content(item: Any) -> int | None:
    number = ctypes.c_int()
    for at in range(pdfium.FPDFPageObj_CountMarks(item)):
        mark = pdfium.FPDFPageObj_GetMark(item, at)
        if pdfium.FPDFPageObjMark_GetParamIntValue(mark, _MARK[1:], number):
            return number.value
    return None


def _spoken(item: Any, text: Any) -> str:
    size = pdfium.FPDFTextObj_GetText(item, text, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(item, text, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\x00")
