"""One row of a table: how tall it is, how it is drawn, and how it is cut where a page ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.common.document import Cell
from desktop_app.exporters.pdf.design import CELL_ACROSS, CELL_DOWN
from desktop_app.exporters.pdf.words import Words

_LEAST_KEPT = 2 * 12.5  # two lines of a cell: less than that is not worth breaking a row for


@dataclass(frozen=True, slots=True)
class Row:
    """`cells` are paragraphs from top to bottom, wrapped to their column; `height` includes padding."""

    cells: tuple[tuple[Words, ...], ...]
    height: float
    ends: bool = True  # False for the upper part of a row that was cut: no line is drawn under it


class Rows:
    """A table's rows, each measured when it is first asked for and let go once it is drawn.

    All of them at once would be most of the memory of a long chronology. They must first be asked for in their order:
    their place in the structure tree is made then.
    """

    def __init__(self, given: Sequence[tuple[Cell, ...]], make: Callable[[tuple[Cell, ...]], Row]) -> None:
        self._held: list[Row | tuple[Cell, ...] | None] = list(given)
        self._make = make

    def __len__(self) -> int:
        return len(self._held)

    def __getitem__(self, at: int) -> Row:
        held = self._held[at]
        if held is None:
            raise LookupError("that row was drawn and let go")
        if not isinstance(held, Row):
            held = self._held[at] = self._make(held)
        return held

    def put_apart(self, at: int, halves: tuple[Row, Row]) -> None:
        """Two rows in place of one that was cut."""
        self._held[at : at + 1] = halves

    def let_go(self, first: int, end: int) -> None:
        self._held[first:end] = [None] * (end - first)


def measured(cells: tuple[tuple[Words, ...], ...], widths: list[float], *, ends: bool = True) -> Row:
    """Wrap every paragraph to its column and add up."""
    tallest = max((_stack_height(cell, width) for cell, width in zip(cells, widths, strict=True)), default=0.0)
    return Row(cells, tallest + 2 * CELL_DOWN, ends)


def _stack_height(cell: tuple[Words, ...], width: float) -> float:
    inner = width - 2 * CELL_ACROSS
    height = sum(paragraph.wrap(inner, 1e6)[1] for paragraph in cell)
    return float(height + sum(paragraph.style.spaceAfter for paragraph in cell[:-1]))


def draw_row(canvas: Any, row: Row, widths: list[float], top: float) -> None:
    """Draw `row` with its upper edge at `top`, columns from x = 0."""
    left = 0.0
    for cell, width in zip(row.cells, widths, strict=True):
        y = top - CELL_DOWN
        for paragraph in cell:
            y -= paragraph.height
            paragraph.drawOn(canvas, left + CELL_ACROSS, y)
            y -= paragraph.style.spaceAfter
        left += width


def cut(row: Row, widths: list[float], room: float) -> tuple[Row, Row] | None:
    """`row` in two, the upper part no taller than `room`; None when a tidy cut is not possible."""
    space = room - 2 * CELL_DOWN
    if space < _LEAST_KEPT:
        return None
    halves = [_cut_cell(cell, width, space) for cell, width in zip(row.cells, widths, strict=True)]
    if not any(upper for upper, _ in halves) or not any(lower for _, lower in halves):
        return None
    upper = measured(tuple(half[0] for half in halves), widths, ends=False)
    lower = measured(tuple(half[1] for half in halves), widths, ends=row.ends)
    return upper, lower


def _cut_cell(cell: tuple[Words, ...], width: float, space: float) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    inner = width - 2 * CELL_ACROSS
    used = 0.0
    for at, paragraph in enumerate(cell):
        if used + paragraph.height > space:
            parts = paragraph.split(inner, space - used)
            if len(parts) == 2:
                return (*cell[:at], parts[0]), (parts[1], *cell[at + 1 :])
            return cell[:at], cell[at:]
        used += paragraph.height + paragraph.style.spaceAfter
    return cell, ()
