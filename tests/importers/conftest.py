"""Files as senders make them, made anew for each test."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pytest
import xlsxwriter

Rows = Sequence[Sequence[object]]
MakeFile = Callable[..., Path]


@pytest.fixture
def make_docx(tmp_path: Path) -> MakeFile:
    def make(*tables: Rows, name: str = "return.docx", before: str = "Chronology", after: str = "Signed") -> Path:
        document = docx.Document()
        document.add_paragraph(before)
        for rows in tables:
            table = document.add_table(len(rows), max(len(r) for r in rows))
            for r, row in enumerate(rows):
                for c, text in enumerate(row):
                    table.cell(r, c).text = str(text)
            document.add_paragraph("")
        document.add_paragraph(after)
        document.save(str(tmp_path / name))
        return tmp_path / name

    return make


@pytest.fixture
def make_xlsx(tmp_path: Path) -> MakeFile:
    def make(*sheets: Rows, name: str = "return.xlsx", hidden_rows: Sequence[int] = ()) -> Path:
        book = xlsxwriter.Workbook(str(tmp_path / name), {"default_date_format": "dd/mm/yyyy"})
        for rows in sheets:
            sheet = book.add_worksheet()
            for r, row in enumerate(rows):
                for c, value in enumerate(row):
                    if isinstance(value, str):
                        sheet.write_string(r, c, value)
                    else:
                        sheet.write(r, c, value)
            for row in hidden_rows:
                sheet.set_row(row - 1, None, None, {"hidden": True})
        book.close()
        return tmp_path / name

    return make


@pytest.fixture
def make_ods(tmp_path: Path) -> MakeFile:
    def make(rows: Rows, name: str = "return.ods", row_attributes: str = "", tail: str = "") -> Path:
        office = "urn:oasis:names:tc:opendocument:xmlns:"
        cells = "".join(
            f"<table:table-row {row_attributes}>"
            + "".join(
                f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
                if text
                else "<table:table-cell/>"
                for text in row
            )
            + "</table:table-row>"
            for row in rows
        )
        content = (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{office}office:1.0" '
            f'xmlns:table="{office}table:1.0" xmlns:text="{office}text:1.0" office:version="1.3"><office:body>'
            f'<office:spreadsheet><table:table table:name="Sheet1">{cells}{tail}</table:table></office:spreadsheet>'
            "</office:body></office:document-content>"
        )
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
            archive.writestr("content.xml", content)
            archive.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{office}manifest:1.0"/>')
        return tmp_path / name

    return make


@pytest.fixture
def make_text(tmp_path: Path) -> MakeFile:
    def make(text: str | bytes, name: str = "return.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return make
