"""Progress by status, by body and over time: every action counted once on every day it was there."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.learning import Action, ActionChange, ActionStatus, ProgressUpdate
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.progress import MOST_DAYS, by_body, by_status, over_time

FEB, MAY, AUG = dt.date(2026, 2, 1), dt.date(2026, 5, 10), dt.date(2026, 8, 15)
PLAN = Snapshot(
    actions=(
        Action(uid="a", number=1, owner_body="Police", start=FEB, status=ActionStatus.COMPLETE),
        Action(uid="b", number=2, owner_body="Police", due=MAY, status=ActionStatus.DELAYED),
        Action(uid="c", number=3, status=ActionStatus.IN_PROGRESS),
    ),
    updates=(ProgressUpdate(action="b", as_at=MAY, text="Slipped."),),
    action_changes=(ActionChange(action="a", on=MAY, before="in-progress", after="complete"),),
)


def test_by_status_and_body() -> None:
    assert by_status(PLAN, AUG).counts == (
        (ActionStatus.COMPLETE, 1),
        (ActionStatus.IN_PROGRESS, 1),
        (ActionStatus.DELAYED, 1),
    )
    assert by_status(PLAN, AUG).late == 1
    assert [(held.name, held.total, held.late) for held in by_body(PLAN, AUG)] == [("Police", 2, 1), ("", 1, 0)]


def test_over_time_an_action_counts_from_its_first_day() -> None:
    months = {held.day: held for held in over_time(PLAN, AUG)}
    assert next(iter(months)) == dt.date(2026, 2, 28)
    assert list(months)[-1] == AUG
    assert dict(months[dt.date(2026, 2, 28)].counts) == {ActionStatus.IN_PROGRESS: 2}
    assert dict(months[dt.date(2026, 5, 31)].counts)[ActionStatus.COMPLETE] == 1
    assert months[AUG].total == 3


def test_nothing_and_nothing_dated() -> None:
    assert over_time(Snapshot(), AUG) == []
    assert [held.total for held in over_time(Snapshot(actions=(Action(uid="a"),)), AUG)] == [1]


days = st.dates(dt.date(2023, 1, 1), dt.date(2026, 8, 1))
actions = st.lists(
    st.builds(Action, start=st.none() | days, status=st.sampled_from(ActionStatus), owner_body=st.sampled_from("ABC")),
    max_size=12,
)


@given(actions)
def test_every_action_is_counted_once(held: list[Action]) -> None:
    plan = Snapshot(actions=tuple(held))
    assert by_status(plan, AUG).total == len(held)
    assert sum(one.total for one in by_body(plan, AUG)) == len(held)
    months = over_time(plan, AUG)
    assert len(months) <= MOST_DAYS
    if held:
        assert months[-1].total == len(held)
        assert [one.total for one in months] == sorted(one.total for one in months)
