"""Formulas that a sheet holds without the value they came to: made by a program and never opened in Excel."""

from __future__ import annotations

import html
import posixpath
import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812

from desktop_app.importers.refusals import unreadable

Uncached = dict[int, dict[tuple[int, int], str]]  # place of the sheet in the book -> (row, column) from 0 -> formula
_CELL = re.compile(
    rb"<(?:\w+:)?c\b([^>]*+)>\s*+<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*+)</(?:\w+:)?f>)\s*+"
    rb"(<(?:\w+:)?v\s*+/>|<(?:\w+:)?v>\s*+</(?:\w+:)?v>)?\s*+</(?:\w+:)?c>"
)
_WHERE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_ODS_ROW = re.compile(rb"<table:table-row\b")
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b")
_ODS_FORMULA = re.compile(rb'table:formula="(?:of:|oooc:|msoxl:)?([^"]*)"')
_REPEATED = re.compile(rb'-repeated="(\d{1,9})"')
_MARKED = "a formula shared with another cell"


def uncached_formulas(name: str, data: bytes, form: str) -> Uncached:
    """Where they are in an .xlsx or .ods that `survey` let pass, and what they say. Raises UserError
    unreadable-source.
    """
    if form not in ("xlsx", "ods"):
        return {}
    try:
        with ZipFile(BytesIO(data)) as archive:
            found = _of_xlsx(archive) if form == "xlsx" else _of_ods(archive.read("content.xml"))
    except (BadZipFile, KeyError, ZlibError, EOFError, OSError, ValueError):
        raise unreadable(name) from None
    return {sheet: cells for sheet, cells in found.items() if cells}


def _of_xlsx(archive: ZipFile) -> Uncached:
    members = set(archive.namelist())
    targets: dict[str, str] = {}
    if "xl/_rels/workbook.xml.rels" in members:
        for relation in _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")):
            targets[_attribute(relation, "Id")] = _attribute(relation, "Target")
    book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
    found: Uncached = {}
    for place, sheet in enumerate(_SHEET.findall(book)):
        target = targets.get(_attribute(sheet, r"\w+:id"), "")
        member = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        if member in members and member.endswith(".xml"):
            found[place] = _of_sheet(archive.read(member))
    return found


def _attribute(tag: str, name: str) -> str:
    match = re.search(rf'\s{name}="([^"]*)"', tag)
    return html.unescape(match[1]) if match else ""


def _of_sheet(xml: bytes) -> dict[tuple[int, int], str]:
    found = {}
    for cell in _CELL.finditer(xml):
        where = _WHERE.search(cell[1])
        if where is None or (b't="str"' in cell[1] and cell[3]):  # a text that came to nothing is a value, too
            continue
        formula = html.unescape((cell[2] or b"").decode("utf-8", "replace")).strip() or _MARKED
        column = 0
        for letter in where[1]:
            column = column * 26 + letter - 64
        found[int(where[2]) - 1, column - 1] = f"={formula}"
    return found


def _of_ods(xml: bytes) -> Uncached:
    found: Uncached = {}
    if b"table:formula=" not in xml:
        return found
    for place, table in enumerate(re.split(rb"<table:table\b(?!-)", xml)[1:]):
        cells: dict[tuple[int, int], str] = {}
        row = 0
        for part in _ODS_ROW.split(table)[1:]:
            column = 0
            for cell in _ODS_CELL.split(part)[1:]:
                tag = cell[: cell.find(b">")]
                formula = _ODS_FORMULA.search(tag)
                if formula and b"office:value-type" not in tag and b"<text:p" not in cell:
                    cells[row, column] = html.unescape(formula[1].decode("utf-8", "replace"))
                column += _times(tag)
            row += _times(part[: part.find(b">")])
        found[place] = cells
    return found


def _times(attributes: bytes) -> int:
    match = _REPEATED.search(attributes)
    return int(match[1]) if match else 1
