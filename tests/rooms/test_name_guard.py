"""Names are marked while they are typed; pseudonyms and what the room itself shows are not."""

from __future__ import annotations

import pytest

from desktop_app.services.rooms.name_guard import exchanged, marks_in

PEOPLE = ("Rowan", "Mother", "Social Worker 1")


def marked(text: str, *shown: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in marks_in(text, PEOPLE, shown)]


def test_the_facilitators_sentence_is_marked_twice_and_reads_on_with_pseudonyms() -> None:
    text = "Hannah rang Calum's school"
    assert marked(text) == ["Hannah", "Calum's"]
    text = exchanged(text, marks_in(text, PEOPLE)[0], "Social Worker 1")
    text = exchanged(text, marks_in(text, PEOPLE)[0], "Rowan")
    assert text == "Social Worker 1 rang Rowan's school"
    assert marked(text) == []


@pytest.mark.parametrize("text", ["Rowan’s mother told us.", "rowan came", "Nobody knew the referral was turned down."])
def test_a_pseudonym_is_no_name(text: str) -> None:
    assert marked(text) == []


def test_a_name_beside_a_pseudonym_is_one() -> None:
    assert marked("Rowan Draycott came") != []


def test_what_the_timeline_shows_may_be_typed() -> None:
    assert marked("It was the Hollybank visit", "the Hollybank visit") == []


@pytest.mark.parametrize("text", ["I rang 07700 900123", "It was on 3 May 2024"])
def test_what_identifies_directly_is_marked_too(text: str) -> None:
    assert len(marked(text)) == 1
