"""A table as lanes of time, before it is drawn: which bars, in which row of which lane, and where years begin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop_app.anonymise.placed import Placed, place
from desktop_app.common.document import Cell, Drawn, Table
from desktop_app.exporters.clean import one_line

_MARGIN = 0.02  # of the time shown, free at either side


@dataclass(slots=True)
class Bar:
    """Entries of one lane with the same dates; `left` and `right` are shares of the width, from 0 to 1."""

    left: float
    right: float
    sure: bool
    numbers: list[str]
    row: int = 0


@dataclass(slots=True)
class PlanLane:
    name: str
    bars: list[Bar] = field(default_factory=list)
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """`years` are the beginnings of years as shares of the width, each with its words."""

    lanes: tuple[PlanLane, ...]
    years: tuple[tuple[float, str], ...]


def planned(table: Table, drawn: Drawn, least: float) -> Plan | None:
    """`least` is the width of the narrowest bar with its number, as a share. None when no row has a date."""
    entries = list(_entries(table, drawn))
    if not entries:
        return None
    first, last = min(p.first for _, _, p in entries), max(p.last for _, _, p in entries) + 1
    room = max((last - first) * _MARGIN, 10.0)
    start, length = first - room, last - first + 2 * room
    lanes: dict[str, dict[tuple[int, int, bool], Bar]] = {}
    for name, number, placed in entries:
        held = lanes.setdefault(name, {})
        key = (placed.first, placed.last, placed.sure)
        if key not in held:
            left, right = (placed.first - start) / length, (placed.last + 1 - start) / length
            held[key] = Bar(left, right, placed.sure, [])
        held[key].numbers.append(number)
    made = [PlanLane(name, sorted(held.values(), key=lambda b: (b.left, -b.right))) for name, held in lanes.items()]
    for lane in made:
        lane.rows = _in_rows(lane.bars, least)
    return Plan(tuple(made), tuple(_years([text.words for text in drawn.years], start, length)))


def _entries(table: Table, drawn: Drawn) -> Iterable[tuple[str, str, Placed]]:
    """(lane, number, place) of each row that has a date, lanes in order of their first entry."""
    for row in table.rows:
        placed = place(_words(row[drawn.date]))
        if placed is not None:
            yield _words(row[drawn.lane]), _words(row[drawn.number]), placed


def _words(cell: Cell) -> str:
    return one_line(" ".join(part.words for part in cell.paragraphs))


def _in_rows(bars: list[Bar], least: float) -> int:
    """Give each bar the first row that is free where it and its numbers stand; how many rows that takes."""
    free: list[float] = []
    for bar in bars:
        needed = max(bar.right - bar.left, least * (1 + 0.6 * (len(bar.numbers) - 1)))
        row = next((n for n, end in enumerate(free) if end <= bar.left), len(free))
        if row == len(free):
            free.append(0.0)
        free[row] = bar.left + needed
        bar.row = row
    return max(len(free), 1)


def _years(words: Iterable[str], start: float, length: float) -> Iterable[tuple[float, str]]:
    for year in words:
        share = (dt.date(int(year), 1, 1).toordinal() - start) / length
        following = (dt.date(int(year), 12, 31).toordinal() + 1 - start) / length
        if share < 1 and following > 0:
            yield max(share, 0.0), year
