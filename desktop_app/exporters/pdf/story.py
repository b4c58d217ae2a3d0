"""Blocks of a document to flowables, and the structure tree beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any, assert_never

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from desktop_app.common.document import Block, Bullets, Cell, Document, Drawn, Heading, Paragraph, Quote, Table
from desktop_app.exporters.columns import column_widths
from desktop_app.exporters.contents import contents_of
from desktop_app.exporters.grid import squared
from desktop_app.exporters.pdf import design
from desktop_app.exporters.pdf.contents_list import contents_list
from desktop_app.exporters.pdf.glyphs import drawable, drawable_line
from desktop_app.exporters.pdf.lane_drawing import NARROWEST, drawings
from desktop_app.exporters.pdf.lane_plan import planned
from desktop_app.exporters.pdf.links import Place
from desktop_app.exporters.pdf.panel_story import panel_rows
from desktop_app.exporters.pdf.panels import PanelRow
from desktop_app.exporters.pdf.rows import Rows, measured
from desktop_app.exporters.pdf.structure import COLUMN_HEAD, DISC_LIST, Element
from desktop_app.exporters.pdf.table import RuledTable
from desktop_app.exporters.pdf.words import Words, words

_KEPT_WITH_HEADING = 46.0  # points that must be left under a heading: about three lines
_FIRST_ROW = 120.0  # or this much of a table's first row


class Story:
    """Composes flowables in order. `drawn(n)` is called as n more table rows or one more block are set."""

    def __init__(self, document: Document, paper: design.Paper, drawn: Callable[[int], None]) -> None:
        self.root = Element("Document")
        self.flowables: list[Flowable] = []
        self._paper = paper
        self._drawn = drawn
        self._keep: CondPageBreak | None = None  # the break before a heading with nothing under it yet
        self._depth = 0  # of the last heading in the tree; the title is 1
        self._title(document)
        self._places = self._contents(document)
        if not (document.panels and self._panels(document.blocks)):
            for block, following in zip_longest(document.blocks, document.blocks[1:]):
                self._add(block, leads=isinstance(following, Table))
        if not self.flowables:
            self.flowables.append(Spacer(1, 1))  # a file has a page, even with nothing to say

    def _panels(self, blocks: tuple[Block, ...]) -> bool:
        """False, and nothing added, where what is to be set does not go into panels."""
        root = Element("Document")
        rows = panel_rows(blocks, root, self._paper.width)
        if rows is None or any(panel.height > self._paper.height for row in rows for _, panel in row):
            return False
        for element in root.kids:
            if isinstance(element, Element):
                element.parent = self.root
        self.root.kids += root.kids
        self.flowables += [PanelRow([panel for _, panel in row]) for row in rows]
        return True

    def _add(self, block: Block, *, leads: bool) -> None:
        """`leads`: a table follows, and what is said before it is to stand on the same page as its first row."""
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                style = design.PARAGRAPHS.get(block.style, design.PARAGRAPHS["body"])
                paragraph = self._words(block.text.words, style, "P", kept=leads)
                if paragraph is not None and leads:
                    self._keep_room(paragraph.wrap(self._paper.width, 1e6)[1] + style.spaceAfter)
                    return
            case Quote():
                self._quote(block)
            case Bullets():
                self._bullets(block)
            case Table():
                self._table(block)
            case _:
                assert_never(block)
        if not isinstance(block, Heading):
            if self._keep is not None and not isinstance(block, Table):
                self._keep_room(_KEPT_WITH_HEADING)
            self._keep = None

    def _keep_room(self, height: float) -> None:
        """Ask for `height` more points after the headings being composed, or a new page before the first of them."""
        if self._keep is None:
            self._keep = CondPageBreak(0)
            self.flowables.append(self._keep)
        self._keep.height = min(self._keep.height + height, self._paper.height / 2)

    def _words(self, text: str, style: Any, role: str, *, kept: bool = False) -> Words | None:
        """`kept`: with what follows, on one page."""
        if not drawable_line(text):
            return None
        if kept:
            self._keep_room(0)
        paragraph = words(text, style, Element(role, self.root))
        self.flowables.append(paragraph)
        return paragraph

    def _title(self, document: Document) -> None:
        title = self._words(document.title.words, design.TITLE, "H1")
        if title is not None:
            title.outline = (drawable_line(document.title.words), 0)
            self._depth = 1
        self._words(document.subtitle.words, design.SUBTITLE, "P")

    def _contents(self, document: Document) -> Iterator[Place]:
        """Puts the list here, where there is to be one; the places of its headings in their order."""
        headings = contents_of(document)
        if not headings:
            return iter(())
        flowables, places = contents_list(headings, self.root)
        self.flowables += flowables
        return iter(places)

    def _heading(self, heading: Heading) -> None:
        if not drawable_line(heading.text.words):
            return
        level = min(max(heading.level, 1), 3)
        # A level is never skipped in the tree, whatever was asked for (ISO 14289-1, 7.4.2).
        self._depth = min(level + 1, self._depth + 1)
        style = design.HEADINGS[level]
        lines = 1 + len(heading.text.words) // 70
        self._keep_room(style.spaceBefore + lines * style.leading + style.spaceAfter)
        paragraph = self._words(heading.text.words, style, f"H{self._depth}")
        if paragraph is not None:
            paragraph.outline = (drawable_line(heading.text.words), self._depth - 1)
            if heading.level <= 1:
                paragraph.place = next(self._places, None)

    def _quote(self, quote: Quote) -> None:
        parts = [(quote.text.words, design.QUOTE), (quote.speaker.words, design.SPEAKER)]
        said = [(text, style) for text, style in parts if drawable_line(text)]
        if not said:
            return
        block = Element("BlockQuote", self.root)
        self.flowables.append(Spacer(1, 5))
        for text, style in said:
            paragraph = words(text, style, Element("P", block))
            paragraph.bar = True
            self.flowables.append(paragraph)
        self.flowables.append(Spacer(1, 11))

    def _bullets(self, bullets: Bullets) -> None:
        items = [item.words for item in bullets.items if drawable_line(item.words)]
        if not items:
            return
        listed = Element("L", self.root, DISC_LIST)
        made: list[Words] = []
        for item in items:
            entry = Element("LI", listed)
            label = Element("Lbl", entry)
            paragraph = words(item, design.BULLET, Element("LBody", entry))
            paragraph.label = label
            made.append(paragraph)
        # The last item of a list never stands alone at the head of a page.
        self.flowables += [*made[:-2], KeepTogether(made[-2:])] if len(made) > 2 else made
        self.flowables.append(Spacer(1, 4))

    def _table(self, given: Table) -> None:
        table = squared(given)
        if not table.header:
            return
        if table.drawn is not None:
            self._lanes(table, table.drawn)
        widths = column_widths(table, self._paper.width, 2 * design.CELL_ACROSS, _word_width)
        self._keep_room(0)
        if table.caption is not None and self._words(table.caption.words, design.CAPTION, "P"):
            self._keep_room(design.CAPTION.leading + design.CAPTION.spaceBefore + design.CAPTION.spaceAfter)
        tree = Element("Table", self.root)
        head_row = Element("TR", Element("THead", tree))
        heads = [(words(head.words, design.CELL_HEAD, Element("TH", head_row, COLUMN_HEAD)),) for head in table.header]
        header = measured(tuple(heads), widths)
        body = Element("TBody", tree)
        rows = Rows(table.rows, lambda row: measured(tuple(_cells(row, Element("TR", body))), widths))
        self._keep_room(header.height + (min(rows[0].height, _FIRST_ROW) if len(rows) else 0))
        self.flowables.append(RuledTable(header, rows, widths, self._paper.height, self._drawn))

    def _lanes(self, table: Table, drawn: Drawn) -> None:
        """A lane too tall for a page is left to the table, which says the same."""
        plan = planned(table, drawn, NARROWEST / self._paper.width)
        if plan is None:
            return
        made = drawings(plan, drawable_line(drawn.words.words), self.root, self._paper.width, self._paper.height)
        if all(drawing.height <= self._paper.height for drawing in made):
            self._keep_room(made[0].height)
            self.flowables.extend(made)
            self._keep = None


def _cells(row: tuple[Cell, ...], tree: Element) -> list[tuple[Words, ...]]:
    """The paragraphs of each cell that has any; one alone is the table cell, several are paragraphs in it."""
    cells: list[tuple[Words, ...]] = []
    for cell in row:
        data = Element("TD", tree)
        said = [part.words for part in cell.paragraphs if drawable_line(part.words)]
        if len(said) == 1:
            cells.append((words(said[0], design.CELL, data),))
        else:
            cells.append(tuple(words(text, design.CELL, Element("P", data)) for text in said))
    return cells


def _word_width(word: str, heading: bool) -> float:
    style = design.CELL_HEAD if heading else design.CELL
    return float(stringWidth(drawable(word), style.fontName, style.fontSize))
