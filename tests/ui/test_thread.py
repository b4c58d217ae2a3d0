"""The thread by keyboard: from any record to its thread, along it, and to the record at its other end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.ui.shell.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow, rest: Callable[[], None]) -> Any:
    assert window.desk_view is not None
    window.desk_view.go("thread", "f1")
    rest()
    return window.desk_view.page


def test_ctrl_t_shows_the_thread_of_what_is_shown(window: MainWindow, rest: Callable[[], None]) -> None:
    view = window.desk_view
    assert view is not None
    for name, uid in (("analysis", "f1"), ("chronology", "e5")):
        view.go(name, uid)
        rest()
        QTest.keyClick(window, Qt.Key.Key_T, CONTROL)
        rest()
        assert view.current == "thread"
        assert view.page is not None
        assert view.page.here == uid


def test_from_an_open_action_the_thread_is_the_actions(window: MainWindow, rest: Callable[[], None]) -> None:
    view = window.desk_view
    assert view is not None
    view.go("recommendations", "ac2")
    rest()
    QTest.keyClick(window, Qt.Key.Key_T, CONTROL)
    rest()
    assert view.page is not None
    assert view.page.here == "ac2"


def test_the_list_says_both_sides_and_enter_goes_there(page: Any, window: MainWindow, rest: Callable[[], None]) -> None:
    groups = [entry.group for entry in page.item.list.entries if entry.group]
    assert groups[:3] == ["This item", "Rests on: Evidence, 3", "Answers: Line of enquiry, 1"]
    assert "What rests on it: Recommendation, 4" in groups
    page.item.list.pick("e5")
    page.item.list.setFocus()
    assert page.item.picture.current == "e5"
    QTest.keyClick(page.item.list, Qt.Key.Key_Return)
    rest()
    assert window.desk_view is not None
    assert (window.desk_view.current, window.desk_view.page.here) == ("chronology", "e5")  # type: ignore[union-attr]


def test_arrows_go_along_the_thread_and_space_puts_an_item_in_the_middle(page: Any, rest: Callable[[], None]) -> None:
    picture = page.item.picture
    QTest.keyClick(page.item.list, Qt.Key.Key_F4)
    assert QApplication.focusWidget() is picture
    assert picture.current == "f1"
    QTest.keyClick(picture, Qt.Key.Key_Left)
    assert picture.current in {"e5", "e6", "x2", "k1"}
    QTest.keyClick(picture, Qt.Key.Key_Right)
    assert picture.current == "f1"
    QTest.keyClick(picture, Qt.Key.Key_Right)
    rec = picture.current
    QTest.keyClick(picture, Qt.Key.Key_Space)
    rest()
    assert page.here == rec == picture.trail.root


def test_the_picture_reads_out_each_card_and_its_ties(page: Any) -> None:
    picture = page.item.picture
    spoken = [picture.model().index(n, 0).data() for n in range(picture.model().rowCount())]
    said = next(text for text in spoken if text.startswith("Finding, Seen is not heard"))
    assert said == "Finding, Seen is not heard, Finding 1, rests on 4, 4 rest on it"
    interface = QAccessible.queryAccessibleInterface(picture)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "The thread as a picture"


def test_no_two_cards_stand_on_each_other_and_every_tie_has_both_ends(page: Any) -> None:
    cards = page.item.picture.placed.cards
    assert len(cards) == len(page.item.picture.trail.nodes)
    assert not [(a, b) for n, a in enumerate(cards) for b in cards[n + 1 :] if a.intersects(b)]
    assert all(0 <= end < len(cards) for tie in page.item.picture.ties for end in tie)


def test_loose_ends_and_coverage_lead_to_their_records(page: Any, window: MainWindow, rest: Callable[[], None]) -> None:
    QTest.keyClick(page.item.list, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    said = [entry.title for entry in page.loose.list.entries]
    assert "Finding 2 rests on no evidence." in said
    assert "Recommendation 3 rests on no finding." in said
    QTest.keyClick(page.loose.list, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is page.cover.list
    first = next(entry for entry in page.cover.list.entries if entry.uid == "k1")
    assert first.second.startswith("answered by finding 1")
    page.cover.list.pick("k1")
    QTest.keyClick(page.cover.list, Qt.Key.Key_Return)
    rest()
    assert window.desk_view is not None
    assert window.desk_view.current == "analysis"


def test_what_was_shown_and_is_deleted_gives_way(page: Any, session: Any, window: MainWindow) -> None:
    from desktop_app.services.findings import delete_finding

    assert window.desk_view is not None
    window.desk_view.desk.announce(delete_finding(session, "f1"))
    assert page.here == "f2"
    window.desk_view.undo()
    page.open_record("f1")
    assert page.here == "f1"
