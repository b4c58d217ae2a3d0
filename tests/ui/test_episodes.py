"""Key practice episodes and what the lines of enquiry rest on, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.ui.shell.main_window import MainWindow


@pytest.fixture
def page(window: MainWindow) -> Any:
    assert window.desk_view is not None
    window.desk_view.go("episodes")
    return window.desk_view.page


def make(page: Any, write: Callable[..., None], title: str) -> None:
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_N)
    assert page.form.title.hasFocus()
    write(page.form.title, title)
    QTest.keyClick(page.form.title, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_an_episode_is_made_named_and_filled_without_the_mouse(
    page: Any, session: Any, write: Callable[..., None]
) -> None:
    make(page, write, "Missing episodes, spring 2024")
    (episode,) = session.snapshot.episodes
    assert (episode.number, episode.title) == (1, "Missing episodes, spring 2024")
    refs = [event.ref for event in session.snapshot.events[:3]]
    page.form.add.setFocus()
    write(page.form.add, ", ".join(refs))
    QTest.keyClick(page.form.add, Qt.Key.Key_Return)
    assert session.snapshot.episodes[0].events == tuple(event.uid for event in session.snapshot.events[:3])
    assert page.form.add.text() == ""
    assert len(page.form.events.rows) == 3
    page.form.factors["Inter-agency"].setFocus()
    QTest.keyClick(page.form.factors["Inter-agency"], Qt.Key.Key_Space)
    page.form.why.setFocus()
    write(page.form.why, "Nobody asked where he had been.")
    page.form.why.leave()
    kept = session.snapshot.episodes[0]
    assert (kept.factors, kept.why) == (("Inter-agency",), "Nobody asked where he had been.")


def test_a_ref_nobody_has_is_refused_and_stays_typed(page: Any, session: Any, write: Callable[..., None]) -> None:
    make(page, write, "One")
    write(page.form.add, "ZZZ-999")
    page._add("ZZZ-999")
    assert session.snapshot.episodes[0].events == ()
    assert "ZZZ-999" in page.errors.message


def test_a_title_cannot_be_emptied_by_accident(page: Any, session: Any, write: Callable[..., None]) -> None:
    make(page, write, "One")
    page.form.title.setText("")
    page.form.title.leave()
    assert session.snapshot.episodes[0].title == "One"
    assert page.form.title.text() == "One"


def test_taking_an_event_out_and_deleting_are_one_step_each(
    page: Any, session: Any, write: Callable[..., None]
) -> None:
    make(page, write, "One")
    uid = session.snapshot.events[0].uid
    page._add(session.snapshot.events[0].ref)
    page.form.events.pick(uid)
    page.form.take_out.click()
    assert session.snapshot.episodes[0].events == ()
    page.form.delete_asked.emit()
    assert session.snapshot.episodes == ()
    session.undo()
    assert len(session.snapshot.episodes) == 1


def test_lines_of_enquiry_say_what_they_rest_on_and_lead_there(page: Any, session: Any) -> None:
    rows = page.kloes.rows
    assert [row.uid for row in rows] == [kloe.uid for kloe in session.snapshot.kloes]
    asked: list[tuple[str, str]] = []
    page.desk.asked.connect(lambda name, uid: asked.append((name, uid)))
    page.desk.asked.disconnect(page.window().desk_view.go)
    page.kloes.picked.emit(rows[0].uid)
    assert asked == [("chronology", f"kloe:{rows[0].uid}")]
