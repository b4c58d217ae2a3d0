"""Whoever leaves the register takes along how they belonged and what readers were told of them."""

from __future__ import annotations

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.output import ProfileName
from desktop_app.domain.people import Body, BodyKind, Person, RelationKind
from desktop_app.services.ladders import choose_rung
from desktop_app.services.register_leaving import delete_entry, rungs_of_nobody
from desktop_app.services.relations import add_relation
from desktop_app.services.session import Session
from desktop_app.services.thread.orphans import orphans

CHILD = Person(uid="c1", key="p-child", name="Ivo Larch", pseudonym="Ash", descriptor="the child", role="subject")
AUNT = Person(uid="c2", name="Mina Larch", pseudonym="Aunt", descriptor="a relative", role="aunt")
TOWN = Body(uid="t1", key="l-town", kind=BodyKind.PLACE, name="Wexbourne", pseudonym="a town", descriptor="a town")


@pytest.fixture
def register(session: Session) -> Session:
    session.put("People", CHILD, AUNT, TOWN)
    add_relation(session, "c2", RelationKind.RELATIVE, "c1")
    choose_rung(session, ProfileName.PARTNER, "p-child", "descriptor")
    choose_rung(session, ProfileName.FAMILY, "c2", "descriptor")
    choose_rung(session, ProfileName.PARTNER, "l-town", "left-out")
    choose_rung(session, ProfileName.PARTNER, "age", "band")
    return session


def test_relations_and_rungs_go_along_and_come_back_in_one_step(register: Session) -> None:
    before = register.snapshot
    delete_entry(register, "c1")
    after = register.snapshot
    assert [p.uid for p in after.people if p.uid in ("c1", "c2")] == ["c2"]
    assert after.relations == ()
    assert {r.about for r in after.reader_rungs} == {"c2", "l-town", "age"}
    register.undo()
    assert register.snapshot.relations == before.relations
    assert set(register.snapshot.reader_rungs) == set(before.reader_rungs)


def test_a_place_takes_its_rungs_along(register: Session) -> None:
    delete_entry(register, "t1")
    assert {r.about for r in register.snapshot.reader_rungs} == {"p-child", "c2", "age"}


def test_what_an_older_file_left_behind_is_a_loose_end(register: Session) -> None:
    assert rungs_of_nobody(register.snapshot) == ()
    register.delete("As it was done before", Person, "c2")
    (left,) = rungs_of_nobody(register.snapshot)
    assert left.about == "c2"
    assert [o.uid for o in orphans(register.snapshot) if o.code == "rung-of-nobody"] == [left.uid]


def test_nobody_is_no_entry(register: Session) -> None:
    with pytest.raises(UserError) as caught:
        delete_entry(register, "nobody")
    assert caught.value.code == "no-entry"
