"""Another pseudonym: what was written with the one before follows, where it stands for one person alone."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.register import Register
from desktop_app.common.errors import UserError
from desktop_app.domain.people import Person, PersonKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.pseudonyms import with_pseudonym
from desktop_app.services.recording import record_all
from desktop_app.services.session import Session


def somebody(pseudonym: str, uid: str = "p1", name: str = "Callum Draycott") -> Person:
    return Person(uid=uid, key=uid, kind=PersonKind.PERSON, name=name, aliases=("Cal",), pseudonym=pseudonym)


@pytest.mark.parametrize("before", ["Rowan", "Sibling 1"])
def test_a_sentence_written_with_the_old_one_is_found(before: str) -> None:
    person = with_pseudonym(Snapshot(people=(somebody(before),)), somebody(before), " Robin ")
    assert (person.pseudonym, person.aliases) == ("Robin", ("Cal", before))
    (match,) = Register(Snapshot(people=(person,)).register).find(f"{before} was seen alone.")
    assert match.uid == "p1"


@pytest.mark.parametrize("before", ["Mother", "", "robin"])
def test_what_could_be_anybody_becomes_no_name(before: str) -> None:
    person = with_pseudonym(Snapshot(people=(somebody(before),)), somebody(before), "Robin")
    assert person.aliases == ("Cal",)


def test_what_is_somebody_elses_stays_theirs() -> None:
    both = (somebody("Rowan"), somebody("Rowan", "p2", "Poppy Draycott"))
    assert with_pseudonym(Snapshot(people=both), both[0], "Robin").aliases == ("Cal",)


def test_going_back_is_no_longer_another_form() -> None:
    away = with_pseudonym(Snapshot(people=(somebody("Rowan"),)), somebody("Rowan"), "Robin")
    back = with_pseudonym(Snapshot(people=(away,)), away, "Rowan")
    assert (back.pseudonym, back.aliases) == ("Rowan", ("Cal", "Robin"))


def test_a_script_changes_it_by_the_uid_that_is_listed(session: Session) -> None:
    session.put("Add", Person(uid="1" * 32, key="p-callum", name="Callum Draycott", pseudonym="Rowan"))
    record_all(session, [(1, {"kind": "people", "uid": "p-callum", "pseudonym": "Robin", "role": "subject"})])
    (held,) = session.snapshot.people
    assert (held.pseudonym, held.aliases, held.role, held.key) == ("Robin", ("Rowan",), "subject", "p-callum")
    with pytest.raises(UserError):
        record_all(session, [(1, {"kind": "people", "uid": "p-callum", "key": "p-other"})])
