"""Texts that try to be something else, a review with nothing in it, and a second office program as a witness."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import page
import pypdfium2
import pytest
from python_calamine import load_workbook

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.document import Cell, Document, Heading, Paragraph, Quote, Table, Text
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.snapshot import Snapshot
from desktop_app.exporters.clean import clean
from desktop_app.exporters.reader import read_bytes
from desktop_app.exporters.write import build
from desktop_app.services.compose import compose
from desktop_app.services.outputs import OUTPUTS

AS_AT = dt.date(2026, 9, 10)
Made = Callable[[OutputKind, ProfileName], AnonymisedDocument]
HOSTILE = (
    "<b>bold</b> & <font color=red> &amp; ]]>",
    "{{ 7*7 }} {% for x in y %} ${x} %s {0}",
    "=cmd|' /C calc'!A0",
    "@SUM(A1) +1 -1",
    "emoji 🙂 👩‍👧 end",
    "漢字 かな 한글 end",
    "\u202eשלום مرحبا\u202c end",
    "\x00nul\x07 bell\x1b[0m \ufffe\ud7ff end",
    "a" * 300,
    "Tŷ Ŵyn → ≥ ✓ ☐",
    "_x0041_ \u2028 line \u0085 next",
    "word " * 8_000,
)


def _document(*words: str) -> AnonymisedDocument:
    empty = Text("")
    blocks = [block for said in words for block in (Heading(Text(said[:200])), Paragraph(Text(said)))]
    rows = tuple((Cell((Text(str(n)),)), Cell((Text(said), Text(said[:50])))) for n, said in enumerate(words))
    table = Table((Text("No"), Text(words[0][:80])), rows, (1.0, 5.0))
    quote = Quote(Text(words[0]), Text(words[-1][:40]))
    document = Document("chronology", Text(words[0]), empty, Text(words[0]), empty, (*blocks, table, quote))
    return AnonymisedDocument(document, "panel", frozenset(), 0, 0)


def test_hostile_words_stay_words_in_every_format() -> None:
    asked = _document(*HOSTILE)
    pdf, word, sheet = (build(asked, made_as) for made_as in ("pdf", "docx", "xlsx"))
    assert page.is_pdf_compliant_bytes(pdf, profile="ua1")
    for data, name in ((pdf, "o.pdf"), (word, "o.docx"), (sheet, "o.xlsx")):
        assert read_bytes(data, name).findings == ()
    table = docx.Document(BytesIO(word)).tables[0]
    cells = load_workbook(BytesIO(sheet)).get_sheet_by_index(0).to_python()
    flat = {str(value) for row in cells for value in row}
    for n, said in enumerate(HOSTILE, 1):
        kept = clean(said).strip("\n")
        assert table.rows[n].cells[1].paragraphs[0].text.split() == kept.split()
        assert any(" ".join(kept.split())[:60] in " ".join(value.split()) for value in flat)


@pytest.mark.parametrize("info", OUTPUTS, ids=lambda info: info.kind.value)
def test_a_review_with_nothing_in_it_makes_every_output(info: object) -> None:
    document = AnonymisedDocument(compose(Snapshot(), info.kind, AS_AT), "panel", frozenset(), 0, 0)
    for made_as in info.formats:
        if made_as == "png":
            continue
        data = build(document, made_as)
        assert read_bytes(data, f"o.{made_as}").findings == ()
        if made_as == "pdf":
            assert page.is_pdf_compliant_bytes(data, profile="ua1")
            with pypdfium2.PdfDocument(data) as pdf:
                assert len(pdf) == 1


@pytest.mark.long
def test_a_second_office_program_opens_every_word_file_and_reads_the_same(made: Made, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        return  # python-docx stands alone where LibreOffice is not installed
    for info in OUTPUTS:
        source = tmp_path / f"{info.kind.value}.docx"
        source.write_bytes(build(made(info.kind, ProfileName.PANEL), "docx"))
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = [office, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"]
        subprocess.run([*command, str(tmp_path), str(source)], capture_output=True, check=True, timeout=180)
        theirs = _letters(source.with_suffix(".txt").read_text("utf-8-sig"))
        document = docx.Document(str(source))
        for paragraph in document.paragraphs:
            assert _letters(paragraph.text) in theirs, info.kind
        for row in (row for table in document.tables for row in table.rows):
            for cell in row.cells:
                assert _letters(cell.text) in theirs, info.kind


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
