"""The seven returns: how many rows, in whose words, with which traps."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from desktop_app.domain.dates.read import read_date
from desktop_app.domain.partial_date import PartialDate

Returns = dict[str, tuple[list[str], list[list[str]]]]
Events = dict[str, list[str]]

LEAST = {"CSC": 38, "POL": 24, "SCH": 30, "GP": 14, "HV": 42, "CAM": 11, "YJS": 9}
START, END = dt.date(2023, 9, 1), dt.date(2025, 10, 9)


def _date(row: list[str]) -> PartialDate:
    return read_date(row[0])


def _between(events: Events, codes: str, first: dt.date, last: dt.date) -> list[str]:
    """Refs whose earliest to latest day touches the spell."""
    found = []
    for ref, row in events.items():
        date = _date(row)
        if (
            ref.split("-")[0] in codes.split()
            and date.start
            and date.start <= last
            and (date.end or date.start) >= first
        ):
            found.append(ref)
    return found


@pytest.mark.parametrize("code", LEAST)
def test_each_agency_has_its_rows_in_full(returns: Returns, code: str) -> None:
    headings, rows = returns[code]
    assert len(rows) >= LEAST[code]
    assert {len(row) for row in rows} == {len(headings)}
    assert all(row[0].strip() for row in rows)


def test_health_visiting_has_exactly_42_rows_and_4_without_a_source(returns: Returns) -> None:
    headings, rows = returns["HV"]
    assert headings == ["Date", "Time", "Source", "Event", "Comment"]
    assert len(rows) == 42
    assert sum(not row[2].strip() for row in rows) == 4


def test_no_two_agencies_head_their_columns_alike(returns: Returns) -> None:
    assert len({tuple(headings) for headings, _ in returns.values()}) == len(LEAST)


def test_no_two_rows_say_the_same(events: Events) -> None:
    told = [max(row[1:], key=len) for row in events.values()]
    assert len(set(told)) == len(told) >= 158


@pytest.mark.parametrize(
    "wording",
    [
        "22.05/24",
        "? 3 March 2024 21:00 approx",
        "early June 2024",
        "12–14 Feb 2024",
        "31/02/2024",
        "w/c 4 March 2024",
        "Spring term 2024",
        "03/05/2024 14:10",
        "7th May 2024",
        "c. 20 Sept 2024",
        "Tues 14 Nov 2023",
        "2024-07-02",
        "end of Jan 2024",
    ],
)
def test_dates_are_written_as_people_write_them(events: Events, wording: str) -> None:
    assert wording in {row[0] for row in events.values()}


def test_one_date_is_impossible_and_every_other_can_be_read(events: Events) -> None:
    unread = [ref for ref, row in events.items() if _date(row).start is None]
    assert [events[ref][0] for ref in unread] == ["31/02/2024"]


def test_a_few_rows_lie_outside_the_scope_at_each_end(events: Events) -> None:
    dates = [_date(row) for row in events.values()]
    before = [date for date in dates if date.end and date.end < START]
    after = [date for date in dates if date.start and date.start > END]
    assert before
    assert after
    assert len(before) + len(after) <= 6


def test_the_strategy_discussion_is_told_twice_and_differently(events: Events) -> None:
    ours, theirs = events["CSC-018"], events["POL-009"]
    assert _date(ours).start == _date(theirs).start == dt.date(2024, 5, 3)
    assert "single-agency" in ours[3]
    assert "joint" in theirs[3]


def test_the_visit_and_the_absence_contradict(events: Events) -> None:
    assert _date(events["CSC-019"]).start == _date(events["SCH-027"]).start == dt.date(2024, 5, 7)
    assert "seen alone" in events["CSC-019"][3]
    assert "Absent all day" in events["SCH-027"][2]


def test_nobody_was_in_contact_while_the_family_was_abroad(events: Events) -> None:
    assert _between(events, " ".join(LEAST), dt.date(2024, 7, 23), dt.date(2024, 8, 28)) == []


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("HV", dt.date(2024, 2, 27), dt.date(2024, 5, 30)),
        ("CAM", dt.date(2024, 2, 23), dt.date(2024, 5, 30)),
        ("YJS", START, dt.date(2024, 5, 31)),
    ],
)
def test_an_agency_was_silent_for_more_than_sixty_days(
    events: Events, code: str, first: dt.date, last: dt.date
) -> None:
    assert (last - first).days > 60
    assert _between(events, code, first, last) == []


def test_opinion_has_slipped_into_facts_more_than_once(returns: Returns) -> None:
    def facts(code: str, heading: str) -> str:
        headings, rows = returns[code]
        return "\n".join(row[headings.index(heading)] for row in rows)

    assert "SW failed to follow up" in facts("SCH", "Detail")
    assert "CSC poor at sharing" in facts("HV", "Event")
    assert "Typical" not in facts("CSC", "What happened")


@pytest.mark.parametrize(
    "pattern",
    [
        r"\b42/\d{5}/2[45]\b",
        r"\bZZ19 KDL\b",
        r"\b01632 960\d{3}\b",
        r"\b07700 900\d{3}\b",
        r"\b\w+@\w+\.example\b",
        r"\bZZ99 3VZ\b",
        r"\bAB 12 34 56 C\b",
        r"\bEM-\d{6}-\d{4}\b",
    ],
)
def test_every_kind_of_number_is_there_to_be_found(everything: str, pattern: str) -> None:
    assert re.search(pattern, everything)


def test_the_nhs_number_is_valid_and_from_the_range_for_tests(everything: str) -> None:
    digits = re.search(r"\b999 \d{3} \d{4}\b", everything)
    assert digits is not None
    figures = [int(c) for c in digits.group().replace(" ", "")]
    check = 11 - sum(f * weight for f, weight in zip(figures, range(10, 1, -1), strict=False)) % 11
    assert figures[-1] == check % 11


def test_the_pupil_number_is_valid(everything: str) -> None:
    found = re.search(r"\bUPN ([A-Z])(\d{12})\b", everything)
    assert found is not None
    total = sum(int(figure) * weight for weight, figure in enumerate(found.group(2), 2))
    assert found.group(1) == "ABCDEFGHJKLMNPQRTUVWXYZ"[total % 23]
