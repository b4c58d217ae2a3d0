"""Days, hours and numbers as they are spoken or jotted down, without what makes them plain elsewhere."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.detect import detect


def found(text: str, kind: str) -> list[str]:
    return [text[span.start : span.end] for span in detect(text) if span.kind == kind]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("The noise went on till gone 3. Same again.", "3"),
        ("He wakes at about four.", "four"),
        ("They came at 5 and stayed.", "5"),
        ("seen at one thirty", "one thirty"),
        ("by nine fifteen they had gone", "nine fifteen"),
        ("between 2 and 3pm", "2 and 3pm"),
        ("rang at ten past", "ten past"),
        ("up at 5 in the morning", "5 in the morning"),
    ],
)
def test_an_hour_without_its_clock(text: str, time: str) -> None:
    assert found(text, "time") == [time]


@pytest.mark.parametrize(
    "text",
    ["Attendance stands at 9.", "Two were at the 3 schools.", "He is at one with this.", "rated at 5", "at 6 Elm Road"],
)
def test_what_is_counted_is_no_hour(text: str) -> None:
    assert found(text, "time") == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Tried again 13th: no reply.", "13th"),
        ("Housing went out 9th. Letter due.", "9th"),
        ("I know that the 2nd would have been hard.", "2nd"),
        ("There is an order from the twelfth, they said.", "twelfth"),
        ("Whit Monday, 2016.", "Whit Monday, 2016"),
        ("3 Awst 2023", "3 Awst 2023"),
        ("Bank holiday Monday was quiet.", "Bank holiday Monday"),
    ],
)
def test_a_day_of_a_month_unsaid(text: str, date: str) -> None:
    assert found(text, "date") == [date]


@pytest.mark.parametrize(
    "text", ["Weight on the 9th centile.", "5.2kg, 0.4th.", "He came 2nd.", "from the first, it was"]
)
def test_an_ordinal_that_counts_something_is_no_day(text: str) -> None:
    assert found(text, "date") == []


def test_a_number_said_digit_by_digit_is_found_and_counting_aloud_is_not() -> None:
    text = "It's oh double seven, double oh, nine double oh, four one seven."
    assert found(text, "phone") == ["oh double seven, double oh, nine double oh, four one seven"]
    assert found("She counted one, two, three, four, five, six, seven.", "phone") == []


@pytest.mark.parametrize("number", ["QQ 12 34 56 C", "QQ123456C", "QQ 12 34 56"])
def test_a_national_insurance_number_of_letters_that_are_not_issued(number: str) -> None:
    assert [f.endswith(number) for f in found(f"NI {number}, tenant", "national-insurance")] == [True]
