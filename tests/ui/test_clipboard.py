"""The clipboard: hints for histories, cleared after a while and at lock, and never another program's."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui.shell.clipboard import HINTS, KEPT_MS, ClipboardGuard
from desktop_app.ui.shell.main_window import MainWindow


@pytest.fixture(autouse=True)
def owned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a display nobody is said to own a clipboard; here this program does."""
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: True)


@pytest.fixture
def guard(qapp: QApplication, rest: Callable[[], None]) -> Iterator[ClipboardGuard]:
    made = ClipboardGuard(qapp)
    yield made
    qapp.clipboard().clear()
    made.deleteLater()
    rest()


def test_a_copy_is_marked_and_goes_when_its_time_is_up(
    guard: ClipboardGuard, qapp: QApplication, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    field = QLineEdit("Callum Draycott, ŵ")
    qtbot.addWidget(field)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    rest()
    held = qapp.clipboard().mimeData()
    assert qapp.clipboard().text() == "Callum Draycott, ŵ"
    assert [kind for kind, _ in HINTS if not held.hasFormat(kind)] == []
    assert bytes(held.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert guard._until.interval() == KEPT_MS == 10_000
    assert guard.waiting
    guard._until.timeout.emit()
    assert qapp.clipboard().text() == ""
    assert not guard.waiting


def test_what_was_marked_before_it_was_seen_goes_too(
    guard: ClipboardGuard, qapp: QApplication, rest: Callable[[], None]
) -> None:
    """Another guard of this program, of a window on its way out, may have been quicker."""
    marked = QMimeData()
    marked.setText("Callum")
    for kind, value in HINTS:
        marked.setData(kind, value)
    qapp.clipboard().setMimeData(marked)
    rest()
    assert guard.waiting


def test_other_forms_of_a_copy_survive(guard: ClipboardGuard, qapp: QApplication, rest: Callable[[], None]) -> None:
    data = QMimeData()
    data.setText("a")
    data.setHtml("<b>a</b>")
    qapp.clipboard().setMimeData(data)
    rest()
    assert "<b>a</b>" in qapp.clipboard().mimeData().html()


def test_what_another_program_copied_stays(
    guard: ClipboardGuard, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, rest: Callable[[], None]
) -> None:
    qapp.clipboard().setText("ours")
    rest()
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: False)
    guard._changed()
    assert not guard.waiting
    guard.clear()
    assert qapp.clipboard().text() == "ours"


def test_locking_takes_it_away_at_once(window: MainWindow, qapp: QApplication, rest: Callable[[], None]) -> None:
    qapp.clipboard().setText("Callum")
    rest()
    window.lock()
    assert qapp.clipboard().text() == ""
