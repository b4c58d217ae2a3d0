"""Every Word and Excel file against the schemas of ECMA-376 as Microsoft's SDK has them, in an independent tool."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.document import Bullets, Cell, Document, Heading, Paragraph, Quote, Table, Text
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.exporters.house.cleaning import clean
from desktop_app.exporters.house.filling import filled
from desktop_app.exporters.house.starter import starter
from desktop_app.exporters.write import build
from desktop_app.services.outputs import OUTPUTS

Made = Callable[[OutputKind, ProfileName], AnonymisedDocument]
# The tool asks for a theme. The standard has "zero or one" (ECMA-376 part 1, 14.2.7); we name all faces and colours.
NO_THEME = "A required relationship type 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme'"
HOSTILE = (
    "<b>x</b> & ]]>",
    "{{ 7*7 }}",
    "=cmd|' /C calc'!A0",
    "emoji 🙂 漢字",
    "\u202eשלום\u202c",
    "a" * 300,
    "\x00\x07",
    "",
)


def _complaints(data: bytes, name: str, folder: Path) -> list[str]:
    """What the tool finds."""
    target = folder / name
    target.write_bytes(data)
    errors = OpenXmlValidator().validate(target).errors
    return [f"{error.part_uri}: {error.description}" for error in errors if NO_THEME not in error.description]


@pytest.mark.parametrize("info", OUTPUTS, ids=lambda info: info.kind.value)
def test_every_kind_is_valid(info: object, made: Made, tmp_path: Path) -> None:
    for made_as in ("docx", "xlsx"):
        if made_as in info.formats:
            data = build(made(info.kind, ProfileName.PANEL), made_as, footer_note="Ledger 1 0")
            assert _complaints(data, f"o.{made_as}", tmp_path) == []


def _hostile(said: str, *, sections: int = 1, landscape: bool = False, panels: bool = False) -> AnonymisedDocument:
    text = Text(said)
    row = (Cell((text, text)), Cell(()))
    table = Table((text, Text("Tŷ Ŵyn")), (row, row[:1]), (1.0, 2.0), caption=text)
    blocks = (Heading(text), Heading(text, 3), Paragraph(text, "lead"), Quote(text, text), Bullets((text, text)), table)
    document = Document("briefing", text, text, text, text, blocks * sections, landscape=landscape, panels=panels)
    return AnonymisedDocument(document, "panel", frozenset(), 0, 0)


@pytest.mark.parametrize("said", HOSTILE)
def test_hostile_words_are_valid_too(said: str, tmp_path: Path) -> None:
    asked = _hostile(said, landscape=True)
    for made_as in ("docx", "xlsx"):
        assert _complaints(build(asked, made_as), f"o.{made_as}", tmp_path) == []
    assert _complaints(build(_hostile(said, panels=True), "docx"), "panels.docx", tmp_path) == []


def test_a_contents_list_is_valid(tmp_path: Path) -> None:
    data = build(_hostile("word " * 400, sections=9), "docx")
    assert b"TOC1" in zipfile.ZipFile(BytesIO(data)).read("word/document.xml")
    assert _complaints(data, "o.docx", tmp_path) == []


def test_a_house_template_is_valid(made: Made, tmp_path: Path) -> None:
    document = made(OutputKind.BRIEFING, ProfileName.PANEL).document
    assert _complaints(filled(document, clean(starter()), "note"), "o.docx", tmp_path) == []


@pytest.mark.parametrize(
    ("part", "right", "wrong"),
    [
        ("word/document.xml", '<w:pStyle w:val="Heading1"/>', '<w:keepNext/><w:pStyle w:val="Heading1"/>'),
        ("word/document.xml", 'w:type="dxa"', 'w:type="points"'),
        ("word/document.xml", 'r:id="rId5"', 'r:id="rId99"'),
        ("word/document.xml", "<w:tblGrid>", "<w:grid/><w:tblGrid>"),
        ("word/settings.xml", '<w:zoom w:percent="100"/>', '<w:decimalSymbol w:val="."/><w:zoom w:percent="100"/>'),
    ],
    ids=["order", "value", "reference", "element", "settings"],
)
def test_what_is_broken_on_purpose_is_caught(part: str, right: str, wrong: str, made: Made, tmp_path: Path) -> None:
    whole = build(made(OutputKind.BRIEFING, ProfileName.PANEL), "docx")
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(whole)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            held = source.read(name).decode("utf-8")
            assert name != part or right in held
            target.writestr(name, held.replace(right, wrong, 1) if name == part else held)
    assert _complaints(out.getvalue(), "o.docx", tmp_path)
