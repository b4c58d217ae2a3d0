"""Outputs as they are read out: the structure tree in its order, and two readers that agree on the words."""

from __future__ import annotations

import itertools
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pypdfium2
import pytest
from docx.table import Table as WordTable

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.exporters.contents import contents_of
from desktop_app.exporters.write import build
from desktop_app.services.document_text import all_texts

Made = Callable[[OutputKind, ProfileName], AnonymisedDocument]
PANEL = ProfileName.PANEL


@pytest.fixture(scope="module", params=list(OutputKind))
def output(request: pytest.FixtureRequest, made: Made) -> AnonymisedDocument:
    return made(request.param, PANEL)


def _roles(data: bytes) -> list[tuple[str, int]]:
    """(role, how many children) of every element, in reading order."""
    found: list[tuple[str, int]] = []

    def walk(element: Any) -> None:
        kids = element.get("/K", [])
        listed = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        inner = [kid for kid in listed if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        found.append((str(element.S), len(inner)))
        for kid in inner:
            walk(kid)

    with pikepdf.open(BytesIO(data)) as pdf:
        top = pdf.Root.StructTreeRoot.K
        walk(top[0] if isinstance(top, pikepdf.Array) else top)
    return found


def test_headings_go_down_one_level_at_a_time_and_tables_have_headers(output: AnonymisedDocument) -> None:
    roles = _roles(build(output, "pdf"))
    levels = [int(role[2]) for role, _ in roles if role in ("/H1", "/H2", "/H3", "/H4")]
    assert levels[0] == 1
    assert levels.count(1) == 1, "the title, and nothing else"
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    names = [role for role, _ in roles]
    heads = [at for at, role in enumerate(names) if role == "/THead"]
    assert len(heads) == names.count("/Table")
    for at in heads:
        assert names[at + 1] == "/TR"
        columns = roles[at + 1][1]
        assert names[at + 2 : at + 2 + columns] == ["/TH"] * columns


def _spoken(data: bytes) -> Iterator[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        for sheet in pdf:
            text = sheet.get_textpage()
            yield text.get_text_range()
            text.close()
            sheet.close()


def _words(text: str) -> Counter[str]:
    """Letters and figures alone: readers differ in where they see a space and in hyphens at a line's end."""
    kept = "".join(c if c.isalnum() else " " for c in unicodedata.normalize("NFKC", text))
    return Counter(kept.split())


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def _asked(output: AnonymisedDocument) -> list[str]:
    """Every text in its order, but for what a drawing alone has: its years, and the words in its place.

    A long document has its sections twice: they are listed after its title.
    """
    drawings = [block.drawn for block in output.document.blocks if getattr(block, "drawn", None) is not None]
    own = {text.words for drawn in drawings for text in (*drawn.years, drawn.words)}
    said = [text.words for text in all_texts(output.document) if text.words not in own and _letters(text.words)]
    listed = [heading.text.words for heading in contents_of(output.document)]
    return [*said[:2], *(["Contents", *listed] if listed else []), *said[2:]]


def test_every_text_is_on_the_pages(output: AnonymisedDocument) -> None:
    read = _letters(" ".join(_spoken(build(output, "pdf"))))
    for words in _asked(output):
        assert _letters(" ".join(words.split()[:4])) in read


def test_poppler_reads_the_same_words_as_pdfium(output: AnonymisedDocument, tmp_path: Path) -> None:
    tool = shutil.which("pdftotext")
    if tool is None:
        return  # the other reader's test stands alone where this one is not installed
    data = build(output, "pdf", footer_note="Ledger 1 0")
    (tmp_path / "o.pdf").write_bytes(data)
    done = subprocess.run([tool, "-raw", str(tmp_path / "o.pdf"), "-"], capture_output=True, check=True)
    theirs, ours = _words(done.stdout.decode()), _words(" ".join(_spoken(data)))
    assert theirs == ours


def test_word_reads_the_same_words_in_the_same_order(output: AnonymisedDocument) -> None:
    document = docx.Document(BytesIO(build(output, "docx")))
    assert _letters(" ".join(_in_order(document))) == _letters(" ".join(_asked(output)))


def _in_order(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, WordTable):
            for row in block.rows:
                for cell in row.cells:
                    yield cell.text
        else:
            yield block.text
