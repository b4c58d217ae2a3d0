"""Who knew what by a day, and when somebody learned of it, by keyboard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.dates import read_date
from desktop_app.ui.shell.main_window import MainWindow

EVENTS = (
    ChronologyEvent(uid="p1", ref="POL-001", agency="a-POL", date=read_date("3 May 2024"), event="Seen in a car"),
    ChronologyEvent(uid="c1", ref="CSC-001", agency="a-CSC", date=read_date("7 May 2024"), event="Home visit"),
    ChronologyEvent(uid="c2", ref="CSC-002", agency="a-CSC", date=read_date("9 June 2024"), event="Closed"),
)


@pytest.fixture
def page(window: MainWindow, session: Any, qtbot: Any) -> Any:
    session.snapshot = replace(session.snapshot, events=EVENTS, event_links=())
    assert window.desk_view is not None
    window.desk_view.go("knowing")
    found: Any = window.desk_view.page
    ask(found, qtbot, dt.date(2024, 5, 8))
    found.agencies.pick("a-CSC")
    return found


def ask(page: Any, qtbot: Any, day: dt.date) -> None:
    page._ask(day)
    settled(page, qtbot)


def settled(page: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not page.desk.jobs.busy and bool(page.found), timeout=20_000)
    QApplication.processEvents()


def uids(page: Any) -> tuple[list[str], list[str]]:
    return [known.event.uid for known in page.knew.known], [event.uid for event in page.knew.not_known]


def test_a_day_is_typed_and_each_agency_has_its_own_knowledge(
    page: Any, qtbot: Any, write: Callable[..., None]
) -> None:
    assert uids(page) == (["c1"], ["p1"])
    page.field.line.setFocus()
    page.field.line.selectAll()
    write(page.field.line, "10 June 2024")
    QTest.keyClick(page.field.line, Qt.Key.Key_Return)
    settled(page, qtbot)
    assert uids(page) == (["c1", "c2"], ["p1"])
    page.agencies.pick("a-POL")
    assert uids(page) == (["p1"], ["c1", "c2"])


def test_alt_and_an_arrow_go_to_the_next_day_with_an_event(page: Any, qtbot: Any) -> None:
    QTest.keyClick(page.agencies, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settled(page, qtbot)
    assert page.day == dt.date(2024, 6, 9)
    QTest.keyClick(page.agencies, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settled(page, qtbot)
    assert page.day == dt.date(2024, 5, 7)


def test_what_was_learned_is_kept_shown_and_taken_back(
    page: Any, session: Any, qtbot: Any, write: Callable[..., None]
) -> None:
    page.events.setFocus()
    page.events.pick("p1")
    QTest.keyClick(page.events, Qt.Key.Key_K)
    assert page.form.when.hasFocus()
    write(page.form.when, "4 May 2024")
    QTest.keyClick(page.form.when, Qt.Key.Key_Return)
    write(page.form.how, "police notification")
    QTest.keyClick(page.form.how, Qt.Key.Key_Return)
    settled(page, qtbot)
    assert uids(page) == (["p1", "c1"], [])
    (entry,) = session.snapshot.knowledge
    assert (entry.event, entry.agency, entry.how) == ("p1", "a-CSC", "police notification")
    assert page.events.current == "p1"
    page.form.forget.click()
    settled(page, qtbot)
    assert session.snapshot.knowledge == ()


def test_a_day_that_cannot_be_placed_is_refused_in_place(page: Any, session: Any, write: Callable[..., None]) -> None:
    page.events.pick("p1")
    page.form.when.setFocus()
    write(page.form.when, "some time")
    page.form.keep.click()
    assert session.snapshot.knowledge == ()
    assert "day that can be placed" in page.errors.message
    assert page.form.when.text() == "some time"
