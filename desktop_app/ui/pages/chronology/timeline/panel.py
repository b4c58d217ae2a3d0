"""Tools, lanes and scope strip together, over the events that the table shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from desktop_app.domain.event_query import LaneKind
from desktop_app.services.timeline_source import TimelineSource
from desktop_app.ui.pages.chronology.timeline.hand import STEP
from desktop_app.ui.pages.chronology.timeline.lanes import Lanes
from desktop_app.ui.pages.chronology.timeline.scene import Scene
from desktop_app.ui.pages.chronology.timeline.stretch import Stretch, of_days, whole
from desktop_app.ui.pages.chronology.timeline.strip import ScopeStrip
from desktop_app.ui.pages.chronology.timeline.tools import Tools
from desktop_app.ui.pages.chronology.timeline.words import in_short
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.words import rule

Prepare = Callable[[Callable[[], Scene], Callable[[Scene], None]], None]


def _at_once(make: Callable[[], Scene], show: Callable[[Scene], None]) -> None:
    show(make())


class TimelinePanel(Panel):
    """`picked` and `opened` carry an event's uid. `brushed` carries the first and last day to filter to, or None twice.

    `export_asked` is for a page that can lead to Outputs.
    """

    picked = Signal(str)
    opened = Signal(str)
    brushed = Signal(object, object)
    export_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        self.tools, self.lanes, self.strip = Tools(), Lanes(), ScopeStrip()
        self.prepare: Prepare = _at_once  # how a scene is made and then shown: by a page with many events, in a worker
        self._asked = 0
        self._event = ""
        self._source: TimelineSource | None = None
        self._by = LaneKind.AGENCY
        self._whole: Stretch | None = None
        self._shown: Stretch | None = None
        self._filter: Stretch | None = None
        self.tools.by.connect(self._group)
        self.tools.zoomed.connect(self._zoom)
        self.tools.filtering.connect(lambda on: self._choose(self._days_shown() if on else None))
        self.tools.export.connect(self.export_asked)
        self.lanes.picked.connect(lambda _uid: self._point(""))
        self.lanes.picked.connect(self.picked)
        self.lanes.opened.connect(self.opened)
        self.lanes.pointed.connect(self._point)
        self.lanes.wanted.connect(self.show_stretch)
        self.lanes.chosen.connect(self._choose)
        self.strip.moved.connect(self.show_stretch)
        self.strip.chosen.connect(self._choose)
        for part in (self.tools, rule(), self.lanes, rule(), self.strip):
            self.body.addWidget(part)

    def show_source(self, source: TimelineSource) -> None:
        """Other events, or the same ones changed; what stretch is shown stays while it still can."""
        self._asked += 1
        asked, by = self._asked, self._by

        def show(scene: Scene) -> None:
            if asked == self._asked:  # else something else is to be shown by now
                self._show_scene(source, scene)

        self.prepare(lambda: Scene(source, source.laned(by)), show)

    def _show_scene(self, source: TimelineSource, scene: Scene) -> None:
        columns = scene.columns
        assert columns is not None
        self._source = source
        self._whole = whole(min(columns.starts, default=None), max(columns.ends, default=None), scene.marks.scope)
        self.lanes.show_scene(scene, self._whole)
        self.strip.show_scope(self._whole, columns.at)
        if self._whole is None or self._shown is None:
            self.show_stretch(self._whole)
        else:
            self.show_stretch(self._shown.moved(0, self._whole))
        self._filter = _filtered(source, self._whole)
        self._show_filter()
        if self._event:
            self.show_event(self._event)
        self._point("")

    def _group(self, by: LaneKind) -> None:
        self._by = by
        if self._source is not None:
            self.show_source(self._source)

    def show_stretch(self, stretch: Stretch | None) -> None:
        self._shown = stretch
        self.lanes.show_stretch(stretch)
        self.strip.show_stretch(stretch)

    def show_tall(self, tall: bool) -> None:
        """The timeline is all that the page shows."""
        self.lanes.show_tall(tall)

    def _zoom(self, how: str) -> None:
        if how == "fit":
            self.show_stretch(self._whole)
        else:
            self.lanes.zoom(STEP if how == "out" else 1 / STEP)

    def _days_shown(self) -> Stretch | None:
        return of_days(*self._shown.days) if self._shown else None

    def _choose(self, chosen: Stretch | None) -> None:
        """Filter the table to these dates; None for all."""
        if chosen == self._filter:
            self.tools.show_filter(chosen)
            return
        self._filter = chosen
        self._show_filter()
        first, last = chosen.days if chosen else (None, None)
        self.brushed.emit(first, last)

    def clear_filter(self) -> None:
        """The page took the dates away: nothing is told back."""
        self._filter = None
        self._show_filter()

    def _show_filter(self) -> None:
        for part in (self.tools, self.lanes, self.strip):
            part.show_filter(self._filter)

    def _point(self, words: str) -> None:
        """What is under the pointer; with nothing there, the current event."""
        scene, current = self.lanes.scene, self.lanes.current
        if not words and current >= 0:
            words = in_short(scene.told(current))
        undated = scene.columns.undated if scene.columns is not None else 0
        if not words and undated:
            words = self.tr("{} without a date").format(undated)
        self.tools.echo.show_words(words)

    def show_event(self, uid: str) -> None:
        """Ring the event, and bring it into what is shown; also when that is made later."""
        self._event = uid
        scene = self.lanes.scene
        number = self._source.number_of(uid) if self._source else -1
        entry = scene.columns.entry_of(number) if scene.columns and number >= 0 else -1
        self.lanes.show_current(entry)
        if entry >= 0 and scene.columns and self._whole is not None and self._shown is not None:
            start, end = scene.columns.starts[entry], scene.columns.ends[entry]
            if not self._shown.holds(start, end):
                self.show_stretch(self._shown.around(start, end, self._whole))
        self._point("")


def _filtered(source: TimelineSource, within: Stretch | None) -> Stretch | None:
    """The days that the table is filtered to; an open end reaches to the end of everything."""
    first, last = source.days
    if within is None or (first is None and last is None):
        return None
    return of_days(first or within.days[0], last or within.days[1])
