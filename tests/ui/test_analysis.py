"""Findings and what they rest on, by keyboard, each change one step of undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.analysis import AnalysisPage
from desktop_app.ui.shell.main_window import MainWindow


@pytest.fixture
def page(window: MainWindow, rest: Callable[[], None]) -> Any:
    assert window.desk_view is not None
    window.desk_view.go("analysis")
    rest()
    return window.desk_view.page


def finding(session: Any, uid: str) -> Any:
    return next(f for f in session.snapshot.findings if f.uid == uid)


def test_the_list_says_how_much_each_finding_rests_on(page: Any) -> None:
    said = {entry.uid: entry.second for entry in page.list.entries}
    assert said["f1"] == "2 events, 1 reflection"
    assert said["f2"] == "Rests on nothing yet"
    assert said["k1"] == "1 finding"


def test_n_adds_a_finding_and_the_keyboard_is_in_its_title(page: Any, session: Any, qtbot: Any) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_N)
    assert QApplication.focusWidget() is page.form.title_field
    qtbot.keyClicks(page.form.title_field, "Nobody asked")
    QTest.keyClick(page.form.title_field, Qt.Key.Key_Tab)
    added = session.snapshot.findings[-1]
    assert (added.number, added.title) == (3, "Nobody asked")
    assert page.here == added.uid


def test_a_statement_is_stored_when_it_is_left(
    page: Any, session: Any, write: Callable[..., None], window: MainWindow
) -> None:
    page.form.statement.setFocus()
    page.form.statement.selectAll()
    write(page.form.statement, "Ŵyres a’i nain: neb yn holi.")
    QTest.keyClick(page.form.statement, Qt.Key.Key_Tab)
    assert finding(session, "f1").statement == "Ŵyres a’i nain: neb yn holi."
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert finding(session, "f1").statement.startswith("Agencies recorded")


def test_evidence_is_found_and_added_by_keyboard(page: Any, session: Any, qtbot: Any) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_F3)
    assert QApplication.focusWidget() is page.evidence.field
    qtbot.keyClicks(page.evidence.field, "strategy")
    QTest.keyClick(page.evidence.field, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.evidence.found
    QTest.keyClick(page.evidence.found, Qt.Key.Key_Return)
    assert finding(session, "f1").events == ("e5", "e6", "e3")
    assert page.evidence.note.text() == "3 events, 1 reflection"


def test_what_is_linked_is_not_offered_again(page: Any) -> None:
    page.evidence.field.setText("seen")
    offered = {item.uid for item in page.evidence._found}
    assert offered
    assert not offered & {"e5", "e6", "x2"}


def test_evidence_is_taken_out_and_undo_brings_it_back(page: Any, session: Any, window: MainWindow) -> None:
    page.evidence.list.setFocus()
    QTest.keyClick(page.evidence.list, Qt.Key.Key_Delete)
    assert finding(session, "f1").events == ("e6",)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert finding(session, "f1").events == ("e5", "e6")


def test_what_the_family_said_is_evidence_too(page: Any, session: Any, qtbot: Any) -> None:
    page.evidence.field.setFocus()
    qtbot.keyClicks(page.evidence.field, "We rang four times")
    page.evidence.family.click()
    (point,) = session.snapshot.family_points
    assert point.text == "We rang four times"
    assert finding(session, "f1").family_points == (point.uid,)


def test_enter_on_evidence_goes_there(page: Any, window: MainWindow) -> None:
    page.evidence.list.setFocus()
    QTest.keyClick(page.evidence.list, Qt.Key.Key_Return)
    assert window.desk_view is not None
    assert window.desk_view.current == "chronology"


def test_deleting_closes_up_the_numbers_and_undo_brings_all_back(page: Any, session: Any, window: MainWindow) -> None:
    before = session.snapshot
    QTest.keyClick(page.list, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert [(f.uid, f.number) for f in session.snapshot.findings] == [("f2", 1)]
    assert not any("f1" in r.findings for r in session.snapshot.recommendations)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.snapshot == before


def test_a_line_of_enquiry_is_edited_here(page: Any, session: Any, write: Callable[..., None]) -> None:
    page.open_record("k1")
    assert page.kloe.isVisible()
    assert not page.evidence.isVisible()
    page.kloe.why.setFocus()
    write(page.kloe.why, "Because two records disagree.")
    QTest.keyClick(page.kloe.why, Qt.Key.Key_Tab)
    assert session.snapshot.kloes[0].why == "Because two records disagree."


def test_an_empty_page_says_what_to_do_first(qapp: QApplication, empty_session: Any, qtbot: Any) -> None:
    page = AnalysisPage(Desk(empty_session))
    qtbot.addWidget(page)
    page.refresh(frozenset())
    page.add_finding()
    assert len(empty_session.snapshot.findings) == 1


def test_ticking_a_line_of_enquiry_stores_it(page: Any, session: Any) -> None:
    page.open_record("f2")
    page.form.kloes._actions["k1"].trigger()
    assert finding(session, "f2").kloes == ("k1",)
    page.form.kloes._actions["k1"].trigger()
    assert finding(session, "f2").kloes == ()
