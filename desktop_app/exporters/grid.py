"""Tables made square before they are set: a row that is too long loses nothing, a short one shifts nothing."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.common.document import Cell, Table, Text

_EMPTY = Text("")


def squared(table: Table) -> Table:
    """`table` with as many header cells, widths and cells in every row as its widest row has."""
    columns = max([len(table.header), *(len(row) for row in table.rows)])
    widths = table.widths
    if len(widths) != columns or not all(width > 0 for width in widths):
        widths = (1.0,) * columns
    return replace(
        table,
        header=table.header + (_EMPTY,) * (columns - len(table.header)),
        rows=tuple(row + (Cell(()),) * (columns - len(row)) for row in table.rows),
        widths=widths,
    )
