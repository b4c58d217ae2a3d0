"""What was answered on any day can still be read, and a status is called what the partnership calls it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.common.errors import UserError
from desktop_app.domain.learning import ActionStatus, AnswerChange, Recommendation, StatusLabel
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.as_at import changed
from desktop_app.services.compose.status_words import status_text, status_words
from desktop_app.services.recommendation_answers import ANSWERS, amend_answer, answer_at, set_answer
from desktop_app.services.recommendations import recommendation_views
from desktop_app.services.session import Session
from desktop_app.services.status_labels import call_status

FEB, MAY, AUG = dt.date(2026, 2, 1), dt.date(2026, 5, 1), dt.date(2026, 8, 1)


@pytest.fixture
def rec(session: Session) -> str:
    made = Recommendation(number=1, text="Say who rings.")
    session.put("Add", made)
    return made.uid


def test_each_answer_is_read_on_the_days_it_stood(session: Session, rec: str) -> None:
    set_answer(session, rec, "not-accepted", on=FEB, reason="No money", by="Executive")
    set_answer(session, rec, "accepted", on=MAY, by="Executive")
    snapshot = session.snapshot
    held = snapshot.recommendations[0]
    told = [answer_at(snapshot, held, day) for day in (FEB - dt.timedelta(days=1), FEB, AUG, None)]
    assert [one.accepted for one in told] == ["undecided", "not-accepted", "accepted", "accepted"]
    assert told[1].accepted_reason == "No money"
    assert [view.status for view in recommendation_views(snapshot, FEB)] == [ActionStatus.NOT_ACCEPTED]
    assert [(c.before, c.after) for c in changed(snapshot, FEB, AUG)] == [("not-accepted", "accepted")]
    session.undo()
    assert session.snapshot.recommendations[0].accepted == "not-accepted"


def test_an_answer_stored_without_a_change_is_kept_as_the_first(session: Session) -> None:
    old = Recommendation(number=1, text="Say who rings.", accepted="accepted", accepted_on=FEB, accepted_by="Board")
    session.put("Add", old)
    set_answer(session, old.uid, "not-accepted", on=MAY, reason="Overtaken")
    snapshot = session.snapshot
    assert answer_at(snapshot, snapshot.recommendations[0], FEB).accepted == "accepted"
    assert [change.by for change in snapshot.answer_changes] == ["Board", "Board"]


def test_why_is_kept_with_the_answer_it_belongs_to(session: Session, rec: str) -> None:
    set_answer(session, rec, "not-accepted", on=FEB)
    amend_answer(session, rec, reason="No money", by="Executive")
    set_answer(session, rec, "accepted", on=MAY)
    first, second = session.snapshot.answer_changes
    assert (first.reason, second.reason) == ("No money", "")


@pytest.mark.parametrize("day", [dt.date(2026, 1, 1), dt.date(2999, 1, 1)], ids=["before the last", "in the future"])
def test_a_day_that_cannot_be_is_refused(session: Session, rec: str, day: dt.date) -> None:
    set_answer(session, rec, "accepted", on=FEB)
    with pytest.raises(UserError):
        set_answer(session, rec, "undecided", on=day)
    assert session.snapshot.recommendations[0].accepted == "accepted"


@given(st.lists(st.sampled_from(ANSWERS), max_size=8))
def test_the_last_answer_by_then_is_the_one_that_holds(answers: list[str]) -> None:
    days = [FEB + dt.timedelta(days=n) for n in range(len(answers))]
    changes, before = [], "undecided"
    for day, after in zip(days, answers, strict=True):
        changes.append(AnswerChange(recommendation="r", on=day, before=before, after=after))
        before = after
    rec = Recommendation(uid="r", number=1, accepted=before)
    snapshot = Snapshot(recommendations=(rec,), answer_changes=tuple(changes))
    for n, day in enumerate(days):
        assert answer_at(snapshot, rec, day).accepted == answers[n]


def test_a_status_is_printed_as_the_partnership_calls_it(session: Session) -> None:
    call_status(session, ActionStatus.DELAYED, "  Amber:  slipped ")
    assert status_words(session.snapshot, ActionStatus.DELAYED) == "Amber: slipped"
    assert status_text(session.snapshot, ActionStatus.DELAYED).dates == "governance"
    assert call_status(session, ActionStatus.DELAYED, "Amber: slipped") is None
    call_status(session, ActionStatus.DELAYED, "")
    assert status_words(session.snapshot, ActionStatus.DELAYED) == "Delayed"
    assert len(session.snapshot.status_labels) == 1


@pytest.mark.parametrize("label", ["x" * 41, "complete"])
def test_a_word_that_would_mislead_is_refused(session: Session, label: str) -> None:
    with pytest.raises(UserError):
        call_status(session, ActionStatus.DELAYED, label)


def test_the_later_of_two_labels_counts() -> None:
    both = (StatusLabel(status=ActionStatus.DELAYED, label="A"), StatusLabel(status=ActionStatus.DELAYED, label="B"))
    assert status_words(Snapshot(status_labels=both), ActionStatus.DELAYED) == "B"
