"""Verbs agree with the "they" that was printed for one person, and with no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.anonymise.agreement import agreeing
from desktop_app.anonymise.grammar import Edit, apply_edits
from desktop_app.anonymise.profiles import FamilyRung, SexRung, load_profile
from desktop_app.anonymise.pseudonymise import pseudonymise
from desktop_app.anonymise.register import Register


def they(text: str, subject: str = "he") -> str:
    at = text.lower().index(subject)
    word = "They" if text[at].isupper() else "they"
    edits, verbs = agreeing(text, [Edit(at, at + len(subject), word)])
    return apply_edits(text, [*edits, *verbs])[0]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("he was seen", "they were seen"),
        ("he wasn’t seen", "they weren’t seen"),
        ("he lives here", "they live here"),
        ("he still goes out", "they still go out"),
        ("he worries", "they worry"),
        ("he watches", "they watch"),
        ("he misses her", "they miss her"),
        ("he has none", "they have none"),
        ("he always does", "they always do"),
        ("he perhaps", "they perhaps"),
        ("he said", "they said"),
        ("he, was", "they, was"),
        ("he will pass", "they will pass"),
        ("He is well", "They are well"),
    ],
)
def test_the_next_verb_agrees(written: str, printed: str) -> None:
    assert they(written) == printed


def test_they_of_several_people_is_left_as_it_was_said() -> None:
    said = "they was stopping"
    assert agreeing(said, [Edit(0, 4, "they")]) == ([Edit(0, 4, "they")], [])


def test_every_change_is_listed() -> None:
    plain = replace(load_profile("public"), sex=SexRung.NEUTRAL, family=FamilyRung.PLAIN)
    text = "The boy and his two sisters. He lives there."
    new, spans = pseudonymise(text, Register(()), plain)
    assert new.endswith("They live there.")
    again, _ = apply_edits(text, [Edit(s.start, s.end, s.replacement) for s in spans])
    assert again == new
