"""What a sheet's XML says that its values do not: hidden rows and columns, formulas, and how far it claims to reach."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.importers.refusals import refuse, unreadable
from desktop_app.importers.uncached_formulas import holds_formulas
from desktop_app.importers.workbook_parts import KEPT, sheets_of
from desktop_app.importers.zip_safety import inspect_zip

MAX_ROWS = 1_048_576
_MAX_CELLS = 30_000_000  # of the rectangle a sheet spans: a reader must hold all of it
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\bhidden="(?:1|true)"[^>]*>')
_HIDDEN_COLUMN = re.compile(rb'<(?:\w+:)?col\b[^>]*?\bhidden="(?:1|true)"[^>]*>')
_COLUMN_MIN = re.compile(rb'\bmin="(\d{1,5})"')
_COLUMN_MAX = re.compile(rb'\bmax="(\d{1,5})"')
# What a writer of sheets does not do, or does only for a wide or very long one; begins with literal letters to be fast.
_UNUSUAL_CELL = re.compile(rb'<c(?:[>/]|\s(?!r="[A-Z]\d{1,6}"))')
_UNUSUAL_ROW = re.compile(rb'<row(?:[>/]|\s(?!r="\d{1,6}"))')
_ANY_ROW = re.compile(rb"<(?:\w+:)?row\b")
_ANY_CELL = re.compile(rb"<(?:\w+:)?c\b")
_ROWS_AT_MOST = 999_999
_ROW_NUMBER = re.compile(rb'\br="(\d+)"')
_IS = rb"\s*=\s*[\"']\s*"  # an attribute may be written in more ways than any writer of sheets uses
_ROW_START = re.compile(rb"<(?:\w+:)?row\b[^>]*?\br" + _IS + rb"(\d+)")
_CELL_ROW = re.compile(rb"\br" + _IS + rb"[A-Za-z]{1,9}0*(\d{6,})")
_FAR_COLUMNS = re.compile(rb"\br" + _IS + rb"([A-Za-z]{2,9})\d")
_ODS_ROW = re.compile(rb"<table:table-row\b([^>]*)>")
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*)>")
_REPEATED = re.compile(rb'-repeated="(\d+)"')


@dataclass(slots=True)
class Survey:
    """`parts` are the XML parts that hold the sheets; `formulas` is whether any of them may hold one."""

    notes: list[str]
    parts: dict[str, bytes]
    formulas: bool = False


def survey(name: str, data: bytes, form: str) -> Survey:
    """Notes for a person, and what was unpacked. Raises UserError: too-large, and what `inspect_zip` raises."""
    if form == "xls":
        return Survey(_survey_xls(data), {})
    notes, parts = inspect_zip(name, data, KEPT)
    found = Survey(notes, parts)
    try:
        if form == "ods":
            found.notes += _survey_ods(name, parts["content.xml"])
            found.formulas = b"table:formula=" in parts["content.xml"]
        else:
            _survey_xlsx(name, found)
        return found
    except (KeyError, ValueError):
        raise unreadable(name) from None


def _survey_xls(data: bytes) -> list[str]:
    notes = ["In an old .xls, hidden rows and what formulas give cannot be told for sure. Save it as .xlsx to be sure."]
    if "_VBA_PROJECT".encode("utf-16-le") in data:
        notes.append("The file holds macros. They were not run; only its text was read.")
    return notes


def _survey_xlsx(name: str, found: Survey) -> None:
    sheets = sheets_of(found.parts)
    formulas = 0
    for title, xml in sheets:
        if b"\x00" in xml[:200]:  # UTF-16: no writer of sheets uses it, and nothing here would see into it
            raise unreadable(name)
        _refuse_vast(name, *_extent(xml))
        hidden: list[int] = []
        columns: list[str] = []
        if b"hidden=" in xml:
            head = xml[: xml.find(b"<sheetData")] if b"<sheetData" in xml else xml
            columns = [_column_names(tag) for tag in _HIDDEN_COLUMN.findall(head)]
            for row in _HIDDEN_ROW.finditer(xml):
                number = _ROW_NUMBER.search(row[0])
                hidden.append(int(number[1]) if number else 0)
        if holds_formulas(xml):
            found.formulas = True
            formulas += xml.count(b"<f>") + xml.count(b"<f ") + xml.count(b"<x:f>")
        found.notes += _hidden_notes(hidden, columns, f" of the sheet '{title}'" if len(sheets) > 1 else "")
    found.notes += _formula_notes(formulas)


def _column_names(tag: bytes) -> str:
    """ "C" or "C to E" of a <col> element."""
    first, last = (int(found[1]) if (found := pattern.search(tag)) else 0 for pattern in (_COLUMN_MIN, _COLUMN_MAX))
    return _letters(first) if first == last else f"{_letters(first)} to {_letters(last)}"


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        letters = chr(65 + place) + letters
    return letters


def _extent(xml: bytes) -> tuple[int, int]:
    """Furthest row and column that hold a cell. Where every cell is within column Z and says so in the usual way,
    that much is told without looking further.
    """
    if not _UNUSUAL_CELL.search(xml) and not _UNUSUAL_ROW.search(xml) and not _is_prefixed(xml):
        return _ROWS_AT_MOST, 26
    rows = [int(n) for n in _ROW_START.findall(xml)] + [int(n) for n in _CELL_ROW.findall(xml)]
    far = set(_FAR_COLUMNS.findall(xml)) if _FAR_COLUMNS.search(xml) else set()
    # Cells and rows without a number stand after the one before them, so there may be as many columns as cells.
    parts = _ANY_ROW.split(xml)
    width = max(len(_ANY_CELL.findall(part)) for part in parts)
    return max([*rows, len(parts) - 1]), max([width, 26, *map(_column, far)])


def _is_prefixed(xml: bytes) -> bool:
    """May rows or cells be named with a prefix ("<x:c ...>")? Then they are looked at one by one."""
    if xml.find(b":", xml.find(b"<sheetData") + 11, xml.rfind(b"</sheetData>")) < 0:
        return False
    return b":c" in xml or b":row" in xml


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
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
    columns = re.findall(rb'<table:table-column\b[^>]*table:visibility="(?:collapse|filter)"', xml)
    return _hidden_notes(hidden, [""] * len(columns), "") + _formula_notes(xml.count(b"table:formula="))


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


def _hidden_notes(hidden: list[int], columns: list[str], where: str) -> list[str]:
    notes = []
    if hidden:
        shown = ", ".join(str(n) for n in hidden[:20]) + (" …" if len(hidden) > 20 else "")
        notes.append(f"{len(hidden)} hidden row(s){where} were read like the others: {shown}.")
    if columns:
        shown = f": {', '.join(columns[:20])}" if all(columns) else ""
        notes.append(f"Hidden columns{where} were read like the others{shown}.")
    return notes


def _formula_notes(formulas: int) -> list[str]:
    if not formulas:
        return []
    return [f"{formulas} formula(s): where a value is stored with one it was taken. Nothing was calculated."]
