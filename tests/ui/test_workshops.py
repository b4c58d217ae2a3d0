"""Workshops by keyboard: write down, next; change; the event's promises; who came, kept apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app.domain.workshop import Attribution, Consent
from desktop_app.ui.shell.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(window: MainWindow, rest: Callable[[], None]) -> Any:
    assert window.desk_view is not None
    window.desk_view.show_page("workshops")
    rest()
    return window.desk_view.page


def press(key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, with_)


def test_what_was_said_stands_under_its_prompt(page: Any) -> None:
    rows = page.said.rows
    assert [(row.prompt, row.count) for row in rows if row.reflection is None] == [
        ("What made sense at the time?", 2),
        ("What got in the way?", 1),
    ]
    spoken = page.said.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "School rang home the same morning, every time., Worked well, May be quoted, Not attributed"


def test_reflections_are_written_down_one_after_another(page: Any, session: Any, write: Any, rest: Any) -> None:
    page.listing.setFocus()
    press(Qt.Key.Key_R)
    rest()
    assert QApplication.focusWidget() is page.form.text_field
    write(page.form.text_field, "Roedd yn ŵr tawel.")
    press(Qt.Key.Key_Return, CONTROL)
    rest()
    assert QApplication.focusWidget() is page.form.text_field
    assert page.form.text_field.toPlainText() == ""
    write(page.form.text_field, "We rang twice.")
    press(Qt.Key.Key_Return, CONTROL)
    rest()
    made = session.snapshot.reflections[-2:]
    assert [(r.workshop, r.prompt, r.text) for r in made] == [
        ("w1", "q1", "Roedd yn ŵr tawel."),
        ("w1", "q1", "We rang twice."),
    ]
    assert all(r.attribution is Attribution.UNATTRIBUTED for r in made)


def test_an_empty_one_is_refused_inline(page: Any, session: Any, rest: Any) -> None:
    page.write_down()
    press(Qt.Key.Key_Return, CONTROL)
    rest()
    assert "A reflection needs words. Nothing was added." in page.errors.message
    assert len(session.snapshot.reflections) == 3


def test_a_letter_typed_in_a_field_starts_nothing(page: Any, session: Any) -> None:
    page.write_down()
    press(Qt.Key.Key_N)
    press(Qt.Key.Key_R)
    assert page.form.text_field.toPlainText() == "nr"
    assert len(session.snapshot.workshops) == 1


def test_saving_keeps_a_draft_and_leaving_loses_nothing(
    page: Any, window: MainWindow, session: Any, write: Any, rest: Any
) -> None:
    page.write_down()
    write(page.form.text_field, "Half a")
    window.save()
    assert session.drafts == {"reflection:w1": "Half a"}
    assert page.form.isVisible()
    assert page.form.text_field.toPlainText() == "Half a"
    assert len(session.snapshot.reflections) == 3
    window._look.choose(scheme=None, scale=125)  # the pages are built anew
    rest()
    assert window.desk_view is not None
    again: Any = window.desk_view.page
    assert again is not page
    assert again.form.text_field.toPlainText() == "Half a"
    again.form.text_field.setFocus()
    press(Qt.Key.Key_Return, CONTROL)
    assert session.snapshot.reflections[-1].text == "Half a"
    assert not any(session.drafts.values())


def test_escape_keeps_what_was_typed(page: Any, session: Any, write: Any, rest: Any) -> None:
    page.write_down()
    write(page.form.text_field, "Said quickly.")
    press(Qt.Key.Key_Escape)
    rest()
    assert not page.form.isVisible()
    assert session.snapshot.reflections[-1].text == "Said quickly."


def test_a_reflection_is_changed_by_keyboard(page: Any, session: Any, write: Any, rest: Any) -> None:
    page.said.setFocus()
    page.said.pick("x1")
    press(Qt.Key.Key_Return)
    rest()
    assert page.form.text_field.toPlainText() == "School rang home the same morning, every time."
    page.form.consent.setFocus()
    press(Qt.Key.Key_Down)
    rest()
    held = next(r for r in session.snapshot.reflections if r.uid == "x1")
    assert held.consent is Consent.PARAPHRASE
    assert session.undo_label == "Edit reflection"


def test_a_named_group_that_is_small_is_advised_on(page: Any, session: Any, write: Any, rest: Any) -> None:
    page.show_sheet("people")
    page.add_participant()
    write(page.attendance.role, "GP")
    page.attendance.role.setFocus()
    press(Qt.Key.Key_Tab)
    rest()
    page.open_record("x1")
    rest()
    page.form.attribution.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    write(page.form.group, "GP")
    page.form.group.setFocus()
    press(Qt.Key.Key_Tab)
    rest()
    assert "Fewer than three there belong to it" in page.form._group.advice.text()
    assert next(r for r in session.snapshot.reflections if r.uid == "x1").group == "GP"


def test_a_statement_without_limits_is_advised_on_and_kept(page: Any, session: Any, write: Any, rest: Any) -> None:
    page.listing.setFocus()
    press(Qt.Key.Key_2, ALT)
    rest()
    assert page.event_form.isVisible()
    advice = page.event_form._confidentiality.advice
    assert "a new risk to somebody is passed on" in advice.text()
    field = page.event_form._fields["confidentiality"]
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    write(field, " A new risk is passed on.")
    press(Qt.Key.Key_Tab)
    rest()
    assert session.snapshot.workshops[0].confidentiality.endswith("A new risk is passed on.")
    assert advice.text() == "It says its limits."


def test_who_came_is_a_sheet_of_its_own(page: Any, session: Any, write: Any, rest: Any) -> None:
    page.show_sheet("people")
    rest()
    assert not page.said.isVisible()
    page.add_participant()
    write(QApplication.focusWidget(), "Somebody Invented")
    press(Qt.Key.Key_Tab)
    rest()
    assert [(p.workshop, p.name) for p in session.snapshot.participants] == [("w1", "Somebody Invented")]
    page.show_sheet("said")
    rest()
    assert not page.attendance.isVisible()


def test_prompts_are_added_and_changed(page: Any, session: Any, write: Any, rest: Any) -> None:
    page.show_sheet("prompts")
    page.planning.add_prompt()
    rest()
    write(QApplication.focusWidget(), "What would have helped?")
    press(Qt.Key.Key_Tab)
    rest()
    made = session.snapshot.prompts[-1]
    assert (made.text, made.library, made.order) == ("What would have helped?", "scie", 3)
    assert page.form.prompt.findData(made.uid) > 0


def test_a_workshop_is_added_named_and_deleted(page: Any, session: Any, write: Any, rest: Any) -> None:
    page.listing.setFocus()
    press(Qt.Key.Key_N)
    rest()
    write(QApplication.focusWidget(), "Recall event")
    press(Qt.Key.Key_Tab)
    rest()
    assert [w.title for w in session.snapshot.workshops] == ["Practitioner learning event", "Recall event"]
    page.delete()
    rest()
    assert [w.title for w in session.snapshot.workshops] == ["Practitioner learning event"]
    page.delete()
    rest()
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    assert "No workshops yet" in said


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("sheet", ["said", "event", "people", "prompts", "agenda", "room", "recall"])
def test_nothing_is_clipped_on_any_sheet(window: MainWindow, page: Any, rest: Any, scale: int, sheet: str) -> None:
    window._look.choose(scheme=None, scale=scale)
    rest()
    assert window.desk_view is not None
    shown = window.desk_view.page
    assert isinstance(shown, QWidget)
    if sheet == "said":
        shown.write_down()  # type: ignore[attr-defined]
    else:
        shown.show_sheet(sheet)  # type: ignore[attr-defined]
    rest()
    for label in shown.findChildren(QLabel):
        if label.isVisibleTo(shown) and label.text():
            least = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= least, label.text()
            assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()
    assert window.size().width() == 1440


def test_a_matter_taken_forward_is_entered_and_done(page: Any, session: Any, write: Any, rest: Any) -> None:
    page.show_sheet("matters")
    matters = page.planning.matters
    matters.add_asked.emit()
    rest()
    assert QApplication.focusWidget() is matters.text_field
    write(matters.text_field, "A younger child may be at risk.")
    matters.who.setFocus()
    rest()
    (concern,) = session.snapshot.concerns
    assert (concern.workshop, concern.text) == ("w1", "A younger child may be at risk.")
    assert matters.listing.entries[0].second == "Nobody acts on it yet"
    write(matters.who, "Duty manager")
    matters.done.setFocus()
    write(matters.done, "Strategy meeting held the same day")
    matters.when.setFocus()
    rest()
    assert session.snapshot.concerns[0].done == "Strategy meeting held the same day"
    assert matters.listing.entries[0].second == "Done"
    matters.deleted.emit(concern.uid)
    rest()
    assert session.snapshot.concerns == ()


def test_who_is_asked_and_the_letter(page: Any, session: Any, write: Any, rest: Any) -> None:
    page.show_sheet("people")
    page.add_participant()
    rest()
    write(page.attendance.name, "Gwen Ashdown")
    page.attendance.invited.line.setFocus()
    write(page.attendance.invited.line, "1 April 2026")
    page.attendance.role.setFocus()
    rest()
    (asked,) = session.snapshot.participants
    assert (asked.name, str(asked.invited)) == ("Gwen Ashdown", "2026-04-01")
    page.attendance.letter_asked.emit(asked.uid)
    assert QApplication.clipboard().text().startswith("Dear Gwen Ashdown,")
    QApplication.clipboard().clear()


def test_prompts_are_read_from_a_file(page: Any, session: Any, rest: Any, tmp_path: Any) -> None:
    (tmp_path / "ours.csv").write_text("prompt\nWhat was it like?\n", "utf-8")
    page.planning.read_prompts(tmp_path / "ours.csv")
    rest()
    assert session.snapshot.workshops[0].library == "ours"
    assert "What was it like?" in [entry.title for entry in page.prompts.listing.entries]
    page.planning.read_prompts(tmp_path / "none.csv")
    assert "cannot be used as a set of prompts" in page.errors.message
