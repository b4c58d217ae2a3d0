"""The list of outputs: under headings, folded where there is no room, and all of it within reach of the keyboard."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop_app.domain.output import OutputKind
from desktop_app.services.output_kinds import GROUPS, OUTPUTS
from desktop_app.ui.pages.outputs.kinds_list import KindsList
from desktop_app.ui.widgets.record_list import Entry

SHOWN = {group: [Entry(uid=i.kind.value, title=i.name) for i in OUTPUTS if i.group == group] for group in GROUPS}


@pytest.fixture
def kinds(qtbot: Any) -> KindsList:
    made = KindsList("Outputs")
    qtbot.addWidget(made)
    made.picked.connect(lambda uid: made.show_groups(SHOWN, uid))  # as the page does
    made.show_groups(SHOWN, "briefing")
    made.resize(240, made.sizeHint().height())
    made.show()
    return made


def titles(kinds: KindsList) -> list[str]:
    return [entry.group or entry.title for entry in kinds.entries]


def in_sight(kinds: KindsList) -> bool:
    return kinds.viewport().rect().contains(kinds.visualRect(kinds.currentIndex()).center())


def test_every_kind_stands_under_one_heading() -> None:
    assert [info.kind for info in OUTPUTS] == list(dict.fromkeys(info.kind for info in OUTPUTS))
    assert {info.kind for info in OUTPUTS} == set(OutputKind)
    assert {info.group for info in OUTPUTS} == set(GROUPS)


@pytest.mark.parametrize("height", [None, 96])
def test_the_arrow_goes_through_every_kind_folded_or_not(kinds: KindsList, height: int | None) -> None:
    if height:
        kinds.resize(240, height)
    seen = [kinds.current]
    for _ in OUTPUTS[1:]:
        QTest.keyClick(kinds, Qt.Key.Key_Down)
        seen.append(kinds.current)
        assert in_sight(kinds)
    assert seen == [info.kind.value for info in OUTPUTS]
    QTest.keyClick(kinds, Qt.Key.Key_Down)
    assert kinds.current == "destruction-record", "the end is the end"
    QTest.keyClick(kinds, Qt.Key.Key_Home)
    assert kinds.current == "briefing"
    assert in_sight(kinds)


def test_only_the_group_in_use_is_unfolded_and_a_click_looks_into_another(kinds: KindsList) -> None:
    assert titles(kinds) == [GROUPS[0], *(e.title for e in SHOWN[GROUPS[0]]), *GROUPS[1:]]
    assert "7 folded away" in kinds.entries[len(SHOWN[GROUPS[0]]) + 1].spoken
    row = titles(kinds).index(GROUPS[2])
    at = kinds.visualRect(kinds.model().index(row, 0)).center()
    QTest.mouseClick(kinds.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at))
    assert kinds.current == "briefing", "a look chooses nothing"
    assert "Workshop pack" in titles(kinds)
    QTest.keyClick(kinds, Qt.Key.Key_Down)
    assert kinds.current == "seven-minute"
    assert "Workshop pack" not in titles(kinds)


def test_left_and_right_leap_and_a_letter_finds(kinds: KindsList) -> None:
    QTest.keyClick(kinds, Qt.Key.Key_Right)
    assert kinds.current == "chronology"
    QTest.keyClick(kinds, Qt.Key.Key_Left)
    assert kinds.current == "briefing"
    QTest.keyClick(kinds, Qt.Key.Key_Y)
    assert kinds.current == "you-said"
    assert in_sight(kinds)


def test_with_room_for_all_nothing_folds(kinds: KindsList) -> None:
    kinds.resize(240, kinds.height_of_all + 4)
    assert len(kinds.entries) == len(OUTPUTS) + len(GROUPS)
    QTest.keyClick(kinds, Qt.Key.Key_End)
    assert kinds.current == "destruction-record"
    assert in_sight(kinds)
