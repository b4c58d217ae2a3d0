"""Decisions by command take the shorter forms of a name with them, as a card of the queue does."""

from __future__ import annotations

from desktop_app.domain.learning import Recommendation
from desktop_app.domain.output import Choice, OutputKind, ProfileName
from desktop_app.domain.people import Person
from desktop_app.services.decided_forms import with_forms
from desktop_app.services.decisions import Wanted, decide_all
from desktop_app.services.outputs import prepare_output
from desktop_app.services.session import Session

SAID = "Louisa Ollerenshaw agreed. Dr Ollerenshaw will write to Ollerenshaw House."


def asked(session: Session) -> list[str]:
    return [
        item.surface for item in prepare_output(session.snapshot, OutputKind.BRIEFING, ProfileName.PUBLIC).undecided
    ]


def test_what_is_asked_once_is_decided_once(session: Session) -> None:
    session.put("Add", Recommendation(number=1, text=SAID))
    names = asked(session)
    assert "Dr Ollerenshaw" not in names
    decide_all(session, with_forms(session.snapshot, [Wanted(name, Choice.KEEP, reason="published") for name in names]))
    assert asked(session) == []


def test_other_names_and_registered_ones_are_not_decided_with_it(session: Session) -> None:
    session.put("Add", Recommendation(number=1, text="Louisa Ollerenshaw, Bethan Ollerenshaw and Dr Ollerenshaw met."))
    both = [Wanted(name, Choice.KEEP, reason="x") for name in ("Louisa Ollerenshaw", "Bethan Ollerenshaw")]
    assert with_forms(session.snapshot, both) == tuple(both)
    session.put("Add", Person(key="p", name="Anna Ollerenshaw", pseudonym="Mother"))
    assert with_forms(session.snapshot, both[:1]) == tuple(both[:1])
