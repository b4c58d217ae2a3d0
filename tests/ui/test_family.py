"""Those affected by keyboard: asked, declined, why; what they said, and the finding it is evidence for (story A14)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.family import Approach, FamilyPoint
from desktop_app.ui.shell.main_window import MainWindow


@pytest.fixture
def page(window: MainWindow, rest: Callable[[], None]) -> Any:
    assert window.desk_view is not None
    window.desk_view.go("family")
    rest()
    return window.desk_view.page


@pytest.fixture
def asked(page: Any, rest: Callable[[], None]) -> Any:
    """One entry, just added."""
    page.add(page._kinds[0])
    rest()
    return page


def choose(field: Any, value: str) -> None:
    """As somebody does with the arrow keys, once the list is on that row."""
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def leave(field: Any, text: str, qtbot: Any) -> None:
    field.setFocus()
    qtbot.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def test_a_father_who_declined(asked: Any, session: Any, qtbot: Any, rest: Callable[[], None]) -> None:
    fields = asked.forms["involvements"].fields
    choose(fields["person"], "pe4")
    choose(fields["approach"], "declined")
    (entry,) = session.snapshot.involvements
    assert (entry.person, entry.approach) == ("pe4", Approach.DECLINED)
    assert asked.list.entries[-1].second == "Invited, and declined; no reason given"
    leave(fields["reason"], "Too soon.", qtbot)
    leave(fields["asked_by"], "Lead reviewer", qtbot)
    leave(fields["asked_on"], "4 Mar 2026", qtbot)
    rest()
    (entry,) = session.snapshot.involvements
    assert (entry.reason, entry.asked_by, entry.asked_on) == ("Too soon.", "Lead reviewer", dt.date(2026, 3, 4))
    assert asked.method.text() == "One family member was invited and declined."
    assert "Marsh" not in asked.method.text()


def test_what_they_said_is_added_and_becomes_evidence(
    asked: Any, session: Any, qtbot: Any, window: MainWindow, rest: Callable[[], None]
) -> None:
    QTest.keyClick(asked.list, Qt.Key.Key_F3)
    assert QApplication.focusWidget() is asked.said
    qtbot.keyClicks(asked.said, "We rang and a form came")
    QTest.keyClick(asked.said, Qt.Key.Key_Return)
    (point,) = session.snapshot.family_points
    assert (point.text, point.involvement) == ("We rang and a form came", asked.here)
    assert asked.points.entries[0].second == "no finding takes it up yet"
    asked.points.setFocus()
    QTest.keyClick(asked.points, Qt.Key.Key_Return)
    rest()
    assert asked.here == point.uid
    asked.findings.tick("f2")
    assert next(f for f in session.snapshot.findings if f.uid == "f2").family_points == (point.uid,)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert next(f for f in session.snapshot.findings if f.uid == "f2").family_points == ()


def test_the_drafted_sentence_becomes_the_authors_passage(asked: Any, session: Any) -> None:
    QTest.keyClick(asked.list, Qt.Key.Key_F4)
    passage = next(n for n in session.snapshot.narratives if n.key == "family")
    assert passage.text == asked.method.text() == "One family member was not approached."
    assert not asked.use.isEnabled()


def test_a_point_is_found_as_evidence_in_the_analysis(
    session: Any, window: MainWindow, qtbot: Any, rest: Callable[[], None]
) -> None:
    session.put("Add", FamilyPoint(uid="p" * 32, text="Nobody asked where he went"))
    assert window.desk_view is not None
    window.desk_view.go("analysis", "f1")
    rest()
    page: Any = window.desk_view.page
    page.refresh(frozenset())
    page.evidence.field.setFocus()
    qtbot.keyClicks(page.evidence.field, "nobody asked")
    QTest.keyClick(page.evidence.field, Qt.Key.Key_Return)
    QTest.keyClick(page.evidence.found, Qt.Key.Key_Return)
    assert next(f for f in session.snapshot.findings if f.uid == "f1").family_points == ("p" * 32,)


def test_deleting_somebody_keeps_what_they_said(asked: Any, session: Any, qtbot: Any) -> None:
    qtbot.keyClicks(asked.said, "We rang")
    QTest.keyClick(asked.said, Qt.Key.Key_Return)
    asked.list.setFocus()
    QTest.keyClick(asked.list, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert session.snapshot.involvements == ()
    assert [p.involvement for p in session.snapshot.family_points] == [""]
    assert asked.here == session.snapshot.family_points[0].uid
