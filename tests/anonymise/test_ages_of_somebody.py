"""Numbers that are an age only by the person beside them, in the many ways people write that down."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.detect import detect


def ages(text: str) -> list[str]:
    return [text[span.start : span.end] for span in detect(text) if span.kind == "age"]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("I am 11 and a half and in Year 6.", "am 11 and a half"),
        ("He's 14 & knows his own mind.", "14"),
        ("hes only 12", "12"),
        ("The boy first said she was 16, then changed it.", "was 16"),
        ("The tenant was 52 at the time of the fire.", "was 52"),
        ("CHILD IS FIVE, ASLEEP UPSTAIRS", "IS FIVE"),
        ("She moved here when she was eleven to live with an aunt.", "was eleven"),
        ("Their daughter, Bilan, is now eleven and lives in Hull.", "is now eleven"),
        ("I am seventy-nine and I have lived here for years.", "am seventy-nine"),
        ("they are 8 and 6", "are 8 and 6"),
        ("LC was 14 then.", "was 14"),
    ],
)
def test_somebody_is_so_many(text: str, age: str) -> None:
    assert ages(text) == [age]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("one former member, now 21", "now 21"),
        ("Your patient, 9 months, was seen today.", "9 months"),
        ("c) Marek, 7 months – no red book", "7 months"),
        ("boyfriend, 22, drives a van", "22"),
        ("the eldest, 11, was heard", "11"),
        ("Grandmother (71) lives downstairs.", "71"),
        ("B.D. (33) High risk.", "33"),
        ("Child A (8) was seen", "8"),
        ("She told staff she was “nearly 15”.", "15"),
        ("Caller says daughter 13, has gone", "13"),
        ("Female 15, intoxicated", "15"),
        ("boy of about ten seen with him", "ten"),
        ("The older boy was at school and the younger six.", "six"),
        ("She looks about twelve", "twelve"),
        ("F/15 reported missing by carer", "15"),
        ("He came to Hull at twenty-six to work on the boats.", "twenty-six"),
        ("Age (years): 14", "14"),
        ("Ages 3, 5 and 9.", "Ages 3, 5 and 9"),
        ("the 15 and 17 year olds", "15 and 17 year olds"),
    ],
)
def test_a_number_beside_somebody(text: str, age: str) -> None:
    assert ages(text) == [age]


@pytest.mark.parametrize(
    "text",
    [
        "Caseload was 28.",
        "GAD7 was 12, PHQ9 was 15",
        "Temp was 38.",
        "Four visits were two in number.",
        "Of those, of whom he was one, nobody asked.",
        "Child 5 and Sibling 2 were seen.",
        "mum 8, worker 4, school 5",
        "Rowan, 2 hours late, came in.",
        "The nursery, 30 places, is full.",
        "Nobody was at home at 5.",
        "Seen in the hall. (2) a second mark",
        "It was closed on the M62 and the A1.",
        "born at 33 weeks",
        "five pupils (12) and two staff",
    ],
)
def test_what_is_counted_is_no_age(text: str) -> None:
    assert ages(text) == []


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("She is approaching 18.", "18"),
        ("He claims to be 18 and is not.", "18"),
        ("The baby is coming up to two.", "two"),
        ("using since 14, he said", "14"),
        ("a man in his 30s", "30s"),
        ("The children are aged between 6 and 9.", "6 and 9"),
        ("Children's ages: 9, 6, 2", "9, 6, 2"),
        ("CA 10;02", "10;02"),
        ("Age=14", "14"),
        ("Zilda Wilczek dob 12.3.09 (14)", "14"),
        ("Zilda Wilczek\t9\tsister", "9"),
        ("Zilda Wilczek | F | 9 | Park School", "9"),
        ("Zilda Wilczek 34, of no address", "34"),
    ],
)
def test_an_age_that_is_reached_claimed_or_in_a_cell(text: str, age: str) -> None:
    assert age in ages(text)
