"""From a new file to an exported briefing without the mouse, over a real review file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop_app.services.session import Passphrase, open_session
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.theme.apply import apply
from desktop_app.ui.theme.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier
SECRET = "otter velvet cumulus brig"
RETURN = "Date,Time,Source,Event\n12/02/2024,10:00,SystmOne,Home visit by Hannah Osei\n13/02/2024,,SystmOne,Call\n"


@pytest.fixture
def fresh(qapp: QApplication, rest: Callable[[], None]) -> Iterator[MainWindow]:
    window = MainWindow(Look(qapp))
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    rest()
    yield window
    window.close()
    window.deleteLater()
    rest()
    apply(qapp, Theme())


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None, "the keyboard is nowhere"
    QTest.keyClick(focused, key, modifier)


def type_here(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def tab_to(widget: QWidget) -> None:
    for _ in range(120):
        if QApplication.focusWidget() is widget:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {widget.accessibleName()}")


def test_new_file_to_exported_briefing(
    fresh: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any, rest: Callable[[], None]
) -> None:
    review, sent, briefing = tmp_path / "new.review", tmp_path / "return.csv", tmp_path / "briefing.pdf"
    sent.write_text(RETURN, encoding="utf-8")
    answers = iter([(str(review), ""), (str(briefing), "")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: next(answers))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(sent), ""))

    press(Qt.Key.Key_N, CTRL)
    rest()
    page: Any = fresh.view
    press(Qt.Key.Key_Space)  # the field for the file opens the chooser
    type_here("LR-1")
    tab_to(page.first)
    type_here(SECRET)
    tab_to(page.second)
    type_here(SECRET)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.card.isHidden(), timeout=60_000)
    rest()
    tab_to(page.card.safe)
    press(Qt.Key.Key_Space)
    tab_to(page.card.go_on)
    press(Qt.Key.Key_Space)
    rest()

    view: Any = fresh.desk_view
    QTest.keyClick(fresh, Qt.Key.Key_2, CTRL)
    rest()
    press(Qt.Key.Key_I, CTRL)
    rest()
    page = view.page
    page.agency.show_value("new")
    page._agency_chosen()
    type_here("Health Visiting")
    press(Qt.Key.Key_Tab)
    page.file.setFocus()
    press(Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(lambda: page.plan is not None and not page.desk.jobs.busy, timeout=30_000)
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(view.desk.snapshot.events) == 2, timeout=30_000)
    rest()

    QTest.keyClick(fresh, Qt.Key.Key_3, CTRL)
    rest()
    press(Qt.Key.Key_N)
    type_here("Hannah Osei")
    tab_to(view.page._person.pseudonym)
    type_here("Social Worker 1")
    press(Qt.Key.Key_Tab)
    assert view.desk.snapshot.people[0].pseudonym == "Social Worker 1"

    QTest.keyClick(fresh, Qt.Key.Key_7, CTRL)
    rest()
    page = view.page
    qtbot.waitUntil(lambda: not page.desk.jobs.busy, timeout=60_000)
    rest()
    QTest.keyClick(page, Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: not page.desk.jobs.busy, timeout=60_000)
    rest()
    assert briefing.read_bytes().startswith(b"%PDF"), page.errors.message
    assert len(view.desk.snapshot.outputs) == 1

    QTest.keyClick(fresh, Qt.Key.Key_L, CTRL)
    rest()
    assert fresh.desk_view is None
    with open_session(review, Passphrase(SECRET)) as again:
        assert len(again.snapshot.events) == 2
        assert again.snapshot.people[0].name == "Hannah Osei"
