"""What the register adds: mentions covered once the main people are registered, and how long 200 people take.

    pytest -m bench -s tests/bench/test_register_figures.py

The main people of a text are those with a full name, or named twice. What is missed is not printed.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from desktop_app.anonymise.detect import detect
from desktop_app.anonymise.register import Register
from desktop_app.domain.people import RegisterEntry

sys.path.insert(0, str(Path(__file__).parent))
from marked import DIRECT, Case, Gold, entities, read_cases
from scoring import covered, said

pytestmark = pytest.mark.bench
SETS = ("held_out", "varied_held_out", "hands_held_out")
_TITLE = re.compile(
    r"^(?:Mr|Mrs|Ms|Miss|Dr|DR|MRS|MR|PC|DC|DS|SGT|INSP|Sister|Father|HHJ|Cllr)\.? (?:\d+ )?", re.IGNORECASE
)


def main_people(case: Case) -> list[list[Gold]]:
    people = [group for group in entities(case) if group[0].kind == "PERSON"]
    return [group for group in people if len(group) > 1 or " " in case.text[group[0].start : group[0].end]]


def registered(case: Case) -> Register:
    names = [_TITLE.sub("", case.text[group[0].start : group[0].end]).strip("\"'()") for group in main_people(case)]
    return Register(
        [RegisterEntry(f"p{n}", "person", name.title(), (), f"Person {n}") for n, name in enumerate(names) if name]
    )


def measured(cases: list[Case]) -> dict[str, Any]:
    direct, mentions, auto, wrong, words = [0, 0], [0, 0], 0, 0, 0
    for case in cases:
        register = registered(case)
        matches = register.find(case.text)
        marks, sure = bytearray(len(case.text) + 1), bytearray(len(case.text) + 1)
        for match in matches:
            marks[match.start : match.end] = b"\x01" * (match.end - match.start)
            if match.auto:
                sure[match.start : match.end] = b"\x01" * (match.end - match.start)
                people = [g for g in case.gold if g.start < match.end and match.start < g.end]
                wrong += not people
        for span in detect(case.text):
            marks[span.start : span.end] = b"\x01" * (span.end - span.start)
        for group in entities(case):
            if group[0].kind in DIRECT:
                direct[0] += all(covered(case.text, marks, g.start, g.end) for g in group)
                direct[1] += 1
        for group in main_people(case):
            for gold in group:
                mentions[0] += covered(case.text, marks, gold.start, gold.end)
                mentions[1] += 1
                auto += any(sure[gold.start : gold.end])
        words += len(case.text.split())
    return {"direct": direct, "mentions": mentions, "auto": [auto, mentions[1]], "wrong": 10_000 * wrong / words}


@pytest.mark.parametrize("name", SETS)
def test_the_main_people_once_registered(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = measured(read_cases(f"{name}.txt"))
    with capsys.disabled():
        print(f"\n{name}, main people registered: direct {said(*found['direct'])}; mentions {said(*found['mentions'])}")
        print(f"  at least in part without asking {said(*found['auto'])}; wrong in 10,000 words {found['wrong']:.1f}")
    assert found["mentions"][0] >= 0.98 * found["mentions"][1]


def test_two_hundred_people_over_a_long_report(capsys: pytest.CaptureFixture[str]) -> None:
    """The peer looks for the same full names alone, as one pattern."""
    firsts = [
        "Ada",
        "Brin",
        "Cleo",
        "Dov",
        "Esme",
        "Finn",
        "Gaia",
        "Hugo",
        "Isla",
        "Jonas",
        "Kezia",
        "Luca",
        "Mina",
        "Noor",
        "Otis",
        "Petra",
        "Quin",
        "Rhea",
        "Sami",
        "Tova",
    ]
    lasts = ["Larch", "Quill", "Brannock", "Thole", "Wexford", "Ashdown", "Pellow", "Marren", "Soames", "Tindall"]
    people = [
        RegisterEntry(f"p{n}", "person", f"{firsts[n % 20]} {lasts[n // 20]}", (), f"Person {n}") for n in range(200)
    ]
    text = "\n".join(case.text for case in read_cases("held_out.txt"))
    for n in range(0, 200, 7):
        text += f"\n{people[n].name} rang. {people[n].name.split()[0]} was upset, said Ms {people[n].name.split()[1]}."
    text = (text * (100_000 // len(text) + 1))[:100_000]
    register = Register(people)
    pattern = re.compile("|".join(rf"\b{re.escape(entry.name)}\b" for entry in people), re.IGNORECASE)
    register.find(text)
    spent = {}
    for name, work in (("register", register.find), ("pattern", lambda words: list(pattern.finditer(words)))):
        best = float("inf")
        for _ in range(3):
            started = time.process_time()
            work(text)
            best = min(best, time.process_time() - started)
        spent[name] = best
    with capsys.disabled():
        print(
            f"\n200 people over 100 kB: {spent['register']:.3f} s; full names as one pattern {spent['pattern']:.3f} s"
        )
    assert spent["register"] <= 10 * spent["pattern"]
