"""A workbook as another reader sees it."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.document import Cell, Document, Heading, Paragraph, Table, Text
from desktop_app.common.progress import NoProgress
from desktop_app.exporters.xlsx import write_xlsx
from desktop_app.exporters.xlsx.build import build_xlsx
from desktop_app.exporters.xlsx.names import sheet_name


def _book(data: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return {name: [list(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


def _one_cell(words: str, *, header: str = "Head") -> bytes:
    text = Text(words)
    table = Table((Text(header), Text("Other")), ((Cell((text,)), Cell((Text("beside"),))),), (1, 1))
    blocks = (Heading(Text("Plan: who/what?")), table, Paragraph(text))
    return build_xlsx(Document("briefing", text, text, text, text, blocks), "", NoProgress())


def test_words_first_then_a_sheet_a_table(briefing: AnonymisedDocument, tmp_path: Path) -> None:
    target = tmp_path / "out.xlsx"
    write_xlsx(briefing, target)
    book = _book(target.read_bytes())
    assert list(book) == ["About", "Recommendations and the action"]
    about = [row[0] for row in book["About"]]
    assert about[:4] == [
        "Learning review: Rowan",
        "Briefing paper, September 2026",
        "OFFICIAL-SENSITIVE until published",
        "Overview",
    ]
    assert "• Eastmarch Police" in about
    rows = book["Recommendations and the action"]
    assert rows[0] == ["No", "Recommendation", "Action, as at 1 August 2026"]
    assert len(rows) == 12
    assert rows[1][0] == "1"  # words, not a number


def test_frozen_filtered_and_repeated_header(chronology: AnonymisedDocument, tmp_path: Path) -> None:
    target = tmp_path / "out.xlsx"
    write_xlsx(chronology, target)
    with zipfile.ZipFile(target) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml").decode()
        workbook = archive.read("xl/workbook.xml").decode()
        assert all(info.date_time == (1980, 1, 1, 0, 0, 0) for info in archive.infolist())
        assert b"creat" not in archive.read("docProps/core.xml")
    assert 'state="frozen"' in sheet
    assert '<autoFilter ref="A1:F151"/>' in sheet
    assert 'orientation="landscape"' in sheet
    assert "_xlnm.Print_Titles" in workbook
    assert "<f>" not in sheet


@pytest.mark.parametrize(
    "words", ["=cmd|' /C calc'!A0", "+1+1", "-1", "@SUM(A1)", "=1+1", "http://x.invalid", "001", "<b>&", "{=1}", "🙂"]
)
def test_nothing_is_computed_or_fetched(words: str) -> None:
    data = _one_cell(words, header=words)
    rows = _book(data)["Plan who what"]
    assert rows[0][0] == words
    assert rows[1][0] == words
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            assert b"<f>" not in archive.read(name)
            assert b"hyperlink" not in archive.read(name)


@pytest.mark.parametrize("letter", ["w", "🙂"])
def test_a_cell_too_long_for_excel_goes_on_underneath(letter: str) -> None:
    words = " ".join(letter * 9 for _ in range(4_200))
    rows = _book(_one_cell(words))["Plan who what"]
    assert " ".join(str(row[0]) for row in rows[1:]) == words
    assert [row[1] for row in rows[1:]] == ["beside"] + [""] * (len(rows) - 2)
    assert len(rows) > 2


def test_long_heads_and_feet_are_cut_without_complaint() -> None:
    assert "About" in _book(_one_cell("m&m " * 400))


@given(st.lists(st.text(max_size=60), max_size=12))
def test_sheet_names_are_allowed_and_unique(wanted: list[str]) -> None:
    taken: set[str] = set()
    names = [sheet_name(words, number, taken) for number, words in enumerate(wanted, 1)]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 0 < len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name.strip("'") == name
        assert name.casefold() not in {"about", "history"}


def test_no_tables_is_one_sheet_and_two_like_headings_are_two() -> None:
    text = Text("x")
    table = Table((text,), ((Cell((text,)),),), (1,))
    empty = Document("briefing", text, text, text, text, ())
    assert list(_book(build_xlsx(empty, "", NoProgress()))) == ["About"]
    blocks = (Heading(Text("Plan")), table, Heading(Text("PLAN")), table, Table((), (), ()))
    twice = Document("briefing", text, text, text, text, blocks)
    assert list(_book(build_xlsx(twice, "", NoProgress())))[:3] == ["About", "Plan", "Table 2"]
