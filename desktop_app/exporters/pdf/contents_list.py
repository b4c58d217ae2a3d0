"""The sections of a long document with their pages, each line a link (ISO 32000-1, 14.8.4.2: TOC, TOCI)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from reportlab.platypus import Flowable, Spacer

from desktop_app.common.document import Heading
from desktop_app.exporters.contents import TITLE
from desktop_app.exporters.pdf import design
from desktop_app.exporters.pdf.canvas import TaggedCanvas
from desktop_app.exporters.pdf.glyphs import drawable_line
from desktop_app.exporters.pdf.links import Link, Place
from desktop_app.exporters.pdf.structure import Element
from desktop_app.exporters.pdf.words import Words, words

_NUMBER = 20.0  # points at the right for a page's number
_AIR = 5.0  # between words and the dots that lead to the number
_DOTS = 4.0  # from one dot to the next


class ContentsLine(Flowable):  # type: ignore[misc]
    """One section: its heading, dots, and its page, which is drawn last, when it is known."""

    def __init__(self, heading: Words, place: Place, form: str) -> None:
        super().__init__()
        self._words, self._place, self._form = heading, place, form
        self.spaceBefore, self.spaceAfter = 0.0, float(heading.style.spaceAfter)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self.height = float(self._words.wrap(width - _NUMBER, height)[1])
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        element = self._words.element
        baseline = self._words.style.leading - self._words.style.fontSize
        self._words.drawOn(canvas, 0, 0)
        end = float(self._words.getActualLineWidths0()[-1])
        with canvas.artifact():
            canvas.saveState()
            canvas.setStrokeColor(design.QUIET)
            canvas.setLineWidth(0.9)
            canvas.setLineCap(1)
            canvas.setDash(0, _DOTS)
            dots = int((self.width - _NUMBER - end - _AIR) / _DOTS)
            canvas.line(self.width - _NUMBER - dots * _DOTS, baseline + 1, self.width - _NUMBER + 0.5, baseline + 1)
            canvas.restoreState()
        with canvas.marked(element):
            canvas.doForm(self._form)
        canvas.after_pages.append(partial(self._number, baseline=baseline))
        left, bottom = canvas.absolutePosition(0, 0)
        canvas.add_link(Link(element, (left, bottom, left + self.width, bottom + self.height), self._place))

    def _number(self, canvas: TaggedCanvas, *, baseline: float) -> None:
        style = self._words.style
        canvas.beginForm(self._form, 0, 0, self.width, self.height)
        canvas.setFont(style.fontName, style.fontSize)
        canvas.setFillColor(style.textColor)
        canvas.drawRightString(self.width, baseline, str(self._place.number))
        canvas.endForm()


def contents_list(headings: Sequence[Heading], root: Element) -> tuple[list[Flowable], list[Place]]:
    """The list, and for each heading the place to be noted when it is drawn."""
    title = words(TITLE, design.CONTENTS_TITLE, Element("H2", root))
    listed = Element("TOC", root)
    flowables: list[Flowable] = [title]
    places: list[Place] = []
    for number, heading in enumerate(headings, 1):
        link = Element("Link", Element("Reference", Element("TOCI", listed)))
        place = Place(drawable_line(heading.text.words))
        flowables.append(
            ContentsLine(words(place.heading, design.CONTENTS_LINE, link), place, f"ContentsNumber{number}")
        )
        places.append(place)
    return [*flowables, Spacer(1, 12)], places
