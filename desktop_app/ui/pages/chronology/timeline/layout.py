"""What of one lane is drawn where: each event alone while there is room, else counted with its neighbours."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from desktop_app.services.timeline_spans import MINUTES, Certainty, Columns
from desktop_app.ui.pages.chronology.timeline.stretch import Stretch
from desktop_app.ui.pages.chronology.timeline.tables import ROWS, LaneTable, Table, is_day

Members = tuple[Table, int, int]  # places from..to of a table, the last not included


class Shape(IntEnum):
    BLOCK = 0
    KNOWN = 1
    SOFT = 2
    CLUSTER = 3


@dataclass(frozen=True, slots=True)
class Sizes:
    """Pixels. A bar shorter than `long` is laid out as a block is; a day of `day` or more is drawn as a bar."""

    block: float = 10
    bin: float = 30
    long: float = 32
    day: float = 240


@dataclass(frozen=True, slots=True)
class Glyph:
    """One thing drawn, `left` to `right` in pixels, in `row` of `rows` that share the height of the lane."""

    shape: Shape
    left: float
    right: float
    entry: int  # the first of its members
    count: int
    members: tuple[Members, ...]
    row: int = 0
    rows: int = 1

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def entries(self) -> Iterator[int]:
        for table, first, last in self.members:
            yield from table.entries[first:last]


@dataclass(slots=True)
class LaneLayout:
    """`bars` lie under `marks`. Both are found again by entry."""

    columns: Columns
    bin: int  # minutes
    bars: dict[int, Glyph] = field(default_factory=dict)
    marks: dict[int, list[Glyph]] = field(default_factory=dict)  # by number of bin

    def glyphs(self) -> Iterator[Glyph]:
        """In the order they are painted."""
        yield from self.bars.values()
        for held in self.marks.values():
            yield from held

    def where(self, entry: int) -> Glyph | None:
        """What stands for an entry; None when it is out of sight."""
        if entry in self.bars:
            return self.bars[entry]
        held = self.marks.get(self.columns.at[entry] // self.bin, [])
        return next((g for g in held if g.count > 1 or g.entry == entry), None)


def lay_out(
    table: LaneTable, columns: Columns, stretch: Stretch, left: float, width: float, sizes: Sizes
) -> LaneLayout:
    """Bins are fixed in time, not on the screen, so that nothing regroups while the lanes are panned."""
    return _Work(table, columns, stretch, left, width, sizes).run()


class _Work:
    def __init__(
        self, table: LaneTable, columns: Columns, stretch: Stretch, left: float, width: float, sizes: Sizes
    ) -> None:
        self.table, self.columns, self.stretch, self.sizes = table, columns, stretch, sizes
        self.left, self.scale = left, width / stretch.length
        self.bin = max(-int(-sizes.bin // self.scale), 1)
        self.found = LaneLayout(columns, self.bin)
        self.bins: dict[int, list[Members]] = {}

    def run(self) -> LaneLayout:
        points = self.table.points
        if MINUTES * self.scale < self.sizes.day:
            self._count(points)
        else:
            self._days(points)
        for longer in self.table.longer:
            if longer.longest * self.scale < self.sizes.long:
                self._count(longer)
            else:
                self._bars(longer)
        for number in sorted(self.bins):
            self.found.marks[number] = self._settle(number, self.bins[number])
        return self.found

    def _x(self, minute: float) -> float:
        return self.left + (minute - self.stretch.first) * self.scale

    def _count(self, table: Table) -> None:
        """From bin to bin by bisection, never event by event."""
        at, size = table.at, self.bin
        place = bisect_left(at, (int(self.stretch.first) // size - 1) * size)
        end = bisect_left(at, (int(self.stretch.last) // size + 2) * size)
        while place < end:
            number = at[place] // size
            after = bisect_left(at, (number + 1) * size, place, end)
            self.bins.setdefault(number, []).append((table, place, after))
            place = after

    def _one(self, table: Table, place: int) -> None:
        self.bins.setdefault(table.at[place] // self.bin, []).append((table, place, place + 1))

    def _days(self, table: Table) -> None:
        """So near that a day is long: what has no time is somewhere in its day."""
        first = bisect_left(table.at, self.stretch.first - MINUTES)
        last = bisect_left(table.at, self.stretch.last + MINUTES)
        held: dict[int, list[int]] = {}
        for place in range(first, last):
            if is_day(self.columns, table.entries[place]):
                held.setdefault(table.at[place], []).append(place)
            else:
                self._one(table, place)
        for places in held.values():
            rows = min(len(places), ROWS)
            for row, place in enumerate(places):
                if row < ROWS:
                    self._bar(table, place, row, rows, Shape.SOFT)
                else:
                    self._one(table, place)

    def _bars(self, table: Table) -> None:
        first, last = table.between(self.stretch.first, self.stretch.last)
        for place in range(first, last):
            entry = table.entries[place]
            if self.columns.ends[entry] <= self.stretch.first:
                continue
            if table.row[place] < ROWS:
                shape = Shape.KNOWN if self.columns.certainties[entry] == Certainty.KNOWN else Shape.SOFT
                self._bar(table, place, table.row[place], table.rows[place], shape)
            else:
                self._one(table, place)

    def _bar(self, table: Table, place: int, row: int, rows: int, shape: Shape) -> None:
        entry = table.entries[place]
        left, right = self._x(self.columns.starts[entry]), self._x(self.columns.ends[entry])
        right = max(right, left + self.sizes.block)
        self.found.bars[entry] = Glyph(shape, left, right, entry, 1, ((table, place, place + 1),), row, rows)

    def _settle(self, number: int, members: list[Members]) -> list[Glyph]:
        """The glyphs of one bin: one or two apart, else a cluster as wide as the bin."""
        count = sum(last - first for _, first, last in members)
        low, high = self._x(number * self.bin), self._x((number + 1) * self.bin)
        if count <= 2:
            alone = [(table, place, place + 1) for table, first, last in members for place in range(first, last)]
            alone.sort(key=lambda one: one[0].entries[one[1]])
            glyphs = [self._alone(one, number, low, high) for one in alone]
            if len(glyphs) == 1 or glyphs[0].right < glyphs[1].left:
                return glyphs
        first_of_all = min(table.entries[first] for table, first, _ in members)
        return [Glyph(Shape.CLUSTER, low + 1, high - 1, first_of_all, count, tuple(members))]

    def _alone(self, one: Members, number: int, low: float, high: float) -> Glyph:
        """Where it stands; a block makes way for a bin beside it that holds something."""
        columns, half, entry = self.columns, self.sizes.block / 2, one[0].entries[one[1]]
        if columns.certainties[entry] == Certainty.EXACT:
            middle = self._x(columns.at[entry])
            if number - 1 in self.bins:
                middle = max(middle, low + half)
            if number + 1 in self.bins:
                middle = min(middle, high - half)
            return Glyph(Shape.BLOCK, middle - half, middle + half, entry, 1, (one,))
        shape = Shape.KNOWN if columns.certainties[entry] == Certainty.KNOWN else Shape.SOFT
        left = self._x(columns.starts[entry])
        right = max(min(self._x(columns.ends[entry]), left + self.sizes.long), left + self.sizes.block)
        return Glyph(shape, left, right, entry, 1, (one,))
