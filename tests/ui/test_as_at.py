"""Changes of an action are dated, read back for any day, and listed between two days; by keyboard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.common.clock import today
from desktop_app.domain.learning import ActionStatus, ProgressUpdate
from desktop_app.services.as_at import actions_at, changed
from desktop_app.services.thread import orphans
from desktop_app.ui.shell.main_window import MainWindow


def go(window: MainWindow, page: str, uid: str, rest: Callable[[], None]) -> Any:
    assert window.desk_view is not None
    window.desk_view.go(page, uid)
    rest()
    return window.desk_view.page


def test_a_status_chosen_is_dated_and_the_day_before_keeps_the_old_one(
    window: MainWindow, session: Any, rest: Callable[[], None]
) -> None:
    page = go(window, "recommendations", "ac2", rest)
    page.card.status.setFocus()
    field = page.card.status
    field.setCurrentIndex(field.findData("complete"))
    field.activated.emit(field.currentIndex())
    (change,) = session.snapshot.action_changes
    assert (change.action, change.before, change.after, change.on) == ("ac2", "in-progress", "complete", today())
    held = {a.uid: a for a in actions_at(session.snapshot, today() - dt.timedelta(days=1))}
    assert held["ac2"].status is ActionStatus.IN_PROGRESS
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.snapshot.action_changes == ()
    assert {a.uid: a for a in session.snapshot.actions}["ac2"].status is ActionStatus.IN_PROGRESS


def test_a_new_date_is_kept_with_the_old_one_and_its_reason(
    window: MainWindow, session: Any, qtbot: Any, rest: Callable[[], None]
) -> None:
    page = go(window, "recommendations", "ac2", rest)
    page.card.revised.line.setFocus()
    qtbot.keyClicks(page.card.revised.line, "30 Nov 2026")
    QTest.keyClick(page.card.revised.line, Qt.Key.Key_Tab)
    rest()
    page.card.reason.setFocus()
    qtbot.keyClicks(page.card.reason, "A post was vacant")
    QTest.keyClick(page.card.reason, Qt.Key.Key_Tab)
    action = next(a for a in session.snapshot.actions if a.uid == "ac2")
    assert (action.due, action.revised_due) == (dt.date(2026, 6, 30), dt.date(2026, 11, 30))
    assert action.revised_reason == "A post was vacant"
    (change,) = session.snapshot.action_changes
    assert (change.before, change.after, change.reason) == ("2026-06-30", "2026-11-30", "A post was vacant")


def test_what_has_changed_since_a_day_leads_to_the_action(
    window: MainWindow, session: Any, qtbot: Any, rest: Callable[[], None]
) -> None:
    page = go(window, "governance", "", rest)
    QTest.keyClick(page, Qt.Key.Key_F4)
    assert QApplication.focusWidget() is page.changes.since.line
    for field, text in ((page.changes.until, "15 May 2026"), (page.changes.since, "1 Feb 2026")):
        field.line.setFocus()
        field.line.selectAll()
        qtbot.keyClicks(field.line, text)
        QTest.keyClick(field.line, Qt.Key.Key_Tab)
        rest()
    titles = [entry.title for entry in page.changes.list.entries]
    assert "Action 7: Redraft agreed; training from June." in titles
    assert not [said for said in titles if "19 of 19" in said]  # true on 1 February, not since
    page.changes.list.pick(next(e.uid for e in page.changes.list.entries if e.title.startswith("Action 7: ")))
    page.changes.list.setFocus()
    QTest.keyClick(page.changes.list, Qt.Key.Key_Return)
    rest()
    assert window.desk_view is not None
    assert window.desk_view.current == "recommendations"


@pytest.mark.parametrize(("said", "count"), [("It will be launched during 2020.", 1), ("It was launched in 2020.", 0)])
def test_a_promise_whose_date_has_passed_is_shown(
    window: MainWindow, session: Any, rest: Callable[[], None], said: str, count: int
) -> None:
    session.put("Add", ProgressUpdate(uid="u9", action="ac2", as_at=dt.date(2026, 9, 1), text=said))
    page = go(window, "governance", "", rest)
    page.refresh(frozenset())
    assert [entry.title for entry in page.promises.list.entries] == [said] * count
    if count:
        page.promises.list.setFocus()
        QTest.keyClick(page.promises.list, Qt.Key.Key_Return)
        rest()
        assert window.desk_view is not None
        assert window.desk_view.current == "recommendations"


def test_milestones_are_added_met_and_told_as_changes(
    window: MainWindow, session: Any, qtbot: Any, rest: Callable[[], None]
) -> None:
    page = go(window, "recommendations", "ac2", rest)
    steps = page.card.milestones
    steps.text_field.setFocus()
    qtbot.keyClicks(steps.text_field, "Draft agreed")
    QTest.keyClick(steps.text_field, Qt.Key.Key_Return)
    rest()
    (step,) = session.snapshot.milestones
    assert (step.action, step.text, step.met_on) == ("ac2", "Draft agreed", None)
    steps.met.line.setFocus()
    qtbot.keyClicks(steps.met.line, "5 May 2026")
    QTest.keyClick(steps.met.line, Qt.Key.Key_Tab)
    assert session.snapshot.milestones[0].met_on == dt.date(2026, 5, 5)
    told = changed(session.snapshot, dt.date(2026, 5, 4), dt.date(2026, 5, 6))
    assert [(c.kind, c.after) for c in told] == [("milestone", "Draft agreed")]


def test_embedded_asks_for_a_day_to_look_again(
    window: MainWindow, session: Any, qtbot: Any, rest: Callable[[], None]
) -> None:
    page = go(window, "recommendations", "ac2", rest)
    assert not page.card.proof.isVisible()
    field = page.card.status
    field.setCurrentIndex(field.findData("embedded"))
    field.activated.emit(field.currentIndex())
    rest()
    assert page.card.proof.isVisible()
    assert "embedded-without-recheck" in {o.code for o in orphans(session.snapshot)}
    page.card.proof.recheck.line.setFocus()
    qtbot.keyClicks(page.card.proof.recheck.line, "1 May 2027")
    QTest.keyClick(page.card.proof.recheck.line, Qt.Key.Key_Tab)
    assert "embedded-without-recheck" not in {o.code for o in orphans(session.snapshot)}
