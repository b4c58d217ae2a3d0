"""Evidence is laid beside a finding, moved, ordered, noted and taken off: by keys, and by dragging."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.board import Side
from desktop_app.services.board import board_of
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.board import BoardPage
from desktop_app.ui.pages.board.card_list import _MIME
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.widgets.type_ahead import TypeAhead

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform, of every popup
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow, rest: Callable[[], None]) -> Any:
    assert window.desk_view is not None
    window.desk_view.go("board", "f1")
    rest()
    return window.desk_view.page


def finding(session: Any) -> Any:
    return next(f for f in session.snapshot.findings if f.uid == "f1")


def sides(session: Any) -> list[list[str]]:
    board = board_of(session.snapshot, finding(session))
    return [[laid.item.uid for laid in board[side]] for side in Side]


def key(page: Any, pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), pressed, held)


def test_what_the_finding_rests_on_lies_for_it_and_the_keyboard_is_there(page: Any, session: Any) -> None:
    assert sides(session) == [["e5", "e6", "x2"], [], []]
    assert page.columns.lists[Side.FOR].hasFocus()
    assert page.columns.current.item.uid == "e5"


def test_a_card_goes_against_and_to_context_and_the_keyboard_with_it(
    page: Any, session: Any, window: MainWindow
) -> None:
    key(page, Qt.Key.Key_Right, CTRL)
    assert sides(session) == [["e6", "x2"], ["e5"], []]
    assert finding(session).events == ("e6",)
    assert page.columns.lists[Side.AGAINST].hasFocus()
    key(page, Qt.Key.Key_Right, CTRL)
    key(page, Qt.Key.Key_Right, CTRL)
    assert sides(session) == [["e6", "x2"], [], ["e5"]], "further than the last side there is nowhere to go"
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert sides(session) == [["e5", "e6", "x2"], [], []]


def test_cards_are_put_in_an_order_by_hand(page: Any, session: Any) -> None:
    key(page, Qt.Key.Key_Down, CTRL)
    assert sides(session)[0] == ["e6", "e5", "x2"]
    assert page.columns.current.item.uid == "e5"
    key(page, Qt.Key.Key_Up, CTRL)
    key(page, Qt.Key.Key_Up, CTRL)
    assert sides(session)[0] == ["e5", "e6", "x2"]


def test_evidence_is_found_by_typing_and_laid_on_the_side_that_has_the_keyboard(
    page: Any, session: Any, qtbot: Any
) -> None:
    key(page, Qt.Key.Key_Right)
    assert page.columns.lists[Side.AGAINST].hasFocus()
    key(page, Qt.Key.Key_F3)
    (asked,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, TypeAhead) and w.isVisible()]
    assert not {entry.uid for entry in asked.list.entries} & {"e5", "e6", "x2"}
    qtbot.keyClicks(asked.field, "waited form")
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    assert sides(session)[1] == ["x3"]
    assert page.columns.lists[Side.AGAINST].hasFocus()


def test_a_note_is_kept_with_its_card_and_a_card_taken_off_comes_back(
    page: Any, session: Any, window: MainWindow, qtbot: Any
) -> None:
    key(page, Qt.Key.Key_N)
    assert page.note.hasFocus()
    qtbot.keyClicks(page.note, "seen by whom?")
    QTest.keyClick(page.note, Qt.Key.Key_Return)
    assert page.columns.lists[Side.FOR].cards[0].note == "seen by whom?"
    page.take_focus()
    key(page, Qt.Key.Key_Delete)
    assert sides(session)[0] == ["e6", "x2"]
    assert page.columns.current.item.uid == "e6"
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert page.columns.lists[Side.FOR].cards[0].note == "seen by whom?"


def test_enter_goes_to_the_record(page: Any, window: MainWindow) -> None:
    key(page, Qt.Key.Key_Return)
    assert window.desk_view is not None
    assert window.desk_view.current == "chronology"


@pytest.mark.parametrize(
    ("dragged", "side", "at", "wanted"),
    [
        ("e5", Side.AGAINST, 0, [["e6", "x2"], ["e5"], []]),
        ("e5", Side.FOR, 3, [["e6", "x2", "e5"], [], []]),
        ("x2", Side.FOR, 0, [["x2", "e5", "e6"], [], []]),
        ("e6", Side.FOR, 1, [["e5", "e6", "x2"], [], []]),
    ],
)
def test_a_card_is_dropped_where_the_line_shows(
    page: Any, session: Any, dragged: str, side: Side, at: int, wanted: list[list[str]]
) -> None:
    source = page.columns.lists[Side.FOR]
    source.pick(dragged)
    carried = source.model().mimeData([source.currentIndex()])
    assert bytes(carried.data(_MIME).data()) == dragged.encode()
    assert carried.formats() == [_MIME], "no words leave with a card"
    page.columns.lists[side].dropped.emit(dragged, at)
    assert sides(session) == wanted


def test_where_a_drop_would_lie_is_read_from_the_cards(page: Any) -> None:
    cards = page.columns.lists[Side.FOR]
    boxes = [cards.visualRect(cards.model().index(n)) for n in range(3)]
    assert [cards._place(box.center() - QPoint(0, 4)) for box in boxes] == [0, 1, 2]
    assert [cards._place(box.center() + QPoint(0, 4)) for box in boxes] == [1, 2, 3]
    assert cards._place(QPoint(20, boxes[2].bottom() + 40)) == 3


def test_the_next_finding_is_one_key_away_and_factors_are_ticked(page: Any, session: Any) -> None:
    page.head.factors._actions["Inter-agency"].trigger()
    page.head.factors._actions["Role"].trigger()
    assert finding(session).factors == ("Inter-agency", "Role")
    page.take_focus()
    key(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.here == "f2"
    assert page.columns.lists[Side.FOR].cards == ()


def test_a_narrow_window_shows_one_side_and_keys_turn_to_the_others(page: Any, window: MainWindow, rest: Any) -> None:
    window.resize(760, 800)
    rest()
    shown = [side for side in Side if page.columns.lists[side].isVisible()]
    assert shown == [Side.FOR]
    page.take_focus()
    key(page, Qt.Key.Key_Right)
    assert [side for side in Side if page.columns.lists[side].isVisible()] == [Side.AGAINST]


def test_without_findings_the_page_says_what_to_do_first(qapp: QApplication, empty_session: Any, qtbot: Any) -> None:
    page = BoardPage(Desk(empty_session))
    qtbot.addWidget(page)
    page.refresh(frozenset())
    assert page._stack.currentWidget() is page.nothing
