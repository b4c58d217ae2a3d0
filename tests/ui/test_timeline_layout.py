"""Where things stand on the timeline: clusters, bars, rows, the axis and the stretch of time, without a window."""

from __future__ import annotations

import datetime as dt
from array import array
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.services.timeline_spans import MINUTES, Certainty, Columns, minute_of
from desktop_app.ui.pages.chronology.timeline.calendar import UNITS
from desktop_app.ui.pages.chronology.timeline.layout import LaneLayout, Shape, Sizes, lay_out
from desktop_app.ui.pages.chronology.timeline.stretch import LEAST, Stretch, of_days, whole
from desktop_app.ui.pages.chronology.timeline.strip import counted
from desktop_app.ui.pages.chronology.timeline.tables import ROWS, lane_tables
from desktop_app.ui.pages.chronology.timeline.ticks import axis

FIRST = dt.date(2020, 1, 1)
SCOPE = of_days(FIRST, dt.date(2024, 12, 31))
LEFT, WIDTH = 188.0, 700.0
SIZES = Sizes()


def columns(given_events: list[tuple[int, int, Certainty]]) -> Columns:
    """(start, minutes, certainty) each."""
    rows = sorted(
        (start + length // 2 if certainty is Certainty.EXACT else start, start, start + length, certainty)
        for start, length, certainty in given_events
    )
    count = len(rows)
    return Columns(
        ids=array("q", range(count)),
        lanes=array("H", [0] * count),
        at=array("q", [row[0] for row in rows]),
        starts=array("q", [row[1] for row in rows]),
        ends=array("q", [row[2] for row in rows]),
        certainties=array("B", [row[3] for row in rows]),
        keys=array("B", [0] * count),
        orders=array("H", [1] * count),
    )


def laid_out(made: Columns, stretch: Stretch) -> LaneLayout:
    return lay_out(lane_tables(made, 1)[0], made, stretch, LEFT, WIDTH, SIZES)


def members(layout: LaneLayout) -> list[int]:
    return [entry for glyph in layout.glyphs() for entry in glyph.entries()]


DAY_NUMBERS = st.integers(0, 1800)
EVENTS = st.one_of(
    st.builds(lambda day: (minute_of(FIRST) + day * MINUTES, MINUTES, Certainty.EXACT), DAY_NUMBERS),
    st.builds(
        lambda day, minute: (minute_of(FIRST) + day * MINUTES + minute, 1, Certainty.EXACT),
        DAY_NUMBERS,
        st.integers(0, MINUTES - 1),
    ),
    st.builds(
        lambda day, days, soft: (
            minute_of(FIRST) + day * MINUTES,
            days * MINUTES,
            Certainty.SOFT if soft else Certainty.KNOWN,
        ),
        DAY_NUMBERS,
        st.integers(1, 800),
        st.booleans(),
    ),
)
STRETCHES = st.builds(
    lambda start, length: Stretch(SCOPE.first + start, SCOPE.first + start + length),
    st.integers(0, 4 * 365 * MINUTES),
    st.one_of(st.integers(LEAST, 3 * MINUTES), st.integers(LEAST, 5 * 365 * MINUTES)),
)


@given(st.lists(EVENTS, max_size=80))
def test_every_event_is_in_exactly_one_cluster_or_bar(events: list[tuple[int, int, Certainty]]) -> None:
    made = columns(events)
    stretch = Stretch(SCOPE.first, SCOPE.first + 9 * 365 * MINUTES)
    assert sorted(members(laid_out(made, stretch))) == list(range(len(events)))


@given(st.lists(EVENTS, max_size=80), STRETCHES)
def test_whatever_part_is_shown_an_event_in_it_is_drawn_once(
    events: list[tuple[int, int, Certainty]], stretch: Stretch
) -> None:
    made = columns(events)
    layout = laid_out(made, stretch)
    found = members(layout)
    assert len(found) == len(set(found))
    for entry in range(len(made)):
        if stretch.first <= made.at[entry] < stretch.last:
            assert entry in found
        glyph = layout.where(entry)
        assert (glyph is not None and entry in set(glyph.entries())) == (entry in found)


@given(st.lists(EVENTS, max_size=80), STRETCHES)
def test_what_is_not_a_bar_stands_in_order_of_time_and_nothing_lies_on_its_neighbour(
    events: list[tuple[int, int, Certainty]], stretch: Stretch
) -> None:
    layout = laid_out(columns(events), stretch)
    drawn = [glyph for number in sorted(layout.marks) for glyph in layout.marks[number]]
    middles = [glyph.middle for glyph in drawn if glyph.shape in (Shape.BLOCK, Shape.CLUSTER)]
    assert middles == sorted(middles)
    solid = [glyph for glyph in drawn if glyph.shape in (Shape.BLOCK, Shape.CLUSTER)]
    for before, after in pairwise(solid):
        assert before.right <= after.left + 1e-6


@given(st.lists(EVENTS, max_size=40), STRETCHES)
def test_bars_in_one_row_do_not_overlap_in_time(events: list[tuple[int, int, Certainty]], stretch: Stretch) -> None:
    made = columns(events)
    layout = laid_out(made, stretch)
    bars = [glyph for glyph in layout.bars.values() if made.ends[glyph.entry] - made.starts[glyph.entry] > MINUTES]
    for row in range(ROWS):
        times = sorted((made.starts[g.entry], made.ends[g.entry]) for g in bars if g.row == row)
        assert all(first[1] <= second[0] for first, second in pairwise(times))
    assert all(0 <= glyph.row < glyph.rows <= ROWS for glyph in layout.bars.values())


@given(st.lists(EVENTS, max_size=80), STRETCHES, st.floats(-2000, 2000))
def test_nothing_regroups_while_the_lanes_are_panned(
    events: list[tuple[int, int, Certainty]], stretch: Stretch, by: float
) -> None:
    made = columns(events)
    panned = Stretch(round(stretch.first + by), round(stretch.first + by) + stretch.length)
    one, other = laid_out(made, stretch), laid_out(made, panned)
    assert one.bin == other.bin
    edge = 2 * one.bin
    low, high = max(stretch.first, panned.first) + edge, min(stretch.last, panned.last) - edge
    for number in set(one.marks) & set(other.marks):
        if low <= number * one.bin <= high:
            groups = [[(g.shape, sorted(g.entries())) for g in layout.marks[number]] for layout in (one, other)]
            assert groups[0] == groups[1]


def test_two_events_apart_are_two_and_three_in_one_place_are_counted() -> None:
    start = minute_of(dt.date(2022, 5, 1))
    stretch = Stretch(start, start + 140 * MINUTES)  # five pixels a day
    apart = laid_out(columns([(start + d * MINUTES, MINUTES, Certainty.EXACT) for d in (10, 13)]), stretch)
    assert [glyph.shape for glyph in apart.glyphs()] == [Shape.BLOCK, Shape.BLOCK]
    together = laid_out(columns([(start + 12 * MINUTES, MINUTES, Certainty.EXACT)] * 3), stretch)
    assert [(glyph.shape, glyph.count) for glyph in together.glyphs()] == [(Shape.CLUSTER, 3)]


def test_near_enough_a_day_without_a_time_is_as_long_as_the_day() -> None:
    start = minute_of(dt.date(2022, 5, 7))
    made = columns([(start, MINUTES, Certainty.EXACT), (start + 600, 1, Certainty.EXACT)])
    layout = laid_out(made, Stretch(start, start + MINUTES))
    (bar,) = layout.bars.values()
    assert (bar.shape, bar.left, bar.right) == (Shape.SOFT, LEFT, LEFT + WIDTH)
    ((timed,),) = layout.marks.values()
    assert timed.shape is Shape.BLOCK


def test_more_bars_at_once_than_rows_are_counted_not_lost() -> None:
    start = minute_of(dt.date(2022, 5, 1))
    made = columns([(start + n * MINUTES, 60 * MINUTES, Certainty.SOFT) for n in range(6)])
    layout = laid_out(made, Stretch(start, start + 100 * MINUTES))
    assert sorted(glyph.row for glyph in layout.bars.values()) == [0, 1, 2]
    assert sorted(members(layout)) == list(range(6))


@given(STRETCHES, st.floats(0, 1), st.integers(1, 8))
def test_zooming_in_and_out_again_comes_back(stretch: Stretch, where: float, steps: int) -> None:
    within = Stretch(SCOPE.first - 4000 * MINUTES, SCOPE.last + 4000 * MINUTES)
    at = stretch.first + where * stretch.length
    near = stretch
    for _ in range(steps):
        near = near.zoomed(0.8, at, within)
    if near.length <= LEAST:
        return
    for _ in range(steps):
        near = near.zoomed(1 / 0.8, at, within)
    assert abs(near.first - stretch.first) < 1e-3
    assert abs(near.last - stretch.last) < 1e-3


@given(STRETCHES, st.floats(-1e7, 1e7), st.floats(0.01, 100), st.floats(0, 1))
def test_what_is_shown_never_leaves_the_whole(stretch: Stretch, by: float, factor: float, where: float) -> None:
    inside = stretch.moved(0, SCOPE)
    at = inside.first + where * inside.length
    for moved in (inside.moved(by, SCOPE), inside.resized(by, SCOPE), inside.zoomed(factor, at, SCOPE)):
        assert SCOPE.first - 1e-6 <= moved.first < moved.last <= SCOPE.last + 1e-6
        assert moved.length >= LEAST - 1e-6
    assert abs(inside.moved(by, SCOPE).length - inside.length) < 1e-6


@given(STRETCHES, st.floats(0, 1), st.floats(0, 1))
def test_x_grows_with_time_and_leads_back(stretch: Stretch, a: float, b: float) -> None:
    early, late = sorted((stretch.first + a * stretch.length, stretch.first + b * stretch.length))
    assert stretch.x(early, LEFT, WIDTH) <= stretch.x(late, LEFT, WIDTH)
    assert abs(stretch.minute_at(stretch.x(early, LEFT, WIDTH), LEFT, WIDTH) - early) < 1e-2


def wide(text: str) -> float:
    return 7.0 * len(text)


@given(STRETCHES, st.integers(150, 2400))
def test_no_words_of_the_axis_reach_the_next(stretch: Stretch, width: int) -> None:
    found = axis(stretch, LEFT, width, wide, 6)
    for line in (found.below, found.above):
        spots = [tick.x for tick in line]
        assert spots == sorted(spots)
        for tick, end in zip(line, [*spots[1:], LEFT + width] if line else [], strict=True):
            assert not tick.words or tick.x + 6 + wide(tick.words) <= end + 1e-6
    assert len(found.below) <= width


def test_the_axis_goes_from_years_to_hours() -> None:
    start = minute_of(dt.date(2022, 5, 3))

    def below(days: float) -> str:
        ticks = axis(Stretch(start, start + days * MINUTES), LEFT, WIDTH, wide, 6).below
        return next(tick.words for tick in ticks[1:] if tick.words)

    assert below(5000) == "2023"
    assert below(300) == "Jun"
    assert below(60) == "9\u00a0May"
    assert below(10) == "Wed\u00a04"
    assert below(0.5) == "01:00"
    above = axis(Stretch(start, start + MINUTES), LEFT, WIDTH, wide, 6).above
    assert [tick.words for tick in above] == ["Tuesday\u00a03\u00a0May\u00a02022"]


def test_every_unit_can_be_counted_to_both_ends_of_the_calendar() -> None:
    first, last = minute_of(dt.date.min), minute_of(dt.date.max) + MINUTES
    for unit in UNITS:
        length = 3 * unit.minutes
        for stretch in (Stretch(first, first + length), Stretch(last - length, last)):
            begins = list(unit.begins(stretch))
            assert begins == sorted(set(begins))
            for minute in begins:
                unit.name(minute)
                unit.within(minute)


def test_the_whole_reaches_from_month_to_month() -> None:
    start, end = minute_of(dt.date(2023, 2, 14)), minute_of(dt.date(2024, 6, 3))
    found = whole(start, end, (None, minute_of(dt.date(2024, 8, 1))))
    assert found == of_days(dt.date(2023, 2, 1), dt.date(2024, 7, 31))
    assert whole(None, None, (None, None)) is None


@given(st.lists(st.integers(int(SCOPE.first), int(SCOPE.last) - 1), max_size=50).map(sorted))
def test_the_bars_of_the_strip_count_every_event_once(at: list[int]) -> None:
    bars = counted(SCOPE, at)
    assert sum(count for _, _, count in bars) == len(at)
    assert all(first[1] == second[0] for first, second in pairwise(bars))
