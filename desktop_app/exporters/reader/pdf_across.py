"""Words of a paragraph or a cell that runs over the end of a page, put together again by the structure tree.

Page by page, a name that stands on both sides of the break is two harmless halves with a page's foot between them.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pikepdf
import pypdfium2.raw as pdfium

from desktop_app.exporters.pdfium import PDFIUM, opened
from desktop_app.exporters.reader.result import Found

_Place = tuple[int, int]  # page from 0, marked-content number


def across_pages(data: bytes, pdf: pikepdf.Pdf, prefix: str, found: Found) -> None:
    """One part for each element of the structure tree with words on more than one page."""
    numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
    held = (_places(item, numbers) for item in pdf.objects)
    elements = [places for places in held if len({page for page, _ in places}) > 1]
    if not elements:
        return
    words: dict[_Place, str] = {}
    with opened(data) as document:
        for page in sorted({page for places in elements for page, _ in places}):
            with PDFIUM:
                _read_marked(document, page, words)
    for places in elements:
        first, last = min(places)[0] + 1, max(places)[0] + 1
        joined = " ".join(words.get(place, "") for place in places)
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


def _read_marked(document: Any, number: int, words: dict[_Place, str]) -> None:
    page = document[number]
    text = page.get_textpage()
    try:
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            mark = _marked_content(item.raw)
            if mark is not None:
                place = number, mark
                words[place] = f"{words.get(place, '')} {_spoken(item.raw, text.raw)}"
    finally:
        text.close()
        page.close()


def _marked_content(item: Any) -> int | None:
    number = ctypes.c_int()
    for at in range(pdfium.FPDFPageObj_CountMarks(item)):
        mark = pdfium.FPDFPageObj_GetMark(item, at)
        if pdfium.FPDFPageObjMark_GetParamIntValue(mark, b"MCID", number):
            return number.value
    return None


def _spoken(item: Any, text: Any) -> str:
    size = pdfium.FPDFTextObj_GetText(item, text, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(item, text, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\x00")
