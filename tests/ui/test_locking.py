"""Locking ends the process: what is handed over, what the locked page does meanwhile, and where one comes back to."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import desktop_app
from desktop_app.common.errors import Exit, UserError
from desktop_app.services.session import Passphrase, Session, open_session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import KdfCost
from desktop_app.ui import preferences
from desktop_app.ui.recent import RecentFile
from desktop_app.ui.shell.handover import Handover, read_handover
from desktop_app.ui.shell.idle import IdleWatch
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.place import kept_place, place_on, take_up
from desktop_app.ui.shell.predecessor import Predecessor
from desktop_app.ui.shell.successor import command
from desktop_app.ui.unlock.unlock_page import UnlockPage

SECRET = "otter velvet cumulus brig"
WHEN = dt.datetime(2026, 9, 8, 9, 0, tzinfo=dt.UTC)


def reader(text: bytes) -> Callable[[], bytes]:
    parts = iter([text[:7], text[7:], b""])
    return lambda: next(parts)


def taking_over(qapp: QApplication, path: Path, after: bytes = b"") -> MainWindow:
    line = Handover(path, recent=(RecentFile(path, WHEN),)).line()
    return MainWindow(Look(qapp), None, Predecessor(reader(line + after)))


def test_a_handover_survives_the_pipe() -> None:
    held = Handover(Path("/media/Rowan \u0175.review"), b"\x01\xd9", False, (RecentFile(Path("/a"), WHEN),))
    assert read_handover(held.line()) == held
    assert held.line().endswith(b"\n")
    assert held.line().count(b"\n") == 1
    nothing_made = Handover(None, from_desk=False)
    assert read_handover(nothing_made.line()) == nothing_made


@pytest.mark.parametrize(
    "line", [b"", b"{}", b"candour-handover", b"candour-handover zz - 1 1", b"candour-handover 61 - 1 1 62"]
)
def test_what_is_no_handover_is_refused(line: bytes) -> None:
    assert read_handover(line) is None
    with pytest.raises(UserError) as refused:
        Predecessor(reader(line + b"\n"))
    assert refused.value.exit_code is Exit.USAGE


def test_no_argument_names_the_file(handed_over: list[Handover | str], window: MainWindow) -> None:
    window.lock()
    assert isinstance(handed_over[0], Handover)
    assert handed_over[0].path == Path("memory.review")
    assert "memory.review" not in " ".join(command())


def test_locking_hides_everything_and_ends_at_once(window: MainWindow, session: Any, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.ended, timeout=30_000):
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert session.closed
    assert not [w for w in QApplication.topLevelWidgets() if w.isVisible()]


def test_a_fault_of_ours_keeps_no_desk_open(
    window: MainWindow, session: Any, handed_over: list[Handover | str], qtbot: QtBot
) -> None:
    session.fail_save = RuntimeError("Callum Draycott")
    with qtbot.waitSignal(window.ended, timeout=30_000):
        window.lock()
    assert session.closed
    assert isinstance(handed_over[-1], str)
    assert len(handed_over[-1]) == 9
    session.fail_save = None


def test_a_place_is_kept_in_the_review_and_found_again(
    window: MainWindow, session: Any, rest: Callable[[], None]
) -> None:
    assert window.desk_view is not None
    window.desk_view.go("people", "pe3")
    rest()
    page: Any = window.desk_view.page
    page._person.role.setFocus()
    page._person.role.setText("half a sen")
    page._person.role.setCursorPosition(4)
    window.lock()
    place = kept_place(session)
    assert place is not None
    assert (place.page, place.uid, place.cursor) == ("people", "pe3", 4)
    window.open_desk(session, place.page, place.uid)
    window.show()
    rest()
    page = window.desk_view.page
    take_up(page, place)
    assert page.focusWidget() is page._person.role
    assert page._person.role.text() == "half a sen"
    assert page._person.role.cursorPosition() == 4


def test_words_of_a_form_come_back_and_cover_nothing(
    window: MainWindow, session: Any, rest: Callable[[], None]
) -> None:
    assert window.desk_view is not None
    window.desk_view.go("chronology", "e5")
    rest()
    page: Any = window.desk_view.page
    page.edit()
    page.editor.comment.setFocus()
    page.search.setText("gate")
    place = place_on("chronology", page)
    page.search.clear()
    page.stop_editing()
    rest()
    take_up(page, place)
    assert page.editing
    assert QApplication.focusWidget() is page.editor.comment
    assert page.search.text() == "gate"
    page.search.setText("something newer")
    take_up(page, place)
    assert page.search.text() == "something newer"


def test_a_passphrase_half_typed_is_never_kept(window: MainWindow, rest: Callable[[], None]) -> None:
    from desktop_app.ui.unlock.secret_field import SecretField

    assert window.desk_view is not None
    page = window.desk_view.page
    assert page is not None
    field = SecretField()
    field.setParent(page)
    field.show()
    field.setText("otter velvet")
    field._toggle()
    assert "otter velvet" not in place_on("overview", page).typed.values()
    field.deleteLater()


def test_the_locked_page_waits_until_the_file_is_free(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    path = tmp_path / "r.review"
    file, _ = ReviewFile.create(path, SECRET, cost=KdfCost(19 * 1024, 1))
    gate_read, gate_write = os.pipe()
    os.write(gate_write, Handover(path).line())
    window = MainWindow(Look(qapp), None, Predecessor(lambda: os.read(gate_read, 1000)))
    window.show()
    rest()
    page = window.view
    assert isinstance(page, UnlockPage)
    page.secret.setText(SECRET)
    QTest.keyClick(page.secret, Qt.Key.Key_Return)
    rest()
    assert not window.jobs.busy
    assert not page.errors.message
    file.close()
    os.close(gate_write)
    qtbot.waitUntil(lambda: window.desk_view is not None, timeout=20_000)
    window.close()
    window.deleteLater()
    os.close(gate_read)
    rest()


def test_the_locked_page_says_that_the_file_was_not_written_and_no_name(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    window = taking_over(qapp, tmp_path / "Callum.review", b"disk-full\n")
    window.show()
    page = window.view
    assert isinstance(page, UnlockPage)
    qtbot.waitUntil(lambda: "disk-full" in page.errors.message, timeout=30_000)
    assert "Callum" not in page.errors.message
    assert [f.path.name for f in window.recent.files] == ["Callum.review"]
    window.close()
    window.deleteLater()


def test_unlocked_again_the_same_half_sentence_is_there(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    from desktop_app.services import workshop_edits

    path = tmp_path / "r.review"
    file, _ = ReviewFile.create(path, SECRET, cost=KdfCost(19 * 1024, 1))
    session = Session(file)
    workshop_edits.add_workshop(session)
    first = MainWindow(Look(qapp))
    first.open_desk(session)
    first.show()
    assert first.desk_view is not None
    first.desk_view.go("workshops")
    rest()
    page: Any = first.desk_view.page
    page.write_down()
    page.form.text_field.setPlainText("Half of what was s")
    first.lock()
    with open_session(path, Passphrase(SECRET)) as closed:
        assert closed.snapshot.reflections == ()
    second = taking_over(qapp, path)
    second.show()
    second.activateWindow()
    unlock = second.view
    assert isinstance(unlock, UnlockPage)
    unlock.secret.setText(SECRET)
    QTest.keyClick(unlock.secret, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: second.desk_view is not None, timeout=20_000)
    rest()
    assert second.desk_view is not None
    assert second.desk_view.current == "workshops"
    page = second.desk_view.page
    assert page.form.text_field.toPlainText() == "Half of what was s"
    assert QApplication.focusWidget() is page.form.text_field
    for window in (first, second):
        window.close()
        window.deleteLater()
    rest()


@pytest.mark.parametrize(("leave", "undone"), [("lock", False), ("close", True)])
def test_undo_ends_at_a_lock_and_outlives_closing(
    qapp: QApplication, tmp_path: Path, leave: str, undone: bool, rest: Callable[[], None]
) -> None:
    from desktop_app.services import workshop_edits

    path = tmp_path / "r.review"
    file, _ = ReviewFile.create(path, SECRET, cost=KdfCost(19 * 1024, 1))
    session = Session(file)
    workshop_edits.add_workshop(session)
    window = MainWindow(Look(qapp))
    window.open_desk(session)
    window.show()
    getattr(window, leave)()
    with open_session(path, Passphrase(SECRET)) as again:
        assert (again.undo_label is not None) is undone
        assert again.redo_label is None
        assert len(again.snapshot.workshops) == 1
        assert not again.recovered, "the file itself holds it"
    window.close()
    window.deleteLater()
    rest()


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_idle_locks_after_the_minutes_chosen_and_a_key_starts_them_again(window: MainWindow, qtbot: QtBot) -> None:
    clock, seen = Clock(), []
    watch = IdleWatch(window, clock)
    watch.away.connect(lambda: seen.append(clock.now))
    watch.start()
    preferences.remember_idle(1)
    for step in range(1, 12):
        clock.now = 1000 + step * 5
        watch.look()
    assert seen == []
    QTest.keyClick(window, Qt.Key.Key_F6)
    for step in range(12, 23):
        clock.now = 1000 + step * 5
        watch.look()
    assert seen == []
    clock.now += 5
    watch.look()
    assert seen == [1115.0]
    watch.stop()


def test_never_means_never_but_sleep_still_locks(window: MainWindow) -> None:
    clock, seen = Clock(), []
    watch = IdleWatch(window, clock)
    watch.away.connect(lambda: seen.append(clock.now))
    watch.start()
    preferences.remember_idle(0)
    for _ in range(400):
        clock.now += 5
        watch.look()
    assert seen == []
    clock.now += 3600
    watch.look()
    assert len(seen) == 1
    watch.stop()


def test_five_minutes_unless_chosen() -> None:
    assert preferences.idle_minutes() == 5
    preferences.remember_idle(15)
    assert preferences.idle_minutes() == 15


def test_core_dumps_are_off() -> None:
    code = (
        "from desktop_app.common import core_dumps; core_dumps.forbid(); import ctypes, resource;"
        "print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )
    if sys.platform != "linux":
        code = "print('(0, 0) 0')"
    root = Path(desktop_app.__file__).parents[1]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "(0, 0) 0"


def new_page(qapp: QApplication, path: Path) -> tuple[MainWindow, Any]:
    window = MainWindow(Look(qapp))
    window.show()
    window.show_new()
    page = window.new_page
    assert page is not None
    page.choose(path)
    return window, page


def test_a_new_review_locks_too_once_a_passphrase_is_typed(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, handed_over: list[Handover | str]
) -> None:
    window, page = new_page(qapp, tmp_path / "r.review")
    window.lock()
    assert not window.locked, "nothing secret is on the page yet"
    page.first.setText("otter vel")
    assert window._absence is not None
    with qtbot.waitSignal(window.ended, timeout=30_000):
        window._absence.idle.away.emit()
    assert not window.isVisible()
    (told,) = handed_over
    assert isinstance(told, Handover)
    assert (told.path, told.from_desk) == (None, False)
    assert not (tmp_path / "r.review").exists()
    window.close()
    window.deleteLater()


def test_a_new_review_whose_key_is_on_the_screen_is_saved_and_the_locked_page_says_so(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, handed_over: list[Handover | str], rest: Callable[[], None]
) -> None:
    path = tmp_path / "r.review"
    window, page = new_page(qapp, path)
    page.first.setText(SECRET)
    page.second.setText(SECRET)
    page.make_review()
    window.lock()  # while it is being made: a moment later
    assert not window.locked
    qtbot.waitUntil(lambda: window.locked, timeout=60_000)
    told, code = handed_over
    assert isinstance(told, Handover)
    assert isinstance(code, str)
    assert (told.path, told.from_desk) == (path, False)
    window.close()
    window.deleteLater()
    after = MainWindow(Look(qapp), None, Predecessor(reader(told.line() + code.encode() + b"\n")))
    after.show()
    locked = after.view
    assert isinstance(locked, UnlockPage)
    qtbot.waitUntil(lambda: "It is kept in the review" in locked.said.text(), timeout=30_000)
    assert not locked.errors.message
    locked.secret.setText(SECRET)
    QTest.keyClick(locked.secret, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: after.desk_view is not None, timeout=60_000)
    assert after.desk_view is not None
    assert after.desk_view.current == "overview"
    assert any("under Settings, Security" in notice for notice in after.desk_view.desk.session.notices)
    after.desk_view.show_page("settings")
    card = after.desk_view.page.security.card  # type: ignore[union-attr]
    assert len(card.key.toPlainText()) > 30
    assert not card.isHidden()
    after.close()
    after.deleteLater()
    rest()
