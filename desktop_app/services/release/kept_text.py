"""The anonymised words of a written output, kept in the review sentence by sentence: to compare, and to tell change.

Packed: JSON of [section, label, sentence] triples, deflated, base64. A chronology of thousands of rows says most words
many times, and is read only when somebody compares.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.anonymise.sentences import Start, sentence_start
from desktop_app.common.document import Block, Bullets, Document, Heading, Paragraph, Quote, Table
from desktop_app.services.compose.unfinished import KEY as UNFINISHED

_ENDS = frozenset(".!?…")
_CLOSERS = "”’\"')]"


class Unit(NamedTuple):
    """A sentence, the section it stands in, and what it is there: "" for running text, else a heading, column or so."""

    section: str
    label: str
    sentence: str


def units_of(document: Document) -> tuple[Unit, ...]:
    """What the document says, in reading order. A draft's own list of what is unfinished is none of it."""
    return tuple(_units(document))


def pack(units: tuple[Unit, ...]) -> str:
    words = json.dumps(units, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return base64.b64encode(zlib.compress(words)).decode()


def unpack(packed: str) -> tuple[Unit, ...]:
    held = json.loads(zlib.decompress(base64.b64decode(packed)).decode("utf-8", "surrogatepass"))
    return tuple(Unit(*unit) for unit in held)


def sum_of(units: tuple[Unit, ...]) -> str:
    """The same for the same words, hexadecimal."""
    return hashlib.blake2b(json.dumps(units).encode(), digest_size=16).hexdigest()


def sentences(text: str) -> Iterator[str]:
    """A paragraph's sentences. Where in doubt, as after "St." or "e.g.", they stay together."""
    start = 0
    for at, letter in enumerate(text):
        if letter not in _ENDS:
            continue
        end = at + 1
        while end < len(text) and text[end] in _CLOSERS:
            end += 1
        following = end
        while following < len(text) and text[following].isspace():
            following += 1
        starts = end < following < len(text) and not text[following].islower()
        if starts and sentence_start(text, following) is Start.YES:
            yield text[start:end].strip()
            start = following
    if text[start:].strip():
        yield text[start:].strip()


def _units(document: Document) -> Iterator[Unit]:
    yield Unit("", "title", document.title.words)
    yield Unit("", "subtitle", document.subtitle.words)
    section, skipped = "", False
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            section, skipped = block.text.words, block.key == UNFINISHED
        if not skipped:
            yield from _block_units(section, block)


def _block_units(section: str, block: Block) -> Iterator[Unit]:
    match block:
        case Heading(text=text):
            yield Unit(section, "heading", text.words)
        case Paragraph(text=text):
            yield from (Unit(section, "", sentence) for sentence in sentences(text.words))
        case Quote(text=text, speaker=speaker):
            yield from (Unit(section, "quote", sentence) for sentence in sentences(text.words))
            yield Unit(section, "speaker", speaker.words)
        case Bullets(items=items):
            yield from (Unit(section, "point", sentence) for item in items for sentence in sentences(item.words))
        case Table():
            yield from _table_units(section, block)


def _table_units(section: str, table: Table) -> Iterator[Unit]:
    if table.caption:
        yield Unit(section, "caption", table.caption.words)
    # "Action, as at 1 May 2026" is the same column a month later.
    labels = [head.words.split(",")[0] for head in table.header]
    for row in table.rows:
        for label, cell in zip(labels, row, strict=True):
            for paragraph in cell.paragraphs:
                yield from (Unit(section, label, sentence) for sentence in sentences(paragraph.words))
