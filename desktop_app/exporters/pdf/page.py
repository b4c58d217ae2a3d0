"""What every page carries: the running head, the marking and "Page 2 of 4"."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from desktop_app.exporters.pdf.design import FURNITURE_SIZE, QUIET, Paper
from desktop_app.exporters.pdf.fonts import REGULAR

_ELLIPSIS = "…"


class PagedDocument(BaseDocTemplate):  # type: ignore[misc]
    """One frame a page. `head` is set left and `marking` right above it, `foot` left and the page number below.

    How many pages there are is known at the end: each page refers to a form of its own, and all forms are written
    last. (Keeping every page's state until the end, the usual way, costs memory in long chronologies.)
    """

    def __init__(self, out: Any, paper: Paper, *, title: str, head: str, marking: str, foot: str) -> None:
        super().__init__(out, pagesize=paper.sheet, title=title)
        self._paper, self._head, self._marking, self._foot = paper, head, marking, foot
        no_padding = dict.fromkeys(("leftPadding", "rightPadding", "topPadding", "bottomPadding"), 0)
        frame = Frame(paper.side, paper.bottom, paper.width, paper.height, **no_padding)
        self.addPageTemplates([PageTemplate("page", [frame], onPage=_draw_head, onPageEnd=_draw_foot)])

    def number_pages(self, canvas: Any, total: int) -> None:
        """Write "Page n of m" into each page's form, once m is known."""
        right = self._paper.sheet[0] - self._paper.side
        for number in range(1, total + 1):
            canvas.beginForm(_form(number), 0, 0, *self._paper.sheet)
            _line(canvas, right, self._paper.bottom - 32, f"Page {number} of {total}", right=True)
            canvas.endForm()


def _form(number: int) -> str:
    return f"PageNumber{number}"


def _draw_head(canvas: Any, document: PagedDocument) -> None:
    paper = document._paper
    y = paper.sheet[1] - paper.top + 32
    with canvas.artifact("<</Type/Pagination/Subtype/Header>>"):
        half = paper.width * (0.62 if document._marking else 1)
        _line(canvas, paper.side, y, _fitted(document._head, half))
        _line(canvas, paper.sheet[0] - paper.side, y, _fitted(document._marking, paper.width * 0.36), right=True)


def _draw_foot(canvas: Any, document: PagedDocument) -> None:
    paper = document._paper
    with canvas.artifact("<</Type/Pagination/Subtype/Footer>>"):
        _line(canvas, paper.side, paper.bottom - 32, _fitted(document._foot, paper.width * 0.8))
        canvas.doForm(_form(document.page))


def _line(canvas: Any, x: float, y: float, text: str, *, right: bool = False) -> None:
    if not text:
        return
    canvas.setFont(REGULAR, FURNITURE_SIZE)
    canvas.setFillColor(QUIET)
    (canvas.drawRightString if right else canvas.drawString)(x, y, text)


def _fitted(text: str, width: float) -> str:
    """`text` cut at a word to fit `width`, with an ellipsis."""
    if stringWidth(text, REGULAR, FURNITURE_SIZE) <= width:
        return text
    kept = text
    while kept and stringWidth(kept + _ELLIPSIS, REGULAR, FURNITURE_SIZE) > width:
        kept = kept.rpartition(" ")[0] if " " in kept else kept[:-1]
    return kept + _ELLIPSIS
