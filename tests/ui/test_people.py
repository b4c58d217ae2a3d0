"""People and bodies: added, named, given a pseudonym, with advice that never blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop_app.domain.people import PersonKind
from desktop_app.ui.pages.people.forms import split_forms
from desktop_app.ui.shell.main_window import MainWindow


@pytest.fixture
def page(window: MainWindow, rest: Callable[[], None]) -> Any:
    assert window.desk_view is not None
    window.desk_view.go("people", "pe1")
    rest()
    return window.desk_view.page


def test_add_by_keyboard(page: Any, session: Any) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_N)
    added = session.snapshot.people[-1]
    assert page.here == added.uid
    page._person.name.setText("Wyn Parry")
    QTest.keyClick(page._person.name, Qt.Key.Key_Tab)
    assert session.snapshot.people[-1].name == "Wyn Parry"
    assert any("Wyn Parry" in entry.title for entry in page.list.entries)


def test_a_risky_pseudonym_is_advised_against_and_kept(page: Any, session: Any) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_F2)
    page._person.pseudonym.setText("Cedric")
    QTest.keyClick(page._person.pseudonym, Qt.Key.Key_Tab)
    assert session.snapshot.people[0].pseudonym == "Cedric"
    assert "initial" in page._person._pseudonym_line.advice.text()


def test_a_half_date_is_never_stored(page: Any, session: Any) -> None:
    born = session.snapshot.people[0].born
    page._person.born.line.setFocus()
    page._person.born.line.setText("sometime in 2012")
    QTest.keyClick(page._person.born.line, Qt.Key.Key_Tab)
    assert session.snapshot.people[0].born == born
    assert page._person.born.advice.text()


def test_a_body_is_named_as_it_is_unless_told(page: Any, session: Any) -> None:
    page.open_record("b2")
    assert page._instead.text() == "named as it is"
    page._body.pseudonym.setFocus()
    page._body.pseudonym.setText("a mental health service")
    QTest.keyClick(page._body.pseudonym, Qt.Key.Key_Tab)
    assert session.snapshot.bodies[1].pseudonym == "a mental health service"


def test_the_forms_a_name_is_written_in_are_counted(page: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not page.desk.jobs.busy, timeout=20_000)
    said = [label.text() for label in page._written.findChildren(QLabel)]
    assert "replaced" in said


def test_delete_and_undo(page: Any, session: Any) -> None:
    page._delete()
    assert len(session.snapshot.people) == 3
    session.undo()
    assert len(session.snapshot.people) == 4


def test_a_professional_is_added_as_one(page: Any, session: Any) -> None:
    page.add_person(PersonKind.PRACTITIONER)
    assert session.snapshot.people[-1].kind is PersonKind.PRACTITIONER


def test_forms_are_split_once_each() -> None:
    assert split_forms(" Cal; Calum ;;Cal ") == ("Cal", "Calum")


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("uid", ["pe1", "pe4", "b1"])
def test_nothing_is_clipped_for_anybody(
    window: MainWindow, page: Any, qtbot: Any, rest: Callable[[], None], scale: int, uid: str
) -> None:
    window._look.choose(scheme=None, scale=scale)
    assert window.desk_view is not None
    window.desk_view.go("people", uid)
    qtbot.waitUntil(lambda: not page.desk.jobs.busy, timeout=20_000)
    rest()
    shown: Any = window.desk_view.page
    for label in shown.findChildren(QLabel):
        if label.isVisibleTo(shown) and label.text():
            least = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= least, label.text()


def test_forms_that_are_asked_about_are_named(page: Any, qtbot: Any, session: Any, rest: Callable[[], None]) -> None:
    event = session.snapshot.events[0]
    session.put("Edit", replace(event, event="C.D. was seen."))
    page._find_forms("p-callum")
    qtbot.waitUntil(lambda: not page.desk.jobs.busy, timeout=20_000)
    rest()
    assert "C.D." in page._written._asked.text()
