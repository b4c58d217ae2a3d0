"""The texts of a document in reading order, and the document again with other words in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop_app.common.document import Block, Bullets, Cell, Document, Drawn, Heading, Paragraph, Quote, Table, Text

SEPARATOR = "\n|\n"  # no name and no sentence goes across it


@dataclass(frozen=True, slots=True)
class Located:
    """A text, and the part of the document it stands in, as a reader would call it."""

    text: Text
    where: str


def located_texts(document: Document) -> list[Located]:
    """Every text, in the order `with_texts` asks for them."""
    found: list[Located] = []
    where = ["title"]

    def note(text: Text) -> Text:
        found.append(Located(text, where[0]))
        return text

    def enter(block: Block) -> None:
        if isinstance(block, Heading):
            where[0] = block.text.words

    _rebuild(document, note, enter, lambda part: where.__setitem__(0, part))
    return found


def with_texts(document: Document, words: list[str]) -> Document:
    """The document with the words of its texts, in order, exchanged."""
    waiting = iter(words)
    return _rebuild(document, lambda text: replace(text, words=next(waiting)), lambda _: None, lambda _: None)


def _rebuild(
    document: Document, change: Callable[[Text], Text], enter: Callable[[Block], None], part: Callable[[str], None]
) -> Document:
    title = change(document.title)
    subtitle = change(document.subtitle)
    part("header")
    header = change(document.header)
    part("footer")
    footer = change(document.footer)
    part("opening")
    blocks = []
    for block in document.blocks:
        enter(block)
        blocks.append(_rebuild_block(block, change))
    return replace(document, title=title, subtitle=subtitle, header=header, footer=footer, blocks=tuple(blocks))


def _rebuild_block(block: Block, change: Callable[[Text], Text]) -> Block:
    if isinstance(block, Heading | Paragraph):
        return replace(block, text=change(block.text))
    if isinstance(block, Quote):
        return Quote(change(block.text), change(block.speaker))
    if isinstance(block, Bullets):
        return Bullets(tuple(change(item) for item in block.items))
    return _rebuild_table(block, change)


def _rebuild_table(table: Table, change: Callable[[Text], Text]) -> Table:
    header = tuple(change(text) for text in table.header)
    rows = tuple(tuple(Cell(tuple(change(text) for text in cell.paragraphs)) for cell in row) for row in table.rows)
    caption = change(table.caption) if table.caption else None
    return Table(header, rows, table.widths, caption, _rebuild_drawn(table.drawn, change) if table.drawn else None)


def _rebuild_drawn(drawn: Drawn, change: Callable[[Text], Text]) -> Drawn:
    years = tuple(change(text) for text in drawn.years)
    return replace(drawn, years=years, words=change(drawn.words))
