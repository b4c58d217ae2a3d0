"""Sums tell equal from different, field by field, and give nothing away."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.row_sums import SUMMED, changed_fields, sums_of

ROWS = st.lists(st.text(max_size=20), min_size=len(SUMMED), max_size=len(SUMMED))


@given(row=ROWS, place=st.integers(0, len(SUMMED) - 1), text=st.text(max_size=20))
def test_exactly_the_field_that_differs_is_told(row: list[str], place: int, text: str) -> None:
    other = [*row[:place], text, *row[place + 1 :]]
    expected = () if other == row else (SUMMED[place],)
    assert changed_fields(sums_of(row), sums_of(other)) == expected


def test_nothing_can_be_read_out_of_them() -> None:
    assert "visit" not in sums_of(["visit"] * len(SUMMED))
    assert sums_of([""]) == "-"


def test_a_sum_from_before_a_field_was_added_is_no_change() -> None:
    assert changed_fields(sums_of(["a", "b"]), sums_of(["a", "b", "c"])) == ()
