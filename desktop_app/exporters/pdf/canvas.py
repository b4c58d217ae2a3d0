"""A ReportLab canvas that marks everything it draws: words belong to the structure tree, the rest is artifact."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import XMP, PDFName, PDFObjectReference, PDFPage, PDFStream, pdfdocEnc
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from desktop_app.exporters.pdf.file import write_file
from desktop_app.exporters.pdf.fonts import REGULAR
from desktop_app.exporters.pdf.links import Link, link_name, write_links
from desktop_app.exporters.pdf.properties import LANGUAGE, WELSH_TAG, TitleOnly, metadata
from desktop_app.exporters.pdf.structure import Annotation, Element, Tree

_PAINTS = re.compile(r"(?:^|[\s\])>])(?:S|s|f\*?|F|B\*?|b\*?|sh|Do|Tj|TJ|'|EI)(?=\s|$)")
rl_config.useA85 = 0  # bytes as they are: as letters they would take a quarter more room
WELSH, ENGLISH = "welsh", "english"  # marks in a paragraph: from here on, and back
PAGE_FURNITURE = "<</Type/Pagination>>"


class _SpacedText(PDFTextObject):  # type: ignore[misc]
    """Ends each wrapped line with a space, so that words read out of the file do not join up."""

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803 - ReportLab's names
        if TStar and not text.endswith((" ", "-")):
            text += " "
        super()._textOut(text, TStar)

    _welsh = False

    def begin_welsh(self) -> None:
        """The natural language of what follows (ISO 32000-1, 14.9.2.3). It ends with the text at the latest."""
        if not self._welsh:
            self._code.append(f"/Span <</Lang ({WELSH_TAG})>> BDC")
        self._welsh = True

    def end_welsh(self) -> None:
        """Nothing, when the page ended between a mark and its word."""
        if self._welsh:
            self._code.append("EMC")
        self._welsh = False

    def getCode(self) -> str:  # noqa: N802 - ReportLab's name
        self.end_welsh()
        return str(super().getCode())


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """`root` is the top of the structure tree that the story's flowables carry their own elements of.

    `finish(canvas, pages)` draws what could not be drawn before the number of pages was known.
    """

    def __init__(self, *args: Any, root: Element, finish: Callable[[TaggedCanvas, int], None], **options: Any) -> None:
        options.update(lang=LANGUAGE, pdfVersion=(1, 7), invariant=1, initialFontName=REGULAR, pageCompression=1)
        super().__init__(*args, **options)
        self._doc.info = TitleOnly()
        self._root = root
        self._finish = finish
        self._depth = 0
        self.speaks = True  # what is being drawn is read out: False within an artifact
        self._marked: list[Element] = []
        self._pages: list[list[Element]] = []
        self._links: list[Link] = []
        self.after_pages: list[Callable[[TaggedCanvas], None]] = []  # draw what needed the last page to be set
        self.setNamedCB(WELSH, _begin_welsh)
        self.setNamedCB(ENGLISH, _end_welsh)

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to `element`, unless it is already inside an artifact."""
        if self._depth:
            yield
            return
        number = len(self._marked)
        self._marked.append(element)
        element.mark(self._doc.thisPageName(), number)
        with self._content(f"/{element.role} <</MCID {number}>> BDC"):
            yield

    def here(self) -> tuple[str, int]:
        """The page that is being drawn: ReportLab's name of it, and its number."""
        return self._doc.thisPageName(), self.getPageNumber()

    def add_link(self, link: Link) -> None:
        """Of the page that is being drawn."""
        name = link_name(len(self._links))
        self._links.append(link)
        self._annotationrefs.append(PDFObjectReference(name))
        link.element.kids.append(Annotation(self.here()[0], name))

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """What is drawn inside is decoration or page furniture: assistive software passes over it."""
        if self._depth:
            yield
            return
        self.speaks = False
        with self._content(f"/Artifact {kind} BDC" if kind else "/Artifact BMC"):
            yield
        self.speaks = True

    @contextmanager
    def _content(self, opening: str) -> Iterator[None]:
        self._code.append(opening)
        self._depth += 1
        yield
        self._depth -= 1
        self._code.append("EMC")

    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> _SpacedText:  # noqa: N802
        return _SpacedText(self, x, y, direction=direction)

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        self._code[:] = _all_marked(self._code)
        super().showPage()

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802 - ReportLab's hook for a finished page
        super()._setAnnotations(page)
        page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.Tabs = PDFName("S")
        page.StructParents = len(self._pages)
        page.Contents = _packed(page.stream)  # now: all of them as they are drawn take ten times the room
        page.stream = None
        self._pages.append(self._marked)
        self._marked = []

    def save(self) -> None:
        """Write the structure tree and the properties, then the file."""
        if len(self._code):
            self.showPage()
        self._finish(self, len(self._pages))
        for draw in self.after_pages:
            draw(self)
        write_links(self._doc, self._links, len(self._pages))
        tree = Tree(self._doc, self._root, self._pages, [link.element for link in self._links])
        self.setViewerPreference("DisplayDocTitle", "true")
        title = self._doc.info.title
        self._doc.Catalog.Metadata = XMP(creator=lambda _document: metadata(title))
        self._doc.format = partial(write_file, self._doc, tree)
        self._doc.SaveToFile(self._filename, self)


def _packed(code: str) -> PDFStream:
    held = PDFStream(content=zlib.compress(pdfdocEnc(code)))
    held.dictionary["Filter"] = PDFName("FlateDecode")
    return held


def _begin_welsh(canvas: Any, _kind: str, _label: str | None) -> None:
    if canvas.speaks:
        canvas._curr_tx_info["tx"].begin_welsh()


def _end_welsh(canvas: Any, _kind: str, _label: str | None) -> None:
    canvas._curr_tx_info["tx"].end_welsh()


def _all_marked(code: list[str]) -> list[str]:
    """Page operators with any painting outside marked content made an artifact (a paragraph's rule, for one)."""
    out: list[str] = []
    loose: list[str] = []
    depth = 0
    for operator in code:
        if operator.endswith((" BDC", " BMC")):
            out.extend(_as_artifact(loose) if depth == 0 else [])
            loose = [] if depth == 0 else loose
            depth += 1
            out.append(operator)
        elif operator == "EMC":
            depth -= 1
            out.append(operator)
        elif depth:
            out.append(operator)
        else:
            loose.append(operator)
    return out + _as_artifact(loose)


def _as_artifact(operators: list[str]) -> list[str]:
    painting = [at for at, operator in enumerate(operators) if _PAINTS.search(operator)]
    if not painting:
        return operators
    first, last = painting[0], painting[-1] + 1
    return [*operators[:first], "/Artifact BMC", *operators[first:last], "EMC", *operators[last:]]
