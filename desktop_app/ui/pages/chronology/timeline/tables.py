"""Events of one lane, sorted for looking up: by how long they last, then by where they stand."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_app.services.timeline_spans import MINUTES, Certainty, Columns

# Longest duration of each class, in minutes; the first is single days and moments, the last has no limit.
_LIMITS = (MINUTES, 7 * MINUTES, 31 * MINUTES, 100 * MINUTES)
ROWS = 3  # so many bars that overlap in time are drawn one under the other; more are counted


@dataclass(slots=True)
class Table:
    """One class of durations. `entries` and `at` ascend together.

    Only of bars: `reach[n]` is the latest end of the first n + 1; `row` of `rows` is where one is drawn while it is
    long enough to be one; a row of `ROWS` means no room.
    """

    longest: int = MINUTES  # minutes of the longest in it
    entries: array[int] = field(default_factory=lambda: array("l"))
    at: array[int] = field(default_factory=lambda: array("q"))
    reach: array[int] = field(default_factory=lambda: array("q"))
    row: array[int] = field(default_factory=lambda: array("B"))
    rows: array[int] = field(default_factory=lambda: array("B"))

    def add_bar(self, entry: int, at: int, start: int, end: int) -> None:
        self.entries.append(entry)
        self.at.append(at)
        self.reach.append(max(end, self.reach[-1]) if self.reach else end)
        self.row.append(0)
        self.rows.append(1)
        self.longest = max(self.longest, end - start)

    def between(self, first: float, last: float) -> tuple[int, int]:
        """Places of what may be seen from `first` to `last`: some of them may end too early."""
        return bisect_right(self.reach, first), bisect_left(self.at, last)


@dataclass(slots=True)
class LaneTable:
    """One lane: single days and moments, and the classes of longer ones that hold anything."""

    points: Table
    longer: list[Table]

    @property
    def classes(self) -> Iterator[Table]:
        yield self.points
        yield from self.longer

    def nearest(self, at: int) -> int:
        """The entry that stands nearest to `at`; -1 in an empty lane."""
        near = []
        for table in self.classes:
            place = bisect_left(table.at, at)
            near += [(abs(table.at[n] - at), table.entries[n]) for n in (place - 1, place) if 0 <= n < len(table.at)]
        return min(near)[1] if near else -1

    def beside(self, entry: int, step: int) -> int:
        """The entry of this lane before (-1) or after (1) `entry`; -1 at its end."""
        found = []
        for table in self.classes:
            place = bisect_right(table.entries, entry) if step > 0 else bisect_left(table.entries, entry) - 1
            if 0 <= place < len(table.entries):
                found.append(table.entries[place])
        if not found:
            return -1
        return min(found) if step > 0 else max(found)


def lane_tables(columns: Columns, lanes: int) -> list[LaneTable]:
    """One a lane, in order."""
    made = [[Table() for _ in range(len(_LIMITS) + 1)] for _ in range(lanes)]
    bars: list[list[tuple[int, int, Table, int]]] = [[] for _ in range(lanes)]
    # Most events are single days: this loop is what a first painting of many events waits for.
    points = [(grades[0].entries.append, grades[0].at.append) for grades in made]
    given = zip(columns.lanes, columns.at, columns.starts, columns.ends, strict=True)
    for entry, (lane, at, start, end) in enumerate(given):
        if end - start <= MINUTES:
            add_entry, add_at = points[lane]
            add_entry(entry)
            add_at(at)
        else:
            table = made[lane][bisect_left(_LIMITS, end - start)]
            table.add_bar(entry, at, start, end)
            bars[lane].append((start, end, table, len(table.entries) - 1))
    for lane_bars in bars:
        _give_rows(lane_bars)
    return [LaneTable(grades[0], [table for table in grades[1:] if table.entries]) for grades in made]


def _give_rows(bars: list[tuple[int, int, Table, int]]) -> None:
    """Bars that overlap get rows of their own, the first that is free; `bars` come in order of their start."""
    free = [0] * ROWS  # when each row is free again
    group: list[tuple[Table, int]] = []  # overlapping, each with the one before or another
    until, used = 0, 1

    def settle() -> None:
        for table, place in group:
            table.rows[place] = used

    for start, end, table, place in bars:
        if start >= until:
            settle()
            group, used, free = [], 1, [0] * ROWS
        row = next((n for n, time in enumerate(free) if time <= start), ROWS)
        if row < ROWS:
            free[row] = end
            used = max(used, row + 1)
            until = max(until, end)
        table.row[place] = row
        group.append((table, place))
    settle()


def is_day(columns: Columns, entry: int) -> bool:
    """A whole day known exactly, with no time: near enough, it is somewhere in that day."""
    exact = columns.certainties[entry] == Certainty.EXACT
    return exact and columns.ends[entry] - columns.starts[entry] == MINUTES
