"""The timeline by keyboard, by mouse and by screen reader."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.chronology import ChronologyEvent, EventLink, KeyPracticeEpisode
from desktop_app.domain.dates import read_date
from desktop_app.domain.event_query import EventQuery, LaneKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.timeline_source import TimelineSource
from desktop_app.services.timeline_spans import MINUTES, minute_of
from desktop_app.ui.pages.chronology.timeline import TimelinePanel
from desktop_app.ui.pages.chronology.timeline.layout import Shape
from desktop_app.ui.pages.chronology.timeline.stretch import LEAST, Stretch
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.theme.apply import apply
from desktop_app.ui.theme.roles import Scheme
from desktop_app.ui.theme.theme import Theme

Rest = Callable[[], None]
ALL = EventQuery()
HALF_YEAR = 182 * MINUTES
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def shown(panel: TimelinePanel, session: Any, snapshot: Snapshot, query: EventQuery = ALL) -> None:
    session.snapshot = snapshot
    panel.show_source(TimelineSource(session.events, snapshot, query))


@pytest.fixture
def panel(qapp: QApplication, session: Any, snapshot: Snapshot, rest: Rest) -> Iterator[Any]:
    made = TimelinePanel()
    made.resize(900, 420)
    made.show()
    made.activateWindow()
    shown(made, session, snapshot)
    whole = made._whole
    assert whole is not None
    assert made._shown == whole, "the first view is of everything"
    made.show_stretch(replace(whole, last=whole.first + HALF_YEAR))
    rest()
    yield made
    made.close()
    made.deleteLater()
    apply(qapp, Theme())


@pytest.fixture
def page(window: MainWindow, rest: Rest) -> Any:
    assert window.desk_view is not None
    window.desk_view.go("chronology")
    rest()
    return window.desk_view.page


def press(panel: Any, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(panel.lanes, key, modifier)


def here(panel: Any) -> str:
    return str(panel.lanes.scene.told(panel.lanes.current).uid)


def drag(widget: QWidget, start: QPointF, end: QPointF, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    steps = [
        (QEvent.Type.MouseButtonPress, start, left, left),
        (QEvent.Type.MouseMove, (start + end) / 2, none, left),
        (QEvent.Type.MouseMove, end, none, left),
        (QEvent.Type.MouseButtonRelease, end, left, none),
    ]
    for kind, at, button, buttons in steps:
        position = QPointF(widget.mapToGlobal(at.toPoint()))
        QApplication.sendEvent(widget, QMouseEvent(kind, at, position, button, buttons, modifier))


def wheel(widget: QWidget, at: QPointF, turn: int, modifier: Any) -> None:
    event = QWheelEvent(
        at,
        QPointF(widget.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_arrow_keys_walk_along_time_through_every_event(panel: Any) -> None:
    press(panel, Qt.Key.Key_Home)
    seen = [here(panel)]
    for _ in range(20):
        press(panel, Qt.Key.Key_Right)
        seen.append(here(panel))
    columns = panel.lanes.scene.columns
    assert list(dict.fromkeys(seen)) == [panel.lanes.scene.source.told(n).uid for n in columns.ids]
    press(panel, Qt.Key.Key_Home)
    assert here(panel) == seen[0]
    press(panel, Qt.Key.Key_End)
    assert here(panel) == seen[-1]
    press(panel, Qt.Key.Key_Left)
    assert here(panel) == seen[columns.ids.__len__() - 2]


def test_every_event_reached_is_brought_into_sight(panel: Any) -> None:
    press(panel, Qt.Key.Key_Home)
    for _ in range(12):
        panel.show_event(here(panel))
        _, glyph = panel.lanes.scene.where(panel.lanes.current)
        assert glyph.right > panel.lanes.scene.frame.plot.left()
        assert glyph.left < panel.lanes.scene.frame.plot.right()
        press(panel, Qt.Key.Key_Right)


def test_up_and_down_cross_lanes_to_the_nearest_in_time(panel: Any) -> None:
    panel.show_event("e5")  # Social Care, 7 May 2024
    press(panel, Qt.Key.Key_Down)
    assert here(panel) == "e4"  # Police, 3 May
    press(panel, Qt.Key.Key_Down)
    assert here(panel) == "e6"  # the school, 7 May
    press(panel, Qt.Key.Key_Up)
    press(panel, Qt.Key.Key_Up)
    lane = panel.lanes.scene.columns.lanes[panel.lanes.current]
    assert panel.lanes.scene.lanes[lane].key == "a-CSC"
    press(panel, Qt.Key.Key_Up)
    assert panel.lanes.scene.columns.lanes[panel.lanes.current] == 0, "the first lane stays"


def test_control_and_an_arrow_stay_in_the_lane(panel: Any) -> None:
    panel.show_event("e3")
    for wanted in ("e5", "e11", "e11"):
        press(panel, Qt.Key.Key_Right, CONTROL)
        assert here(panel) == wanted


def test_the_current_event_is_said_and_told(panel: Any) -> None:
    told: list[str] = []
    panel.picked.connect(told.append)
    panel.show_event("e3")
    press(panel, Qt.Key.Key_Right)
    assert told == [here(panel)]
    assert panel.lanes.accessibleDescription().startswith("POL-004, ")
    assert panel.tools.echo.words == panel.lanes.accessibleDescription()


def test_enter_opens(panel: Any) -> None:
    opened: list[str] = []
    panel.opened.connect(opened.append)
    panel.show_event("e5")
    press(panel, Qt.Key.Key_Return)
    assert opened == ["e5"]


def test_plus_and_minus_zoom_about_the_event_and_nought_fits(panel: Any) -> None:
    panel.show_event("e5")
    before = panel.lanes.scene.stretch
    x = panel.lanes.scene.x(panel.lanes.scene.columns.at[panel.lanes.current])
    for _ in range(4):
        press(panel, Qt.Key.Key_Plus)
    assert panel.lanes.scene.stretch.length < before.length
    assert abs(panel.lanes.scene.x(panel.lanes.scene.columns.at[panel.lanes.current]) - x) < 1
    for _ in range(40):
        press(panel, Qt.Key.Key_Plus)
    assert panel.lanes.scene.stretch.length == LEAST, "down to hours"
    press(panel, Qt.Key.Key_0)
    assert panel.lanes.scene.stretch == panel._whole
    press(panel, Qt.Key.Key_Minus)
    assert panel.lanes.scene.stretch == panel._whole, "no further out than everything"


def test_page_keys_pan_and_the_strip_follows(panel: Any) -> None:
    before = panel.lanes.scene.stretch
    press(panel, Qt.Key.Key_PageDown)
    assert panel.lanes.scene.stretch.first > before.first
    assert panel.strip._shown == panel.lanes.scene.stretch


def test_the_strip_moves_and_resizes_by_keyboard(panel: Any) -> None:
    before = panel.strip._shown
    QTest.keyClick(panel.strip, Qt.Key.Key_Right)
    assert panel.strip._shown.first > before.first
    assert panel.strip._shown.length == before.length
    QTest.keyClick(panel.strip, Qt.Key.Key_Right, SHIFT)
    assert panel.strip._shown.length > before.length
    assert panel.lanes.scene.stretch == panel.strip._shown


def test_a_drag_pans_and_a_click_picks(panel: Any) -> None:
    port = panel.lanes.viewport()
    told: list[str] = []
    panel.picked.connect(told.append)
    before = panel.lanes.scene.stretch
    middle = panel.lanes.scene.frame.plot.center()
    drag(port, middle, middle - QPointF(120, 0))
    assert panel.lanes.scene.stretch.first > before.first
    assert panel.lanes.scene.stretch.length == before.length
    assert not told, "a drag picks nothing"
    panel.show_event("e5")
    spot = panel.lanes.scene.box(*panel.lanes.scene.where(panel.lanes.current)).center()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=spot.toPoint())
    assert told == ["e5"]


def test_control_and_the_wheel_zoom_where_the_pointer_is(panel: Any) -> None:
    scene, port = panel.lanes.scene, panel.lanes.viewport()
    at = scene.frame.plot.center() + QPointF(80, 0)
    plot = scene.frame.plot
    minute = scene.stretch.minute_at(at.x(), plot.left(), plot.width())
    before = scene.stretch
    wheel(port, at, 120, CONTROL)
    assert scene.stretch.length < before.length
    assert abs(scene.x(minute) - at.x()) < 1
    wheel(port, at, -120, CONTROL)
    assert abs(scene.stretch.length - before.length) < 1
    wheel(port, at, -120, SHIFT)
    assert scene.stretch.first > before.first, "Shift and the wheel pan"


def test_a_shifted_drag_chooses_whole_days_and_escape_lets_go(panel: Any) -> None:
    chosen: list[tuple[dt.date | None, dt.date | None]] = []
    panel.brushed.connect(lambda first, last: chosen.append((first, last)))
    middle = panel.lanes.scene.frame.plot.center()
    before = panel.lanes.scene.stretch
    drag(panel.lanes.viewport(), middle, middle + QPointF(90, 0), SHIFT)
    assert panel.lanes.scene.stretch == before
    first, last = chosen[-1]
    assert first is not None
    assert last is not None
    assert first < last
    assert panel.tools.filter.isChecked()
    assert str(first.year) in panel.tools.filter.text()
    press(panel, Qt.Key.Key_Escape)
    assert chosen[-1] == (None, None)
    assert not panel.tools.filter.isChecked()


def test_dates_are_chosen_on_the_strip_too(panel: Any) -> None:
    chosen: list[object] = []
    panel.brushed.connect(lambda first, last: chosen.append((first, last)))
    plot = panel.strip._plot
    drag(panel.strip, plot.center(), plot.center() + QPointF(60, 0), SHIFT)
    assert chosen
    panel.clear_filter()
    assert panel.lanes.filter is None


def test_dates_are_chosen_by_keyboard_from_event_to_event(panel: Any) -> None:
    chosen: list[object] = []
    panel.brushed.connect(lambda first, last: chosen.append((first, last)))
    panel.show_event("e3")
    press(panel, Qt.Key.Key_Right, SHIFT)
    press(panel, Qt.Key.Key_Right, SHIFT)
    assert chosen[-1] == (dt.date(2024, 5, 3), dt.date(2024, 5, 7))


def test_days_chosen_elsewhere_are_shown_and_hide_no_event(panel: Any, session: Any, snapshot: Snapshot) -> None:
    before = panel.lanes.scene.columns
    shown(panel, session, snapshot, EventQuery(first=dt.date(2024, 5, 3), last=dt.date(2024, 5, 7)))
    assert panel.lanes.filter.days == (dt.date(2024, 5, 3), dt.date(2024, 5, 7))
    assert panel.tools.filter.isChecked()
    assert panel.lanes.scene.columns == before
    shown(panel, session, snapshot, EventQuery(last=dt.date(2024, 5, 7)))
    assert panel.lanes.filter.first == panel._whole.first
    shown(panel, session, snapshot)
    assert panel.lanes.filter is None


def test_the_button_filters_to_what_is_shown_and_back(panel: Any) -> None:
    chosen: list[object] = []
    panel.brushed.connect(lambda first, last: chosen.append((first, last)))
    panel.tools.filter.click()
    assert chosen == [panel.lanes.scene.stretch.days]
    panel.tools.filter.click()
    assert chosen[-1] == (None, None)


def test_a_cluster_is_zoomed_apart_and_then_gone_through(
    panel: Any, session: Any, snapshot: Snapshot, rest: Rest
) -> None:
    event = snapshot.events[5]
    many = tuple(
        replace(event, uid=f"m{n}", ref=f"CSC-{n:03}", date=read_date(f"{10 + n // 5} May 2024")) for n in range(15)
    )
    shown(panel, session, replace(snapshot, events=many))
    panel.show_stretch(panel._whole)
    told: list[str] = []
    panel.picked.connect(told.append)
    scene = panel.lanes.scene
    lane, glyph = max(scene.shown(), key=lambda found: found[1].count)
    assert glyph.shape is Shape.CLUSTER
    QTest.mouseClick(panel.lanes.viewport(), Qt.MouseButton.LeftButton, pos=scene.box(lane, glyph).center().toPoint())
    assert not told
    assert scene.stretch.length < panel._whole.length
    assert max(g.count for _, g in scene.shown()) < glyph.count
    day = minute_of(dt.date(2024, 5, 11))
    panel.show_stretch(Stretch(day + 11 * 60, day + 11 * 60 + LEAST))
    lane, glyph = next((lane, g) for lane, g in scene.shown() if g.count > 1)
    spot = scene.box(lane, glyph).center().toPoint()
    for _ in range(3):
        QTest.mouseClick(panel.lanes.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert len(told) == 3
    assert told[0] == told[2] != told[1], "no zoom parts them: a click goes on to the next"


def test_lanes_are_people_or_themes_when_asked(panel: Any, session: Any, snapshot: Snapshot) -> None:
    events = tuple(replace(e, people=("pe1",) if n % 2 else ("pe1", "pe2")) for n, e in enumerate(snapshot.events))
    shown(panel, session, replace(snapshot, events=events))
    panel.tools.lanes._group.button(1).click()
    assert [lane.name for lane in panel.lanes.scene.lanes] == ["Callum Draycott", "Jodie Draycott"]
    panel.tools.lanes._group.button(2).click()
    assert [lane.name for lane in panel.lanes.scene.lanes] == ["No theme"]
    assert LaneKind.THEME is panel._by


def test_the_current_event_stays_when_the_lanes_change(panel: Any, session: Any, snapshot: Snapshot) -> None:
    panel.show_event("e5")
    panel.tools.lanes._group.button(1).click()
    assert here(panel) == "e5"
    shown(panel, session, replace(snapshot, events=snapshot.events[:3]))
    assert panel.lanes.current == -1
    assert panel.tools.echo.words == ""


def test_a_screen_reader_finds_what_is_in_sight(panel: Any, rest: Rest) -> None:
    panel.show_event("e5")
    panel.lanes.setFocus()
    rest()
    found = QAccessible.queryAccessibleInterface(panel.lanes)
    assert found.role() == QAccessible.Role.List
    assert found.text(QAccessible.Text.Name).startswith("Timeline")
    spots = panel.lanes.scene.shown()
    assert found.childCount() == len(spots) > 0
    names = [found.child(n).text(QAccessible.Text.Name) for n in range(found.childCount())]
    (place,) = [n for n, name in enumerate(names) if name.startswith("CSC-005")]
    assert "7 May 2024" in names[place]
    assert "Children’s Social Care" in names[place]
    item = found.child(place)
    assert item.text(QAccessible.Text.Description).startswith("Callum seen alone")
    assert item.state().selected
    assert item.state().focused
    assert found.indexOfChild(item) == place
    assert found.focusChild() is item
    centre = item.rect().center()
    assert found.childAt(centre.x(), centre.y()) is item
    assert sum(found.child(n).state().selected for n in range(len(spots))) == 1
    panel.show_stretch(Stretch(panel._whole.first, panel._whole.first + LEAST))
    left = found.childCount()
    assert not item.isValid() or left > place


def test_a_reader_hears_of_a_cluster_how_many_and_when(panel: Any, session: Any, snapshot: Snapshot) -> None:
    many = tuple(replace(snapshot.events[5], uid=f"m{n}") for n in range(4))
    shown(panel, session, replace(snapshot, events=many))
    panel.show_event("m0")
    found = QAccessible.queryAccessibleInterface(panel.lanes)
    assert found.child(0).text(QAccessible.Text.Name) == ("Children’s Social Care, 4 events, 7\u00a0May\u00a02024")


def test_lanes_come_and_go_without_leaving_anything_behind(
    qapp: QApplication, session: Any, snapshot: Snapshot, rest: Rest
) -> None:
    from desktop_app.ui.pages.chronology.timeline import accessible

    before = len(accessible._made)
    for _ in range(5):
        made = TimelinePanel()
        shown(made, session, snapshot)
        made.show()
        interface = QAccessible.queryAccessibleInterface(made.lanes)
        assert interface.child(0) is not None
        made.close()
        made.deleteLater()
        rest()
    assert len(accessible._made) == before


def test_an_episode_under_the_pointer_is_named(panel: Any, session: Any, snapshot: Snapshot) -> None:
    episode = KeyPracticeEpisode(uid="k", number=2, title="Missing", events=("e2", "e6"))
    shown(panel, session, replace(snapshot, episodes=(episode,)))
    panel.show_event("e3")
    scene = panel.lanes.scene
    (held,) = scene.marks.episodes
    x = (scene.x(held.start) + scene.x(held.end)) / 2
    QTest.mouseMove(panel.lanes.viewport(), QPoint(round(x), 8))
    assert panel.lanes._words_at(QPointF(x, 8)) == "Episode 2: Missing"
    assert panel.lanes._words_at(QPointF(scene.x(held.end) + 9, 8)) == ""


def test_undated_events_are_counted_when_nothing_else_is_said(panel: Any, session: Any, snapshot: Snapshot) -> None:
    shown(panel, session, replace(snapshot, events=(ChronologyEvent(uid="x", agency="a-CSC"),)))
    assert panel.tools.echo.words == "1 without a date"


def test_in_little_room_the_buttons_wrap_and_the_words_go(panel: Any, rest: Rest) -> None:
    panel.resize(900, 420)
    rest()
    assert panel.tools.echo.isVisible()
    panel.resize(430, 420)
    rest()
    assert not panel.tools.echo.isVisible()
    for button in panel.tools._buttons:
        assert button.geometry().right() <= panel.tools.width()
        assert button.geometry().bottom() <= panel.tools.height()
    assert panel.minimumSizeHint().width() <= 430


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("scale", [100, 200])
def test_everything_is_drawn_in_every_look(
    qapp: QApplication, session: Any, snapshot: Snapshot, rest: Rest, scheme: Scheme, scale: int
) -> None:
    apply(qapp, Theme(scheme, scale))
    review = replace(snapshot.review, trigger_event_date=dt.date(2025, 10, 9))
    links = tuple(
        EventLink(uid=f"l{n}", kind=kind, a=a, b=b, state="accepted")
        for n, (kind, a, b) in enumerate(
            (("contradicts", "e5", "e6"), ("duplicate", "e3", "e4"), ("corroborates", "e3", "e5"))
        )
    )
    episode = KeyPracticeEpisode(uid="k", number=1, title="Missing", events=("e2", "e6"))
    made: Any = TimelinePanel()
    made.resize(900, 500)
    shown(made, session, replace(snapshot, reviews=(review,), event_links=links, episodes=(episode,)))
    made.show()
    rest()
    made.show_event("e5")
    for length in (MINUTES, 20 * MINUTES, 300 * MINUTES, made._whole.length):
        middle = made.lanes.scene.columns.at[made.lanes.current]
        made.show_stretch(Stretch(middle - length / 2, middle + length / 2).moved(0, made._whole))
        rest()
        picture = made.grab().toImage()
        found = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(70, 400, 3)}
        assert len(found) > 4
    made.close()
    made.deleteLater()


def test_the_page_and_the_timeline_show_one_event(page: Any) -> None:
    page.open_record("e0")
    page.timeline.lanes.setFocus()
    QTest.keyClick(page.timeline.lanes, Qt.Key.Key_Right)
    assert page.here == here(page.timeline)
    assert page.timeline.lanes.accessibleDescription()


def test_dates_chosen_on_the_timeline_filter_the_table_and_nothing_else(page: Any, rest: Rest) -> None:
    held = len(page.timeline.lanes.scene.columns)
    page.timeline.show_event("e3")
    press(page.timeline, Qt.Key.Key_Right, SHIFT)
    rest()
    assert {page.model.rows[n].event.uid for n in range(len(page.model.rows))} == {"e3", "e4"}
    assert len(page.timeline.lanes.scene.columns) == held
    assert page.timeline.lanes.filter is not None
    press(page.timeline, Qt.Key.Key_Escape)
    rest()
    assert len(page.model.rows) == 12


def test_export_leads_to_the_timeline_among_outputs(page: Any, rest: Rest) -> None:
    view = page.window().desk_view
    page.timeline.export_asked.emit()
    rest()
    assert view.current == "outputs"
    assert view.page.wanted.kind.value == "timeline"
    assert view.page.bar.format.findData("png") >= 0


def test_enter_on_the_timeline_opens_the_event_to_be_edited(page: Any) -> None:
    page.timeline.show_event("e5")
    press(page.timeline, Qt.Key.Key_Return)
    assert page.here == "e5"
    assert page.editing


def test_over_the_table_every_lane_of_a_few_is_in_sight(page: Any, window: MainWindow, rest: Rest) -> None:
    window.resize(1440, 900)
    rest()
    lanes = page.timeline.lanes
    assert page.table.isVisibleTo(page)
    assert 1 < len(lanes.scene.lanes) <= 8
    assert lanes.height() == lanes.sizeHint().height()
    assert not lanes.verticalScrollBar().maximum()
