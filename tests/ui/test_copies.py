"""A co-author's copy comes home in the window: chosen, opened, what both changed settled by key."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.domain.learning import Finding
from desktop_app.services.session import Passphrase, Session, open_session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import KdfCost
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow

WORDS = "otter velvet cumulus brig"


def change(session: Session, title: str) -> None:
    session.put("Edit", replace(session.snapshot.findings[0], title=title))


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, rest: Callable[[], None]) -> Iterator[MainWindow]:
    """On a review with one finding that a copy beside it says otherwise."""
    path = tmp_path / "ours.review"
    file, _ = ReviewFile.create(path, WORDS, cost=KdfCost(19 * 1024, 1))
    with Session(file) as first:
        first.put("Fill", Finding(uid="f1", number=1, title="As it was"))
    shutil.copyfile(path, tmp_path / "copy.review")
    with open_session(tmp_path / "copy.review", Passphrase(WORDS)) as theirs:
        change(theirs, "As there")
    session = open_session(path, Passphrase(WORDS))
    change(session, "As here")
    made = MainWindow(Look(qapp))
    made.open_desk(session)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    rest()
    yield made
    made.close()
    made.deleteLater()
    rest()


def test_a_copy_is_brought_home_and_settled(
    desk: MainWindow, tmp_path: Path, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    view = desk.desk_view
    assert view is not None
    view.show_page("copies")
    rest()
    page: Any = view.page
    page.take_focus()
    assert page.versions.isHidden()
    page.show_chosen(tmp_path / "copy.review")
    assert QApplication.focusWidget() is page.passphrase
    QTest.keyClicks(page.passphrase, "not these words")
    QTest.keyClick(page.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not view.desk.jobs.busy, timeout=30_000)
    assert "does not open" in page.errors.message
    page.passphrase.setText(WORDS)
    QTest.keyClick(page.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not view.desk.jobs.busy, timeout=30_000)
    rest()
    assert "1 for you to settle" in page.outcome.text()
    assert page.passphrase.text() == ""
    said = [label.text() for label in page.versions.findChildren(QLabel)]
    assert {"As here", "As there"} <= set(said)
    session = view.desk.session
    page.choose_button.setFocus()
    QTest.keyClick(page.choose_button, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    rest()
    assert session.snapshot.findings[0].title == "As there"
    assert page.versions.isHidden()
