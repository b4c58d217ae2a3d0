"""The chronology's table by keyboard: fields edited in their row, many events at once, views, order within a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.domain.chronology import EventLink, Significance
from desktop_app.domain.dates import read_date
from desktop_app.domain.event_query import EventQuery
from desktop_app.services.chronology_window import Stop, StoppedError
from desktop_app.services.session import EventReader
from desktop_app.ui.pages.chronology import seeking
from desktop_app.ui.pages.chronology.ask_line import AskLine
from desktop_app.ui.pages.chronology.cell_editors import CellEditor
from desktop_app.ui.pages.chronology.columns import COLUMNS, Col
from desktop_app.ui.pages.chronology.delegate import ROW_HEIGHT
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.widgets.fields import Chooser

Rest = Callable[[], None]
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(window: MainWindow, rest: Rest) -> Any:
    assert window.desk_view is not None
    window.desk_view.go("chronology")
    rest()
    made: Any = window.desk_view.page
    made.take_focus()
    return made


def stored(session: Any, uid: str) -> Any:
    return next(event for event in session.snapshot.events if event.uid == uid)


def press(page: Any, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.table, key, modifier)


def editor(page: Any) -> CellEditor:
    found: list[CellEditor] = [made for made in page.table.viewport().findChildren(CellEditor) if made.isVisible()]
    assert len(found) == 1
    return found[0]


def to_column(page: Any, col: Col) -> None:
    while page.table.currentIndex().column() < col:
        press(page, Qt.Key.Key_Right)
    assert page.table.currentIndex().column() == col


def choose(menu: QMenu, *path: str) -> None:
    """By the words of the entries, as one reads them."""
    menu.aboutToShow.emit()
    actions: list[QAction] = menu.actions()
    for name in path[:-1]:
        sub: Any = next(a for a in actions if a.text() == name).menu()
        actions = sub.actions()
    next(a for a in actions if a.text() == path[-1]).trigger()


def test_a_date_is_edited_in_its_row_and_read_back(page: Any, session: Any, rest: Rest) -> None:
    page.open_record("e5")
    to_column(page, Col.DATE)
    press(page, Qt.Key.Key_F2)
    made = editor(page)
    QTest.keyClicks(made.field, "early June 2024")
    assert made.echo.text() == "Read as early June 2024."
    assert made.field.accessibleDescription() == "Read as early June 2024."
    QTest.keyClick(made.field, Qt.Key.Key_Return)
    rest()
    assert stored(session, "e5").date == read_date("early June 2024")
    assert page.here == "e5"
    assert page.table.hasFocus()
    assert page.table.currentIndex().column() == Col.DATE
    assert not page.editing


def test_escape_leaves_a_cell_as_it_was(page: Any, session: Any, rest: Rest) -> None:
    page.open_record("e5")
    to_column(page, Col.DATE)
    before = stored(session, "e5")
    press(page, Qt.Key.Key_F2)
    made = editor(page)
    QTest.keyClicks(made.field, "1999")
    QTest.keyClick(made.field, Qt.Key.Key_Escape)
    rest()
    assert stored(session, "e5") is before
    assert page.table.hasFocus()


def test_chosen_columns_are_edited_too(page: Any, session: Any, rest: Rest) -> None:
    page.views.show_columns(["source", "significance"])
    page.open_record("e5")
    to_column(page, Col.SOURCE)
    press(page, Qt.Key.Key_F2)
    QTest.keyClicks(editor(page).field, "Diary")
    QTest.keyClick(editor(page).field, Qt.Key.Key_Return)
    rest()
    assert stored(session, "e5").source == "Diary"
    to_column(page, Col.MATTERS)
    press(page, Qt.Key.Key_F2)
    field = editor(page).field
    assert isinstance(field, Chooser)
    field.show_value("significant")
    QTest.keyClick(field, Qt.Key.Key_Return)
    rest()
    assert stored(session, "e5").significance is Significance.SIGNIFICANT


def test_where_no_field_is_f2_opens_the_event(page: Any) -> None:
    page.open_record("e5")
    press(page, Qt.Key.Key_F2)
    assert page.editing


def test_several_events_change_as_one_step(page: Any, session: Any, window: MainWindow, rest: Rest) -> None:
    page.table.pick_row(0)
    for _ in range(3):
        press(page, Qt.Key.Key_Down, SHIFT)
    assert page.selection.isVisible()
    assert "4 events" in page.selection.said.text()
    uids = page.model.uids(page.table.places)
    choose(page.selection.menu._menu, "How much it matters", "Significant")
    rest()
    assert {stored(session, uid).significance for uid in uids} == {Significance.SIGNIFICANT}
    assert page.table.count == 4, "they stay selected"
    choose(page.selection.menu._menu, "Themes", "New theme…")
    (asked,) = [made for made in page.findChildren(AskLine) if made.isVisible()]
    QTest.keyClicks(asked.field, "missing episodes")
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    rest()
    assert {stored(session, uid).themes for uid in uids} == {("missing episodes",)}
    window.activateWindow()  # an offscreen dialog does not give that back
    page.take_focus()
    rest()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert {stored(session, uid).themes for uid in uids} == {()}
    press(page, Qt.Key.Key_Escape)
    assert page.table.count == 1
    assert not page.selection.isVisible()


def test_an_episode_is_made_of_the_selected(page: Any, session: Any, rest: Rest) -> None:
    page.table.pick_row(0)
    press(page, Qt.Key.Key_Down, SHIFT)
    uids = page.model.uids(page.table.places)
    choose(page.selection.menu._menu, "Key practice episode", "New episode…")
    (asked,) = [made for made in page.findChildren(AskLine) if made.isVisible()]
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    assert asked.errors.isVisible(), "it needs a title"
    QTest.keyClicks(asked.field, "Spring 2024")
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    rest()
    assert session.snapshot.episodes[0].events == tuple(uids)
    assert "KPE 1" in page.model.rows[0].marks


def test_copied_events_are_rows_of_a_spreadsheet(page: Any) -> None:
    page.table.pick_row(0)
    press(page, Qt.Key.Key_Down, SHIFT)
    press(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["Ref", *(row.event.ref for row in list(page.model.rows)[:2])]


def test_the_order_within_a_day_by_keyboard(page: Any, session: Any, rest: Rest) -> None:
    page.open_record("e6")
    same = [row.event.uid for row in page.model.rows if row.event.date.start == stored(session, "e6").date.start]
    assert same[:2] == ["e5", "e6"]
    press(page, Qt.Key.Key_Up, ALT)
    rest()
    assert [row.event.uid for row in page.model.rows].index("e6") < [r.event.uid for r in page.model.rows].index("e5")
    assert page.here == "e6"
    page.open_record("e0")
    press(page, Qt.Key.Key_Up, ALT)
    assert page.errors.isVisible(), "nothing else has its date"


def test_a_view_is_saved_and_taken(page: Any, session: Any, rest: Rest) -> None:
    page.agencies.tick("a-SCH")
    page.views.show_columns(["source"])
    choose(page.views._menu, "Save this view…")
    (asked,) = [made for made in page.findChildren(AskLine) if made.isVisible()]
    QTest.keyClicks(asked.field, "School")
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    rest()
    page.agencies.show_all()
    page.views.show_columns([])
    assert len(page.model.rows) == 12
    choose(page.views._menu, "School")
    assert {row.agency_code for row in page.model.rows} == {"SCH"}
    assert not page.table.isColumnHidden(Col.SOURCE)
    choose(page.views._menu, "Delete a view", "School")
    assert session.snapshot.saved_views == ()


def test_days_chosen_on_the_timeline_filter_the_table(page: Any) -> None:
    page.timeline.brushed.emit(dt.date(2024, 5, 7), dt.date(2024, 5, 7))
    assert page.filters.dates.isVisible()
    shown = [row.event.date for row in page.model.rows]
    assert shown
    assert all(date.start <= dt.date(2024, 5, 7) <= date.end for date in shown)
    page.filters.dates.click()
    assert len(page.model.rows) == 12


def test_more_filters_narrow_and_say_how_many(page: Any) -> None:
    action = page.filters.more._groups["significance"]["key"]
    action.trigger()
    assert "1" in page.filters.more.text()
    assert all(row.event.significance is Significance.KEY for row in page.model.rows)
    page.filters.more._clear()
    assert len(page.model.rows) == 12


def test_a_merged_event_is_one_row(page: Any, session: Any, window: MainWindow) -> None:
    assert window.desk_view is not None
    link = EventLink(kind="duplicate", a="e5", b="e6", state="accepted")
    window.desk_view.desk.announce(session.put("Merge", link))
    assert len(page.model.rows) == 11
    page.open_record("e6")
    lead = page.model.rows[page.table.currentIndex().row()]
    assert {lead.event.uid, *(event.uid for event in lead.merged)} == {"e5", "e6"}
    assert "2 sources" in lead.marks
    told = page.model.index(page.table.currentIndex().row(), Col.AGENCY).data(Qt.ItemDataRole.AccessibleTextRole)
    assert len(told.split(", ")) == 2


def test_what_was_looked_for_is_marked_where_it_stands(page: Any) -> None:
    page.search.setText("thornby")
    row = page.model.rows[0]
    assert row.excerpt.hits
    assert all(row.excerpt.text[start:end].lower() == "thornby" for start, end in row.excerpt.hits)
    assert page.grab().width() == page.width()


def test_rows_are_of_one_height_and_every_column_has_a_head(page: Any) -> None:
    assert page.table.verticalHeader().defaultSectionSize() == ROW_HEIGHT
    heads = [page.model.headerData(info.col, Qt.Orientation.Horizontal) for info in COLUMNS]
    assert all(heads)
    assert len(set(heads)) == len(COLUMNS)


def test_words_that_take_long_to_find_are_looked_for_beside_the_window(
    page: Any, monkeypatch: pytest.MonkeyPatch, qtbot: Any, rest: Rest
) -> None:
    every = len(page.model.rows)
    monkeypatch.setattr(seeking, "PATIENCE", -1.0)
    look = EventReader.ids

    def slow(events: EventReader, query: EventQuery, stop: Stop | None = None) -> Any:
        if stop is not None and stop():
            raise StoppedError
        return look(events, query, stop)

    monkeypatch.setattr(EventReader, "ids", slow)
    with qtbot.waitSignal(page.desk.jobs.watched, check_params_cb=lambda job: job is None):
        page.search.setText("str")
        assert page.count.text() == "Looking…"
        page.search.setText("strategy")
    rest()
    found = len(page.model.rows)
    assert 0 < found < every
    assert page.count.text() == f"{found} of {every}"
    page.search.setText("stra")
    page.search.clear()  # what was looked for is not wanted any more
    page.desk.jobs.wait()
    rest()
    assert len(page.model.rows) == every
