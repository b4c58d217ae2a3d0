"""“Said before?” beside a record, and the page of what is remembered, by keyboard."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.output import Output, OutputKind, ProfileName
from desktop_app.domain.remembered import RememberedPart, RememberedRecommendation, RememberedReview
from desktop_app.services.memory.keeping import remembered
from desktop_app.services.memory.opening import opened_memory
from desktop_app.ui.shell.main_window import MainWindow

REC = f"{5:032x}"  # "After every missing episode, the child is heard ..."


def remember(title: str = "Learning from Hazel", text: str = "After every missing episode the child is heard.") -> None:
    with opened_memory() as memory:
        memory.keep(
            RememberedReview(
                id="ab" * 16,
                title=title,
                type="learning-review",
                nation="England",
                published="2025-03",
                added=dt.date(2025, 4, 1),
                recommendations=(
                    RememberedRecommendation(
                        "cd" * 16, 4, "", text, "local", "accepted", (RememberedPart("a", "The plan changes."),)
                    ),
                ),
            )
        )


def words(panel: QWidget) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if not label.isHidden())


def shown(window: MainWindow, page: str, uid: str, rest: Callable[[], None]) -> Any:
    assert window.desk_view is not None
    window.desk_view.show_page(page, uid)
    rest()
    return window.desk_view.page


def press(key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, with_)


def until_idle(window: MainWindow, qtbot: QtBot, rest: Callable[[], None]) -> None:
    assert window.desk_view is not None
    jobs = window.desk_view.desk.jobs
    qtbot.waitUntil(lambda: not jobs.busy, timeout=30_000)
    rest()


def test_nothing_is_asked_while_nothing_is_remembered(window: MainWindow, rest: Callable[[], None]) -> None:
    page = shown(window, "recommendations", REC, rest)
    assert not page.desk.jobs.busy
    assert "No published review is remembered" in words(page.said_before)


def test_the_record_in_hand_is_asked_about(window: MainWindow, qtbot: QtBot, rest: Callable[[], None]) -> None:
    remember()
    page = shown(window, "recommendations", REC, rest)
    until_idle(window, qtbot, rest)
    said = words(page.said_before)
    assert "Recommendation 4, “Learning from Hazel”, March 2025" in said
    assert "Both say: missing, episode" in said
    page.listing.pick(f"{1:032x}")
    until_idle(window, qtbot, rest)
    assert "Nothing like it has been published." in words(page.said_before)
    found = shown(window, "analysis", "f1", rest)
    until_idle(window, qtbot, rest)
    assert "Nothing like it has been published." in words(found.said_before)


def test_what_waits_is_said_and_nothing_is_added(window: MainWindow, qtbot: QtBot, rest: Callable[[], None]) -> None:
    page = shown(window, "memory", "", rest)
    page.take_focus()
    press(Qt.Key.Key_N)
    until_idle(window, qtbot, rest)
    assert "published no findings" in page.errors.message
    assert not remembered().reviews


def test_a_published_review_is_added_read_written_and_forgotten(
    window: MainWindow, session: Any, qtbot: QtBot, rest: Callable[[], None], tmp_path: Path
) -> None:
    out = Output(kind=OutputKind.SEVEN_MINUTE, profile=ProfileName.PUBLIC, published=dt.date(2026, 9, 1))
    session.put("Publish", out)
    remember()
    page = shown(window, "memory", "", rest)
    page.take_focus()
    assert [entry.title for entry in page.listing.entries] == ["Learning from Hazel"]
    press(Qt.Key.Key_N)
    until_idle(window, qtbot, rest)
    assert "Remembered, as published: 2 findings, 5 recommendations." in page.done.text()
    assert len(page.listing.entries) == 2
    assert "Seen is not heard" in words(page.sayings)
    session.put("Take down", replace(out, withdrawn=dt.date(2026, 9, 7)))
    page.refresh(frozenset({"outputs"}))
    assert "has been taken down" in page.done.text()
    page.write(tmp_path / "out")
    until_idle(window, qtbot, rest)
    assert "2 reviews" in page.done.text()
    assert json.loads((tmp_path / "out" / "dataset.json").read_text())["rows"]["reviews"] == 2
    press(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    rest()
    assert [review.title for review in remembered().reviews] == ["Learning from Hazel"]
    assert "is forgotten" in page.done.text()
