"""The texts of a document in reading order, and the document again with other words in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop_app.common.document import (
    Block,
    Bullets,
    Cell,
    Dates,
    Document,
    Drawn,
    Heading,
    Paragraph,
    Quote,
    Table,
    Text,
)

SEPARATOR = "\n|\n"  # no name and no sentence goes across it
OPENING = "opening"  # what stands before the first heading
Change = Callable[[Text], Text]
Enter = Callable[[str, str], None]  # a section begins, or "" for the same; a row of a table begins, or ""


@dataclass(frozen=True, slots=True)
class Located:
    """A text, and the part of the document it stands in, as a reader would call it."""

    text: Text
    where: str


def located_texts(document: Document) -> list[Located]:
    """Every text, in the order `with_texts` asks for them."""
    found: list[Located] = []
    section, where = "title", "title"

    def note(text: Text) -> Text:
        found.append(Located(text, where))
        return text

    def enter(part: str, row: str) -> None:
        nonlocal section, where
        section = part or section
        where = section if not row else row if section == OPENING else f"{section}, {row}"

    _rebuild(document, note, enter)
    return found


def with_texts(document: Document, words: list[str]) -> Document:
    """The document with the words of its texts, in order, exchanged."""
    waiting = iter(words)
    return _rebuild(document, lambda text: replace(text, words=next(waiting)), lambda _, __: None)


def _rebuild(document: Document, change: Change, enter: Enter) -> Document:
    title = change(document.title)
    subtitle = change(document.subtitle)
    enter("header", "")
    header = change(document.header)
    enter("footer", "")
    footer = change(document.footer)
    enter(OPENING, "")
    blocks = []
    for block in document.blocks:
        enter(block.text.words if isinstance(block, Heading) else "", "")
        blocks.append(_rebuild_block(block, change, enter))
    return replace(document, title=title, subtitle=subtitle, header=header, footer=footer, blocks=tuple(blocks))


def _rebuild_block(block: Block, change: Change, enter: Enter) -> Block:
    if isinstance(block, Heading | Paragraph):
        return replace(block, text=change(block.text))
    if isinstance(block, Quote):
        return Quote(change(block.text), change(block.speaker))
    if isinstance(block, Bullets):
        return Bullets(tuple(change(item) for item in block.items))
    return _rebuild_table(block, change, enter)


def _rebuild_table(table: Table, change: Change, enter: Enter) -> Table:
    header = tuple(change(text) for text in table.header)
    rows = []
    for number, row in enumerate(table.rows, 1):
        enter("", _called(row, number))
        rows.append(tuple(Cell(tuple(change(text) for text in cell.paragraphs)) for cell in row))
    enter("", "")
    caption = change(table.caption) if table.caption else None
    drawn = _rebuild_drawn(table.drawn, change) if table.drawn else None
    return Table(header, tuple(rows), table.widths, caption, drawn)


def _called(row: tuple[Cell, ...], number: int) -> str:
    """By the reference that is ours and names nobody, where it stands first; else by its number."""
    first = row[0].paragraphs if row else ()
    return f"row {first[0].words if first and first[0].dates is Dates.FIXED and first[0].words else number}"


def _rebuild_drawn(drawn: Drawn, change: Change) -> Drawn:
    years = tuple(change(text) for text in drawn.years)
    return replace(drawn, years=years, words=change(drawn.words))
