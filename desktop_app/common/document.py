"""Neutral shapes of a document: what a composer writes, the anonymiser renders and an exporter sets.

They say nothing about where words came from. A composed document still holds identified words; only
`anonymise.result.AnonymisedDocument`, which `anonymise.render` alone makes, may reach an exporter.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Dates(StrEnum):
    """What the dates in a piece of text are about, which decides how coarse they are printed."""

    CASE = "case"  # the lives of the people in the review
    GOVERNANCE = "governance"  # the partnership's own work: strategies, actions, updates
    FIXED = "fixed"  # our own wording (a title's month, a footer): never changed


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph's words. `source` is the uid of the record they came from ("" for fixed wording)."""

    words: str
    dates: Dates = Dates.CASE
    source: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    text: Text
    level: int = 1  # 1 to 3
    key: str = ""  # id of the section it opens, where the author may move or drop that


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text
    style: str = "body"  # body | lead | small | marking


@dataclass(frozen=True, slots=True)
class Quote:
    text: Text
    speaker: Text


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its paragraphs from top to bottom."""

    paragraphs: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """That a table is drawn above itself as lanes of time, from its own words: which columns hold what.

    Where something stands is read from the date as it will be printed, so a drawing tells no more than its table.
    `years` are written along the time: no other words of a date are. `words` are said in place of the drawing to who
    cannot see it.
    """

    number: int
    date: int
    lane: int
    years: tuple[Text, ...]
    words: Text


@dataclass(frozen=True, slots=True)
class Table:
    """`widths` are relative shares, one a column; each row has as many cells as `header`."""

    header: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    caption: Text | None = None
    drawn: Drawn | None = None


Block = Heading | Paragraph | Quote | Bullets | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A whole output before it is set. `kind` is a word of the command line, e.g. "briefing"."""

    kind: str
    title: Text
    subtitle: Text
    header: Text  # running head: the commissioning body
    footer: Text  # marking and draft line
    blocks: tuple[Block, ...]
    landscape: bool = False
    panels: bool = False  # every section in a box of its own, all on one page where they fit
