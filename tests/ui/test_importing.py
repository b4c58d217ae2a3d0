"""The import page: the file is seen before anything is written, and one undo takes it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.common.progress import Progress
from desktop_app.ui.shell.main_window import MainWindow

RETURN = """Date,Time,Source,Event,Comment
12/02/2024,10:00,SystmOne,Home visit,
31/02/2024,,SystmOne,Clinic,
13/02/2024,,,Call,
"""


@pytest.fixture
def page(window: MainWindow, rest: Callable[[], None]) -> Any:
    assert window.desk_view is not None
    window.desk_view.go("import", "chronology")
    rest()
    return window.desk_view.page


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    path = tmp_path / "return.csv"
    path.write_text(RETURN, encoding="utf-8")
    return path


def choose(page: Any, path: Path, agency: str, qtbot: Any) -> None:
    page.agency.show_value(agency)
    page.choose(path)
    qtbot.waitUntil(lambda: not page.desk.jobs.busy, timeout=20_000)


def test_counts_add_up_before_anything_is_written(page: Any, session: Any, returned: Path, qtbot: Any) -> None:
    before = session.snapshot
    choose(page, returned, "HV", qtbot)
    plan = page.plan
    assert plan.rows_read == 3
    waiting = {item.row for item in plan.waiting}
    assert len(plan.rows) + len(waiting) + len(plan.duplicates) + len(plan.refused) == 3
    assert session.snapshot == before
    assert page.waiting.isVisible()


def test_import_by_keyboard_and_one_undo(
    page: Any, session: Any, returned: Path, window: MainWindow, qtbot: Any
) -> None:
    before = len(session.snapshot.events)
    choose(page, returned, "HV", qtbot)
    QTest.keyClick(page.file, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    ready(page, qtbot)
    assert len(session.snapshot.events) == before + 3
    assert window.desk_view is not None
    assert window.desk_view.current == "chronology"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(session.snapshot.events) == before


def test_the_columns_can_be_told(page: Any, returned: Path, qtbot: Any) -> None:
    choose(page, returned, "HV", qtbot)
    chooser = page.mapping._choosers["comment"]
    chooser.show_value("")
    chooser.chosen.emit("")
    qtbot.waitUntil(lambda: not page.desk.jobs.busy, timeout=20_000)
    assert "comment" not in page.plan.mapping.columns


def test_an_agency_nobody_named_is_asked_for(page: Any, returned: Path, qtbot: Any) -> None:
    choose(page, returned, "", qtbot)
    assert "which agency" in page.errors.message
    assert not page.button.isEnabled()
    page.agency.show_value("new")
    page._agency_chosen()
    page.new_agency.setText("Night Shelter")
    page.new_agency.left.emit("Night Shelter")
    qtbot.waitUntil(lambda: page.plan is not None, timeout=20_000)
    assert page.button.isEnabled()


def test_a_file_that_is_no_return_is_said_in_place(page: Any, tmp_path: Path, qtbot: Any) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"not a document")
    choose(page, bad, "HV", qtbot)
    assert page.errors.message
    assert not page.button.isEnabled()
    assert page.plan is None


def test_escape_leaves_everything_as_it_was(
    page: Any, session: Any, returned: Path, window: MainWindow, qtbot: Any
) -> None:
    before = session.snapshot
    choose(page, returned, "HV", qtbot)
    QTest.keyClick(page.file, Qt.Key.Key_Escape)
    assert window.desk_view is not None
    assert window.desk_view.current == "chronology"
    assert session.snapshot == before


CORRECTED = """Date,Time,Record,Event,Comment
12/02/2024,10:00,SystmOne,Home visit to the new address,
05/13/2024,,SystmOne,Strategy meeting,
05/03/2024,,SystmOne,Call about transport,
13/02/2024,,,Call,
"""


def press(button: Any) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def ready(page: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not page.desk.jobs.busy, timeout=20_000)


def test_a_corrected_return_is_asked_about_once_and_shows_its_changes(
    page: Any, session: Any, returned: Path, window: MainWindow, qtbot: Any
) -> None:
    page.agency.show_value("new")
    page._agency_chosen()
    page.new_agency.setText("Night Shelter")
    page.choose(returned)
    ready(page, qtbot)
    page.apply()
    ready(page, qtbot)
    before = session.snapshot
    window.desk_view.go("import", "chronology")  # type: ignore[union-attr]
    returned.write_text(CORRECTED, encoding="utf-8")
    choose(page, returned, "NS", qtbot)
    assert [q.about for q in page.plan.questions] == ["mapping", "day-order"]
    assert page.questions.isVisible()
    assert page.changes.isVisible()
    assert not page.button.isEnabled()
    QTest.keyClick(page.file, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session.snapshot == before
    assert page.questions.answers[0].hasFocus(), "the keyboard goes to what the import waits for"
    page.questions.answers[-1].setFocus()
    QTest.keyClick(page.questions.answers[-1], Qt.Key.Key_Tab)
    assert page.mapping.isAncestorOf(QApplication.focusWidget()), "Tab goes down the page as the eye does"
    press(page.questions.answers[0])
    ready(page, qtbot)
    assert [q.about for q in page.plan.questions] == ["day-order"]
    press(page.questions.answers[0])  # day first
    ready(page, qtbot)
    assert page.plan.questions == ()
    assert not page.questions.isVisible()
    assert [row.ref for row in page.plan.changed] == ["NS-001"]
    assert [row.ref for row in page.plan.missing] == ["NS-002"]
    page.details.author.setText("A. Writer")
    page.details.dated.line.setText("3 June 2024")
    assert page.button.hasFocus()
    QTest.keyClick(page.button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    ready(page, qtbot)
    received = session.snapshot.returns[-1]
    assert (received.author, str(received.dated), received.version) == ("A. Writer", "2024-06-03", 2)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.snapshot == before


def test_a_template_is_made_from_the_page(page: Any, tmp_path: Path, qtbot: Any) -> None:
    press(page.ask_template)
    assert page.template.isVisible()
    assert not page.template.button.isEnabled()
    page.agency.show_value("HV")
    page._agency_chosen()
    assert page.template.button.isEnabled()
    page.template.needs["time"].setChecked(True)
    page.template.has["comment"].setChecked(False)
    target = tmp_path / "template.docx"
    page.template.wanted.emit(target)
    ready(page, qtbot)
    assert target.read_bytes().startswith(b"PK")
    assert "clean" in page.template.said.text()
    assert "time" in page.template.mandatory
    assert "comment" not in page.template.columns


def test_cancelling_the_reading_leaves_the_page_as_it_was(page: Any, session: Any, tmp_path: Path, qtbot: Any) -> None:
    before = session.snapshot
    long = tmp_path / "long.csv"
    long.write_text("Date,Source,Event\n" + "3 May 2024,Log,Visit\n" * 40_000, encoding="utf-8")
    page.agency.show_value("HV")
    page.choose(long)
    page.desk.jobs.cancel_all()
    ready(page, qtbot)
    assert page.plan is None
    assert session.snapshot == before


def test_a_cancel_while_rows_are_stored_leaves_the_review_as_it_was(
    page: Any, session: Any, returned: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(page, returned, "HV", qtbot)
    before, steps = session.snapshot, session.undo_label
    pressed = Event()

    def store(_label: str, _records: Any, progress: Progress) -> None:
        assert pressed.wait(20)
        progress.step(1, 2, "Storing")

    with monkeypatch.context() as patched:
        patched.setattr(session, "store", store)
        page.apply()
        page.desk.jobs.cancel_all()
        pressed.set()
        ready(page, qtbot)
    assert session.snapshot == before
    assert session.whole_snapshot() == before
    assert session.undo_label == steps
    assert not session.storing
    assert page.button.isEnabled(), "and it can be imported after all"
    page.apply()
    ready(page, qtbot)
    assert len(session.snapshot.returns) == len(before.returns) + 1
