"""What is offered first fits what was found: no invented colleague, no other person's pseudonym, grammar kept."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.agreement import agreeing
from desktop_app.anonymise.grammar import apply_edits, fit
from desktop_app.anonymise.profiles import load_profile
from desktop_app.anonymise.pseudonymise import pseudonymise
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.wording import suggestions
from desktop_app.domain.people import RegisterEntry

FAMILY = Register(
    (
        RegisterEntry("c1", "person", "Ffion Pryce-Kettle", (), "Juniper", "", "subject"),
        RegisterEntry("c2", "person", "Siân Kettle", (), "Mother", "", "mother"),
        RegisterEntry("w2", "practitioner", "Dr Wojciech Szczepański-Vale", (), "GP 1", "a GP", "GP"),
        RegisterEntry("w3", "practitioner", "Mr Young", (), "Teacher 1", "a teacher", "head of year"),
    )
)


@pytest.mark.parametrize("text", ["He drives a grey Astra.", "She is the only Welsh-speaking pupil."])
def test_a_capital_alone_is_offered_no_person(rendered, text: str) -> None:
    (waiting,) = rendered(text).undecided
    assert waiting.suggestions[0] == "[name]"


def test_a_name_that_is_spoken_of_as_a_person_is_offered_one(rendered) -> None:
    waiting = rendered("They rang Ollerenshaw.").undecided
    assert [item.suggestions[0] for item in waiting] == ["a colleague"]


@pytest.mark.parametrize(("text", "offered"), [("put the kettle on", False), ("she spoke to kettle", True)])
def test_a_word_in_small_letters_is_offered_as_somebody_only_where_something_speaks_for_it(
    text: str, offered: bool
) -> None:
    (match,) = FAMILY.find(text)
    assert not match.auto
    assert bool(suggestions(FAMILY, match)) is offered


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("s.pryce-kettle rang", "Mother rang"),
        ("S. Pryce-Kettle rang", "Mother rang"),
        ("seen by w szczepanski vale", "seen by GP 1"),
        ("W.Szczepański-Vale wrote", "GP 1 wrote"),
    ],
)
def test_an_initial_is_part_of_the_name_and_says_whose_it_is(text: str, printed: str) -> None:
    assert pseudonymise(text, FAMILY, load_profile("public"))[0] == printed


def test_everybody_whose_name_is_near_is_offered_the_nearest_first(register: Register) -> None:
    (match,) = register.find("Jodi rang")
    assert match.owners[0] == "p-jodie"
    assert "w-osei" in match.owners
    assert suggestions(register, match)[:2] == ("Mother", "Social Worker 1")


def test_a_title_that_suits_nobody_offers_somebody_else_first(register: Register) -> None:
    (match,) = register.find("Mrs Marsh rang")
    assert suggestions(register, match)[0] == "somebody else"


@pytest.mark.parametrize(
    ("text", "surface", "words", "printed"),
    [
        ("The Kettles were away.", "Kettles", "Mother", "Mother was away."),
        ("The Kettles were away.", "Kettles", "the family", "The family were away."),
        ("We saw the Kettles’ dog.", "Kettles", "Mother", "We saw Mother’s dog."),
        ("Of ‘Kettles’ nobody spoke.", "Kettles", "Mother", "Of ‘Mother’ nobody spoke."),
        ("Callums mum rang.", "Callums", "Rowan", "Rowan's mum rang."),
        ("Callums went.", "Callums", "Rowan", "Rowan went."),
        ("The Marsh car went.", "Marsh", "Stepfather", "The Stepfather car went."),
    ],
)
def test_one_person_in_place_of_a_family_or_without_the_apostrophe(
    text: str, surface: str, words: str, printed: str
) -> None:
    start = text.index(surface)
    edits, verbs = agreeing(text, [fit(text, start, start + len(surface), words)])
    assert apply_edits(text, [*edits, *verbs])[0] == printed
