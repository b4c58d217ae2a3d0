"""Reading what people send: every format, as the sender counts it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import docx
import pytest
import xlsxwriter

from desktop_app.importers.read import read_tables

ROWS = [["Date", "Source", "Event"], ["3/5/24", "Case note", "Home visit, seen alone"], ["", "", "Ŵyn rang"]]


def cells(path: Path, table: int = 0) -> list[list[str]]:
    return [[row.text(c) for c in range(len(row.cells))] for row in read_tables(path).tables[table].rows]


@pytest.mark.parametrize("maker", ["make_docx", "make_xlsx", "make_ods"])
def test_office_formats_give_the_same_rows(maker: str, request: pytest.FixtureRequest) -> None:
    path = request.getfixturevalue(maker)(ROWS)
    assert cells(path) == ROWS
    assert [row.number for row in read_tables(path).tables[0].rows] == [1, 2, 3]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_every_encoding_and_separator(make_text, separator: str, encoding: str) -> None:
    body = "\n".join(separator.join(f'"{c}"' if separator in c else c for c in row) for row in ROWS)
    path = make_text(body, encoding=encoding)
    assert cells(path) == ROWS


def test_windows_western_text_is_read_and_said(make_text) -> None:
    source = read_tables(make_text("Date,Event\n3/5/24,Caf\xe9 \x96 seen".encode("latin-1")))
    assert source.tables[0].rows[1].cells[1] == "Café – seen"
    assert any("Windows" in note for note in source.notes)


def test_lines_inside_quoted_cells_stay_one_row(make_text) -> None:
    path = make_text('Date,Event\n3/5/24,"Visit.\nSeen alone."\n4/5/24,Call\n')
    assert cells(path)[1] == ["3/5/24", "Visit.\nSeen alone."]
    assert len(cells(path)) == 3


def test_a_quote_never_closed_does_not_swallow_rows(make_text) -> None:
    text = 'Date\tEvent\n3/5/24\t"Seen alone\n4/5/24\tCall\n5/5/24\tVisit\n'
    source = read_tables(make_text(text, "return.tsv"))
    assert len(source.tables[0].rows) == 4
    assert any("never closed" in note for note in source.notes)


def test_word_merges_across_and_down(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(3, 4)
    table.cell(0, 0).text = "Date and time"
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(0, 2).text, table.cell(0, 3).text = "Source", "Event"
    table.cell(1, 2).text = "Log"
    table.cell(1, 2).merge(table.cell(2, 2))
    table.cell(1, 3).text, table.cell(2, 3).text = "a", "b"
    document.save(str(tmp_path / "m.docx"))
    rows = read_tables(tmp_path / "m.docx").tables[0].rows
    assert rows[0].cells == ("Date and time", "", "Source", "Event")
    assert rows[0].spans == (2, 0, 1, 1)
    assert [row.cells[2] for row in rows[1:]] == ["Log", "Log"]


def test_word_text_around_tables_and_several_tables(make_docx) -> None:
    source = read_tables(make_docx(ROWS, ROWS, before="Agency: Health", after="End"))
    assert [t.name for t in source.tables] == ["Table 1", "Table 2"]
    assert source.lines == ("Agency: Health", "End")


def test_sheet_dates_stay_dates_and_hidden_rows_are_told(make_xlsx) -> None:
    path = make_xlsx([["Date", "Event"], [dt.date(2024, 5, 3), "a"], [45.0, True]], hidden_rows=[2])
    source = read_tables(path)
    assert source.tables[0].rows[1].cells[0] == dt.date(2024, 5, 3)
    assert source.tables[0].rows[1].text(0) == "2024-05-03"
    assert source.tables[0].rows[2].cells == ("45", "TRUE")
    assert any("hidden row" in note and "2." in note for note in source.notes)


def test_formulas_give_their_stored_value_and_are_told(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "f.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_string(0, 0, "=cmd|'/c calc'!A1")
    sheet.write_formula(1, 0, '=HYPERLINK("http://x.example","see log")', None, "see log")
    hidden = book.add_worksheet("Notes")
    hidden.hide()
    book.close()
    source = read_tables(tmp_path / "f.xlsx")
    assert [row.cells[0] for row in source.tables[0].rows] == ["=cmd|'/c calc'!A1", "see log"]
    assert any("formula" in note for note in source.notes)
    assert any("'Notes' is hidden" in note for note in source.notes)


def test_sheet_cells_merged_downwards_stand_in_every_row(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "m.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Date", "Event"])
    sheet.merge_range(1, 0, 2, 0, "3/5/24")
    sheet.write(1, 1, "a")
    sheet.write(2, 1, "b")
    book.close()
    assert cells(tmp_path / "m.xlsx")[1:] == [["3/5/24", "a"], ["3/5/24", "b"]]


def test_characters_that_mislead_are_taken_out_and_counted(make_text) -> None:
    source = read_tables(make_text("Date,Event\n3/5/24,a\x00b\u202ec\u2066d\n".encode()))
    assert source.tables[0].rows[1].cells[1] == "abcd"
    assert len(source.notes) == 2


def test_plain_text_keeps_its_lines_and_tabs(make_text) -> None:
    source = read_tables(make_text("Title\n\n1\tOne\tDone\n\t\tmore\n", "briefing.txt"))
    assert source.lines == ("Title", "", "1\tOne\tDone", "\t\tmore", "")
    assert [row.number for row in source.tables[0].rows] == [3, 4]


def test_tracked_deletions_are_left_out_and_said(make_docx, tmp_path: Path) -> None:
    import zipfile

    path = make_docx([["Date", "Event"], ["3/5/24", "MARK"]])
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>gone</w:delText></w:r></w:del>'
    changed = tmp_path / "tracked.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w") as new:
        for member in old.namelist():
            data = old.read(member)
            if member == "word/document.xml":
                data = data.replace(b"<w:r><w:t>MARK</w:t></w:r>", deleted.encode() + b"<w:r><w:t>kept</w:t></w:r>")
            new.writestr(member, data)
    source = read_tables(changed)
    assert source.tables[0].rows[1].cells[1] == "kept"
    assert any("tracked" in note for note in source.notes)
