"""The words on each page of a PDF, shown or hidden, through PDFium."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from desktop_app.common.progress import Progress
from desktop_app.exporters.pdfium import PDFIUM, opened
from desktop_app.exporters.reader.pdf_across import Across
from desktop_app.exporters.reader.pdf_characters import page_words
from desktop_app.exporters.reader.pdf_glyphs import lines_of_glyphs
from desktop_app.exporters.reader.pdf_hidden import Sight
from desktop_app.exporters.reader.refusals import damaged
from desktop_app.exporters.reader.result import READING, Found

_FORM_DEPTH = 8


def page_texts(
    data: bytes, pages: int, name: str, across: Across, found: Found, progress: Progress, *, prefix: str = ""
) -> None:
    """One part a page in reading order. `pages` is the other library's count: a file they disagree on is damaged."""
    try:
        with opened(data) as document:
            if len(document) != pages:
                raise damaged(name)
            for number in range(pages):
                progress.step(number, pages, READING)
                with PDFIUM:
                    _read_numbered(document, number, f"{prefix}page {number + 1}", across, found)
    except pypdfium2.PdfiumError as error:
        raise damaged(name) from error


def _read_numbered(document: Any, number: int, where: str, across: Across, found: Found) -> None:
    page = document[number]
    try:
        text = page.get_textpage()
        try:
            found.text(where, page_words(text.raw))
            items = list(_text_objects(page))
            found.form(f"{where}, line by line", lines_of_glyphs(text.raw, len(items)))
            across.read(number, [item for item, _ in items], text.raw)
        finally:
            text.close()
        sight = Sight(page.get_bbox())
        if any(sight.is_hidden(item, within_form=depth > 0) for item, depth in items):
            found.worry("hidden-text")
    finally:
        page.close()


def _text_objects(page: Any) -> Iterator[tuple[Any, int]]:
    """(each text object of a page, how many forms it is within)."""
    waiting = [(page.raw, -1)]
    while waiting:
        holder, depth = waiting.pop()
        count, get = (
            (pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject)
            if depth < 0
            else (pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject)
        )
        for at in range(count(holder)):
            item = get(holder, at)
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                yield item, depth + 1
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _FORM_DEPTH - 2:
                waiting.append((item, depth + 1))
