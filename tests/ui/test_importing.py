"""The import page: the file is seen before anything is written, and one undo takes it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

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
