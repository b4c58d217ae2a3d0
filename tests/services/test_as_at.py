"""Any day can be asked for, and what changed between two days is everything that changed (acceptance story A13)."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.common.errors import UserError
from desktop_app.domain.learning import (
    Action,
    ActionChange,
    ActionStatus,
    Milestone,
    ProgressUpdate,
    Recommendation,
)
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services import action_edits
from desktop_app.services.as_at import actions_at, changed
from desktop_app.services.governance import actions_by_status
from desktop_app.services.recommendations import recommendation_views
from desktop_app.services.session import Session

DAY = dt.date(2026, 1, 1)


def day(number: int) -> dt.date:
    return DAY + dt.timedelta(days=number)


@pytest.fixture(autouse=True)
def _a_day_in_2026(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(action_edits, "today", lambda: dt.date(2026, 12, 31))


def test_what_changed_since_february_as_at_may() -> None:
    rec = Recommendation(number=1)
    action = Action(number=7, recommendations=(rec.uid,))
    updates = tuple(
        ProgressUpdate(action=action.uid, as_at=dt.date(2026, month, 1), text=f"Month {month}.") for month in (2, 5, 8)
    )
    snapshot = Snapshot(recommendations=(rec,), actions=(action,), updates=updates)
    (only,) = changed(snapshot, dt.date(2026, 2, 1), dt.date(2026, 5, 15))
    assert (only.kind, only.number, only.before, only.after) == ("update", 7, "Month 2.", "Month 5.")
    assert recommendation_views(snapshot, dt.date(2026, 5, 15))[0].actions[0].update == "Month 5."


statuses = st.sampled_from(ActionStatus)


@given(st.lists(st.tuples(st.integers(0, 300), statuses), min_size=1, max_size=6), statuses, st.integers(-5, 305))
def test_a_status_read_back_is_the_one_it_had(
    steps: list[tuple[int, ActionStatus]], first: ActionStatus, n: int
) -> None:
    """Whatever was set and when, in order, each day between shows what held on it."""
    steps.sort(key=lambda step: step[0])
    status, changes = first, []
    for when, new in steps:
        if new is not status:
            changes.append(ActionChange(action="a", on=day(when), before=status.value, after=new.value))
            status = new
    wanted = next((s for w, s in reversed(steps) if day(w) <= day(n)), first)
    (held,) = actions_at(Snapshot(actions=(Action(uid="a", status=status),), action_changes=tuple(changes)), day(n))
    assert held.status is wanted


@given(st.integers(0, 100), st.integers(0, 100), st.integers(0, 100), st.lists(st.integers(0, 100), max_size=8))
def test_changes_over_two_spells_are_those_over_both(a: int, b: int, c: int, days: list[int]) -> None:
    first, middle, last = sorted((a, b, c))
    snapshot = Snapshot(
        actions=(Action(uid="x", number=1),),
        updates=tuple(ProgressUpdate(action="x", as_at=day(n), text=str(n)) for n in days),
        milestones=tuple(Milestone(action="x", met_on=day(n)) for n in days),
    )
    spells = [*changed(snapshot, day(first), day(middle)), *changed(snapshot, day(middle), day(last))]
    assert spells == changed(snapshot, day(first), day(last))


def test_status_and_date_are_changed_with_a_day_and_undone_as_one(session: Session) -> None:
    rec = Recommendation(number=1)
    action = Action(number=7, recommendations=(rec.uid,), due=dt.date(2026, 6, 30))
    session.put("Add", rec, action)
    action_edits.set_status(session, action.uid, ActionStatus.IN_PROGRESS, on=dt.date(2026, 3, 1))
    action_edits.set_due(
        session, action.uid, dt.date(2026, 9, 30), on=dt.date(2026, 6, 20), reason="A post was vacant."
    )
    action_edits.set_status(session, action.uid, ActionStatus.COMPLETE, on=dt.date(2026, 9, 1))
    snapshot = session.snapshot
    read = {
        when: (held.status, held.revised_due or held.due, held.revised_reason)
        for when in (dt.date(2026, 2, 1), dt.date(2026, 4, 1), dt.date(2026, 7, 1), dt.date(2026, 9, 1))
        for held in actions_at(snapshot, when)
    }
    assert list(read.values()) == [
        (ActionStatus.NOT_STARTED, dt.date(2026, 6, 30), ""),
        (ActionStatus.IN_PROGRESS, dt.date(2026, 6, 30), ""),
        (ActionStatus.IN_PROGRESS, dt.date(2026, 9, 30), "A post was vacant."),
        (ActionStatus.COMPLETE, dt.date(2026, 9, 30), "A post was vacant."),
    ]
    kinds = [(c.kind, c.on.month) for c in changed(snapshot, dt.date(2026, 1, 1), dt.date(2026, 12, 1))]
    assert kinds == [("status", 3), ("due", 6), ("status", 9)]
    session.undo()
    assert (session.snapshot.actions[0].status, len(session.snapshot.action_changes)) == (ActionStatus.IN_PROGRESS, 2)


def test_late_actions_of_a_day_are_those_that_were_late_then() -> None:
    action = Action(number=1, due=dt.date(2026, 3, 31), status=ActionStatus.COMPLETE)
    done = ActionChange(action=action.uid, on=dt.date(2026, 5, 1), before="in-progress", after="complete")
    snapshot = Snapshot(actions=(action,), action_changes=(done,))
    assert [line.days_late for _, lines in actions_by_status(snapshot, dt.date(2026, 4, 10)) for line in lines] == [10]
    assert [line.days_late for _, lines in actions_by_status(snapshot, dt.date(2026, 5, 10)) for line in lines] == [0]
    (late,) = changed(snapshot, dt.date(2026, 3, 1), dt.date(2026, 4, 10))
    assert (late.kind, late.on, late.after) == ("overdue", dt.date(2026, 4, 1), "2026-03-31")


@pytest.mark.parametrize(
    ("on", "code"), [(dt.date(2027, 1, 1), "future-date"), (dt.date(2026, 2, 1), "change-out-of-order")]
)
def test_a_change_in_the_future_or_before_another_is_refused(session: Session, on: dt.date, code: str) -> None:
    action = Action(number=7)
    session.put("Add", action)
    action_edits.set_status(session, action.uid, ActionStatus.IN_PROGRESS, on=dt.date(2026, 3, 1))
    with pytest.raises(UserError) as refused:
        action_edits.set_status(session, action.uid, ActionStatus.COMPLETE, on=on)
    assert refused.value.code == code
    assert session.snapshot.actions[0].status is ActionStatus.IN_PROGRESS
