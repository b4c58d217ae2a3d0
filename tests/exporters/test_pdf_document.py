"""A whole document as a PDF, read by two readers that are not ours."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.document import Table
from desktop_app.common.progress import CancelledError
from desktop_app.exporters.pdf import write_pdf

_TESTS = Path(__file__).parent
_WRITE = """
import sys
from pathlib import Path
from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.document import *
from desktop_app.exporters.pdf import write_pdf
text = Text("Tŷ Ŵyn, 3 May")
table = Table((text, text), ((Cell((text,)), Cell((text, text))),) * 90, (1, 2))
document = Document("briefing", text, text, text, text, (Heading(text), Quote(text, text), Bullets((text,)), table))
write_pdf(AnonymisedDocument(document, "public", frozenset(), 0, 0), Path(sys.argv[1]))
"""


def _pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        texts = []
        for page in pdf:
            text = page.get_textpage()
            texts.append(" ".join(text.get_text_range().split()))
            text.close()
            page.close()
    return texts


def _in_order(text: str, *wanted: str) -> None:
    at = 0
    for words in wanted:
        found = text.find(words, at)
        assert found >= 0, f"{words!r} is missing or out of order"
        at = found + len(words)


_ORDER = (
    "Learning review: Rowan",
    "Briefing paper, September 2026",
    "OFFICIAL-SENSITIVE",
    "Overview",
    "“Rowan was spoken about in many rooms.",
    "Independent chair",
    "The Partnership accepts",
    "Background",
    "The review concerns a young person",
    "Who took part",
    "Children’s Social Care",
    "Bwrdd Iechyd Tŷ Ŵyn",
    "A caveat",
    "The 11 recommendations",
    "Recommendations and the action partners report",
    "No Recommendation Action, as at 1 August 2026",
    "The Partnership adopts one screening procedure.",
    "Next steps",
)


def test_every_block_is_read_back_in_order(briefing: AnonymisedDocument, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    write_pdf(briefing, target)
    _in_order(" ".join(_pages(target)), *_ORDER)


def test_pdftotext_reads_the_same(briefing: AnonymisedDocument, tmp_path: Path) -> None:
    tool = shutil.which("pdftotext")
    if tool is None:
        return  # the other reader's test stands alone where this one is not installed
    target = tmp_path / "out.pdf"
    write_pdf(briefing, target)
    done = subprocess.run([tool, "-raw", str(target), "-"], capture_output=True, check=True)
    _in_order(" ".join(done.stdout.decode().split()), *_ORDER)


def test_head_foot_and_page_numbers(briefing: AnonymisedDocument, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    write_pdf(briefing, target, footer_note="Draft 3, checked")
    pages = _pages(target)
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert page.startswith("Eastmarch Safeguarding Children Partnership")
        assert "Draft, not for circulation" in page
        assert "Draft 3, checked" in page
        assert f"Page {number} of {len(pages)}" in page


def test_header_row_on_every_page_of_the_table(chronology: AnonymisedDocument, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    write_pdf(chronology, target)
    pages = _pages(target)
    assert len(pages) > 5
    for page in pages:
        assert page.count("Ref When Agency Significant event Child’s voice Comment") == 1
    whole = " ".join(pages)
    table = next(block for block in chronology.document.blocks if isinstance(block, Table))
    assert all(f" {row[0].paragraphs[0].words} {row[1].paragraphs[0].words}" in whole for row in table.rows)
    with pikepdf.open(target) as pdf:
        box = pdf.pages[0].mediabox
        assert float(box[2]) > float(box[3])


def test_properties_hold_the_title_and_nothing_else(briefing: AnonymisedDocument, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    write_pdf(briefing, target)
    with pikepdf.open(target) as pdf:
        assert {key: str(value) for key, value in pdf.docinfo.items()} == {"/Title": "Learning review: Rowan"}
        assert str(pdf.Root.Lang) == "en-GB"
        packet = pdf.Root.Metadata.read_bytes()
        assert b"Learning review: Rowan" in packet
        for word in (b"creator", b"Date", b"CreatorTool", b"Producer", b"DocumentID"):
            assert word not in packet
        with pdf.open_outline() as outline:
            assert outline.root[0].title == "Learning review: Rowan"
            assert [item.title for item in outline.root[0].children][:2] == ["Overview", "Background"]


def test_every_font_is_embedded_and_none_is_helvetica(briefing: AnonymisedDocument, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    write_pdf(briefing, target)
    names = set()
    with pikepdf.open(target) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font":
                names.add(str(item.BaseFont).split("+")[-1])
                assert "/FontFile2" in item.FontDescriptor
    assert names == {"FiraGO-Regular", "FiraGO-Bold", "FiraGO-Italic"}


def test_same_content_same_bytes_in_another_place_and_time(tmp_path: Path) -> None:
    files = []
    for number, (zone, seed) in enumerate((("UTC", "1"), ("Pacific/Auckland", "2"))):
        target = tmp_path / f"{number}.pdf"
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
        root = str(_TESTS.parent.parent)
        subprocess.run([sys.executable, "-c", _WRITE, str(target)], check=True, env=environment, cwd=root)
        files.append(target.read_bytes())
    assert files[0] == files[1]


def test_cancelling_leaves_what_was_there(chronology: AnonymisedDocument, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"before")

    class Impatient:
        def step(self, done: int, total: int, what: str) -> None:
            if done > 20:
                raise CancelledError

    with pytest.raises(CancelledError):
        write_pdf(chronology, target, progress=Impatient())
    assert target.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]


def test_progress_counts_rows_to_the_end(chronology: AnonymisedDocument, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []

    class Watching:
        def step(self, done: int, total: int, what: str) -> None:
            seen.append((done, total))

    write_pdf(chronology, tmp_path / "out.pdf", progress=Watching())
    assert seen[0] == (0, 150)
    assert seen[-1] == (150, 150)
    assert seen == sorted(seen)
