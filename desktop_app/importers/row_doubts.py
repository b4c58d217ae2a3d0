"""What makes a whole row doubtful, whatever it says: more cells than headings, rows swallowed by a quotation mark,
formulas without a value.
"""

from __future__ import annotations

import re

from desktop_app.importers.mapping import Layout
from desktop_app.importers.source_file import TableRow

Doubt = tuple[str, str, str]  # field, text as written, why a person must look
_FIGURES = r"\d{1,4}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{2,4}"
_NAMED = r"\d{1,2}(?:st|nd|rd|th)?[ \-][^\W\d_]{3,9}\.?[ \-]\d{2,4}"
# How the column that every row of a kind fills begins: by it a row is known again inside a cell.
_BEGINS = {
    "date": rf"(?:{_FIGURES}|{_NAMED})",
    "kind": r"(?:person|practitioner|body|organisation|school|place)",
    "number": r"\d{1,3}[a-z]?",
}


def surplus(layout: Layout, row: TableRow) -> list[str]:
    """The filled cells to the right of the last heading, as they stand."""
    return [text for column in range(layout.width, len(row.cells)) if (text := row.text(column).strip())]


def doubts_of(layout: Layout, row: TableRow) -> list[Doubt]:
    """Why the whole row must wait; [] for nearly every row."""
    doubts: list[Doubt] = []
    if len(row.cells) > layout.width and (extra := surplus(layout, row)):
        doubts.append(("row", " | ".join(extra), "more cells than headings: is a separator inside a cell?"))
    if layout.table.separator and (cell := _swallowing(layout, row)):
        why = "a cell holds what looks like further rows: was a quotation mark closed too late?"
        doubts.append(("row", cell, why))
    for column in row.formulas:
        heading = layout.heading[column] if column < len(layout.heading) else f"column {column + 1}"
        why = f"the formula in '{heading}' holds no stored value: its text is kept"
        field = next((f for f, columns in layout.columns.items() if column in columns), "row")
        doubts.append((field, row.text(column), why))
    return doubts


def _swallowing(layout: Layout, row: TableRow) -> str:
    """The first cell that holds a line like a row of this file, "" for none."""
    broken = [cell for cell in row.cells if isinstance(cell, str) and "\n" in cell]
    if not broken:
        return ""
    field = next((field for field in _BEGINS if field in layout.columns), "")
    if not field:
        return ""
    separator = re.escape(layout.table.separator)
    before = layout.columns[field][0]
    # The part after the date may be cut off by the mark that closed the cell.
    like = re.compile(
        rf'\n(?:[^{separator}\n]*{separator}){{{before}}} *(?:" *)?{_BEGINS[field]} *(?:"|{separator})', re.I
    )
    return next((cell for cell in broken if like.search(cell)), "")


def plainly(doubts: list[Doubt]) -> str:
    """The reasons in one line."""
    return "; ".join(dict.fromkeys(why for _, _, why in doubts))
