"""Governance: what is late and why, clocks, loose ends, the review's particulars, the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.jigsaw import PublicFact, PublicSource
from desktop_app.services.checking import CheckProblem, CheckReport
from desktop_app.ui.pages.governance import page as governance_page
from desktop_app.ui.shell.main_window import MainWindow

TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def page(window: MainWindow, rest: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(governance_page, "today", lambda: TODAY)
    assert window.desk_view is not None
    window.desk_view.go("governance")
    rest()
    return window.desk_view.page


def test_late_actions_come_with_days_and_a_reason_or_its_lack(page: Any) -> None:
    entries = {entry.uid: entry for entry in page.actions_panel.list.entries if entry.uid}
    assert entries["ac4"].right == "24 days late"
    assert "no reason given" in entries["ac4"].second
    assert entries["ac1"].right == ""
    groups = [entry.group for entry in page.actions_panel.list.entries if entry.group]
    assert groups == ["Delayed, 1", "In progress, 1", "Complete, 2"]
    assert page.actions_panel.note.text() == "4 actions, 2 late"


def test_enter_opens_the_action_beside_its_recommendation(page: Any, window: MainWindow) -> None:
    page.actions_panel.list.pick("ac4")
    page.actions_panel.list.setFocus()
    QTest.keyClick(page.actions_panel.list, Qt.Key.Key_Return)
    assert window.desk_view is not None
    assert window.desk_view.current == "recommendations"


def test_a_clock_says_its_last_day(page: Any) -> None:
    said = {entry.uid: entry.second for entry in page.clocks.list.entries}
    # 15 working days from 23 December 2025 over two bank holidays and New Year's Day: 16 January 2026.
    assert said["c1"].replace("\u00a0", " ") == "last day 16 Jan 2026, met, 15 Jan 2026"


def test_a_clock_is_changed_and_a_wrong_number_is_not_stored(page: Any, session: Any, qtbot: Any) -> None:
    page.clocks.list.pick("c1")
    field = page.clocks.amount
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "soon")
    assert "whole number" in page.clocks._amount.advice.text()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert next(c for c in session.snapshot.clocks if c.uid == "c1").amount == 15
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "20")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert next(c for c in session.snapshot.clocks if c.uid == "c1").amount == 20
    assert page.clocks._changed.isVisible()
    page.clocks.changed_by.setFocus()
    qtbot.keyClicks(page.clocks.changed_by, "Business manager")
    QTest.keyClick(page.clocks.changed_by, Qt.Key.Key_Tab)
    (change,) = session.snapshot.clock_changes
    assert (change.by, change.before.startswith("15 working days")) == ("Business manager", True)


def test_a_loose_end_leads_to_its_record(page: Any, window: MainWindow) -> None:
    page.loose.list.pick("f2")
    page.loose.list.setFocus()
    QTest.keyClick(page.loose.list, Qt.Key.Key_Return)
    assert window.desk_view is not None
    assert window.desk_view.current == "analysis"
    assert window.desk_view.page is not None
    assert window.desk_view.page.here == "f2"


def test_what_waits_of_the_jigsaw_is_a_step_away(page: Any, window: MainWindow, session: Any) -> None:
    told = "A boy of 14 was hurt near a boarding school in Thornby in October 2025."
    session.put("Public already", PublicFact(words=told, person="p-callum", source=PublicSource.PRESS, where="a paper"))
    page.refresh(frozenset())
    first = page.loose.list.entries[0]
    assert first.title == "1 combination of facts told in outputs could show who somebody is."
    page.loose.list.pick(first.uid)
    page.loose.list.setFocus()
    QTest.keyClick(page.loose.list, Qt.Key.Key_Return)
    assert window.desk_view is not None
    assert window.desk_view.current == "outputs"


def said(page: Any) -> str:
    texts = [page.file._said.itemAt(n).widget().text() for n in range(page.file._said.count())]
    return " / ".join(texts)


def test_checking_the_file_answers_in_sentences(page: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(governance_page, "check", lambda _session, _anchor: CheckReport((), ()))
    QTest.keyClick(page.file.button, Qt.Key.Key_Space)
    assert "whole" in said(page)
    broken = CheckReport((CheckProblem("ledger", "The ledger does not join up.", "entry 4"),), ())
    monkeypatch.setattr(governance_page, "check", lambda _session, _anchor: broken)
    page.check_file()
    assert said(page) == "The ledger does not join up. (entry 4)"


def test_an_anchor_of_an_older_print_is_compared_and_a_wrong_one_said(
    page: Any, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    given: list[object] = []

    def check(_session: object, anchor: object) -> CheckReport:
        given.append(anchor)
        return CheckReport((), (), ("The moon.",))

    monkeypatch.setattr(governance_page, "check", check)
    page.file.anchor.setFocus()
    qtbot.keyClicks(page.file.anchor, "212")
    QTest.keyClick(page.file.anchor, Qt.Key.Key_Return)
    assert "not a ledger anchor" in page.file.errors.message
    assert given == []
    qtbot.keyClicks(page.file.anchor, ":9f0c2ab81d3e")
    QTest.keyClick(page.file.anchor, Qt.Key.Key_Return)
    assert given == [(212, "9f0c2ab81d3e")]
    assert not page.file.errors.message
    assert "can see:\n– The moon." in said(page)


def test_progress_is_drawn_and_read_out_by_body_and_over_time(page: Any, session: Any) -> None:
    assert page.progress.list.rows
    first = page.progress.list.model().index(0, 0)
    said = first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert ": " in said
    assert page.progress.list.rows[0].total == 4 or sum(row.total for row in page.progress.list.rows) == 4
    part = page.progress.by._group.button(1)
    QTest.keyClick(part, Qt.Key.Key_Space)
    assert page.progress.list.rows[-1].day == TODAY
    QTest.keyClick(page.progress.in_words, Qt.Key.Key_Space)
    assert page.progress.list.words


def test_a_meeting_is_kept_with_what_it_was_told(page: Any, session: Any, write: Callable[..., None]) -> None:
    page.meetings.add()
    field = page.meetings.form.fields["body"]
    assert field.hasFocus()
    write(field, "Executive")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    (meeting,) = session.snapshot.meetings
    assert meeting.body == "Executive"
    QTest.keyClick(page.meetings.gather, Qt.Key.Key_Space)
    told = session.snapshot.meetings[0].updates
    assert told
    assert page.meetings.gather.isEnabled() is False or page.meetings.gather.toolTip()
    QTest.keyClick(page.meetings.remove, Qt.Key.Key_Space)
    assert session.snapshot.meetings == ()
