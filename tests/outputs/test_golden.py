"""What every output of the sample review says to each reader, word for word, beside what it said before.

`golden/KIND.txt` holds the words for the public, block by block, and for each other reader the lines that differ. Where
a change is meant, renew the files and read what `git diff` shows of them:

    CANDOUR_RENEW_GOLDEN=1 python -m pytest tests/outputs/test_golden.py -n 0
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.document import Block, Bullets, Document, Heading, Paragraph, Quote, Table
from desktop_app.domain.output import OutputKind, ProfileName

Made = Callable[[OutputKind, ProfileName], AnonymisedDocument]
GOLDEN = Path(__file__).parent / "golden"
RENEW = "CANDOUR_RENEW_GOLDEN"
OTHERS = (ProfileName.PARTNER, ProfileName.FAMILY, ProfileName.PRACTITIONER, ProfileName.PANEL)


@pytest.mark.parametrize("kind", OutputKind)
def test_each_reader_is_told_what_they_were_told(kind: OutputKind, made: Made) -> None:
    path = GOLDEN / f"{kind.value}.txt"
    if os.environ.get(RENEW):
        path.write_text(_golden(kind, made), encoding="utf-8")
    before = path.read_text(encoding="utf-8").splitlines()
    changed = list(difflib.unified_diff(before, _golden(kind, made).splitlines(), "golden", "now", n=0, lineterm=""))
    assert not changed, "\n".join([f"Is this meant? Then renew with {RENEW}=1 and look at the diff.", *changed[:40]])


def _golden(kind: OutputKind, made: Made) -> str:
    public = list(_lines(made(kind, ProfileName.PUBLIC).document))
    lines = ["== public ==", *public]
    for profile in OTHERS:
        said = list(_lines(made(kind, profile).document))
        differs = list(difflib.unified_diff(public, said, n=0, lineterm=""))[2:]
        lines += [f"== {profile.value} ==", *(line for line in differs if not line.startswith("@@"))]
    return "\n".join(lines) + "\n"


def _lines(document: Document) -> Iterator[str]:
    yield f"title: {document.title.words}"
    yield f"subtitle: {document.subtitle.words}"
    yield f"head: {document.header.words}"
    yield f"foot: {document.footer.words}"
    for block in document.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {block.text.words}"
        case Paragraph():
            yield f"{block.style}: {block.text.words}"
        case Quote():
            yield f"quote: {block.text.words} ({block.speaker.words})"
        case Bullets():
            yield from (f"- {item.words}" for item in block.items)
        case Table():
            if block.caption is not None:
                yield f"caption: {block.caption.words}"
            if block.drawn is not None:
                yield f"drawn: {block.drawn.words.words} {' '.join(year.words for year in block.drawn.years)}"
            yield " | ".join(head.words for head in block.header)
            for row in block.rows:
                for number, cell in enumerate(row):  # a line each: what differs is seldom more than one
                    yield ("  | " if number else "* ") + " / ".join(text.words for text in cell.paragraphs)
