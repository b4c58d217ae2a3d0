"""A Word file as another reader sees it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.document import Bullets, Cell, Document, Heading, Paragraph, Quote, Table, Text
from desktop_app.common.progress import NoProgress
from desktop_app.exporters.docx import write_docx
from desktop_app.exporters.docx.build import build_docx

_HOSTILE = "<b>x</b> & ]]> {{ 7*7 }} \x00\x07🙂 漢字 =cmd|' /C calc'!A0"
_HOSTILE_CLEAN = "<b>x</b> & ]]> {{ 7*7 }} 🙂 漢字 =cmd|' /C calc'!A0"


def test_blocks_are_real_headings_lists_and_tables(briefing: AnonymisedDocument, tmp_path: Path) -> None:
    target = tmp_path / "out.docx"
    write_docx(briefing, target, footer_note="checked")
    read = docx.Document(str(target))
    styled = [(paragraph.style.name, paragraph.text) for paragraph in read.paragraphs if paragraph.text]
    assert styled[:6] == [
        ("Title", "Learning review: Rowan"),
        ("Subtitle", "Briefing paper, September 2026"),
        ("Marking", "OFFICIAL-SENSITIVE until published"),
        ("Heading 1", "Overview"),
        ("Quote", styled[4][1]),
        ("Speaker", "Independent chair"),
    ]
    assert styled[4][1].startswith("“Rowan was spoken about")
    assert ("List Bullet", "Bwrdd Iechyd Tŷ Ŵyn") in styled
    assert ("Heading 3", "A caveat") in styled
    table = read.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["No", "Recommendation", "Action, as at 1 August 2026"]
    assert len(table.rows) == 12
    properties = table.rows[0]._tr.trPr
    assert properties.find(qn("w:tblHeader")) is not None
    assert properties.find(qn("w:cantSplit")) is not None
    widths = [cell.width for cell in table.rows[1].cells]
    assert widths[0] < widths[1] < widths[2]
    section = read.sections[0]
    assert (
        section.header.paragraphs[0].text == "Eastmarch Safeguarding Children Partnership\tDraft, not for circulation"
    )
    assert "Draft, not for circulation · checked" in section.footer.paragraphs[0].text
    assert section.page_width < section.page_height


def test_properties_hold_the_title_and_language_only(briefing: AnonymisedDocument, tmp_path: Path) -> None:
    target = tmp_path / "out.docx"
    write_docx(briefing, target)
    core = docx.Document(str(target)).core_properties
    assert (core.title, core.language) == ("Learning review: Rowan", "en-GB")
    for name in ("author", "last_modified_by", "comments", "keywords", "subject", "category"):
        assert getattr(core, name) == ""
    assert core.created is None
    assert core.modified is None
    with zipfile.ZipFile(target) as archive:
        assert all(info.date_time == (1980, 1, 1, 0, 0, 0) for info in archive.infolist())
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_landscape(chronology: AnonymisedDocument, tmp_path: Path) -> None:
    target = tmp_path / "out.docx"
    write_docx(chronology, target)
    read = docx.Document(str(target))
    assert read.sections[0].page_width > read.sections[0].page_height
    assert len(read.tables[0].rows) == 151


def test_hostile_words_stand_as_they_are(tmp_path: Path) -> None:
    text = Text(_HOSTILE)
    table = Table((text,), ((Cell((text, text)),),), (1,))
    blocks = (Heading(text), Paragraph(text), Quote(text, text), Bullets((text,)), table)
    document = Document("briefing", text, text, text, text, blocks)
    target = tmp_path / "out.docx"
    target.write_bytes(build_docx(document, "", NoProgress()))
    read = docx.Document(str(target))
    assert [paragraph.text for paragraph in read.paragraphs if paragraph.text] == [_HOSTILE_CLEAN] * 7
    assert read.tables[0].rows[1].cells[0].text == f"{_HOSTILE_CLEAN}\n{_HOSTILE_CLEAN}"
    assert read.core_properties.title == _HOSTILE_CLEAN


@pytest.mark.parametrize("size", [0, 300, 40_000])
def test_any_length_of_word(tmp_path: Path, size: int) -> None:
    text = Text("w" * size)
    document = Document("briefing", text, text, text, text, (Table((text,), ((Cell((text,)),),), (1,)),))
    target = tmp_path / "out.docx"
    target.write_bytes(build_docx(document, "", NoProgress()))
    assert docx.Document(str(target)).tables[0].rows[1].cells[0].text == "w" * size


def test_same_bytes_elsewhere(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from desktop_app.anonymise.result import AnonymisedDocument\n"
        "from desktop_app.common.document import *\nfrom desktop_app.exporters.write import write\n"
        "t = Text('Tŷ Ŵyn'); table = Table((t, t), ((Cell((t,)), Cell((t, t))),) * 9, (1, 2))\n"
        "d = AnonymisedDocument(Document('b', t, t, t, t, (Heading(t), table, Paragraph(t))), 'p', frozenset(), 0, 0)\n"
        "[write(d, Path(sys.argv[1] + '.' + f), f) for f in ('docx', 'xlsx')]\n"
    )
    for number, (zone, seed) in enumerate((("UTC", "1"), ("Asia/Tokyo", "2"))):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
        root = Path(__file__).parent.parent.parent
        subprocess.run([sys.executable, "-c", code, str(tmp_path / str(number))], check=True, env=environment, cwd=root)
    for format_ in ("docx", "xlsx"):
        assert (tmp_path / f"0.{format_}").read_bytes() == (tmp_path / f"1.{format_}").read_bytes()
