"""A meeting is offered what no earlier meeting of its body was told."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.governance import Meeting
from desktop_app.domain.learning import ProgressUpdate
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.meetings import told_since_last

MAY, AUG = dt.date(2026, 5, 6), dt.date(2026, 8, 5)
UPDATES = (
    ProgressUpdate(uid="a", as_at=dt.date(2026, 5, 1)),
    ProgressUpdate(uid="b", as_at=dt.date(2026, 7, 1)),
    ProgressUpdate(uid="c", as_at=dt.date(2026, 7, 2), approved=False),
    ProgressUpdate(uid="d", as_at=dt.date(2026, 9, 1)),
)


def test_only_what_is_new_approved_and_true_by_then() -> None:
    first = Meeting(uid="1", on=MAY, body="Executive", updates=("a",))
    second = Meeting(uid="2", on=AUG, body="Executive")
    other = Meeting(uid="3", on=AUG, body="Sub-group")
    snapshot = Snapshot(updates=UPDATES, meetings=(first, second, other))
    assert told_since_last(snapshot, second) == ("b",)
    assert told_since_last(snapshot, other) == ("a", "b")
    assert told_since_last(snapshot, first) == ()
