"""Words are chosen and marked by keyboard, seen in the margin, and gathered under their theme."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.coding import Coding, Theme
from desktop_app.domain.review import Narrative
from desktop_app.ui.pages.coding.margin import Bracket, lanes_of
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.widgets.type_ahead import TypeAhead

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform, of every popup

VOICE = Theme(uid="t1", name="Voice", letter="V", colour=1, definition="Whether anybody asked")
CLOSED = Theme(uid="t2", name="Closed early", letter="C", colour=2)
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(window: MainWindow, session: Any, rest: Callable[[], None]) -> Any:
    session.put("Themes", VOICE, CLOSED)
    assert window.desk_view is not None
    window.desk_view.go("themes")
    rest()
    return window.desk_view.page


def asked() -> Any:
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, TypeAhead) and w.isVisible()]
    return found


def take(typed: str, qtbot: Any) -> None:
    palette = asked()
    qtbot.keyClicks(palette.field, typed)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)


def choose_words(page: Any, words: int) -> None:
    reader = page.read.reader
    for _ in range(words):
        QTest.keyClick(reader, Qt.Key.Key_Right, CTRL_SHIFT)


def test_an_event_is_opened_words_chosen_and_marked_with_one_key(page: Any, session: Any, qtbot: Any) -> None:
    page.read.sources.list.pick("e6")
    QTest.keyClick(page.read.sources.list, Qt.Key.Key_Return)
    assert page.read.reader.hasFocus()
    choose_words(page, 3)
    QTest.keyClick(page.read.reader, Qt.Key.Key_M)
    take("v", qtbot)
    (coding,) = session.snapshot.codings
    event = next(e for e in session.snapshot.events if e.uid == coding.of)
    assert (coding.theme, coding.field, coding.start) == ("t1", "event", 0)
    assert event.event.startswith(coding.quote)
    assert len(coding.quote.split()) == 3
    assert [b.letter for b in page.read.reader.brackets] == ["V"]
    assert page.read.marks.list.entries[0].title == coding.quote
    assert page.read.reader.hasFocus(), "reading goes on"


def test_a_theme_nobody_made_yet_is_made_while_reading(page: Any, session: Any, qtbot: Any) -> None:
    page.read.sources.list.pick("e6")
    page.read.reader.setFocus()
    QTest.keyClick(page.read.reader, Qt.Key.Key_M)
    take("Silence", qtbot)
    made = next(theme for theme in session.snapshot.themes if theme.name == "Silence")
    (coding,) = session.snapshot.codings
    assert (coding.theme, coding.field) == (made.uid, ""), "nothing was chosen: the whole record is marked"
    assert made.letter == "S"


def test_escape_leaves_all_as_it_is(page: Any, session: Any) -> None:
    page.read.sources.list.pick("e6")
    page.read.reader.setFocus()
    QTest.keyClick(page.read.reader, Qt.Key.Key_M)
    QTest.keyClick(asked().field, Qt.Key.Key_Escape)
    assert session.snapshot.codings == ()
    assert page.read.reader.hasFocus()


def test_letters_beyond_the_first_plane_do_not_shift_what_is_marked(page: Any, session: Any) -> None:
    event = next(e for e in session.snapshot.events if e.uid == "e6")
    session.put("Edit", replace(event, event="🙂🙂 Ŵyr neb ddim. He was seen.", comment="Who 🙂 knew?"))
    session.put("Mark", Coding(uid="c1", theme="t1", family="events", of="e6", field="comment", start=6, end=10,
                               quote="knew"))  # fmt: skip
    page.refresh(frozenset())
    page.open_record("c1")
    reader = page.read.reader
    assert reader.textCursor().selectedText() == "knew"
    assert (reader.chosen().field, reader.chosen().start, reader.chosen().end) == ("comment", 6, 10)
    reader.choose("event", 3, 6)
    assert reader.textCursor().selectedText() == "Ŵyr"
    assert (reader.chosen().start, reader.chosen().end) == (3, 6)


def test_words_across_two_texts_are_those_of_the_first(page: Any, session: Any) -> None:
    page.open_record("e6")
    reader = page.read.reader
    reader.setFocus()
    QTest.keyClick(reader, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    event = next(e for e in session.snapshot.events if e.uid == "e6")
    found = reader.chosen()
    assert (found.field, found.start, found.end) == ("event", 0, len(event.event))


def test_a_mark_is_noted_moved_and_taken_away_and_undo_brings_it_back(
    page: Any, session: Any, window: MainWindow, qtbot: Any
) -> None:
    session.put("Mark", Coding(uid="c1", theme="t1", family="reflections", of="x2"))
    page.refresh(frozenset())
    page.open_record("c1")
    marks = page.read.marks
    marks.memo.setFocus()
    qtbot.keyClicks(marks.memo, "both agencies")
    QTest.keyClick(marks.memo, Qt.Key.Key_Tab)
    assert session.snapshot.codings[0].memo == "both agencies"
    marks.list.setFocus()
    QTest.keyClick(marks.list, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    take("closed", qtbot)
    assert session.snapshot.codings[0].theme == "t2"
    QTest.keyClick(marks.list, Qt.Key.Key_Delete)
    assert session.snapshot.codings == ()
    assert not marks.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.snapshot.codings[0].theme == "t2"


def test_everything_under_a_theme_counts_agencies_and_leads_back(page: Any, session: Any, window: MainWindow) -> None:
    session.put(
        "Mark", Coding(uid="c1", theme="t1", family="events", of="e5", field="event", end=6, quote="Callum"),
        Coding(uid="c2", theme="t2", family="reflections", of="x2"), replace(CLOSED, parent="t1"),
    )  # fmt: skip
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert page.themes.list.hasFocus()
    said = {entry.uid: entry.second.strip() for entry in page.themes.list.entries}
    assert said == {"t1": "2 marks on 2 records", "t2": "1 mark on 1 record"}
    entries = page.themes.under.list.entries
    assert [entry.uid for entry in entries] == ["c1", "c2"]
    page.themes.under.list.setFocus()
    QTest.keyClick(page.themes.under.list, Qt.Key.Key_Return)
    assert page.which.value == "read"
    assert page.read.uid == "e5"
    assert page.read.reader.textCursor().selectedText() == "Callum"


def test_two_themes_become_one_by_keyboard(page: Any, session: Any, window: MainWindow, qtbot: Any) -> None:
    session.put("Mark", Coding(uid="c2", theme="t2", family="reflections", of="x2"))
    page.open_record("t1")
    QTest.keyClick(page.themes.list, Qt.Key.Key_F4)
    take("closed", qtbot)
    assert [theme.uid for theme in session.snapshot.themes] == ["t1"]
    assert session.snapshot.codings[0].theme == "t1"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(session.snapshot.themes) == 2


def test_a_theme_is_edited_and_cannot_lie_under_itself(page: Any, session: Any, qtbot: Any) -> None:
    page.open_record("t2")
    QTest.keyClick(page.themes.list, Qt.Key.Key_N)
    form = page.themes.form
    assert form.name_field.hasFocus()
    qtbot.keyClicks(form.name_field, "Waiting")
    QTest.keyClick(form.name_field, Qt.Key.Key_Tab)
    made = session.snapshot.themes[-1]
    assert made.name == "Waiting"
    assert made.uid not in [form.parent_field.itemData(n) for n in range(form.parent_field.count())]


def test_a_passage_says_what_it_rests_on(page: Any, session: Any, qtbot: Any) -> None:
    session.put("Write", Narrative(uid="n7", key="about", text="This is about a child."))
    page.refresh(frozenset())
    page.open_record("n7")
    assert page.read.resting.isVisible()
    for held in (("f1",), ()):
        page.read.reader.setFocus()
        QTest.keyClick(page.read.reader, Qt.Key.Key_R)
        take("finding 1", qtbot)
        assert next(n for n in session.snapshot.narratives if n.uid == "n7").rests_on == held


def test_brackets_that_overlap_stand_in_lanes_of_their_own() -> None:
    made = [
        Bracket(str(n), "V", 1, start, end, False) for n, (start, end) in enumerate([(0, 9), (4, 6), (9, 12), (5, 8)])
    ]
    assert {b.uid: b.lane for b in lanes_of(made)} == {"0": 0, "1": 1, "3": 2, "2": 0}
