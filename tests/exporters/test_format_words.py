"""What the formats are written in names nobody: people called Mark, Page or Bold can be in a review that is printed."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pymupdf_fonts
import pytest

from desktop_app.anonymise.gate import register_leaks
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.document import Cell, Document, Heading, Paragraph, Quote, Table, Text
from desktop_app.domain.people import RegisterEntry
from desktop_app.exporters.font_names import name_table, shipped_name_tables
from desktop_app.exporters.reader import read_bytes
from desktop_app.exporters.write import build

FORMATS = ("pdf", "docx", "xlsx")
NAMES = (
    *("Mark", "Bold", "Light", "Font", "Roman", "Grant", "Dale", "Lane", "Table", "Normal", "Theme", "Style"),
    *("Rose", "Grace", "Root", "Parent", "Kid", "Span", "Form", "Field", "Title", "Regular", "Gray", "Book", "Color"),
    *("Times", "Symbol", "Courier", "Office", "Core", "Custom", "Sheet", "Row", "Cole", "Val", "Rust", "Basil", "Tab"),
    *("Pitch", "Reid", "Fred", "Block", "Sands", "Number", "Style", "Filter", "Length", "Parts", "Shared"),
)
REGISTER = Register([RegisterEntry(f"p{n}", "person", f"Umfrey {name}zz", (name,)) for n, name in enumerate(NAMES)])


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    title, said = Text("The plan"), Text("It was seen and written down.")
    rows = ((Cell((Text("1"),)), Cell((said, said))),)
    blocks = (
        Heading(title),
        Paragraph(said),
        Table((Text("No"), Text("What")), rows, (1.0, 5.0)),
        Quote(said, Text("")),
    )
    document = Document("chronology", title, Text(""), title, Text(""), blocks)
    return {each: build(AnonymisedDocument(document, "panel", frozenset(), 0, 0), each) for each in FORMATS}


@pytest.mark.parametrize("made_as", FORMATS)
def test_people_with_the_names_of_a_formats_own_words_block_no_file(made: dict[str, bytes], made_as: str) -> None:
    assert _surfaces(made[made_as], f"o.{made_as}") == set()


@pytest.mark.parametrize("made_as", ["docx", "xlsx"])
def test_an_element_of_somebodys_own_is_still_looked_at(made: dict[str, bytes], made_as: str) -> None:
    """The same word in a namespace that no standard has."""
    held = BytesIO(made[made_as])
    with ZipFile(held, "a") as package:
        package.writestr("customXml/item9.xml", '<c:themeFontLang xmlns:c="urn:case" c:themeColor="x"/>')
    assert _surfaces(held.getvalue(), f"o.{made_as}") == {"themeFontLang", "themeColor"}


def test_a_pdf_key_that_no_standard_has_is_still_looked_at(made: dict[str, bytes]) -> None:
    with pikepdf.open(BytesIO(made["pdf"])) as pdf:
        pdf.Root["/MarkWasHere"] = pikepdf.Name("/RoseToo")
        out = BytesIO()
        pdf.save(out)
    assert _surfaces(out.getvalue(), "o.pdf") == {"MarkWasHere", "RoseToo"}


def test_a_font_that_was_doctored_is_still_looked_at(made: dict[str, bytes]) -> None:
    with pikepdf.open(BytesIO(made["pdf"])) as pdf:
        program = next(item for item in pdf.objects if isinstance(item, pikepdf.Stream) and "/Length1" in item)
        font = program.read_bytes()
        table = name_table(font)
        assert table in shipped_name_tables()
        program.write(font.replace(table, table.replace(b"\0a\0m\0p\0e\0r", b"\0F\0r\0e\0d\0 ", 1), 1))
        out = BytesIO()
        pdf.save(out)
    assert any("Fred" in surface for surface in _surfaces(out.getvalue(), "o.pdf"))


def test_our_fonts_have_the_tables_that_are_passed_over() -> None:
    assert name_table(pymupdf_fonts.fontbuffers["figo"]()) in shipped_name_tables() - {b""}


def _surfaces(data: bytes, name: str) -> set[str]:
    return {each.surface for each in register_leaks(read_bytes(data, name).everything, REGISTER, frozenset())}
