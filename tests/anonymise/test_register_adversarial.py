"""Names of many traditions as UK records write them: covered, replaced or asked about, and nothing else taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.anonymise.register import Match, Register
from desktop_app.anonymise.squashed import squashed_names
from desktop_app.domain.people import RegisterEntry

DATA = Path(__file__).with_name("data") / "register_adversarial.txt"
_ESCAPES = {r"\n": "\n", r"\u00ad": "\u00ad", r"\u200b": "\u200b"}


def _lines(kind: str) -> Iterator[list[str]]:
    for line in DATA.read_text("utf-8").splitlines():
        if line.startswith(f"{kind}: "):
            for written, meant in _ESCAPES.items():
                line = line.replace(written, meant)
            yield [part.strip(" ") for part in line.partition(": ")[2].split(" ; ")]


REGISTER = Register(
    RegisterEntry(uid, kind, name, tuple(filter(None, aliases.split(","))), pseudonym)
    for uid, kind, name, aliases, pseudonym in _lines("entry")
)


def found(text: str) -> list[Match]:
    whole, apart = squashed_names(REGISTER).doubtful(text, REGISTER.find(text))
    return [*whole, *apart]


@pytest.mark.parametrize(("text", "wanted"), [tuple(line) for line in _lines("cover")])
def test_a_registered_name_is_covered(text: str, wanted: str) -> None:
    marked = {i for match in found(text) for i in range(match.start, match.end)}
    for part in wanted.split("|"):
        at = text.index(part)
        assert all(i in marked for i in range(at, at + len(part)) if text[i].isalnum()), part


@pytest.mark.parametrize(("text", "word"), [tuple(line) for line in _lines("leave")])
def test_an_ordinary_word_is_never_replaced_without_asking(text: str, word: str) -> None:
    at = text.index(word)
    assert not [m for m in found(text) if m.auto and m.start < at + len(word) and at < m.end]


def test_the_set_is_large_enough() -> None:
    assert sum(len(wanted.split("|")) for _, wanted in _lines("cover")) >= 150
    assert len(list(_lines("leave"))) >= 30


def test_a_nickname_beside_the_surname_is_sure() -> None:
    (match,) = [m for m in found("Liz Crouch rang.") if m.uid == "g5"]
    assert (match.auto, match.start, match.end) == (True, 0, 10)
