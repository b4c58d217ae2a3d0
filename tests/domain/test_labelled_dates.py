"""Dates as agencies write them, labelled before the grammar was tuned. One half was never looked at while tuning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.domain.dates import read_date, state_of
from desktop_app.domain.partial_date import PartialDate, Precision

HERE = Path(__file__).parent
ABOVE = read_date("7 May 2024")


@dataclass(frozen=True)
class Case:
    wording: str
    expected: str
    leans: bool


def cases(name: str) -> Iterator[Case]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            wording, expected = (part.strip() for part in line.split("|"))
            yield Case(wording.removeprefix("> "), expected, wording.startswith("> "))


def described(date: PartialDate) -> str:
    start, end = (d.isoformat() if d else "" for d in (date.start, date.end))
    kind = "" if date.precision is Precision.DAY else f" {date.precision}"
    days = start if start == end else f"{start}..{end}"
    return days + kind + (f" @{date.time:%H:%M}" if date.time else "") + (" ~" if date.approximate else "")


def found_for(case: Case) -> tuple[str, str]:
    """(state, what was read)."""
    date = read_date(case.wording, previous=ABOVE if case.leans else None)
    return state_of(date), described(date)


def is_right(case: Case) -> bool:
    state, found = found_for(case)
    asked, _, proposal = case.expected.partition(" ")
    if asked == "ask":
        return state != "exact"
    if asked in ("decide", "invalid"):
        return state == asked and found.startswith(proposal)
    return state == "exact" and found == case.expected


def is_silently_wrong(case: Case) -> bool:
    """Sure of something that is not what was meant: days, time or "about"; the name of the precision does no harm."""
    state, found = found_for(case)
    return state == "exact" and _days_and_marks(found) != _days_and_marks(case.expected)


def _days_and_marks(described: str) -> list[str]:
    return [part for part in described.split() if not part[0].isalpha()]


@pytest.mark.parametrize("name", ["date_wordings_tuned.txt", "date_wordings_held_out.txt"])
def test_never_sure_of_a_wrong_day(name: str) -> None:
    assert [case.wording for case in cases(name) if is_silently_wrong(case)] == []


@pytest.mark.parametrize("name", ["date_wordings_tuned.txt", "date_wordings_held_out.txt"])
def test_at_least_95_in_100_are_read_as_meant(name: str) -> None:
    told = [is_right(case) for case in cases(name)]
    assert len(told) >= 150
    assert sum(told) / len(told) >= 0.95


@pytest.mark.parametrize("name", ["date_wordings_tuned.txt", "date_wordings_held_out.txt"])
def test_what_can_be_read_is_read(name: str) -> None:
    readable = [case for case in cases(name) if case.expected.split()[0] not in ("ask", "decide", "invalid")]
    assert sum(map(is_right, readable)) / len(readable) >= 0.95
