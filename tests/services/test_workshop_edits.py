"""Workshops: nothing said is lost with a prompt, and notes on promises and attribution are honest."""

from __future__ import annotations

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.learning import Finding
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Attribution, Participant, Reflection, Workshop
from desktop_app.services import workshop_edits as edits
from desktop_app.services.session import Session
from desktop_app.services.workshop_advice import attribution_advice, confidentiality_advice


def test_a_new_workshop_starts_with_the_rules_of_the_last(session: Session) -> None:
    _, first = edits.add_workshop(session)
    session.put(
        "Edit", Workshop(uid=first, title="One", confidentiality="Not attributed.", confidentiality_version="2")
    )
    _, second = edits.add_workshop(session)
    made = next(w for w in session.snapshot.workshops if w.uid == second)
    assert (made.title, made.confidentiality, made.confidentiality_version) == ("", "Not attributed.", "2")


def test_a_reflection_needs_words(session: Session) -> None:
    with pytest.raises(UserError) as refused:
        edits.add_reflection(session, Reflection(text="  \n"))
    assert refused.value.code == "reflection-empty"
    assert session.snapshot.reflections == ()


def test_deleting_a_prompt_keeps_what_was_said_to_it(session: Session) -> None:
    _, workshop = edits.add_workshop(session)
    _, prompt = edits.add_prompt(session)
    edits.add_reflection(session, Reflection(workshop=workshop, prompt=prompt, text="We waited."))
    edits.delete_prompt(session, prompt)
    assert [(r.text, r.prompt) for r in session.snapshot.reflections] == [("We waited.", "")]
    session.undo()
    assert session.snapshot.reflections[0].prompt == prompt


def test_deleting_a_workshop_leaves_no_finding_resting_on_it(session: Session) -> None:
    _, workshop = edits.add_workshop(session)
    edits.add_participant(session, workshop)
    said = Reflection(workshop=workshop, text="We waited.")
    edits.add_reflection(session, said)
    session.put("Add", Finding(number=1, reflections=(said.uid,)))
    edits.delete_workshop(session, workshop)
    after = session.snapshot
    assert (after.workshops, after.reflections, after.participants) == ((), (), ())
    assert after.findings[0].reflections == ()


def test_prompts_are_numbered_within_their_set(session: Session) -> None:
    edits.add_prompt(session)
    edits.add_prompt(session)
    assert [(p.library, p.order) for p in session.snapshot.prompts] == [("this review", 1), ("this review", 2)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Say what is kept"),
        ("Nothing is attributed.", "a court or the police"),
        ("A court may ask for notes.", "a new risk"),
        ("Notes stay anonymous. A court may ask; a new risk is passed on.", "“anonymous” is more"),
        ("We cannot promise it will never be seen. A court may ask; a new risk is passed on.", ""),
    ],
)
def test_a_statement_says_its_limits(text: str, said: str) -> None:
    advice = confidentiality_advice(text)
    assert said in advice if said else advice == ""


def _advice(attribution: Attribution, group: str, roles: tuple[str, ...]) -> str:
    people = tuple(Participant(workshop="w", role_group=role) for role in roles)
    held = Reflection(workshop="w", attribution=attribution, group=group)
    return attribution_advice(Snapshot(participants=people), held)


def test_a_small_group_names_its_members() -> None:
    there = ("GP", "nurse", "nurse", "teacher", "teacher", "teacher")
    assert "Outputs print “health practitioner”" in _advice(Attribution.ROLE, "GP", there)
    assert _advice(Attribution.AGENCY_TYPE, "health practitioner", there) == ""
    assert _advice(Attribution.ROLE, "teacher", there) == ""
    assert "print no group" in _advice(Attribution.ROLE, "magistrate", there)
    assert "print no group" in _advice(Attribution.ROLE, "GP", ())
    assert _advice(Attribution.UNATTRIBUTED, "", ("GP",)) == ""
    assert "Say which" in _advice(Attribution.AGENCY_TYPE, " ", ("GP",))
    assert "agreed" in _advice(Attribution.NAMED, "", ())
