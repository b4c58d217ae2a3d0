"""Ages and intervals, as exactly as the dates are."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.dates import read_date
from desktop_app.domain.partial_date import UNKNOWN_DATE, PartialDate, Precision
from desktop_app.domain.people import Person
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.intervals import Age, age_at, ages_at, interval, interval_words

BORN = dt.date(2012, 3, 14)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("13/03/2024", "11"),
        ("14/03/2024", "12"),
        ("March 2024", "11 or 12"),
        ("9 October 2025", "13"),
    ],
)
def test_an_age_is_a_range_where_the_date_is(written: str, words: str) -> None:
    found = age_at(BORN, read_date(written))
    assert found is not None
    assert found.words == words


def test_a_baby_has_months_and_nobody_an_age_before_birth() -> None:
    assert age_at(BORN, read_date("14/09/2012")) == Age(0, 0, 6)
    assert age_at(BORN, read_date("14/09/2012")).words == "6 months"  # type: ignore[union-attr]
    assert age_at(BORN, read_date("01/01/2010")) is None
    assert age_at(BORN, UNKNOWN_DATE) is None
    assert age_at(dt.date(2012, 2, 29), read_date("28/02/2013")) == Age(0, 0, 11)
    assert age_at(dt.date(2012, 2, 29), read_date("01/03/2013")) == Age(1, 1, 12)


def test_the_subject_is_meant_where_nobody_is_linked() -> None:
    child, other = Person(name="A", born=BORN), Person(name="B")
    event = ChronologyEvent(date=read_date("14/03/2024"))
    assert [(p.name, a.words) for p, a in ages_at(Snapshot(people=(child, other)), event)] == [("A", "12")]
    sister = Person(name="C", born=dt.date(2018, 1, 1))
    assert ages_at(Snapshot(people=(child, sister)), event) == ()


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("1 March 2024", "17 May 2024", "11 weeks after the first referral"),
        ("17 May 2024", "1 March 2024", "11 weeks before the first referral"),
        ("3 May 2024", "3 May 2024", "the same day as the first referral"),
        ("3 May 2024", "4 May 2024", "1 day after the first referral"),
        ("3 May 2024", "June 2024", "between 4 and 8 weeks after the first referral"),
        ("May 2024", "May 2024", "within 4 weeks of the first referral, before or after"),
        ("3 May 2022", "3 May 2024", "2 years after the first referral"),
    ],
)
def test_intervals_read_as_people_say_them(first: str, second: str, words: str) -> None:
    found = interval(read_date(first), read_date(second))
    assert found is not None
    assert interval_words(found, "the first referral") == words


DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2030, 1, 1))


@given(DAYS, DAYS, st.integers(0, 400), st.integers(0, 400))
def test_turning_an_interval_round_turns_its_words(first: dt.date, second: dt.date, long: int, longer: int) -> None:
    a = PartialDate(first, first + dt.timedelta(days=long), Precision.RANGE)
    b = PartialDate(second, second + dt.timedelta(days=longer), Precision.RANGE)
    there, back = interval(a, b), interval(b, a)
    assert there is not None
    assert back is not None
    assert (there.least, there.most) == (-back.most, -back.least)
    swapped = {"after": "before", "before": "after"}
    if "before or after" not in interval_words(there, "it"):
        turned = " ".join(swapped.get(word, word) for word in interval_words(there, "it").split())
        assert turned == interval_words(back, "it")


@given(DAYS, DAYS)
def test_an_age_never_goes_down(born: dt.date, day: dt.date) -> None:
    today = age_at(born, PartialDate(day, day, Precision.DAY))
    later = day + dt.timedelta(days=1)
    tomorrow = age_at(born, PartialDate(later, later, Precision.DAY))
    assert today is None or (tomorrow is not None and 0 <= tomorrow.least - today.least <= 1)
