"""Everything on the timeline and where it is on the widget, without drawing any of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF

from desktop_app.services.timeline_lanes import Lane
from desktop_app.services.timeline_marks import Marks
from desktop_app.services.timeline_source import Laned, TimelineSource, Told
from desktop_app.services.timeline_spans import Columns
from desktop_app.ui.pages.chronology.timeline.layout import Glyph, LaneLayout, Shape, Sizes, lay_out
from desktop_app.ui.pages.chronology.timeline.stretch import Stretch
from desktop_app.ui.pages.chronology.timeline.tables import LaneTable, lane_tables
from desktop_app.ui.theme.theme import theme

AXIS, LANE, NAMES, EPISODE, EDGE = 42, 28, 188, 22, 8
_HIGH = {1: (14.0, 0.0), 2: (9.0, 2.0), 3: (6.0, 2.0)}  # rows in a lane: height of each, and what is between them


@dataclass(frozen=True, slots=True)
class Frame:
    """Sizes in pixels. `plot` is where time is drawn: right of the names, under the head."""

    width: int = 0
    height: int = 0
    scrolled: int = 0  # how far the lanes are scrolled down
    lane: int = LANE  # the height of one
    plot: QRectF = field(default_factory=lambda: QRectF(0, 0, 1, 1))

    def top(self, lane: int) -> float:
        return self.plot.top() + self.lane * lane - self.scrolled

    def lanes(self, count: int) -> range:
        """The lanes that are in sight."""
        first = max(self.scrolled // self.lane, 0)
        last = (self.scrolled + int(self.plot.height())) // self.lane + 1
        return range(min(first, count), min(last, count))


def framed(width: int, height: int, head: int, scrolled: int) -> Frame:
    """For a viewport so large, at the scale in force; `head` is what stands over the lanes."""
    look = theme()
    left = look.px(NAMES)
    plot = QRectF(left, head, max(width - left - look.px(EDGE), 1), max(height - head, 0))
    return Frame(width, height, scrolled, look.px(LANE), plot)


class Scene:
    def __init__(self, source: TimelineSource | None = None, laned: Laned | None = None) -> None:
        self.source = source
        self.lanes: tuple[Lane, ...] = laned.lanes if laned else ()
        self.columns: Columns | None = laned.columns if laned else None
        self.marks = laned.marks if laned else Marks()
        self.tables: list[LaneTable] = lane_tables(laned.columns, len(laned.lanes)) if laned else []
        self.stretch: Stretch | None = None
        self.frame = Frame()
        self._sizes = Sizes()
        self._layouts: dict[int, LaneLayout] = {}

    def show(self, stretch: Stretch | None, frame: Frame) -> None:
        """Layouts are made when they are asked for, and kept until stretch, width or scale change."""
        scale = theme().scale / 100
        sizes = Sizes(10 * scale, 30 * scale, 32 * scale, 240 * scale)
        plot, before = frame.plot, self.frame.plot
        same = (plot.left(), plot.width()) == (before.left(), before.width())
        if stretch != self.stretch or sizes != self._sizes or not same:
            self._layouts = {}
        self.stretch, self.frame, self._sizes = stretch, frame, sizes

    def layout(self, lane: int) -> LaneLayout | None:
        if lane in self._layouts:
            return self._layouts[lane]
        if self.stretch is None or self.columns is None or not 0 <= lane < len(self.tables):
            return None
        plot = self.frame.plot
        made = lay_out(self.tables[lane], self.columns, self.stretch, plot.left(), plot.width(), self._sizes)
        self._layouts[lane] = made
        return made

    def x(self, minute: float) -> float:
        plot = self.frame.plot
        return self.stretch.x(minute, plot.left(), plot.width()) if self.stretch else plot.left()

    def box(self, lane: int, glyph: Glyph) -> QRectF:
        """Where a glyph is drawn, with the part of it that is out of sight."""
        scale, middle = self._sizes.block / 10, self.frame.top(lane) + self.frame.lane / 2
        key = glyph.shape is Shape.BLOCK and self.columns is not None and self.columns.keys[glyph.entry]
        if key or glyph.shape is Shape.CLUSTER:
            high, top = 20 * scale, middle - 10 * scale
        else:
            each, gap = _HIGH[glyph.rows]
            high = each * scale
            total = glyph.rows * each + (glyph.rows - 1) * gap
            top = middle - total * scale / 2 + glyph.row * (each + gap) * scale
        return QRectF(glyph.left, top, glyph.right - glyph.left, high)

    def shown(self) -> list[tuple[int, Glyph]]:
        """(lane, glyph) of all that is in sight, lane by lane and from left to right."""
        plot, found = self.frame.plot, []
        for lane in self.frame.lanes(len(self.tables)):
            layout = self.layout(lane)
            seen = [g for g in layout.glyphs() if g.right > plot.left() and g.left < plot.right()] if layout else []
            found += [(lane, glyph) for glyph in sorted(seen, key=lambda g: g.left)]
        return found

    def at(self, point: QPointF) -> tuple[int, Glyph] | None:
        """What is drawn uppermost at a point, give or take a little."""
        slack = theme().px(3)
        if not self.frame.plot.contains(point):
            return None
        lane = int(point.y() - self.frame.plot.top() + self.frame.scrolled) // self.frame.lane
        layout = self.layout(lane)
        for glyph in reversed(list(layout.glyphs())) if layout else []:
            if self.box(lane, glyph).adjusted(-slack, -slack, slack, slack).contains(point):
                return lane, glyph
        return None

    def where(self, entry: int) -> tuple[int, Glyph] | None:
        """What stands for an entry now."""
        if self.columns is None or not 0 <= entry < len(self.columns):
            return None
        lane = self.columns.lanes[entry]
        layout = self.layout(lane)
        glyph = layout.where(entry) if layout else None
        return (lane, glyph) if glyph else None

    def told(self, entry: int) -> Told:
        assert self.source is not None
        assert self.columns is not None
        return self.source.told(self.columns.ids[entry])

    def extent(self, glyph: Glyph) -> tuple[int, int]:
        """Start of the first of its events, end of the last."""
        assert self.columns is not None
        entries = list(glyph.entries())
        return min(self.columns.starts[e] for e in entries), max(self.columns.ends[e] for e in entries)
