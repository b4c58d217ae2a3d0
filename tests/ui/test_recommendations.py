"""Recommendations by keyboard: typed references live, parts, order, actions as at a day, updates added."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from desktop_app.domain.crossreferences import Piece
from desktop_app.domain.learning import Action, ActionStatus, ProgressUpdate, Recommendation, RecommendationPart
from desktop_app.domain.snapshot import Snapshot
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.widgets.as_at import AsAtSlider
from desktop_app.ui.widgets.live_text import LiveText

TODAY = dt.date(2026, 5, 1)
R1, R2, R3 = "1" * 32, "2" * 32, "3" * 32


@pytest.fixture
def snapshot(snapshot: Snapshot) -> Snapshot:
    return replace(
        snapshot,
        recommendations=(
            Recommendation(uid=R1, number=1, title="Screening", text="Every contact is screened."),
            Recommendation(uid=R2, number=2, title="One procedure", text="One procedure is adopted."),
            Recommendation(uid=R3, number=3, title="After a missing episode", text="The child is heard."),
        ),
        parts=(
            RecommendationPart(uid="pa", recommendation=R3, letter="a", text="Police should consider a visit."),
            RecommendationPart(
                uid="pb", recommendation=R3, letter="b", text=f"As outlined at Recommendation {{rec:{R2}}} above."
            ),
        ),
        actions=(
            Action(uid="x1", number=4, text="Visit each child", parts=("pa",), owner_body="Police"),
            Action(uid="x2", number=5, text="Screen daily", recommendations=(R1,), status=ActionStatus.COMPLETE),
        ),
        updates=(
            ProgressUpdate(uid="u1", action="x1", as_at=dt.date(2026, 5, 1), text="Begun."),
            ProgressUpdate(uid="u2", action="x1", as_at=dt.date(2026, 8, 1), text="Nearly there."),
        ),
    )


@pytest.fixture
def page(window: MainWindow, rest: Callable[[], None]) -> Any:
    assert window.desk_view is not None
    window.desk_view.show_page("recommendations", R3)
    rest()
    return window.desk_view.page


def press(key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, with_)


def test_references_are_printed_and_doubtful_words_marked(page: Any) -> None:
    assert page.texts.texts["pb"].printed == "As outlined at Recommendation 2 above."
    assert page.texts.texts["pb"].stored == f"As outlined at Recommendation {{rec:{R2}}} above."
    assert len(page.texts.texts["pa"].extraSelections()) == 1
    assert "Can’t be checked as worded" in page.texts.texts["pa"].accessibleDescription()


def test_words_typed_are_kept_on_leaving_and_become_live(page: Any, session: Any, write: Any, rest: Any) -> None:
    text: LiveText = page.texts.texts[R3]
    text.setFocus()
    text.moveCursor(text.textCursor().MoveOperation.End)
    write(text, " See Recommendation 1, ŵedi hynny.")
    press(Qt.Key.Key_Tab)
    rest()
    stored = next(r.text for r in session.snapshot.recommendations if r.uid == R3)
    assert stored == f"The child is heard. See Recommendation {{rec:{R1}}}, ŵedi hynny."
    assert page.texts.texts[R3].printed == "The child is heard. See Recommendation 1, ŵedi hynny."
    assert session.undo_label == "Edit recommendation"
    assert page._view().cites == (1, 2)


def test_a_reference_is_one_caret_stop_and_goes_whole(page: Any, session: Any, rest: Any) -> None:
    text: LiveText = page.texts.texts["pb"]
    text.setFocus()
    text.moveCursor(text.textCursor().MoveOperation.End)
    press(Qt.Key.Key_Backspace)  # the full stop
    press(Qt.Key.Key_Backspace)  # the reference
    assert text.stored == "As outlined at "
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert R2 in text.stored


def test_control_enter_follows_a_reference(page: Any, rest: Any) -> None:
    text: LiveText = page.texts.texts["pb"]
    text.setFocus()
    text.moveCursor(text.textCursor().MoveOperation.End)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rest()
    assert page.here == R2


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform, of every menu
def test_a_reference_is_put_in_from_the_menu(page: Any, session: Any, rest: Any) -> None:
    text: LiveText = page.texts.texts[R3]
    text.setFocus()
    text.moveCursor(text.textCursor().MoveOperation.End)
    press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    rest()
    menu = next(m for m in page.findChildren(QMenu) if m.isVisible())
    assert [a.text() for a in menu.actions()] == ["1  Screening", "2  One procedure"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    rest()
    assert text.printed == "The child is heard. Recommendation 1 above"
    page.commit()
    rest()
    assert R1 in next(r.text for r in session.snapshot.recommendations if r.uid == R3)


def test_moving_renumbers_and_every_reference_follows(page: Any, session: Any, rest: Any) -> None:
    page.listing.setFocus()
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    rest()
    assert [r.number for r in session.snapshot.recommendations if r.uid == R3] == [2]
    assert page.here == R3
    assert page.texts.texts["pb"].printed == "As outlined at Recommendation 3 below."
    assert page.listing.entries[1].uid == R3


def test_one_that_is_cited_is_not_deleted_and_the_page_says_so(page: Any, session: Any, rest: Any) -> None:
    page.open_record(R2)
    page.listing.setFocus()
    press(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    rest()
    assert "Recommendation 2 is cited by recommendation 3." in page.errors.message
    assert "Nothing was deleted." in page.errors.message
    assert len(session.snapshot.recommendations) == 3
    page.open_record(R1)
    assert page.errors.isHidden()
    press(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    rest()
    assert [r.uid for r in session.snapshot.recommendations] == [R2, R3]
    assert page.here in (R2, R3)


def test_adding_puts_the_caret_where_the_words_go(page: Any, session: Any, write: Any, rest: Any) -> None:
    page.listing.setFocus()
    press(Qt.Key.Key_N)
    rest()
    write(QApplication.focusWidget(), "Somebody does something.")
    press(Qt.Key.Key_Tab)
    rest()
    made = session.snapshot.recommendations[-1]
    assert (made.number, made.text) == (4, "Somebody does something.")
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    rest()
    write(QApplication.focusWidget(), "First part.")
    page.commit()
    rest()
    parts = [p for p in session.snapshot.parts if p.recommendation == made.uid]
    assert [(p.letter, p.text) for p in parts] == [("a", "First part.")]


def test_a_letter_typed_in_a_text_adds_nothing(page: Any, session: Any) -> None:
    page.texts.texts[R3].setFocus()
    press(Qt.Key.Key_N)
    assert len(session.snapshot.recommendations) == 3


def test_actions_show_what_was_said_by_the_day(page: Any, rest: Any) -> None:
    assert [row.update for row in page.actions_panel.rows.rows] == ["Nearly there."]
    slider: AsAtSlider = page.actions_panel.slider
    slider.setFocus()
    press(Qt.Key.Key_Home)
    rest()
    assert slider.day == dt.date(2026, 5, 1)
    assert [row.update for row in page.actions_panel.rows.rows] == ["Begun."]
    assert slider.accessibleDescription() == "1 updates count, 1 are left out."
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    rest()
    assert [row.update for row in page.actions_panel.rows.rows] == [""]
    assert page.actions_panel.day_field.line.text().replace("\u00a0", " ") == "30 Apr 2026"


def test_an_update_is_added_by_keyboard_and_a_half_one_is_refused_inline(
    page: Any, session: Any, write: Any, rest: Any
) -> None:
    page.actions_panel.rows.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    rest()
    assert page.card.isVisible()
    form = page.card.updates
    form.text_field.setFocus()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rest()
    assert "An update needs words." in page.errors.message
    write(form.text_field, "Done, as Recommendation 2 asks.")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rest()
    assert page.errors.isHidden()
    assert len(session.snapshot.updates) == 3
    assert session.snapshot.updates[-1].text == f"Done, as Recommendation {{rec:{R2}}} asks."
    assert form.text_field.toPlainText() == ""


def test_an_update_that_is_half_typed_is_kept_as_a_draft(page: Any, session: Any, write: Any, rest: Any) -> None:
    page.work.open("x1")
    write(page.card.updates.text_field, "Nearly")
    page.commit()
    assert session.drafts == {"update:x1": "Nearly"}
    page.work.open("")
    page.work.open("x1")
    assert page.card.updates.text_field.toPlainText() == "Nearly"


def test_an_action_is_changed_in_its_fields(page: Any, session: Any, write: Any, rest: Any) -> None:
    page.work.open("x1")
    page.card.role.setFocus()
    write(page.card.role, "Sergeant")
    press(Qt.Key.Key_Tab)
    page.card.due.line.setFocus()
    write(page.card.due.line, "30 September 2026")
    press(Qt.Key.Key_Tab)
    rest()
    held = next(a for a in session.snapshot.actions if a.uid == "x1")
    assert (held.owner_role, held.due) == ("Sergeant", dt.date(2026, 9, 30))
    page.card.due.line.setFocus()
    page.card.due.line.selectAll()
    write(page.card.due.line, "early autumn")
    press(Qt.Key.Key_Tab)
    rest()
    assert next(a for a in session.snapshot.actions if a.uid == "x1").due == dt.date(2026, 9, 30)


def test_an_action_opens_from_elsewhere(page: Any, window: MainWindow, rest: Any) -> None:
    assert window.desk_view is not None
    window.desk_view.show_page("recommendations", "x2")
    rest()
    assert page.here == R1
    assert page.card.isVisible()


def test_an_empty_review_says_what_to_do_first(page: Any, session: Any, rest: Any) -> None:
    for uid in (R3, R2, R1):
        page.open_record(uid)
        page.delete()
        rest()
    assert session.snapshot.recommendations == ()
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    assert "No recommendations yet" in said
    page.add()
    rest()
    assert len(page.listing.entries) == 1


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_clipped_with_an_action_open(window: MainWindow, page: Any, rest: Any, scale: int) -> None:
    window._look.choose(scheme=None, scale=scale)
    rest()
    assert window.desk_view is not None
    shown = window.desk_view.page
    shown.work.open("x1")  # type: ignore[union-attr]
    rest()
    assert isinstance(shown, QWidget)
    for label in shown.findChildren(QLabel):
        if label.isVisibleTo(shown) and label.text():
            least = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= least, label.text()
            assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()
    for text in shown.findChildren(LiveText):
        assert text.height() >= text.document().size().height(), text.accessibleName()


def test_tab_goes_down_the_text_and_on_to_the_actions(page: Any) -> None:
    page.texts.texts[R3].setFocus()
    reached = []
    for _ in range(12):
        press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.accessibleName())
    assert reached[:5] == ["Part 3a", "Delete part: Part 3a", "Part 3b", "Delete part: Part 3b", "Recommendation 2"]
    assert [reached[5], reached[6], reached[8]] == ["Add action", "As at", "Actions"]
    assert reached[7].startswith("Actions as at")


def test_copying_takes_the_words_as_printed(page: Any) -> None:
    text: LiveText = page.texts.texts["pb"]
    text.selectAll()
    assert text.createMimeDataFromSelection().text() == "As outlined at Recommendation 2 above."
    assert text.createMimeDataFromSelection().formats() == ["text/plain"]


def test_text_is_plain_and_keeps_its_lines(qtbot: Any) -> None:
    text = LiveText("Words")
    qtbot.addWidget(text)
    text.show_pieces([Piece("<b>One</b>\nTwo", "<b>One</b>\nTwo")])
    assert text.stored == "<b>One</b>\nTwo"
    assert text.document().blockCount() == 2


def test_an_action_that_answers_nothing_is_opened_and_given_what_it_answers(
    page: Any, session: Any, window: MainWindow, rest: Any
) -> None:
    loose = Action(uid="x9", number=9, text="Carry on", carried_from="EM-LR-2025-01, action 3", revised_due=TODAY)
    page.put("Carry over", loose)
    assert window.desk_view is not None
    window.desk_view.go("recommendations", "x9")
    rest()
    assert page.card.isVisible()
    assert page.card.answers.text() == "Answers nothing yet"
    assert "EM-LR-2025-01, action 3" in page.card._came.text()
    assert page.card._reason.isVisible()
    page.card.answered.emit(R1, True)
    rest()
    assert page.here == R1
    assert page.card.isVisible()
    assert session.snapshot.actions[-1].recommendations == (R1,)


def test_an_answer_is_dated_by_the_day_shown_and_kept_when_it_changes(page: Any, session: Any, rest: Any) -> None:
    page.details.accepted.chosen.emit("not-accepted")
    page.details.reason.setFocus()
    QTest.keyClicks(page.details.reason, "No money")
    press(Qt.Key.Key_Tab)
    page.details.accepted.chosen.emit("accepted")
    rest()
    first, second = session.snapshot.answer_changes
    assert (first.reason, first.after, second.after) == ("No money", "not-accepted", "accepted")
    page.work.panel.day_chosen.emit(dt.date(2020, 1, 1))
    assert page._view().accepted == "undecided"
