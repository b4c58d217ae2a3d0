"""Writing the file in a thread: when it happens, what the status bar says meanwhile, and that nothing is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.people import Person
from desktop_app.services.session import Passphrase, Session, open_session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import KdfCost
from desktop_app.ui.shell import saver as saver_module
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SECRET = "otter velvet cumulus brig"
FULL = UserError("The disk is full.", safe="Nothing is lost.", code="disk-full", exit_code=Exit.OUTSIDE)


class Gate:
    """Stands in the way of a save until it is opened, and notes in which thread it was met."""

    def __init__(self, save: Callable[[], object]) -> None:
        self.open, self._save = threading.Event(), save
        self.threads: list[threading.Thread] = []
        self.together = self.most_together = 0

    def __call__(self) -> object:
        self.threads.append(threading.current_thread())
        self.together += 1
        self.most_together = max(self.most_together, self.together)
        assert self.open.wait(20)
        self.together -= 1
        return self._save()


@pytest.fixture
def gate(window: MainWindow, session: Any) -> Iterator[Gate]:
    """The window's session, whose saves wait at a gate."""
    made = Gate(session.save)
    session.save = made
    yield made
    made.open.set()


def bar(window: MainWindow) -> str:
    return window.status._saved.text()


def edit(window: MainWindow, session: Any, role: str) -> None:
    assert window.desk_view is not None
    window.desk_view.desk.announce(session.put("Edit", replace(session.snapshot.people[0], role=role)))


def test_the_file_is_written_in_a_thread_and_both_truths_are_told(
    window: MainWindow, session: Any, gate: Gate, qtbot: QtBot
) -> None:
    assert bar(window) == "Saved 14:02"
    edit(window, session, "x")
    assert bar(window) == "Edits kept 14:05 · file written 14:02"
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: bool(gate.threads), timeout=30_000)
    assert gate.threads[0] is not threading.main_thread()
    assert bar(window) == "Edits kept 14:05 · writing the file"
    gate.open.set()
    qtbot.waitUntil(lambda: bar(window) == "Saved 14:06", timeout=30_000)


def test_two_writes_never_run_at_once_and_what_was_asked_meanwhile_follows(
    window: MainWindow, session: Any, gate: Gate, qtbot: QtBot
) -> None:
    edit(window, session, "x")
    for _ in range(4):
        window.save()
    qtbot.waitUntil(lambda: bool(gate.threads), timeout=30_000)
    edit(window, session, "while it is written")
    gate._save = lambda: None  # the first write holds only what came before
    gate.open.set()
    qtbot.waitUntil(lambda: len(gate.threads) >= 2, timeout=30_000)
    assert gate.most_together == 1
    assert "Edits kept" in bar(window)


def test_a_failed_write_stays_said_until_one_succeeds(window: MainWindow, session: Any, qtbot: QtBot) -> None:
    session.fail_save = FULL
    edit(window, session, "x")
    window.save()
    qtbot.waitUntil(lambda: "disk is full" in bar(window), timeout=30_000)
    edit(window, session, "y")
    assert "disk is full" in bar(window), "an edit does not hide it"
    session.fail_save = None
    assert window.saver is not None
    window.saver._each.timeout.emit()  # the minute is over
    qtbot.waitUntil(lambda: "Saved" in bar(window), timeout=30_000)


def test_a_fault_of_ours_is_said_by_a_code_and_no_word_of_the_review(
    window: MainWindow, session: Any, qtbot: QtBot
) -> None:
    session.fail_save = RuntimeError("Callum Draycott")
    edit(window, session, "x")
    window.save()
    qtbot.waitUntil(lambda: "something in Candour went wrong" in bar(window), timeout=30_000)
    assert "Callum" not in bar(window)
    session.fail_save = None


def test_the_file_is_written_when_nobody_has_typed_for_a_moment(
    window: MainWindow, session: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.saver is not None
    quiet = [2.0]
    monkeypatch.setattr(window.saver, "_resting", lambda: quiet[0])
    edit(window, session, "x")
    assert window.saver._rest.isActive()
    window.saver._rested()
    assert session.unsaved, "somebody is still typing"
    assert 2_900 < window.saver._rest.interval() < 3_100
    quiet[0] = saver_module.RESTED_S
    window.saver._rested()
    qtbot.waitUntil(lambda: not session.unsaved, timeout=30_000)


def test_nothing_is_asked_of_a_file_that_was_let_go_of(
    window: MainWindow, session: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The moment without typing may end after the review was closed, and every minute may."""
    assert window.saver is not None
    monkeypatch.setattr(window.saver, "_resting", lambda: saver_module.RESTED_S)
    edit(window, session, "x")
    session.close()
    window.saver._keep_typed()
    window.saver._rested()
    assert not window.saver._rest.isActive()
    assert not window.saver._each.isActive()


def test_what_is_being_typed_goes_with_it(
    window: MainWindow, session: Any, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    assert window.desk_view is not None
    window.desk_view.go("people", "pe1")
    rest()
    page: Any = window.desk_view.page
    page._person.role.setFocus()
    page._person.role.setText("subject of the review")
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not session.unsaved, timeout=30_000)
    assert session.snapshot.people[0].role == "subject of the review"
    assert QApplication.focusWidget() is page._person.role, "and typing goes on"


def test_what_is_being_typed_is_kept_within_half_a_minute_without_a_write(
    window: MainWindow, session: Any, rest: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.desk_view is not None
    assert window.saver is not None
    assert saver_module.KEPT_MS <= 30_000, "what is promised of a killed program"
    assert window.saver._keep.isActive()
    window.desk_view.go("people", "pe1")
    rest()
    page: Any = window.desk_view.page
    page._person.role.setFocus()
    page._person.role.setText("subject of the re")
    monkeypatch.setattr(window.saver, "_resting", lambda: 100.0)
    window.saver._keep.timeout.emit()
    assert not session.unsaved, "nobody has touched anything since the last time"
    monkeypatch.setattr(window.saver, "_resting", lambda: 1.0)
    window.saver._keep.timeout.emit()
    assert session.snapshot.people[0].role == "subject of the re"
    assert session.unsaved
    assert not window.saver.writing


@pytest.mark.parametrize("leave", ["lock", "close"])
def test_leaving_waits_for_a_write_under_way(window: MainWindow, session: Any, gate: Gate, leave: str) -> None:
    edit(window, session, "x")
    window.save()
    opener = threading.Timer(0.3, gate.open.set)
    opener.start()
    getattr(window, leave)()
    opener.join()
    assert session.closed
    assert gate.most_together == 1
    assert not session.unsaved


def test_another_text_size_does_not_lose_a_write_under_way(
    window: MainWindow, session: Any, gate: Gate, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    edit(window, session, "x")
    window.save()
    before = window.saver
    QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    rest()
    assert window.saver is before
    assert "writing the file" in bar(window)
    gate.open.set()
    qtbot.waitUntil(lambda: "Saved" in bar(window), timeout=30_000)


def test_edits_made_while_a_real_file_is_written_are_kept_and_said_to_be_unsaved(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, rest: Callable[[], None]
) -> None:
    """The write stops between its snapshot and the new file; the desk is edited meanwhile."""
    path = tmp_path / "r.review"
    file, _ = ReviewFile.create(path, SECRET, cost=KdfCost(19 * 1024, 1))
    session = Session(file)
    window = MainWindow(Look(qapp))
    window.open_desk(session)
    window.show()
    vault: Any = file._vault
    reached, go_on = threading.Event(), threading.Event()
    write = type(vault)._write

    def halting(self: Any, *parts: Any) -> Any:
        reached.set()
        assert go_on.wait(20)
        return write(self, *parts)

    monkeypatch.setattr(type(vault), "_write", halting)
    assert window.desk_view is not None
    desk = window.desk_view.desk
    desk.announce(session.put("Add", Person(uid="p1", name="before")))
    window.save()
    qtbot.waitUntil(reached.is_set, timeout=10_000)
    desk.announce(session.put("Edit", Person(uid="p1", name="meanwhile")))
    go_on.set()
    assert window.saver is not None
    saver = window.saver
    qtbot.waitUntil(lambda: not saver.writing, timeout=10_000)
    assert saver.unsaved
    assert "Edits kept" in bar(window)
    window.save()
    qtbot.waitUntil(lambda: "Saved" in bar(window), timeout=10_000)
    session.leave()  # as after a crash: what the file holds is what a save has put there
    with open_session(path, Passphrase(SECRET)) as again:
        assert again.snapshot.people[0].name == "meanwhile"
        assert not again.recovered
    window.desk_view = None
    window.close()
    window.deleteLater()
    rest()
