"""The frame: pages by keyboard, search, undo, saving and what goes wrong with it, text size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.common.errors import Exit, UserError
from desktop_app.common.progress import Progress
from desktop_app.ui.crash import fault_code
from desktop_app.ui.shell.handover import Handover
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.search import SearchPalette
from desktop_app.ui.theme.roles import Scheme
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.workers import Jobs

CTRL = Qt.KeyboardModifier.ControlModifier


def view(window: MainWindow) -> Any:
    assert window.desk_view is not None
    return window.desk_view


def test_pages_by_number(window: MainWindow, rest: Callable[[], None]) -> None:
    QTest.keyClick(window, Qt.Key.Key_3, CTRL)
    rest()
    assert view(window).current == "people"
    assert view(window).page.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(window, Qt.Key.Key_1, CTRL)
    assert view(window).current == "overview"


def test_search_finds_a_record_by_its_label(window: MainWindow, rest: Callable[[], None]) -> None:
    palette = SearchPalette(view(window), view(window).targets(), view(window).found)
    palette.field.setText("hannah")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.chosen is not None
    assert (palette.chosen.page, palette.chosen.uid) == ("people", "pe3")
    view(window)._take(palette.chosen)
    rest()
    assert view(window).current == "people"
    assert view(window).page.here == "pe3"
    palette.deleteLater()


def test_search_arrows_and_nothing_found(window: MainWindow) -> None:
    palette = SearchPalette(view(window), view(window).targets(), view(window).found)
    first = palette.results.current
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.results.current != first
    palette.field.setText("zzzz nothing has this")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.chosen is None
    palette.deleteLater()


def test_undo_and_redo_across_pages(window: MainWindow, session: Any, rest: Callable[[], None]) -> None:
    view(window).go("people", "pe1")
    rest()
    page = view(window).page
    page._person.pseudonym.setFocus()
    page._person.pseudonym.setText("Ash")
    QTest.keyClick(page._person.pseudonym, Qt.Key.Key_Tab)
    assert session.snapshot.people[0].pseudonym == "Ash"
    view(window).go("overview")
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert session.snapshot.people[0].pseudonym == "Rowan"
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert session.snapshot.people[0].pseudonym == "Ash"


def test_what_is_being_typed_is_kept_when_locking(window: MainWindow, session: Any, rest: Callable[[], None]) -> None:
    view(window).go("people", "pe1")
    rest()
    field = view(window).page._person.role
    field.setFocus()
    field.setText("subject of the review")
    window.lock()
    assert session.closed
    assert session.snapshot.people[0].role == "subject of the review"


def test_a_failed_save_is_said_and_locking_goes_on(
    window: MainWindow, session: Any, handed_over: list[Handover | str], qtbot: QtBot
) -> None:
    session.unsaved = True
    session.fail_save = UserError(
        "The disk is full.", safe="Nothing is lost.", code="disk-full", exit_code=Exit.OUTSIDE
    )
    window.save()
    qtbot.waitUntil(lambda: "disk is full" in window.status._saved.text(), timeout=30_000)
    window.lock()
    assert session.closed
    assert handed_over[-1] == "disk-full"
    session.fail_save = None


def test_saving_by_keyboard(window: MainWindow, session: Any, qtbot: QtBot) -> None:
    session.put("Change", replace(session.snapshot.people[0], role="x"))
    assert session.unsaved
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: "Saved" in window.status._saved.text(), timeout=30_000)
    assert not session.unsaved


def test_text_grows_and_the_same_record_stays_open(window: MainWindow, rest: Callable[[], None]) -> None:
    view(window).go("people", "pe3")
    rest()
    QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    rest()
    assert theme().scale == 110
    assert view(window).current == "people"
    assert view(window).page.here == "pe3"
    QTest.keyClick(window, Qt.Key.Key_0, CTRL)
    rest()
    assert theme().scale == 100


def test_scheme_is_chosen_in_settings(window: MainWindow, rest: Callable[[], None]) -> None:
    view(window).go("settings")
    page = view(window).page
    page.scheme.show_value(Scheme.DARK.value)
    page.scheme.chosen.emit(Scheme.DARK.value)
    rest()
    assert theme().scheme is Scheme.DARK
    assert view(window).current == "settings"


def test_the_shortcut_list_names_what_works_here(window: MainWindow, rest: Callable[[], None]) -> None:
    view(window).go("chronology")
    shown = view(window).shortcut_list()
    from PySide6.QtWidgets import QLabel

    said = [label.text() for label in shown.findChildren(QLabel)]
    assert "Add an event" in said
    assert "Save and lock" in said
    shown.deleteLater()


def test_work_can_be_cancelled(qtbot: QtBot) -> None:
    jobs = Jobs()
    seen: list[str] = []

    def endless(progress: Progress) -> None:
        while True:
            progress.step(0, 0, "Working")

    job = jobs.start(endless, lambda _none: seen.append("done"), lambda _error: seen.append("failed"), "Work")
    with qtbot.waitSignal(job.finished, timeout=30_000):
        job.cancel()
    qtbot.waitUntil(lambda: not jobs.busy, timeout=30_000)
    assert seen == []


def test_work_that_fails_says_so(qtbot: QtBot) -> None:
    jobs = Jobs()
    seen: list[str] = []

    def failing(_progress: Progress) -> None:
        raise UserError("No.", code="no", exit_code=Exit.OUTSIDE)

    jobs.start(failing, lambda _none: seen.append("done"), lambda error: seen.append(error.code))
    qtbot.waitUntil(lambda: seen == ["no"], timeout=30_000)


def test_a_fault_code_says_nothing_of_the_value() -> None:
    def code(secret: str) -> str:
        try:
            raise ValueError(secret)
        except ValueError as error:
            return fault_code(type(error), error.__traceback__)

    assert code("Callum Draycott") == code("somebody else")
    assert len(code("x")) == 9
