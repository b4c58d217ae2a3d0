"""Formulas that a sheet holds without the value they came to: made by a program and never opened in Excel."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from desktop_app.importers.workbook_parts import sheets_of

Uncached = dict[int, dict[tuple[int, int], str]]  # place of the sheet in the book -> (row, column) from 0 -> formula
_CELL = re.compile(
    rb"<(?:\w+:)?c\b([^>]*+)>\s*+<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*+)</(?:\w+:)?f>)\s*+"
    rb"(<(?:\w+:)?v\s*+/>|<(?:\w+:)?v>\s*+</(?:\w+:)?v>)?\s*+</(?:\w+:)?c>"
)
_WHERE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_ODS_ROW = re.compile(rb"<table:table-row\b")
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b")
_ODS_FORMULA = re.compile(rb'table:formula="(?:of:|oooc:|msoxl:)?([^"]*)"')
_REPEATED = re.compile(rb'-repeated="(\d{1,9})"')
_MARKED = "a formula shared with another cell"


def uncached_formulas(parts: Mapping[str, bytes], form: str) -> Uncached:
    """Where they are among the unpacked `parts` of an .xlsx or .ods that `survey` let pass, and what they say."""
    if form == "ods":
        found = _of_ods(parts["content.xml"])
    else:
        found = {place: _of_sheet(xml) for place, (_, xml) in enumerate(sheets_of(parts)) if holds_formulas(xml)}
    return {sheet: cells for sheet, cells in found.items() if cells}


def holds_formulas(xml: bytes) -> bool:
    """May there be any? A sheet whose texts lie elsewhere, as Excel keeps them, often has no "f" at all."""
    start = xml.find(b"<sheetData")
    return xml.find(b"f", start + 11) >= 0 and (b"<f" in xml or b":f" in xml)


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
