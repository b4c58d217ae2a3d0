"""Footnotes, text boxes and rows deleted under tracked changes: read where they stand, or not at all."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from desktop_app.importers.read import read_tables

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ROW = "<w:tr>{properties}<w:tc><w:p><w:r><w:t>{a}</w:t></w:r></w:p></w:tc><w:tc><w:p>{b}</w:p></w:tc></w:tr>"


@pytest.fixture
def word(tmp_path: Path):
    def make(rows: str, **parts: str) -> Path:
        path = tmp_path / "return.docx"
        document = f'<w:document xmlns:w="{W}"><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>'
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr("word/document.xml", document)
            for name, xml in parts.items():
                archive.writestr(f"word/{name}.xml", xml)
        return path

    return make


def said(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_a_footnote_stands_where_its_number_does(word) -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="-1"><w:p/></w:footnote>'
        f'<w:footnote w:id="2"><w:p>{said("seen by two workers")}</w:p></w:footnote></w:footnotes>'
    )
    path = word(ROW.format(properties="", a="3/5/24", b=said("Visit") + mark + said(" at home")), footnotes=notes)
    (table,) = read_tables(path).tables
    assert table.rows[0].cells[1] == "Visit [seen by two workers] at home"


def test_a_row_deleted_under_tracked_changes_is_gone_and_said(word) -> None:
    gone = '<w:trPr><w:del w:id="1" w:author="x"/></w:trPr>'
    new = '<w:trPr><w:ins w:id="2" w:author="x"/></w:trPr>'
    rows = ROW.format(properties=gone, a="old", b=said("x")) + ROW.format(properties=new, a="new", b=said("y"))
    source = read_tables(word(rows))
    assert [row.cells for row in source.tables[0].rows] == [("new", "y")]
    assert any("tracked changes" in note for note in source.notes)


def test_words_in_a_text_box_are_read_once(word) -> None:
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent><w:p>{said('in a box')}</w:p></w:txbxContent>"
    inside = (
        f"<w:r><mc:AlternateContent {space}><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    (table,) = read_tables(word(ROW.format(properties="", a="3/5/24", b=said("Visit ") + inside))).tables
    assert table.rows[0].cells[1] == "Visit in a box"
