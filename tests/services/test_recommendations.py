"""References follow their recommendations; statuses and updates are those of the date."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.common.errors import UserError
from desktop_app.domain.learning import (
    DONE,
    Action,
    ActionStatus,
    ProgressUpdate,
    Recommendation,
    RecommendationPart,
)
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.recommendations import (
    combined_status,
    delete_recommendation,
    recommendation_views,
    renumber,
)
from desktop_app.services.session import Session


def test_moving_a_cited_recommendation_rewrites_what_is_printed(session: Session) -> None:
    """Acceptance story A11."""
    one, two = Recommendation(number=1, text="One."), Recommendation(number=2, text="Two.")
    three = Recommendation(number=3, text=f"As outlined at Recommendation {{rec:{two.uid}}} above.")
    session.put("Add", one, two, three)
    assert recommendation_views(session.snapshot)[2].text == "As outlined at Recommendation 2 above."
    renumber(session, [one.uid, three.uid, two.uid])
    moved = recommendation_views(session.snapshot)
    assert [view.uid for view in moved] == [one.uid, three.uid, two.uid]
    assert moved[1].text == "As outlined at Recommendation 3 below."
    assert (moved[1].cites, moved[2].cited_by) == ((3,), (2,))


def test_a_cited_recommendation_is_not_deleted(session: Session) -> None:
    two = Recommendation(number=1, text="Two.")
    three = Recommendation(number=2, text=f"See Recommendation {{rec:{two.uid}}} above.")
    session.put("Add", two, three)
    with pytest.raises(UserError) as refused:
        delete_recommendation(session, two.uid)
    assert refused.value.code == "recommendation-cited"
    assert len(session.snapshot.recommendations) == 2
    delete_recommendation(session, three.uid)
    delete_recommendation(session, two.uid)
    assert session.snapshot.recommendations == ()
    session.undo()
    assert [r.uid for r in session.snapshot.recommendations] == [two.uid]


def test_deleting_takes_parts_along_and_leaves_shared_actions(session: Session) -> None:
    one, two = Recommendation(number=1), Recommendation(number=2)
    part = RecommendationPart(recommendation=one.uid, letter="a")
    shared = Action(number=1, recommendations=(one.uid, two.uid), parts=(part.uid,))
    session.put("Add", one, two, part, shared)
    delete_recommendation(session, one.uid)
    after = session.snapshot
    assert (after.parts, [r.number for r in after.recommendations]) == ((), [1])
    assert (after.actions[0].recommendations, after.actions[0].parts) == ((two.uid,), ())


def test_the_update_printed_is_the_newest_approved_one_at_the_date() -> None:
    """Acceptance story A13."""
    rec = Recommendation(number=1)
    action = Action(number=1, recommendations=(rec.uid,))
    updates = tuple(
        ProgressUpdate(action=action.uid, as_at=dt.date(2026, month, 1), text=f"Month {month}.", approved=month != 6)
        for month in (2, 5, 6, 8)
    )
    snapshot = Snapshot(recommendations=(rec,), actions=(action,), updates=updates)
    said = {
        date: recommendation_views(snapshot, date)[0].actions[0].update
        for date in (dt.date(2026, 1, 1), dt.date(2026, 5, 15), dt.date(2026, 6, 20), dt.date(2026, 9, 1))
    }
    assert list(said.values()) == ["", "Month 5.", "Month 5.", "Month 8."]


@given(st.lists(st.sampled_from(ActionStatus), max_size=6))
def test_a_combined_status_is_complete_only_when_all_are(statuses: list[ActionStatus]) -> None:
    combined = combined_status(statuses)
    assert (combined in DONE) == (bool(statuses) and set(statuses) <= DONE)
    assert combined is combined_status(list(reversed(statuses)))


@given(st.permutations(range(5)))
def test_any_order_keeps_every_reference_on_its_target(order: list[int]) -> None:
    uids = [f"{n:032x}" for n in range(5)]
    chain = [f"See Recommendation {{rec:{b}}} above." for _, b in pairwise([*uids, uids[0]])]
    recs = tuple(Recommendation(uid=uids[i], number=order.index(i) + 1, text=chain[i]) for i in range(5))
    views = {v.uid: v for v in recommendation_views(Snapshot(recommendations=recs))}
    for i, uid in enumerate(uids):
        target = views[uids[(i + 1) % 5]].number
        way = "above" if target < views[uid].number else "below"
        assert views[uid].text == f"See Recommendation {target} {way}."
