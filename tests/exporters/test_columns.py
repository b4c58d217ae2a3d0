"""Column widths and square tables."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.common.document import Cell, Table, Text
from desktop_app.exporters.columns import column_widths
from desktop_app.exporters.grid import squared

_TEXTS = st.text(alphabet="ab ", max_size=40).map(Text)
_CELLS = st.lists(_TEXTS, max_size=2).map(lambda texts: Cell(tuple(texts)))
_TABLES = st.builds(
    Table,
    header=st.lists(_TEXTS, min_size=1, max_size=6).map(tuple),
    rows=st.lists(st.lists(_CELLS, max_size=8).map(tuple), max_size=5).map(tuple),
    widths=st.lists(st.floats(-1, 10), max_size=8).map(tuple),
)


def _words(table: Table) -> list[str]:
    return [part.words for row in table.rows for cell in row for part in cell.paragraphs if part.words]


@given(_TABLES)
def test_squared_loses_nothing_and_is_square(table: Table) -> None:
    square = squared(table)
    columns = len(square.header)
    assert all(len(row) == columns for row in square.rows)
    assert len(square.widths) == columns
    assert all(width > 0 for width in square.widths)
    assert _words(square) == _words(table)
    assert square.header[: len(table.header)] == table.header
    assert squared(square) == square


@given(_TABLES, st.floats(200, 900))
def test_widths_fill_the_page(table: Table, available: float) -> None:
    widths = column_widths(squared(table), available, 12, lambda word, _heading: len(word) * 5.0)
    assert abs(sum(widths) - available) < 0.01
    assert all(width > 0 for width in widths)


def test_a_narrow_share_is_raised_to_its_longest_word() -> None:
    table = Table((Text("Recommendation"), Text("x")), (), (1, 99))
    widths = column_widths(table, 400, 12, lambda word, _heading: len(word) * 6.0)
    assert widths[0] >= len("Recommendation") * 6 + 12


def test_in_a_long_table_an_empty_column_gives_its_room_to_a_full_one_and_a_short_one_keeps_its_shares() -> None:
    heads = tuple(Text(name) for name in "abcdef")
    row = (Cell((Text("said " * 40),)), *[Cell((Text("two words"),))] * 4, Cell(()))
    full = column_widths(Table(heads, (row,) * 8, (1,) * 6), 600, 12, lambda word, _heading: len(word) * 5.0)
    assert full[0] > 200 > 100 > full[1] == full[4] > full[5] > 20
    short = column_widths(Table(heads, (row,) * 7, (1,) * 6), 600, 12, lambda word, _heading: len(word) * 5.0)
    assert short == [100] * 6
