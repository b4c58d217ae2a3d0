"""Sixteen small registers against the ways in which many hands write their names: covered, left alone, well worded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.anonymise.profiles import load_profile
from desktop_app.anonymise.pseudonymise import pseudonymise
from desktop_app.anonymise.register import Match, Register
from desktop_app.anonymise.squashed import squashed_names
from desktop_app.domain.people import RegisterEntry

DATA = Path(__file__).with_name("data") / "register_cases.txt"
_CHARACTERS = {
    "<NL>": "\n", "<ZWSP>": "\u200b", "<SHY>": "\u00ad", "<RLO>": "\u202e", "<PDF>": "\u202c", "<LRI>": "\u2066",
    "<PDI>": "\u2069", "<NBSP>": "\u00a0",
}  # fmt: skip
_ENTRY = re.compile(r"(person|place|school|organisation): (.*)")


def _blocks() -> Iterator[tuple[Register, list[str]]]:
    text = DATA.read_text("utf-8")
    for written, meant in _CHARACTERS.items():
        text = text.replace(written, "\x00" if meant == "\n" else meant)
    for block in text.split("\n=== ")[1:]:
        lines = [line.replace("\x00", "\n") for line in block.split("\n")[1:]]
        rows = [(found[1], *map(str.strip, found[2].split("|"))) for line in lines if (found := _ENTRY.match(line))]
        register = Register(
            RegisterEntry(uid, kind, name, tuple(filter(None, map(str.strip, others.split(",")))), printed)
            for kind, uid, name, others, printed in rows
        )
        yield register, lines


BLOCKS = list(_blocks())


def _cases(sign: str) -> list[tuple[Register, str]]:
    return [(register, line[2:]) for register, lines in BLOCKS for line in lines if line.startswith(f"{sign} ")]


def _unmarked(line: str) -> tuple[str, list[tuple[int, int]]]:
    text, places = "", []
    for piece in re.split(r"(⟦[^⟧]*⟧)", line):
        if piece.startswith("⟦"):
            places.append((len(text), len(text) + len(piece) - 2))
        text += piece.strip("⟦⟧")
    return text, places


def _found(register: Register, text: str) -> list[Match]:
    whole, apart = squashed_names(register).doubtful(text, register.find(text))
    return [*whole, *apart]


@pytest.mark.parametrize(("register", "line"), _cases("+"), ids=lambda case: case if isinstance(case, str) else "")
def test_every_form_is_covered(register: Register, line: str) -> None:
    text, places = _unmarked(line)
    covered = {i for match in _found(register, text) for i in range(match.start, match.end)}
    for start, end in places:
        assert all(i in covered for i in range(start, end) if text[i].isalnum()), text[start:end]


@pytest.mark.parametrize(("register", "line"), _cases("-"), ids=lambda case: case if isinstance(case, str) else "")
def test_somebody_elses_name_and_a_word_are_never_replaced_without_asking(register: Register, line: str) -> None:
    text, places = _unmarked(line)
    for start, end in places:
        assert not [m for m in _found(register, text) if m.auto and m.start < end and start < m.end]


@pytest.mark.parametrize(("register", "line"), _cases("="), ids=lambda case: case if isinstance(case, str) else "")
def test_what_is_printed_reads_well(register: Register, line: str) -> None:
    text, _, printed = line.partition(" => ")
    assert pseudonymise(text, register, load_profile("panel"))[0] == printed


def test_there_are_enough_of_each() -> None:
    counts = {sign: len(_cases(sign)) for sign in "+-="}
    assert sum(counts.values()) >= 150
    assert counts["-"] + counts["="] >= 0.45 * sum(counts.values())


def test_an_everyday_word_is_no_question_unless_somebody_is_spoken_of() -> None:
    register = Register((RegisterEntry("d", "person", "Josie Day", (), "Social Worker 2"),))
    assert register.find("He was at home on each and every day.") == []
    assert register.find("I spoke to day about it.")
