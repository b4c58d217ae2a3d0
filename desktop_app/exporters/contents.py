"""Which documents begin with a list of their sections, and what stands in it: the same in every format."""

from __future__ import annotations

import math

from desktop_app.common.document import Bullets, Document, Heading, Paragraph, Quote, Table
from desktop_app.exporters.clean import one_line

TITLE = "Contents"
FEWEST = 3  # sections: fewer are found by turning a page
_LONG = 5.8  # pages: from here on nobody sees at a glance what a document holds

# Pages are reckoned, not counted: a list must be there before there are pages, and Word makes its own.
_PORTRAIT, _LANDSCAPE = (467.0, 678.0), (742.0, 459.0)  # room for words, points
_LETTER, _LINE = 5.1, 15.5  # of running text: a letter's mean width, from one line to the next
_CELL_LETTER, _CELL_LINE, _CELL_PADDING = 4.5, 12.5, 12.0
_TITLE, _HEADING, _QUOTE, _HEADER = 60.0, 36.0, 50.0, 30.0


def contents_of(document: Document) -> tuple[Heading, ...]:
    """The headings to list; () for a document that is short, has few sections or is one page of panels."""
    headings = tuple(
        block
        for block in document.blocks
        if isinstance(block, Heading) and block.level <= 1 and one_line(block.text.words)
    )
    if document.panels or len(headings) < FEWEST:
        return ()
    return headings if pages_about(document) >= _LONG else ()


def pages_about(document: Document) -> float:
    """How many pages it will take, to within about a tenth."""
    width, height = _LANDSCAPE if document.landscape else _PORTRAIT
    used = _TITLE
    for block in document.blocks:
        match block:
            case Heading():
                used += _HEADING
            case Paragraph():
                used += _running(block.text.words, width) + 7
            case Quote():
                used += _QUOTE
            case Bullets():
                used += sum(_running(item.words, width - 15) + 4 for item in block.items)
            case Table():
                used += _HEADER + _rows(block, width)
    return used / height


def _running(words: str, width: float) -> float:
    return math.ceil(len(words) * _LETTER / width) * _LINE


def _rows(table: Table, width: float) -> float:
    share = width / (sum(table.widths) or 1.0)
    letters = [max(4.0, (part * share - _CELL_PADDING) / _CELL_LETTER) for part in table.widths]
    return sum(
        _CELL_PADDING
        + max(
            (
                sum(math.ceil(len(text.words) / across) * _CELL_LINE + 3 for text in cell.paragraphs)
                for cell, across in zip(row, letters, strict=False)
            ),
            default=0.0,
        )
        for row in table.rows
    )
