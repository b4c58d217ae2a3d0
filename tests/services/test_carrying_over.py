"""Unfinished actions leave one review through the gate and arrive in another with where they come from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.governance import Meeting
from desktop_app.domain.learning import (
    Action,
    ActionOrigin,
    ActionStatus,
    Finding,
    ProgressUpdate,
    Recommendation,
)
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.people import Body, Person
from desktop_app.domain.review import Clock, Review
from desktop_app.domain.update_ledger import faults
from desktop_app.services.compose import compose
from desktop_app.services.document_text import all_texts
from desktop_app.services.importing import apply_import, prepare_import
from desktop_app.services.outputs import export
from desktop_app.services.session import Session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import KdfCost

DUE, LATER = dt.date(2026, 9, 30), dt.date(2026, 11, 27)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Session]:
    file, _ = ReviewFile.create(tmp_path / "other.review", "otter velvet cumulus brig", cost=KdfCost(19 * 1024, 1))
    opened = Session(file)
    opened.put("Begin", Review(reference="EM-LR-2027-01"))
    yield opened
    opened.close()


@pytest.fixture
def plan(session: Session) -> Session:
    rec = Recommendation(number=1, text="Children's Social Care tells the school on the same day.")
    open_action = Action(
        number=4, text="Agree who tells the school", recommendations=(rec.uid,), owner_body="Eastmarch Police",
        owner_role="Team manager", due=DUE, revised_due=LATER, revised_reason="The post was empty",
        status=ActionStatus.DELAYED,
    )  # fmt: skip
    session.put(
        "Begin",
        Review(
            reference="EM-LR-2026-02", commissioning_body="Eastmarch Partnership", became_aware=dt.date(2025, 12, 23)
        ),
        *(Body(name=name) for name in ("Eastmarch Police", "Eastmarch Partnership", "Children's Social Care")),
        Person(name="Callum Draycott", pseudonym="Rowan"),
        rec,
        open_action,
        Action(number=5, text="Write it down", recommendations=(rec.uid,), status=ActionStatus.COMPLETE),
        ProgressUpdate(action=open_action.uid, as_at=DUE, text="A first draft was sent round."),
        Finding(number=1, statement="Callum waited for an answer.", kind="good-practice"),
        Clock(name="Report", start=DUE, amount=6, unit="months", regime="rapid-review"),
        Meeting(on=DUE, body="Executive", decisions="The draft goes to every school."),
    )
    return session


def test_an_unfinished_action_is_carried_over_whole(plan: Session, other: Session, tmp_path: Path) -> None:
    target = tmp_path / "handed-on.xlsx"
    assert export(plan, OutputKind.HAND_OVER, ProfileName.PARTNER, "xlsx", target).written
    apply_import(other, prepare_import(other.snapshot, target))
    snapshot = other.snapshot
    (action,) = snapshot.actions
    assert (action.text, action.status, action.due, action.revised_due) == (
        "Agree who tells the school", ActionStatus.DELAYED, DUE, LATER,
    )  # fmt: skip
    assert (action.owner_body, action.owner_role, action.revised_reason) == (
        "Eastmarch Police", "Team manager", "The post was empty",
    )  # fmt: skip
    assert action.origin is ActionOrigin.BEFORE_REVIEW
    assert action.carried_from == "EM-LR-2026-02, action 4"
    (update,) = snapshot.updates
    assert "tells the school on the same day" in update.text
    assert "A first draft was sent round." in update.text
    assert faults(snapshot.updates, snapshot.review.updates_head) == []
    assert snapshot.recommendations == ()
    again = prepare_import(other.snapshot, target)
    assert (again.rows, len(again.duplicates)) == ((), 1)


def test_handing_on_twice_keeps_where_it_first_came_from(plan: Session, other: Session, tmp_path: Path) -> None:
    target = tmp_path / "handed-on.xlsx"
    export(plan, OutputKind.HAND_OVER, ProfileName.PARTNER, "xlsx", target)
    apply_import(other, prepare_import(other.snapshot, target))
    words = [text.words for text in all_texts(compose(other.snapshot, OutputKind.HAND_OVER, LATER))]
    assert "EM-LR-2026-02, action 4" in words


def test_the_tracker_says_what_it_is_asked_and_names_nobody(plan: Session, tmp_path: Path) -> None:
    rows = {
        row[0].paragraphs[0].words: " ".join(text.words for text in row[1].paragraphs)
        for block in compose(plan.snapshot, OutputKind.TRACKER, LATER).blocks
        for row in getattr(block, "rows", ())
    }
    assert rows["Type of review"] == "Learning review, not statutory"
    assert rows["Converted from a rapid review"].startswith("Yes")
    assert rows["Stage"] == "Recommendations and action"
    assert rows["Actions not finished"] == "1 of 2"
    assert rows["Published on"] == "Not stated"
    assert rows["Good practice"] == "Callum waited for an answer."
    target = tmp_path / "tracker.xlsx"
    assert export(plan, OutputKind.TRACKER, ProfileName.PUBLIC, "xlsx", target).written
    assert b"Callum" not in target.read_bytes()
    plain = tmp_path / "tracker.csv"
    assert export(plan, OutputKind.TRACKER, ProfileName.PUBLIC, "csv", plain).written
    assert 'Type of review,"Learning review, not statutory"' in plain.read_text("utf-8-sig")


def test_the_executive_is_told_of_clocks_bodies_and_its_last_decisions(plan: Session) -> None:
    snapshot = replace(plan.snapshot, actions=tuple(plan.snapshot.actions))
    words = [text.words for text in all_texts(compose(snapshot, OutputKind.GOVERNANCE_UPDATE, LATER))]
    assert "Running" in words
    assert "The draft goes to every school." in words
    assert {"Eastmarch Police", "Nobody named"} <= set(words)


ROWS = """No,Recommendation,Action to be taken,Lead,Target date,Revised date,Reason for delay,Status,Progress,Origin
1,Ask who rang.,Write a form,Police,31/03/2026,30 June 2026,Sickness,Amber,Drafted,Before the case
1,Ask who rang.,Train the desk,Health,June 2026,,,Blue,,
,,Check it in a year,Health,soon,,,,,
2,Say why.,Print the reason,Police,,,,Not started,,In response
"""


def test_another_reviews_plan_comes_in_with_owners_dates_and_statuses(other: Session, tmp_path: Path) -> None:
    source = tmp_path / "plan.csv"
    source.write_text(ROWS, encoding="utf-8")
    plan = prepare_import(other.snapshot, source)
    assert not plan.waiting
    apply_import(other, plan)
    snapshot = other.snapshot
    first, second, third, fourth = snapshot.actions
    one, two = (rec.uid for rec in snapshot.recommendations)
    assert [a.recommendations for a in snapshot.actions] == [(one,), (one,), (one,), (two,)]
    assert (first.due, first.revised_due, first.revised_reason) == (
        dt.date(2026, 3, 31), dt.date(2026, 6, 30), "Sickness",
    )  # fmt: skip
    assert first.origin is ActionOrigin.BEFORE_CASE
    assert (second.due, second.status) == (dt.date(2026, 6, 30), ActionStatus.COMPLETE)
    assert (third.text, third.due, third.owner_body) == ("Check it in a year", None, "Health")
    assert fourth.status is ActionStatus.NOT_STARTED
    assert [u.text for u in snapshot.updates] == ["Drafted", "Train the desk", "Check it in a year", "Print the reason"]
