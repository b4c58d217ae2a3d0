"""One body written three ways becomes one entry, what pointed at any of them points at it, and undo works."""

from __future__ import annotations

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.learning import Action, Recommendation
from desktop_app.domain.output import ProfileName, SurfaceDecision
from desktop_app.domain.people import Abbreviation, Agency, Body
from desktop_app.domain.reader_rungs import ReaderRung
from desktop_app.domain.review import Decision
from desktop_app.services.body_merging import keep_apart, merge_names
from desktop_app.services.body_names import one_abbreviation, same_bodies
from desktop_app.services.session import Session
from desktop_app.services.thread.broken import broken_links

ONE = Body(uid="1" * 32, key="b-exec", name="Executive Members Group", pseudonym="the executive")
TWO = Body(uid="2" * 32, key="b-2", name="Executive", abbreviation="EX")


@pytest.fixture
def written_three_ways(session: Session) -> Session:
    session.put(
        "Begin",
        ONE,
        TWO,
        Agency(uid="a", code="EX", name="Executive Group", order=1),
        Agency(uid="b", code="E2", name="Somebody else", body=TWO.uid, order=2),
        Abbreviation(short="EX", long="Executive", body=TWO.uid),
        Decision(deciding_body="executive  group"),
        Action(number=1, owner_body="Executive"),
        Recommendation(number=1, text="The Executive Members Group asks.", bodies=(TWO.uid, "Executive Group")),
        SurfaceDecision(surface="the Exec", entry="b-2"),
        ReaderRung(profile=ProfileName.PUBLIC, about="b-exec", rung="name"),
        ReaderRung(profile=ProfileName.PUBLIC, about="b-2", rung="descriptor"),
        ReaderRung(profile=ProfileName.FAMILY, about="b-2", rung="descriptor"),
    )
    return session


def test_the_three_ways_are_found_together(written_three_ways: Session) -> None:
    (found,) = same_bodies(written_three_ways.snapshot)
    assert {use.name.casefold() for use in found.names} == {"executive", "executive group", "executive members group"}
    assert found.keep == "Executive Members Group"


def test_merging_leaves_one_key_and_every_link_on_it(written_three_ways: Session) -> None:
    session = written_three_ways
    before = session.snapshot
    (found,) = same_bodies(before)
    merge_names(session, [use.name for use in found.names], found.keep)
    after = session.snapshot
    (body,) = after.bodies
    assert (body.uid, body.key, body.pseudonym, body.abbreviation) == (ONE.uid, "b-exec", "the executive", "EX")
    assert {alias.casefold() for alias in body.aliases} == {"executive", "executive group"}
    assert {agency.body for agency in after.agencies} == {ONE.uid}
    assert after.abbreviations[0].body == ONE.uid
    assert after.decisions[0].deciding_body == after.actions[0].owner_body == "Executive Members Group"
    assert after.recommendations[0].bodies == (ONE.uid, "Executive Members Group")
    assert after.recommendations[0].text == "The Executive Members Group asks."
    assert after.surface_decisions[0].entry == "b-exec"
    rungs = {rung.profile: rung.rung for rung in after.reader_rungs}
    assert rungs == {ProfileName.PUBLIC: "name", ProfileName.FAMILY: "descriptor"}
    assert same_bodies(after) == []
    assert broken_links(after) == []
    session.undo()
    assert {b.name for b in session.snapshot.bodies} == {ONE.name, TWO.name}
    assert session.snapshot.actions == before.actions


def test_a_pseudonym_is_not_lost_with_the_entry_that_goes(written_three_ways: Session) -> None:
    merge_names(written_three_ways, ["Executive Members Group"], "Executive")
    (body,) = written_three_ways.snapshot.bodies
    assert (body.name, body.pseudonym) == ("Executive", "the executive")


def test_what_was_called_different_is_not_proposed_again(written_three_ways: Session) -> None:
    (found,) = same_bodies(written_three_ways.snapshot)
    keep_apart(written_three_ways, [use.name for use in found.names])
    assert same_bodies(written_three_ways.snapshot) == []


def test_a_board_and_the_partnership_after_it_are_two(session: Session) -> None:
    old = Body(name="Eastmarch Children Board")
    new = Body(name="Eastmarch Children Board Partnership", follows=old.uid)
    session.put("Begin", old, new)
    assert same_bodies(session.snapshot) == []
    with pytest.raises(UserError, match="took over"):
        merge_names(session, [old.name], new.name)
    with pytest.raises(UserError, match="two names"):
        merge_names(session, [old.name], old.name)
    assert len(session.snapshot.bodies) == 2


def test_one_abbreviation_for_two_bodies_is_said(session: Session) -> None:
    session.put(
        "Begin",
        Body(name="Joint Commissioning Group", abbreviation="JCG"),
        Abbreviation(short="JCG", long="Joint Co-ordinating Group"),
        Abbreviation(short="ESCP", long="Eastmarch Partnership"),
    )
    (found,) = one_abbreviation(session.snapshot)
    assert found.short == "JCG"
    assert set(found.stands_for) == {"Joint Commissioning Group", "Joint Co-ordinating Group"}
