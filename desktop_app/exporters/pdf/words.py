"""A paragraph that knows its place in the structure tree, through every split."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from desktop_app.exporters.pdf.canvas import ENGLISH, WELSH
from desktop_app.exporters.pdf.design import ACCENT, BAR
from desktop_app.exporters.pdf.glyphs import drawable
from desktop_app.exporters.pdf.links import Place
from desktop_app.exporters.pdf.structure import Element
from desktop_app.exporters.welsh import welsh


class Words(Paragraph):  # type: ignore[misc]
    """Set through `words(...)`, which escapes; ReportLab itself calls the constructor with fragments on a split."""

    element: Element
    label: Element | None = None  # a list item's bullet
    bar = False  # a quotation's rule at the left
    outline: tuple[str, int] | None = None  # bookmark title and depth
    place: Place | None = None  # to be noted: the contents list refers to it

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803 - ReportLab's names
        parts: list[Any] = super().split(availWidth, availHeight)
        for number, part in enumerate(parts):
            part.element, part.bar = self.element, self.bar
            if number == 0:
                part.label, part.outline, part.place = self.label, self.outline, self.place
        return parts

    def draw(self) -> None:
        canvas = self.canv
        if self.bar:
            with canvas.artifact():
                canvas.setFillColor(ACCENT)
                canvas.rect(0, 0, BAR, self.height, stroke=0, fill=1)
        if self.label is not None:
            with canvas.marked(self.label):
                canvas.setFont(self.style.bulletFontName, self.style.fontSize)
                canvas.setFillColor(ACCENT)
                canvas.drawString(self.style.bulletIndent, self.height - self.style.fontSize, "•")
        if self.outline is not None:
            title, depth = self.outline
            key = f"h{id_of(canvas)}"
            canvas.bookmarkHorizontal(key, 0, self.height)
            canvas.addOutlineEntry(title, key, depth, closed=False)
        if self.place is not None:
            self.place.page, self.place.number = canvas.here()
            self.place.top = canvas.absolutePosition(0, self.height)[1]
        with canvas.marked(self.element):
            super().draw()


def id_of(canvas: Any) -> int:
    """A number for the next bookmark, counted on the canvas so that the same content gives the same bytes."""
    canvas.bookmarks = getattr(canvas, "bookmarks", 0) + 1
    return int(canvas.bookmarks)


def words(text: str, style: ParagraphStyle, element: Element) -> Words:
    """`text` as it stands, never read as markup; a newline in it is a new line on the page."""
    paragraph = Words(_markup(drawable(text).strip("\n")).replace("\n", "<br/>"), style)
    paragraph.element = element
    return paragraph


def _markup(text: str) -> str:
    """Escaped, with each word that is Welsh between the marks that the canvas turns into a change of language.

    Word by word: a line or a page may end after any of them, and what was begun on one must end on it.
    """
    parts: list[str] = []
    at = 0
    for start, end in welsh(text):
        parts.append(escape(text[at:start]))
        marked = (
            f'<onDraw name="{WELSH}"/>{escape(word)}<onDraw name="{ENGLISH}"/>' for word in text[start:end].split(" ")
        )
        parts.append(" ".join(marked))
        at = end
    return "".join(parts) + escape(text[at:])
