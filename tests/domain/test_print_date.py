"""Dates in words, and coarser."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.dates import coarsen, in_words, read_date, state_of
from desktop_app.domain.partial_date import PartialDate, Precision


@pytest.mark.parametrize(
    ("wording", "words"),
    [
        ("03/05/2024 14:05", "3 May 2024, 14:05"),
        ("3/5/24, about 14:05", "3 May 2024, about 14:05"),
        ("EARLY JUNE 2024", "early June 2024"),
        ("12-14/02/24", "12–14 Feb 2024"),
        ("? 3 March 2024", "about 3 Mar 2024"),
        ("28 Feb - 3 Mar 2024", "28 Feb – 3 Mar 2024"),
        ("w/c 4/3/24", "w/c 4 Mar 2024"),
        ("winter 2024-25", "winter 2024/25"),
        ("spring term 2023/24", "spring term 2024"),
        ("academic year 2023-24", "academic year 2023/24"),
        ("FY 2023/24", "financial year 2023/24"),
        ("1990s", "1990s"),
        ("before 3/5/24", "before 3 May 2024"),
        ("since 3/5/24", "from 3 May 2024"),
        ("31/02/2024", "31/02/2024"),
        ("05/2024", "May 2024"),
        ("Q1 2024", "January to March 2024"),
        ("late 2023", "late 2023"),
    ],
)
def test_in_words(wording: str, words: str) -> None:
    assert in_words(read_date(wording)) == words


@pytest.mark.parametrize(
    ("wording", "rung", "words"),
    [
        ("9 October 2025", "season", "autumn 2025"),
        ("9 October 2025", "day", "9 Oct 2025"),
        ("9 October 2025 14:05", "day", "9 Oct 2025"),
        ("9 October 2025", "month", "October 2025"),
        ("9 October 2025", "year", "2025"),
        ("3 March 2024", "season", "spring 2024"),
        ("15 Jan 2025", "season", "winter 2024/25"),
        ("15 Dec 2024", "season", "winter 2024/25"),
        ("May 2024", "season", "spring 2024"),
        ("May 2024", "day", "May 2024"),
        ("early June 2024", "month", "June 2024"),
        ("28 Feb - 3 Mar 2024", "month", "February to March 2024"),
        ("28 Feb - 3 Mar 2024", "season", "winter 2023/24 to spring 2024"),
        ("30 Dec 2023 - 2 Jan 2024", "year", "2023 to 2024"),
        ("2024", "season", "2024"),
        ("spring 2024", "month", "spring 2024"),
        ("before 3 May 2024", "season", "up to spring 2024"),
        ("unknown", "season", ""),
    ],
)
def test_coarsen(wording: str, rung, words: str) -> None:
    assert coarsen(read_date(wording), rung) == words


@given(day=st.dates(dt.date(1950, 1, 1), dt.date(2026, 12, 31)), rung=st.sampled_from(["month", "season", "year"]))
def test_a_coarse_date_never_says_the_day(day: dt.date, rung) -> None:
    words = coarsen(PartialDate(day, day, Precision.DAY), rung)
    read = read_date(words)
    assert state_of(read) == "exact"
    assert read.start is not None
    assert read.end is not None
    assert read.start <= day <= read.end
    assert (read.end - read.start).days >= 27


@given(day=st.dates(dt.date(1950, 1, 1), dt.date(2026, 12, 31)), length=st.integers(0, 400))
def test_words_read_back_to_the_same_days(day: dt.date, length: int) -> None:
    end = day + dt.timedelta(length)
    date = PartialDate(day, end, Precision.RANGE if length else Precision.DAY)
    read = read_date(in_words(date))
    if end <= dt.date(2027, 6, 1):
        assert (read.start, read.end) == (day, end)
