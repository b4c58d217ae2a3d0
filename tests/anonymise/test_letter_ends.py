"""Who writes to whom, who came and who has to do what: names given away by their place on the page."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.detect import detect


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in detect(text) if span.kind not in ("date", "time", "phone")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dear Iris,\n\nthe review is closed.", "Iris"),
        ("Good morning Dawn,\nthe review is closed.", "Dawn"),
        ("Baz,\n\nThanks for the notes.", "Baz"),
        ("the review is closed.\n\nThanks\nSi\n\nSocial worker", "Si"),
        ("the review is closed.\n\nGem x\nschool nurse", "Gem"),
        ("I will ring tomorrow.\n\nV\n\nps is it Friday", "V"),
        ("Kind regards,\nG. Bebb", "G. Bebb"),
        ("Yn gywir,\nHope Baker\nTeam manager", "Hope Baker"),
        ("Many thanks, Will", "Will"),
        ("see you there. love from summer xx", "summer"),
    ],
)
def test_the_ends_of_a_letter_name_somebody(text: str, name: str) -> None:
    assert name in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dear colleague,\n\nthe review is closed.\n\nYours faithfully\n\nEnc: two",
        "All,\n\nplease read this.",
        "Dear Sir or Madam,",
        "She was seen at home.\n\nOutcome\nNo further action.",
        "With thanks for the help of all",
        "He was given the regards of the panel.",
        "Kind regards\nSafeguarding team",
    ],
)
def test_roles_and_headings_are_nobody(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Present: Faith Cook (HV), Mark Street (police), Joy (minutes)", ["Faith Cook", "Mark Street", "Joy"]),
        ("Apologies: Dawn Hill, housing", ["Dawn Hill"]),
        ("Minutes: KP", ["KP"]),
        ("Present: mother; school nurse; Police", []),
        ("Members: Health, Housing and Education", []),
    ],
)
def test_a_list_of_those_present(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text", ["PM to confirm the date.", "I have IM at police saying yes", "CT, student social worker"]
)
def test_an_abbreviation_that_is_asked_for_something_is_somebody(text: str) -> None:
    assert found(text) == [text.partition(",")[0].split()[2 if text.startswith("I have") else 0]]


@pytest.mark.parametrize(
    "text", ["SW to ring mum.", "GP to review.", "a CT scan", "seen at 3 PM", "EP to observe in class"]
)
def test_a_role_that_is_asked_is_nobody(text: str) -> None:
    assert not [span for span in detect(text) if span.kind == "initials"]


def test_a_strange_name_in_small_letters_is_found_wherever_it_stands_again() -> None:
    text = 'spoke to zilda on the phone. "like a see-saw" (zilda)'
    assert found(text) == ["zilda", "zilda"]
