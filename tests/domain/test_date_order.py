"""Day first or month first is one question a file, and the file often answers it itself."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.dates import DayOrder, order_evidence, read_date, state_of


def test_a_date_that_can_only_be_day_first_settles_the_others() -> None:
    evidence = order_evidence(["22/03/2024", "03/04/05", "3 May 2024", "same day"])
    assert evidence.settled is DayOrder.DAY_FIRST
    assert not evidence.asks
    assert read_date("03/04/05", order=evidence.settled).start == dt.date(2005, 4, 3)
    assert state_of(read_date("03/04/05", order=evidence.settled)) == "exact"


def test_nothing_to_tell_by_is_asked_only_where_the_year_is_in_doubt_too() -> None:
    assert order_evidence(["03/04/05", "04/05/06"]).asks
    assert not order_evidence(["03/04/2005", "04/05/24", "3/4/05"]).asks
    assert not order_evidence([]).asks


def test_month_first_is_asked_unless_day_first_outweighs_it() -> None:
    assert order_evidence(["05/13/2024", "05/03/2024"]).asks
    assert order_evidence(["05/13/2024", "13/05/2024"]).asks
    mixed = order_evidence(["05/13/2024", "13/05/2024", "14/05/2024"])
    assert mixed.settled is DayOrder.DAY_FIRST
    assert state_of(read_date("05/13/2024", order=mixed.settled)) == "decide"


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("05/03/2024", "2024-05-03"),
        ("5/3/24 14:05", "2024-05-03"),
        ("05/13/2024", "2024-05-13"),
        ("22/03/2024", "2024-03-22"),
        ("03/04/05", "2005-03-04"),
        ("2024-05-03", "2024-05-03"),
        ("3 May 2024", "2024-05-03"),
    ],
)
def test_month_first_once_somebody_said_so(wording: str, expected: str) -> None:
    date = read_date(wording, order=DayOrder.MONTH_FIRST)
    assert state_of(date) == "exact"
    assert date.wording == wording
    assert date.start == dt.date.fromisoformat(expected)


@given(day=st.dates(dt.date(1960, 1, 1), dt.date(2026, 11, 1)), shape=st.sampled_from(["%m/%d/%Y", "%m-%d-%Y"]))
def test_every_day_reads_back_month_first(day: dt.date, shape: str) -> None:
    date = read_date(day.strftime(shape), order=DayOrder.MONTH_FIRST)
    assert date.start == day or day == dt.date(1970, 1, 1)
    assert read_date(f"{day:%d/%m/%Y}", order=DayOrder.DAY_FIRST).start == day
