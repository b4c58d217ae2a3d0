"""A time limit that is changed counts anew, and says what it was and who changed it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from desktop_app.domain.review import Clock
from desktop_app.services.clock_edits import delete_clock, edit_clock, say_who
from desktop_app.services.clocks import clock_views
from desktop_app.services.listing_dated import clocks
from desktop_app.services.recording import record_all
from desktop_app.services.session import Session

AWARE = Clock(name="Notification", start=dt.date(2025, 12, 23), amount=5, calendar="England")


def test_changing_the_number_counts_anew_and_logs_who_changed_it(session: Session) -> None:
    session.put("Begin", AWARE)
    edit_clock(session, replace(AWARE, amount=15), by="Business manager")
    (view,) = clock_views(session.snapshot, AWARE.start or dt.date.min)
    assert view.due == dt.date(2026, 1, 16)
    (change,) = session.snapshot.clock_changes
    assert (change.before, change.after, change.by) == (
        "5 working days, England, from 2025-12-23", "15 working days, England, from 2025-12-23", "Business manager",
    )  # fmt: skip
    assert clocks(session.snapshot)[0]["changes"]
    session.undo()
    assert session.snapshot.clock_changes == ()


def test_what_is_no_rule_is_no_change(session: Session) -> None:
    session.put("Begin", AWARE)
    edit_clock(session, replace(AWARE, met_on=dt.date(2025, 12, 29), source="Local"))
    assert session.snapshot.clock_changes == ()
    assert say_who(session, AWARE.uid, "Somebody") is None


def test_by_script_too_and_who_is_said_later(session: Session) -> None:
    session.put("Begin", AWARE)
    record_all(session, [(1, {"kind": "clocks", "uid": AWARE.uid, "calendar": "Scotland"})])
    assert [change.by for change in session.snapshot.clock_changes] == [""]
    say_who(session, AWARE.uid, " Chair ")
    assert [change.by for change in session.snapshot.clock_changes] == ["Chair"]
    delete_clock(session, AWARE.uid)
    assert not session.snapshot.clocks
    assert not session.snapshot.clock_changes
