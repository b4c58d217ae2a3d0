"""The chronology page by keyboard: filter, read, edit, add, delete, undo; and the lanes above it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import current_thread, main_thread
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain.chronology import ChronologyEvent, ImportIssue
from desktop_app.ui.shell.main_window import MainWindow

Rest = Callable[[], None]


@pytest.fixture
def page(window: MainWindow, rest: Rest) -> Any:
    assert window.desk_view is not None
    window.desk_view.go("chronology")
    rest()
    return window.desk_view.page


def shown(page: Any) -> list[str]:
    return [row.event.ref for row in page.model.rows]


def test_words_narrow_the_table(page: Any, qtbot: Any) -> None:
    page.search.setText("strategy discussion")
    qtbot.waitUntil(lambda: len(page.model.rows) == 2, timeout=30_000)
    assert "2 of 12" in page.count.text()
    page.search.clear()
    qtbot.waitUntil(lambda: len(page.model.rows) == 12, timeout=30_000)


def test_an_agency_and_a_mark_narrow_it_too(page: Any) -> None:
    page.agencies.tick("a-SCH")
    assert set(shown(page)) == {"SCH-000", "SCH-006", "SCH-009"}
    assert page.agencies.narrowing
    page.marks.tick("Look at the date")
    assert shown(page) == ["SCH-009"]
    page.agencies.show_all()
    page.marks.show_all()
    assert len(shown(page)) == 12


def test_arrow_keys_show_the_event_beside_the_table(page: Any) -> None:
    before = page.here
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.here != before


def test_an_edit_is_stored_on_leaving_the_field(page: Any, session: Any, write: Callable[[QWidget, str], None]) -> None:
    page.open_record("e5")
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    assert page.editing
    page.editor.comment.setFocus()
    page.editor.comment.selectAll()
    write(page.editor.comment, "Said at Tŷ Gwyn – ŵ ŷ")
    QTest.keyClick(page.editor.comment, Qt.Key.Key_Tab)
    event = next(e for e in session.snapshot.events if e.uid == "e5")
    assert event.comment == "Said at Tŷ Gwyn – ŵ ŷ"
    assert event.event.startswith("Callum seen alone"), "fact and comment are apart"
    QTest.keyClick(page.editor, Qt.Key.Key_Escape)
    assert not page.editing


def test_an_event_is_marked_explicit_and_abridged_for_others(
    page: Any, session: Any, write: Callable[[QWidget, str], None]
) -> None:
    page.open_record("e5")
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    event = next(e for e in session.snapshot.events if e.uid == "e5")
    assert not page.editor.abridged.isVisibleTo(page.editor)
    QTest.keyClick(page.editor.explicit, Qt.Key.Key_Space)
    assert page.editor.abridged.isVisibleTo(page.editor)
    page.editor.abridged.setFocus()
    write(page.editor.abridged, "A child was hurt.")
    QTest.keyClick(page.editor.abridged, Qt.Key.Key_Tab)
    stored = next(e for e in session.snapshot.events if e.uid == event.uid)
    assert (stored.explicit, stored.abridged, stored.event) == (True, "A child was hurt.", event.event)


def test_the_date_is_read_back_as_it_is_typed(page: Any, session: Any) -> None:
    page.open_record("e5")
    page.edit()
    page.editor.date.setText("early June 2024")
    assert "June 2024" in page.editor._date_line.advice.text()
    page.editor.date.setText("31/02/2024")
    said = page.editor._date_line.advice.text()
    assert "kept as written" in said or "look" in said
    QTest.keyClick(page.editor.date, Qt.Key.Key_Tab)
    event = next(e for e in session.snapshot.events if e.uid == "e5")
    assert event.date.wording == "31/02/2024"


def test_a_judging_word_gets_a_note_and_is_still_saved(page: Any, session: Any) -> None:
    page.open_record("e5")
    page.edit()
    page.editor.event_text.setFocus()
    page.editor.event_text.setPlainText("SW failed to follow up")
    assert "failed to" in page.editor._event_line.advice.text()
    page.stop_editing()
    assert next(e for e in session.snapshot.events if e.uid == "e5").event == "SW failed to follow up"


def test_others_are_counted_from_an_event_that_has_a_name(page: Any, write: Callable[[QWidget, str], None]) -> None:
    page.table.pick_row(0)
    page.edit()
    page.editor.landmark.setFocus()
    write(page.editor.landmark, "the first referral")
    QTest.keyClick(page.editor.landmark, Qt.Key.Key_Tab)
    page.stop_editing()
    page.table.pick_row(5)
    said = [label.text() for label in page.detail.findChildren(QLabel)]
    assert any(words.endswith("the first referral") for words in said)


def test_a_new_event_and_its_undo(page: Any, session: Any, window: MainWindow) -> None:
    page.agencies.tick("a-HV")
    QTest.keyClick(page.table, Qt.Key.Key_N)
    assert len(session.snapshot.events) == 13
    assert session.snapshot.events[-1].ref == "HV-002"
    assert page.editing
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(session.snapshot.events) == 12


def test_deleting_asks_nothing_and_can_be_undone(page: Any, session: Any) -> None:
    page.open_record("e5")
    page.edit()
    page._delete("e5")
    assert "e5" not in {e.uid for e in session.snapshot.events}
    session.undo()
    assert "e5" in {e.uid for e in session.snapshot.events}


def test_opening_a_hidden_event_takes_the_filter_away(page: Any) -> None:
    page.agencies.tick("a-HV")
    page.open_record("e5")
    assert page.here == "e5"


def test_what_an_import_asked_is_settled_beside_the_event(page: Any, session: Any, window: MainWindow) -> None:
    assert window.desk_view is not None
    issue = ImportIssue(uid="i1", event="e8", why="no source of information", field="source")
    window.desk_view.desk.announce(session.put("Import", issue))
    assert page.waiting.isVisible()
    page.open_record("waiting")
    assert shown(page) == ["CAM-008"]
    page._settle("i1")
    assert session.snapshot.issues[0].resolved


def test_an_empty_chronology_offers_an_import(page: Any, session: Any, rest: Rest) -> None:
    session.snapshot = replace(session.snapshot, events=())
    page.refresh(frozenset())
    rest()
    assert page.parts.nothing.isVisible()
    assert not page.panel.isVisible()
    page.parts.nothing.acted.emit()
    assert page.window().desk_view.current == "import"


def test_five_thousand_events_are_drawn(page: Any, session: Any, rest: Rest) -> None:
    template = session.snapshot.events[5]
    many = tuple(replace(template, uid=f"m{n}", ref=f"CSC-{n:04}") for n in range(5_000))
    session.snapshot = replace(session.snapshot, events=many)
    page.refresh(frozenset({"events"}))
    rest()
    page.open_record("m4999")
    rest()
    assert page.here == "m4999"
    assert page.grab().width() == page.width()


def test_the_lanes_of_many_events_come_from_a_worker(
    page: Any, session: Any, rest: Rest, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.ui.pages.chronology.lane_making.FEW", 2)
    made_in: list[bool] = []
    lanes = type(page.timeline.lanes)
    shown = lanes.show_scene

    def show(self: Any, scene: Any, whole: Any) -> None:
        made_in.append(current_thread() is main_thread())
        shown(self, scene, whole)

    monkeypatch.setattr(lanes, "show_scene", show)
    page.open_record(session.snapshot.events[5].uid)
    page._show_timeline()
    assert page.desk.jobs.busy
    assert not made_in
    page._show_timeline()  # asked again before the first is there: one is shown
    qtbot.waitUntil(lambda: not page.desk.jobs.busy, timeout=20_000)
    rest()
    assert made_in == [True]
    assert page.timeline.lanes.scene.told(page.timeline.lanes.current).uid == page.here


def test_a_new_event_in_an_empty_review_needs_no_agency(page: Any, session: Any) -> None:
    session.snapshot = replace(session.snapshot, events=(), agencies=())
    page.refresh(frozenset())
    page.add_event()
    assert session.snapshot.events == (ChronologyEvent(uid=session.snapshot.events[0].uid),)
