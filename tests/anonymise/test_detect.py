"""The recognisers on identifiers with a shape, on names in their surroundings, and on text without any."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.anonymise.detect import detect
from desktop_app.anonymise.structured import valid_nhs_number

LETTERS = "ABCEGHJKLMNPRSTWXY"
MONTHS = [dt.date(2000, month, 1).strftime("%B") for month in range(1, 13)]


def digits(rnd: random.Random, count: int) -> str:
    return "".join(str(rnd.randint(0, 9)) for _ in range(count))


def nhs(rnd: random.Random) -> str:
    while True:
        nine = digits(rnd, 9)
        for check in "0123456789":
            if valid_nhs_number(nine + check):
                whole = nine + check
                return rnd.choice(
                    [whole, f"{whole[:3]} {whole[3:6]} {whole[6:]}", f"{whole[:3]}-{whole[3:6]}-{whole[6:]}"]
                )


def nino(rnd: random.Random) -> str:
    two = rnd.choice("ABCEGHJKLMPRSTWXYZ") + rnd.choice("ABCEGHJKLMNPRSTWXYZ")
    six = digits(rnd, 6)
    end = rnd.choice("ABCD")
    return rnd.choice([two + six + end, f"{two} {six[:2]} {six[2:4]} {six[4:]} {end}"])


def postcode(rnd: random.Random) -> str:
    area = rnd.choice(["M1", "TS9", "YO31", "SW1A", "EC2V", "DL10", "B33"])
    return f"{area}{rnd.choice([' ', ''])}{rnd.randint(0, 9)}{rnd.choice('ABDEFGHJ')}{rnd.choice('LNPQRSTU')}"


def vehicle(rnd: random.Random) -> str:
    two = rnd.choice("ABCDEFGHJKLMNOPRSTUVWXY") + rnd.choice("ABCDEFGHJKLMNOPRSTUVWXY")
    return f"{two}{rnd.randint(10, 73)}{rnd.choice([' ', ''])}{''.join(rnd.choices('ABCDEFGHJKLMNPRSTUVWXYZ', k=3))}"


def phone(rnd: random.Random) -> str:
    return rnd.choice(
        [
            f"07{digits(rnd, 3)} {digits(rnd, 6)}",
            f"07{digits(rnd, 9)}",
            f"01{digits(rnd, 3)} {digits(rnd, 6)}",
            f"+44 7{digits(rnd, 3)} {digits(rnd, 3)} {digits(rnd, 3)}",
            f"(020) 7{digits(rnd, 3)} {digits(rnd, 4)}",
        ]
    )


def date(rnd: random.Random) -> str:
    day, month, year = rnd.randint(1, 28), rnd.randint(1, 12), rnd.randint(2004, 2025)
    name = MONTHS[month - 1]
    return rnd.choice(
        [
            f"{day} {name} {year}",
            f"{day:02d}/{month:02d}/{year}",
            f"{day}.{month}.{year % 100:02d}",
            f"{name} {day}, {year}",
            f"{year}-{month:02d}-{day:02d}",
            f"{day} {name[:3]} {year % 100:02d}",
            f"{day:02d}-{name[:3]}-{year}",
            f"{day} of {name}",
        ]
    )


def crime(rnd: random.Random) -> str:
    return rnd.choice(
        [
            f"{digits(rnd, 2)}/{rnd.randint(1000, 99999)}/{rnd.randint(19, 25)}",
            f"CR/{digits(rnd, 5)}/{rnd.randint(19, 25)}",
            f"42{digits(rnd, 7)}/24",
            f"202{rnd.randint(0, 5)}{digits(rnd, 6)}",
        ]
    )


MAKERS: dict[str, Callable[[random.Random], str]] = {
    "nhs": nhs,
    "nino": nino,
    "upn": lambda rnd: rnd.choice("ABCDEFGHJKLMNPQRTUVWXYZ") + digits(rnd, 12),
    "postcode": postcode,
    "vehicle": vehicle,
    "phone": phone,
    "date": date,
    "crime reference": crime,
    "case number": lambda rnd: f"{rnd.choice('ZB')}{rnd.choice(LETTERS)}{rnd.randint(18, 25)}C{digits(rnd, 5)}",
    "email": lambda rnd: (
        f"{rnd.choice(['j.smith', 'amber_w', 'info'])}{digits(rnd, 1)}@{rnd.choice(['nhs.net', 'mail.co.uk'])}"
    ),
    "time": lambda rnd: rnd.choice(
        [f"{rnd.randint(0, 23):02d}:{rnd.randint(0, 59):02d}", f"{rnd.randint(1, 12)}.30pm"]
    ),
    "age": lambda rnd: rnd.choice(
        [f"{rnd.randint(1, 17)}-year-old", f"aged {rnd.randint(1, 17)}", f"{rnd.randint(2, 17)} years old"]
    ),
    "address": lambda rnd: (
        f"{rnd.randint(1, 240)} {rnd.choice(['Mill', 'Station', 'Okonkwo', 'Church'])} "
        f"{rnd.choice(['Road', 'Lane', 'Close'])}"
    ),
}
FRAMES = [
    "The record gives {} for the child.",
    "It was {}.",
    "Checked ({}) twice; then closed.",
    "NOTE\n{}\n",
    "He is {}, she said",
]


@pytest.mark.parametrize("kind", MAKERS)
def test_identifiers_with_a_shape_are_all_found(kind: str) -> None:
    rnd = random.Random(f"candour {kind}")
    missed = []
    for i in range(250):
        value = MAKERS[kind](rnd)
        text = FRAMES[i % len(FRAMES)].format(value)
        start = text.index(value)
        marked = {k for span in detect(text) for k in range(span.start, span.end)}
        if not all(k in marked for k in range(start, start + len(value)) if text[k].isalnum()):
            missed.append(text)
    assert missed == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They rang Zofia Wilczek twice.", "Zofia Wilczek"),
        ("The social worker spoke to amber on her own.", "amber"),
        ("mum of jade said so.", "jade"),
        ("Dr Young examined him.", "Dr Young"),
        ("seen by mrs okafor", "mrs okafor"),
        ("A.v. was seen by the GP.", "A.v."),
        ("JS was seen.", "JS"),
        ("J.K. Price wrote.", "J.K. Price"),
        ("PRICE, Jordan attended.", "PRICE, Jordan"),
        ("She moved to Battle in the end.", "Battle"),
        ("They lived in Street.", "Street"),
        ("He attends Riverside School now.", "Riverside School"),
        ("He attends Oakfield Primary now.", "Oakfield Primary"),
        ("She goes to St Anne's.", "St Anne's"),
        ("He was placed at van der Berg House.", "Berg House"),
        ("They met on Station Road.", "Station Road"),
        ("He lives at 14 marsh lane with her.", "14 marsh lane"),
        ("known as “Tiny” to friends", "Tiny"),
        ("police ran Operation Larchwood there", "Operation Larchwood"),
        ("see Hope_Khan_visit_9.docx for it", "Hope_Khan_visit_9.docx"),
        ("Андрей was seen", "Андрей"),
        ("of Kurdish heritage", "Kurdish"),
        ("crime number 42/1234/24 was given", "42/1234/24"),
        ("log 456 of that night", "456"),
    ],
)
def test_names_places_and_references_are_found(text: str, wanted: str) -> None:
    marked = {k for span in detect(text) for k in range(span.start, span.end)}
    start = text.index(wanted)
    assert all(k in marked for k in range(start, start + len(wanted)) if text[k].isalnum()), detect(text)


PLAIN = """The Designated Safeguarding Lead made a referral to Children's Social Care through the Multi-Agency
Safeguarding Hub. Practice was generally good, but professional curiosity was limited and there was an
over-reliance on self-report. Ofsted inspected the local authority and judged services to be inadequate.
However, no Return Home Interview was offered. Neither parent was asked about alcohol, drug use or mental
health. It is not clear why nobody escalated these concerns. Recommendation 3: The Safeguarding Partnership
should audit the use of the Graded Care Profile. What did the agencies know, and what might have been done
differently? See section 47 and paragraph 12.
"""


def test_text_without_identifiers_has_hardly_a_finding() -> None:
    assert [PLAIN[s.start : s.end] for s in detect(PLAIN)] == []


@settings(deadline=None)
@given(st.text(max_size=200))
def test_findings_are_sorted_apart_and_inside(text: str) -> None:
    spans = detect(text)
    assert all(0 <= s.start < s.end <= len(text) and s.tier in (1, 2, 3) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_the_same_text_gives_the_same_findings() -> None:
    text = "Zofia Wilczek rang on 3 May 2024. " * 3
    assert detect(text) == detect(text)


@pytest.mark.parametrize(
    "value",
    ["943\n476 5919", "943 476\n5919", "07700\n900123", "AB 12 34\n56 C", "TS9\n5AB", "BU32\nMPW", "3 May\n2024"],
)
def test_an_identifier_across_a_line_break_is_one(value: str) -> None:
    text = f"The record gives {value} for him."
    assert value in [text[s.start : s.end] for s in detect(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She is the only CAMHS psychiatrist in the area.", ["only CAMHS psychiatrist in the area"]),
        ("It was read by the county's sole paediatric pathologist.", ["sole paediatric pathologist"]),
        ("He was the only social worker who asked.", []),
        ("The only officer present left.", []),
        ("Only a nurse came.", []),
    ],
)
def test_a_role_that_one_person_has_is_a_finding(text, found) -> None:
    assert [text[s.start : s.end] for s in detect(text)] == found
