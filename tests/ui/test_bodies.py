"""Names of one body are made one, or kept apart, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.learning import Action
from desktop_app.domain.people import Abbreviation, Body
from desktop_app.domain.snapshot import Snapshot
from desktop_app.ui.shell.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def snapshot(snapshot: Snapshot) -> Snapshot:
    return replace(
        snapshot,
        bodies=(Body(uid="b1", name="Executive Members Group"), Body(uid="b2", name="Joint Group", abbreviation="JG")),
        actions=(
            Action(uid="x1", number=1, owner_body="Executive"),
            Action(uid="x2", number=2, owner_body="The Executive Group"),
        ),
        abbreviations=(Abbreviation(uid="ab", short="JG", long="Justice Group"),),
    )


@pytest.fixture
def page(window: MainWindow, rest: Callable[[], None]) -> Any:
    QTest.keyClick(window, Qt.Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
    rest()
    assert window.desk_view is not None
    assert window.desk_view.current == "bodies"
    return window.desk_view.page


def test_names_become_one_and_undo_parts_them(page: Any, session: Any, window: MainWindow, rest: Any) -> None:
    assert [entry.title for entry in page.list.entries] == ["Executive Members Group", "JG"]
    assert page.same.chosen == ("Executive Members Group", "The Executive Group", "Executive")
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return, CTRL)
    rest()
    assert {action.owner_body for action in session.snapshot.actions} == {"Executive Members Group"}
    assert [entry.title for entry in page.list.entries] == ["JG"]
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    rest()
    assert len(page.list.entries) == 2


def test_one_name_can_be_left_out(page: Any, session: Any, rest: Any) -> None:
    QTest.keyClick(page.same._boxes[2][1], Qt.Key.Key_Space)
    QTest.keyClick(page.list, Qt.Key.Key_Return, CTRL)
    rest()
    assert session.snapshot.actions[0].owner_body == "Executive"
    assert session.snapshot.actions[1].owner_body == "Executive Members Group"


def test_different_bodies_are_not_asked_about_again(page: Any, session: Any, rest: Any) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_Return, CTRL | Qt.KeyboardModifier.ShiftModifier)
    rest()
    assert [entry.title for entry in page.list.entries] == ["JG"]
    assert session.snapshot.names_apart


def test_letters_for_two_things_lead_to_where_they_are_kept(page: Any, window: MainWindow, rest: Any) -> None:
    page.list.pick("letters JG")
    assert page.shared.isVisible()
    page.shared.list.pick("ab")
    page.shared.list.setFocus()
    QTest.keyClick(page.shared.list, Qt.Key.Key_Return)
    rest()
    assert window.desk_view is not None
    assert (window.desk_view.current, window.desk_view.page.here) == ("setup", "ab")  # type: ignore[union-attr]
