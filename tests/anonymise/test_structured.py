"""Identifiers with a shape, as people type them, wrong check digits and all; and what only looks like one."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from desktop_app.anonymise.detect import detect
from desktop_app.anonymise.structured import valid_nhs_number

Make = Callable[[random.Random], str]
LETTERS = "ABCDEFGHJKLMNPRSTWXYZ"


def digits(rnd: random.Random, count: int) -> str:
    return "".join(rnd.choice("0123456789") for _ in range(count))


def grouped(rnd: random.Random, number: str, *sizes: int) -> str:
    """The digits in groups, with the same odd gap between all of them."""
    gap = rnd.choice([" ", "", "-", "\u00a0", " ", "."])
    parts, at = [], 0
    for size in sizes:
        parts.append(number[at : at + size])
        at += size
    return gap.join(parts)


def nhs(rnd: random.Random, *, valid: bool) -> str:
    while True:
        number = rnd.choice("4679") + digits(rnd, 9)
        if valid_nhs_number(number) is valid:
            return grouped(rnd, number, 3, 3, 4)


def nino(rnd: random.Random) -> str:
    prefix = rnd.choice("ABCEGHJKLMNPRSTWXYZ") + rnd.choice("ABCEGHJKLMNPRSTWXYZ")
    gap = rnd.choice(["", " ", "-"])
    parts = [prefix, digits(rnd, 2), digits(rnd, 2), digits(rnd, 2), rnd.choice("ABCD")]
    return rnd.choice([str, str.lower])(gap.join(parts))


def phone(rnd: random.Random) -> str:
    tail = digits(rnd, 6)
    return rnd.choice(
        [
            f"07700 {tail}",
            f"07700{tail}",
            f"+44 7700 {tail}",
            f"+44 (0)7700 {tail}",
            f"0044 7700 {tail}",
            f"(01632) {tail}",
            f"01632-{tail}",
            f"020 7946 0{tail[:3]}",
            f"+353 86 {tail[:3]} {tail[2:]}",
            f"07700.{tail[:3]}.{tail[3:]}",
        ]
    )


def postcode(rnd: random.Random) -> str:
    outward = rnd.choice(["N1", "SW1A", "LS21", "B67", "EC2V", "DN4", "M3", "W1K"])
    inward = digits(rnd, 1) + rnd.choice("ABDEFGHJLN") + rnd.choice("PQRSTUW")
    return rnd.choice([str, str.lower])(outward + rnd.choice(["", " ", "  ", "\u00a0"]) + inward)


def vehicle(rnd: random.Random) -> str:
    tail = "".join(rnd.choice("ABCDEFGHJKLMNOPRSTUVWXYZ") for _ in range(3))
    return rnd.choice(
        [
            f"{rnd.choice(LETTERS)}{rnd.choice(LETTERS)}{digits(rnd, 2)} {tail}",
            f"{rnd.choice(LETTERS)}{rnd.choice(LETTERS)}{digits(rnd, 2)}{tail}",
            f"{rnd.choice('ABCDEFGHJKLMNPRSTVWXY')}{rnd.randint(1, 999)} {tail.replace('I', 'A').replace('Z', 'A')}",
        ]
    )


def crime(rnd: random.Random) -> str:
    return rnd.choice(
        [
            f"crime ref {digits(rnd, 2)}/{digits(rnd, 5)}/{rnd.randint(18, 25)}",
            f"Crime No: {rnd.choice(LETTERS)}{digits(rnd, 8)}",
            f"CRN {digits(rnd, 2)}{rnd.choice(LETTERS)}{rnd.choice(LETTERS)}/{digits(rnd, 4)}/{digits(rnd, 2)}",
            f"occurrence {digits(rnd, 11)}",
            f"log {digits(rnd, 4)} of the day",
            f"CAD {digits(rnd, 4)}/{digits(rnd, 2)}",
            f"incident number {digits(rnd, 3)}-{digits(rnd, 6)}",
            f"URN {digits(rnd, 2)}{rnd.choice(LETTERS)}{rnd.choice(LETTERS)}{digits(rnd, 7)}",
        ]
    )


def court(rnd: random.Random) -> str:
    two = rnd.choice(LETTERS) + rnd.choice(LETTERS)
    return rnd.choice(
        [
            f"{two}{rnd.randint(14, 25)}C{digits(rnd, 5)}",
            f"[20{rnd.randint(10, 25)}] EWCA Civ {rnd.randint(100, 1900)}",
            f"[20{rnd.randint(10, 25)}] EWFC {rnd.randint(2, 300)}",
            f"no. {digits(rnd, 5)}/{digits(rnd, 2)}",
            f"T20{rnd.randint(10, 25)}{digits(rnd, 4)}",
            f"Case No: ZE{digits(rnd, 2)}P{digits(rnd, 5)}",
        ]
    )


def bank(rnd: random.Random) -> str:
    return rnd.choice(
        [
            f"sort code {digits(rnd, 2)}-{digits(rnd, 2)}-{digits(rnd, 2)} account {digits(rnd, 8)}",
            f"a/c {digits(rnd, 8)}",
            "card " + " ".join(digits(rnd, 4) for _ in range(4)),
            f"GB{digits(rnd, 2)} NWBK {digits(rnd, 4)} {digits(rnd, 4)} {digits(rnd, 4)} {digits(rnd, 2)}",
        ]
    )


MAKERS: dict[str, Make] = {
    "NHS number": lambda rnd: nhs(rnd, valid=True),
    "NHS number with a wrong digit": lambda rnd: nhs(rnd, valid=False),
    "National Insurance": nino,
    "UPN": lambda rnd: rnd.choice("ABCDEFGHJKLMNPQRTUVWXYZ") + digits(rnd, 11) + rnd.choice("0123456789AKZ"),
    "phone": phone,
    "postcode": postcode,
    "vehicle": vehicle,
    "crime or incident": crime,
    "court": court,
    "bank": bank,
    "e-mail": lambda rnd: (
        f"{rnd.choice(['j.o’neill', 'amber_w', 'k+school', 'x'])}{digits(rnd, 2)}@"
        f"{rnd.choice(['nhs.net', 'mail.co.uk', 'st-anne.leeds.sch.uk'])}"
    ),
    "web": lambda rnd: (
        rnd.choice(["https://", "www.", ""]) + f"ourschool{digits(rnd, 2)}.org.uk/pupils/{digits(rnd, 3)}"
    ),
    "handle": lambda rnd: f"@{rnd.choice(['kai', 'zoe', 'tj'])}_{rnd.choice(['x', 'real', 'uk'])}{digits(rnd, 2)}",
}
FRAMES = [
    "Her record gives {} for him.",
    "{}",
    "It was ({}), we think.",
    "NOTE\n{}\n",
    "He said {}; she wrote it down",
    "| {} |",
]


@pytest.mark.parametrize("kind", MAKERS)
def test_every_identifier_is_covered_whole(kind: str) -> None:
    rnd = random.Random(f"shapes {kind}")
    missed = []
    for i in range(240):
        value = MAKERS[kind](rnd)
        text = FRAMES[i % len(FRAMES)].format(value)
        start = text.index(value)
        marked = {k for span in detect(text) for k in range(span.start, span.end)}
        wanted = [
            k for k in range(start, start + len(value)) if text[k].isdigit() or (text[k].isalpha() and kind == "e-mail")
        ]
        if not all(k in marked for k in wanted):
            missed.append(text)
    assert missed == []


def test_the_check_digit_is_said() -> None:
    rnd = random.Random("check")
    for _ in range(200):
        (good,) = detect(f"{nhs(rnd, valid=True)}.")
        (bad,) = detect(f"{nhs(rnd, valid=False)}.")
        assert (good.kind, bad.kind) == ("nhs-number", "number")


LOOK_ALIKES = """Section 47(1) and paragraph 12.3 apply; see pages 14-16, Table 2 and Appendix B. Of 30 records 17
were good (57%).
Stage 2, Level 3, Tier 4, KS1, Year 9, Grade 5 and Band 6. The score fell from 4 to 3. Quarter 1 of the plan.
The Children Act 1989 s.17, the Care Act 2014 and Working Together 2023. A 1:1 session, a 24/7 service,
9 out of 10.
Version 2.1 of the tool. Recommendation 4.2 is met. A ratio of 3:1. Form M4 and the B1 form. Call 999 or 101 or 111.
Within 72 hours, 10 working days or 6-8 weeks; no more than 15 minutes. Use a size 12 font on A4 paper."""


def test_what_only_looks_like_an_identifier_is_left() -> None:
    assert [LOOK_ALIKES[s.start : s.end] for s in detect(LOOK_ALIKES)] == []
