"""Every text of a document, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.common.document import Block, Bullets, Document, Heading, Paragraph, Quote, Table, Text


def all_texts(document: Document) -> Iterator[Text]:
    yield document.title
    yield document.subtitle
    for block in document.blocks:
        yield from _block_texts(block)


def _block_texts(block: Block) -> Iterator[Text]:
    match block:
        case Heading(text=text) | Paragraph(text=text):
            yield text
        case Quote(text=text, speaker=speaker):
            yield from (text, speaker)
        case Bullets(items=items):
            yield from items
        case Table(header=header, rows=rows, caption=caption, drawn=drawn):
            if caption:
                yield caption
            if drawn:
                yield from drawn.years
                yield drawn.words
            yield from header
            for row in rows:
                for cell in row:
                    yield from cell.paragraphs
