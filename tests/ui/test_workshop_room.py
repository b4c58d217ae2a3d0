"""The desk's side of a room, on a real review: make its pack, open it and lock, bring back what it captured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.workshop import Valence
from desktop_app.services.rooms import making
from desktop_app.services.rooms.live import LiveRoom
from desktop_app.services.sample import make_sample
from desktop_app.services.session import Session
from desktop_app.storage.secrets import LOWEST
from desktop_app.ui.room import starting
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.theme.apply import apply
from desktop_app.ui.theme.theme import Theme

ROOM_WORDS = "lamp orchard ferry"


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Session]:
    session, _ = make_sample(tmp_path / "s.review", "otter velvet cumulus brig")
    yield session
    session.close()


@pytest.fixture
def page(qapp: QApplication, sample: Session, rest: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    real = making.make_pack
    monkeypatch.setattr(making, "make_pack", lambda *words: real(*words[:5], LOWEST))
    made = MainWindow(Look(qapp))
    made.open_desk(sample, "workshops")
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    rest()
    assert made.desk_view is not None
    yield made.desk_view.page
    if made.desk_view is not None:
        made.desk_view.desk.jobs.wait()
    made._stop_watching()
    made.desk_view = None
    made.close()
    made.deleteLater()
    rest()
    apply(qapp, Theme())


def wait(page: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not page.desk.jobs.busy, timeout=20_000)


def test_the_room_opens_beside_a_desk_that_locks(
    page: Any, sample: Session, rest: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Path] = []
    monkeypatch.setattr("desktop_app.ui.shell.desk_view.start_room", started.append)
    view = page.window().desk_view
    locked: list[bool] = []
    view.lock_asked.disconnect()
    view.lock_asked.connect(lambda: locked.append(True))
    QTest.mouseClick(view.top._room, Qt.MouseButton.LeftButton)
    rest()
    sheet = page.planning.room
    assert QApplication.focusWidget() is sheet.passphrase
    assert not sheet.open_here.isEnabled()
    QTest.keyClicks(sheet.passphrase, ROOM_WORDS)
    QTest.keyClick(sheet.open_here, Qt.Key.Key_Space)
    wait(page, qtbot)
    rest()
    assert (started, locked) == ([sample.path.parent / "learning event 1.pack"], [True])
    assert sheet.passphrase.text() == ""
    room = LiveRoom(started[0], ROOM_WORDS)
    assert room.brief.title == "Learning event"
    assert "Draycott" not in repr(room.brief)
    assert dict(room.brief.wider)["GP"] == "health practitioner"
    room.leave()


def test_what_a_room_captured_comes_back_and_two_versions_wait_for_the_author(
    page: Any, sample: Session, rest: Any, qtbot: Any
) -> None:
    page.open_record("room")
    sheet = page.planning.room
    QTest.keyClicks(sheet.passphrase, ROOM_WORDS)
    path = sheet.target()
    QTest.keyClick(sheet.make_pack, Qt.Key.Key_Space)
    wait(page, qtbot)
    room = LiveRoom(path, ROOM_WORDS)
    prompt = room.brief.prompts[0].uid
    uid = room.capture("Nobody rang back.", prompt)
    room.put_in_column(uid, Valence.GOT_IN_THE_WAY)
    room.leave()
    sheet.bring_back([path])
    wait(page, qtbot)
    rest()
    assert "1 new" in sheet.outcome.text()
    assert "was not closed" in sheet.outcome.text()
    held = next(r for r in sample.snapshot.reflections if r.uid == uid)
    sample.put("Edit", replace(held, text="Nobody rang the family back."))
    room = LiveRoom(path, ROOM_WORDS)
    room.edit(uid, "Nobody ever rang.")
    room.close()
    sheet.bring_back([path])
    wait(page, qtbot)
    rest()
    assert sheet.conflicts.isVisible()
    assert sheet.conflicts._mine.text() == "Nobody rang the family back."
    assert sheet.conflicts._rooms.text() == "Nobody ever rang."
    QTest.keyClick(sheet.conflicts.both, Qt.Key.Key_Space)
    rest()
    assert not sheet.conflicts.isVisible()
    said = {r.text for r in sample.snapshot.reflections}
    assert {"Nobody rang the family back.", "Nobody ever rang."} <= said


def test_a_pack_that_is_none_is_refused_in_place(page: Any, rest: Any, qtbot: Any, tmp_path: Path) -> None:
    page.open_record("room")
    (tmp_path / "x.pack").write_text("nothing of the kind", encoding="utf-8")
    page.planning.room.bring_back([tmp_path / "x.pack"])
    wait(page, qtbot)
    rest()
    assert page.errors.message


def test_without_support_and_aftercare_there_is_no_room(page: Any, sample: Session, rest: Any, qtbot: Any) -> None:
    page.open_record("room")
    workshop = page._workshop()
    page.put("Edit", replace(workshop, support_person="", aftercare=""))
    rest()
    sheet = page.planning.room
    QTest.keyClicks(sheet.passphrase, ROOM_WORDS)
    QTest.keyClick(sheet.open_here, Qt.Key.Key_Space)
    wait(page, qtbot)
    rest()
    assert "not ready" in page.errors.message
    assert list(sample.path.parent.glob("*.pack")) == []


def test_the_path_of_a_pack_is_in_no_list_of_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []

    class Process:
        def __init__(self, words: list[str], **_: Any) -> None:
            seen.append(words)
            self.stdin = open(tmp_path / "in", "wb")  # noqa: SIM115 - closed by what is tested

    monkeypatch.setattr(starting.subprocess, "Popen", Process)
    starting.start_room(tmp_path / "jo smith.pack")
    assert "smith" not in repr(seen)
    assert bytes.fromhex((tmp_path / "in").read_text()).decode() == str(tmp_path / "jo smith.pack")
