"""A table's rows as cells of text that Excel can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from math import ceil

from desktop_app.common.document import Cell
from desktop_app.exporters.clean import clean

_LONGEST = 32_767  # characters a cell may hold; Excel counts UTF-16 units
_TALLEST = 409.0  # points, Excel's limit
_ROOM = _LONGEST - 767  # where to look for a space to cut at


def cell_text(cell: Cell) -> str:
    """A cell's paragraphs, one a line."""
    return "\n".join(words for part in cell.paragraphs if (words := clean(part.words).strip("\n")))


def sheet_rows(row: tuple[Cell, ...]) -> Iterator[tuple[str, ...]]:
    """`row` as one row of the sheet, or as several when a cell is too long for one: the rest goes underneath."""
    yield from zip_longest(*(list(_pieces(cell_text(cell))) for cell in row), fillvalue="")


def _pieces(text: str) -> Iterator[str]:
    while _units(text) > _LONGEST:
        end = _ROOM
        while _units(text[:end]) > _ROOM:
            end -= 1024
        at = max(text.rfind(" ", end - 512, end), text.rfind("\n", end - 512, end))
        at = at if at > 0 else end
        yield text[:at]
        text = text[at:].lstrip()
    yield text


def row_height(texts: Iterable[str], characters: Iterable[float], line: float) -> float:
    """Points for the tallest of `texts` wrapped to columns so many `characters` wide, `line` points a line.

    Excel would find the height itself when the file is opened; other programs do not.
    """
    tallest = max((_lines(text, width) for text, width in zip(texts, characters, strict=True)), default=1)
    return min(_TALLEST, tallest * line + 4)


def _lines(text: str, characters: float) -> int:
    full = max(1.0, characters * 1.05)
    return sum(max(1, ceil(len(line) / full)) for line in text.split("\n"))


def _units(text: str) -> int:
    return len(text) + sum(ord(char) > 0xFFFF for char in text)
