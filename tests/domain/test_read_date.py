"""Dates as people write them: a hand-made table in families, and laws that hold for every date."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.dates import DayOrder, read_date, state_of
from desktop_app.domain.partial_date import PartialDate, Precision

LINES = (Path(__file__).parent / "date_wordings.txt").read_text(encoding="utf-8").splitlines()
CASES = [tuple(line.split("|")) for line in LINES if line.strip() and not line.startswith("#")]


def described(date: PartialDate) -> str:
    """The table's own notation for a reading."""
    start, end = (d.isoformat() if d else "" for d in (date.start, date.end))
    days = start if start == end else f"{start}..{end}"
    state = state_of(date)
    if state != "exact":
        return f"{state} {days}".strip()
    kind = "" if date.precision is Precision.DAY else f" {date.precision}"
    return days + kind + (f" @{date.time:%H:%M}" if date.time else "") + (" ~" if date.approximate else "")


def test_the_table_is_large_enough() -> None:
    assert len(CASES) >= 150


@pytest.mark.parametrize(("wording", "expected"), CASES, ids=[c[0].strip() or "blank" for c in CASES])
def test_wording(wording: str, expected: str) -> None:
    wording, expected = wording.strip(), expected.strip()
    date = read_date(wording)
    found = described(date)
    assert found == expected or (expected == "decide" and found.startswith("decide"))
    assert date.wording == wording
    assert (state_of(date) == "exact") == (not date.problem)


ABOVE = read_date("3 May 2024")


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("same day", "2024-05-03"),
        ("Later that day", "2024-05-03"),
        ("as above", "2024-05-03"),
        ('"', "2024-05-03"),
        ("ditto", "2024-05-03"),
        ("that evening", "2024-05-03"),
        ("same day 14:05", "2024-05-03 @14:05"),
        ("later that day, 2.30pm", "2024-05-03 @14:30"),
        ("next day", "2024-05-04"),
        ("the following morning", "2024-05-04"),
        ("the day after", "2024-05-04"),
        ("3 days later", "2024-05-06"),
        ("two days later", "2024-05-05"),
        ("previous day", "2024-05-02"),
        ("2 weeks later", "2024-05-17 ~"),
        ("a month later", "2024-06-03 ~"),
        ("the following week", "2024-05-06..2024-05-12 week"),
        ("14:05", "decide 2024-05-03"),
        ("last Tuesday", "decide 2024-04-30"),
        ("2024", "2024-01-01..2024-12-31 year"),
    ],
)
def test_leaning_on_the_row_above(wording: str, expected: str) -> None:
    assert described(read_date(wording, previous=ABOVE)) == expected


@pytest.mark.parametrize("above", ["31/02/2024", "unknown", "05/13/2024"])
def test_leaning_on_an_unsettled_row_is_never_sure(above: str) -> None:
    assert state_of(read_date("same day", previous=read_date(above))) == "decide"
    assert state_of(read_date("next day", previous=read_date("May 2024"))) == "decide"


def test_a_year_left_out_is_proposed_from_the_context_and_asked() -> None:
    context = dt.date(2024, 1, 10)
    assert described(read_date("3 Feb", context)) == "decide 2024-02-03"
    assert described(read_date("28 Dec", context)) == "decide 2023-12-28"
    assert described(read_date("March", context)) == "decide 2024-03-01..2024-03-31"
    assert described(read_date("31 Feb", context)) == "invalid"
    assert described(read_date("3 Feb 2022", context)) == "2022-02-03"


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("same day", "2024-05-03"),
        ("the following morning", "2024-05-04"),
        ("3 days later", "2024-05-06"),
        ("yesterday", "2024-05-02"),
        ("the following Tuesday", "2024-05-07"),
        ("next Tuesday", "2024-05-07"),
        ("the Tuesday after", "2024-05-07"),
        ("following Friday", "2024-05-10"),
        ("this Friday", "2024-05-03"),
        ("last Friday", "2024-04-26"),
        ("the previous Tuesday", "2024-04-30"),
        ("the Tuesday before", "2024-04-30"),
        ("the following Tuesday at 2pm", "2024-05-07"),
        ("the following week", "2024-05-06..2024-05-12"),
        ("last week", "2024-04-22..2024-04-28"),
        ("next month", "2024-06-01..2024-06-30"),
        ("last year", "2023-01-01..2023-12-31"),
        ("14:05", "2024-05-03"),
    ],
)
def test_leaning_on_the_context_day_is_a_proposal_and_never_sure(wording: str, expected: str) -> None:
    date = read_date(wording, dt.date(2024, 5, 3))
    assert described(date) == f"decide {expected}"
    assert "3 May 2024" in date.problem
    assert described(read_date(wording)).strip() in ("decide", "invalid")


@pytest.mark.parametrize("context", [dt.date.min, dt.date.max])
@pytest.mark.parametrize("wording", ["next week", "the previous Tuesday", "yesterday", "99 weeks later", "last year"])
def test_a_context_at_the_ends_of_time_is_not_leant_on(wording: str, context: dt.date) -> None:
    assert read_date(wording, context).start is None


def test_the_row_above_comes_before_the_context_day() -> None:
    assert described(read_date("same day", dt.date(2020, 1, 1), previous=ABOVE)) == "2024-05-03"
    assert state_of(read_date("same day", dt.date(2020, 1, 1), previous=read_date("unknown"))) == "decide"
    assert read_date("same day", dt.date(2020, 1, 1), previous=read_date("unknown")).start is None


@pytest.mark.parametrize(
    ("wording", "why"),
    [
        ("01/01/0001", "the year 0001 is too far from now to be meant"),
        ("3/13/3024", "the year 3024 is too far from now to be meant"),
        ("45/13/2024", "there is no month 13"),
        ("31/02/2024", "there is no 31 February 2024"),
        ("03/04/05", "three numbers of two figures: which is the year?"),
    ],
)
def test_the_reason_says_what_is_wrong(wording: str, why: str) -> None:
    assert why in read_date(wording).problem


NOT_KNOWN = dt.date(1970, 1, 1)  # what systems write then: always asked about
days = st.dates(dt.date(1950, 1, 1), dt.date(2026, 12, 31)).filter(lambda day: day != NOT_KNOWN)
SHAPES = [
    "{d}/{m}/{y}", "{d:02}/{m:02}/{y}", "{d}.{m}.{y}", "{d:02}-{m:02}-{y}", "{y}-{m:02}-{d:02}", "{d}.{m:02}/{y}",
    "{d}/{m}/{y2:02}", "{d} {month} {y}", "{d} {mon} {y}", "{d}th {month} {y}", "{month} {d}, {y}", "{d}-{mon}-{y}",
    "{wd} {d} {month} {y}", "{wd}, {d}/{m}/{y}", "{y}{m:02}{d:02}", "{d:02}{m:02}{y}", "the {d}th of {month} {y}",
    "{d} {welsh} {y}", "{d}/{m}/{y} 14:05", "{d} {mon} {y} at 2.05pm", "{d:02}.{m:02}.{y} 1405hrs", "({d} {mon} {y})",
]  # fmt: skip
_WELSH = "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr"
WELSH = _WELSH.split()


def written(shape: str, day: dt.date) -> str:
    return shape.format(
        d=day.day,
        m=day.month,
        y=day.year,
        y2=day.year % 100,
        month=day.strftime("%B"),
        mon=day.strftime("%b"),
        wd=day.strftime("%A"),
        welsh=WELSH[day.month - 1],
    )


@given(day=days, shape=st.sampled_from(SHAPES))
def test_every_day_reads_back_from_every_shape(day: dt.date, shape: str) -> None:
    if "y2" in shape and not 1950 <= day.year <= 2026:
        return
    date = read_date(written(shape, day))
    if re.fullmatch(r"(?:0[1-9]|1[0-2])(?:/(?:0[1-9]|1[0-2])){2}", date.wording):
        assert state_of(date) == "decide"  # any of the three could be the year
        return
    assert (date.start, date.end) == (day, day)
    assert state_of(date) == "exact"
    assert date.time in (None, dt.time(14, 5))


@given(a=days, length=st.integers(1, 60), joint=st.sampled_from(["-", " - ", "–", " to ", " until "]))
def test_every_range_reads_back(a: dt.date, length: int, joint: str) -> None:
    b = a + dt.timedelta(length)
    shapes = ["{d}/{m}/{y}", "{d} {mon} {y}", "{d:02}.{m:02}.{y}"]
    for shape in shapes:
        date = read_date(written(shape, a) + joint + written(shape, b))
        assert (date.start, date.end, date.precision) == (a, b, Precision.RANGE)
        assert state_of(date) == "exact"


@given(day=days, shape=st.sampled_from(SHAPES), offset=st.integers(1, 6))
def test_a_wrong_weekday_is_always_asked(day: dt.date, shape: str, offset: int) -> None:
    wrong = (day + dt.timedelta(offset)).strftime("%A")
    if "{wd}" not in shape:
        assert state_of(read_date(f"{wrong} " + written(shape.strip("()"), day))) == "decide"


@given(year=st.integers(1990, 2026), month=st.integers(1, 12), extra=st.integers(1, 60))
def test_days_that_no_month_has_are_invalid(year: int, month: int, extra: int) -> None:
    last = (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)).day
    if last + extra > 99:
        return
    assert state_of(read_date(f"{last + extra}/{month:02}/{year}")) == "invalid"


NOISE = st.text(st.characters(codec="utf-8"), max_size=40) | st.text("0123456789/.-: ?", max_size=20)
WORDY = st.lists(st.sampled_from(sorted({w for c in CASES for w in re.split(r"\s+", c[0]) if w})), max_size=6).map(
    " ".join
)


@given(wording=NOISE | WORDY, context=st.none() | days, previous=st.none() | days)
def test_nothing_raises_and_every_reading_is_coherent(wording, context, previous) -> None:
    above = None if previous is None else PartialDate(previous, previous, Precision.DAY)
    date = read_date(wording, context, previous=above)
    assert date.wording == wording
    assert state_of(date) in ("exact", "decide", "invalid")
    if date.start and date.end:
        assert date.start <= date.end
    if not date.problem:
        assert date.start or date.end


@given(wording=NOISE)
def test_no_sure_day_without_its_figures(wording: str) -> None:
    """A sure single day has its day and its year in the wording: nothing is made up."""
    date = read_date(wording)
    if date.is_exact and date.start:
        figures = "".join(c for c in wording if c.isdecimal())
        assert figures or any(c.isnumeric() for c in wording)


@pytest.mark.parametrize("text", ["9" * 5000, "1/" * 3000, "may " * 2000, "-" * 4000, "3 to " * 60, "(" * 190])
def test_long_nonsense_is_answered_at_once(text: str) -> None:
    assert state_of(read_date(text)) != "exact"


@given(
    wording=st.from_regex(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:19|20|21)[0-9]{2}", fullmatch=True)
    | st.from_regex(r"20[0-9]{2}-[01][0-9]-[0-3][0-9]", fullmatch=True),
    order=st.sampled_from([None, *DayOrder]),
)
def test_the_short_way_reads_as_the_grammar_does(wording: str, order: DayOrder | None) -> None:
    longer = read_date(wording + " ", order=order)  # the space keeps it off the short way
    assert replace(longer, wording=wording) == read_date(wording, order=order)
