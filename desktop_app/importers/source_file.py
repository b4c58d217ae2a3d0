"""A file somebody sent, as far as reading it goes: tables of cells, lines of text, and what to say about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

Cell = str | dt.datetime | dt.date | dt.time  # a real spreadsheet date stays one; everything else is text


class TableRow(NamedTuple):
    """`number` as the sender counts it, from 1, in the sheet or table. `spans` tells merged columns: the width of
    the cell that starts at each column (0 where a cell to the left covers it), () when nothing is merged across.
    `formulas` are the columns that hold a formula's text because no value is stored with it.
    """

    number: int
    cells: tuple[Cell, ...]
    spans: tuple[int, ...] = ()
    formulas: tuple[int, ...] = ()

    def text(self, column: int) -> str:
        """The cell as text, "" beyond the end; a real date as ISO text."""
        return cell_text(self.cells[column]) if column < len(self.cells) else ""

    @property
    def is_blank(self) -> bool:
        return not any(cell and (not isinstance(cell, str) or cell.strip()) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet, or a table of a document. A cell merged downwards stands in every row it covers. `separator` is what
    parts the columns of a .csv or .tsv, "" elsewhere. `columns` holds the same cells as `rows`, column by column, where
    the reader has them so and all rows are of one width; () elsewhere.
    """

    name: str
    rows: tuple[TableRow, ...]
    separator: str = ""
    columns: tuple[tuple[Cell, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class SourceFile:
    """`form` is what the content is (docx, xlsx, ods, xls, csv, txt); `lines` is the running text outside tables
    (.txt: every line). `notes` are sentences for a person: hidden rows, macros left alone, characters taken out.
    """

    name: str
    sha256: str
    form: str
    tables: tuple[Table, ...] = ()
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def cell_text(cell: Cell) -> str:
    """Text as it stands; a date or time in ISO form, midnight left out, seconds only when they matter."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, dt.datetime):
        return (
            cell.date().isoformat() if cell.time() == dt.time() else f"{cell.date().isoformat()} {_clock(cell.time())}"
        )
    return _clock(cell) if isinstance(cell, dt.time) else cell.isoformat()


def _clock(time: dt.time) -> str:
    return time.strftime("%H:%M:%S" if time.second else "%H:%M")
