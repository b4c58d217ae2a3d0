"""What a sheet's XML says that its values do not: hidden rows and columns, formulas, and how far it claims to reach."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812

from desktop_app.importers.refusals import refuse, unreadable
from desktop_app.importers.zip_safety import inspect_zip

MAX_ROWS = 1_048_576
_MAX_CELLS = 30_000_000  # of the rectangle a sheet spans: a reader must hold all of it
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\bhidden="(?:1|true)"[^>]*>')
_HIDDEN_COLUMN = re.compile(rb'<(?:\w+:)?col\b[^>]*?\bhidden="(?:1|true)"[^>]*>')
_ROW_NUMBER = re.compile(rb'\br="(\d+)"')
_ROW_START = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d+)"')
_CELL_ROW = re.compile(rb'\br="[A-Z]{1,3}(\d{6,})"')
_FAR_COLUMNS = re.compile(rb'\br="([A-Z]{2,3})\d+"')
_ODS_ROW = re.compile(rb"<table:table-row\b([^>]*)>")
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*)>")
_REPEATED = re.compile(rb'-repeated="(\d+)"')


def survey(name: str, data: bytes, form: str) -> list[str]:
    """Notes for a person. Raises UserError: too-large, and what `inspect_zip` raises."""
    if form == "xls":
        return _survey_xls(data)
    notes = inspect_zip(name, data)
    try:
        with ZipFile(BytesIO(data)) as archive:
            if form == "ods":
                return notes + _survey_ods(name, archive.read("content.xml"))
            sheets = [m for m in archive.namelist() if re.fullmatch(r"xl/worksheets/[^/]+\.xml", m)]
            return notes + _survey_xlsx(name, [archive.read(sheet) for sheet in sheets])
    except (BadZipFile, KeyError, ZlibError, EOFError, OSError, ValueError):
        raise unreadable(name) from None


def _survey_xls(data: bytes) -> list[str]:
    notes = ["In an old .xls, hidden rows and what formulas give cannot be told for sure. Save it as .xlsx to be sure."]
    if "_VBA_PROJECT".encode("utf-16-le") in data:
        notes.append("The file holds macros. They were not run; only its text was read.")
    return notes


def _survey_xlsx(name: str, sheets: list[bytes]) -> list[str]:
    hidden: list[int] = []
    columns = formulas = 0
    for xml in sheets:
        _refuse_vast(name, *_extent(xml))
        head = xml[: xml.find(b"<sheetData")] if b"<sheetData" in xml else xml
        columns += len(_HIDDEN_COLUMN.findall(head))
        formulas += xml.count(b"<f>") + xml.count(b"<f ") + xml.count(b"<x:f>")
        if b"hidden=" in xml:
            for row in _HIDDEN_ROW.finditer(xml):
                number = _ROW_NUMBER.search(row[0])
                hidden.append(int(number[1]) if number else 0)
    return _notes(hidden, columns, formulas)


def _extent(xml: bytes) -> tuple[int, int]:
    """Furthest row and column that hold a cell."""
    rows = [int(n) for n in _ROW_START.findall(xml)] + [int(n) for n in _CELL_ROW.findall(xml)]
    far = set(_FAR_COLUMNS.findall(xml)) if _FAR_COLUMNS.search(xml) else set()
    return max(rows, default=xml.count(b"<row")), max((_column(letters) for letters in far), default=26)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _survey_ods(name: str, xml: bytes) -> list[str]:
    hidden: list[int] = []
    position = row = widest = furthest = 0
    for part in re.split(rb"(?=<table:table-row\b)", xml):
        head = _ODS_ROW.match(part)
        if b"<table:table " in part or b"<table:table>" in part:
            _refuse_vast(name, furthest, widest)
        if head is None:
            position = 0
            continue
        times = _times(head[1])
        row = position + 1
        position += times
        filled = b"office:value-type" in part or b"<text:p" in part
        if filled:
            furthest = max(furthest, position)
            widest = max(widest, _ods_width(part))
            if b'table:visibility="' in head[1] and b'"visible"' not in head[1]:
                hidden.append(row)
        if b"<table:table " in part:
            position = 0
    _refuse_vast(name, furthest, widest)
    columns = len(re.findall(rb'<table:table-column\b[^>]*table:visibility="(?:collapse|filter)"', xml))
    return _notes(hidden, columns, xml.count(b"table:formula="))


def _ods_width(row: bytes) -> int:
    """Columns up to the last filled one: an empty tail is repeated thousands of times in every honest file."""
    width = reach = 0
    cells = list(_ODS_CELL.finditer(row))
    for index, cell in enumerate(cells):
        width += _times(cell[1])
        end = cells[index + 1].start() if index + 1 < len(cells) else len(row)
        if b"office:value-type" in cell[1] or b"<text:p" in row[cell.end() : end]:
            reach = width
    return reach


def _times(attributes: bytes) -> int:
    found = _REPEATED.search(attributes)
    return int(found[1][:9]) if found else 1


def _refuse_vast(name: str, rows: int, columns: int) -> None:
    if rows > MAX_ROWS or rows * max(columns, 1) > _MAX_CELLS:
        do = "Copy the rows that matter into a new sheet and import that."
        raise refuse(f"{name} spans more rows and columns than can be read.", do, "too-large")


def _notes(hidden: list[int], columns: int, formulas: int) -> list[str]:
    notes = []
    if hidden:
        shown = ", ".join(str(n) for n in hidden[:20]) + (" …" if len(hidden) > 20 else "")
        notes.append(f"{len(hidden)} hidden row(s) were read like the others: {shown}.")
    if columns:
        notes.append("Hidden columns were read like the others.")
    if formulas:
        notes.append(f"{formulas} formula(s): where a value is stored with one it was taken. Nothing was calculated.")
    return notes
