"""The whole scope by month, with a window over what is shown: drag it, or move it with the arrow keys.

With Shift, a drag chooses dates to filter to.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.services.timeline_spans import day_of, minute_of
from desktop_app.ui.dates_words import day
from desktop_app.ui.pages.chronology.timeline.hand import whole_days
from desktop_app.ui.pages.chronology.timeline.scene import EDGE, NAMES
from desktop_app.ui.pages.chronology.timeline.stretch import Stretch, month_start, next_month
from desktop_app.ui.theme.lines import draw_elided
from desktop_app.ui.theme.theme import theme

_HEIGHT, _BARS = 56, 34
_MOST_BARS = 150


class ScopeStrip(QWidget):
    """`moved` carries the `Stretch` now shown, `chosen` one to filter to."""

    moved = Signal(object)
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._whole: Stretch | None = None
        self._shown: Stretch | None = None
        self._filter: Stretch | None = None
        self._bars: list[tuple[int, int, int]] = []  # from minute, to minute, events
        self._rects: list[QRectF] = []  # of the bars, while the widget is as wide as `_rects_for`
        self._rects_for: QRectF | None = None
        self._grip: tuple[str, float, Stretch] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Part of the scope shown: arrows move it, Shift with an arrow resizes it"))

    def show_scope(self, whole: Stretch | None, at: Sequence[int]) -> None:
        """`at` is where events stand, ascending."""
        self._whole = whole
        self._bars = counted(whole, at) if whole else []
        self._rects_for = None
        self.update()

    def show_stretch(self, shown: Stretch | None) -> None:
        self._shown = shown
        first, last = shown.days if shown else (None, None)
        self.setAccessibleDescription(self.tr("{} to {}").format(day(first), day(last)) if shown else "")
        self.update()

    def show_filter(self, chosen: Stretch | None) -> None:
        self._filter = chosen
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(400), theme().px(_HEIGHT))

    @property
    def _plot(self) -> QRectF:
        left = theme().px(NAMES)
        width = max(self.width() - left - theme().px(EDGE), 1)
        return QRectF(left, theme().px(4), width, theme().px(_BARS - 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, plot, whole = theme(), self._plot, self._whole
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name = QRect(look.px(10), 0, look.px(NAMES - 16), look.px(_BARS))
        draw_elided(painter, name, self.tr("Whole scope"), look.font(), look.colour("text2"))
        if whole is None:
            return
        most = max((count for _, _, count in self._bars), default=0) or 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("hatch"))
        if self._rects_for != plot:
            self._rects_for = plot
            self._rects = [self._bar(whole, plot, start, end, count / most) for start, end, count in self._bars]
        painter.drawRects(self._rects)
        self._paint_words(painter, whole, plot)
        if self._filter is not None:
            self._paint_filter(painter, self._filter, whole, plot)
        if self._shown is not None:
            self._paint_window(painter, self._shown, whole, plot)

    @staticmethod
    def _bar(whole: Stretch, plot: QRectF, start: int, end: int, share: float) -> QRectF:
        left, right = (whole.x(minute, plot.left(), plot.width()) for minute in (start, end))
        height = plot.height() * share
        return QRectF(left + 1, plot.bottom() - height, max(right - left - 2, 1), height)

    def _paint_words(self, painter: QPainter, whole: Stretch, plot: QRectF) -> None:
        """Both ends, and between them as many Januaries as have room."""
        look = theme()
        metrics = QFontMetrics(look.font("small"))
        first, last = whole.days
        ends = [f"{first:%b} {first.year}", f"{last:%b} {last.year}"]
        pad = look.px(12)
        taken = plot.left() + metrics.horizontalAdvance(ends[0]) + pad
        stop = plot.right() - metrics.horizontalAdvance(ends[1]) - pad
        marks = [(plot.left(), ends[0]), (plot.right() - metrics.horizontalAdvance(ends[1]), ends[1])]
        for year in range(first.year + 1, last.year + 1):
            text = f"Jan {year}"
            x = whole.x(minute_of(dt.date(year, 1, 1)), plot.left(), plot.width())
            if taken <= x and x + metrics.horizontalAdvance(text) <= stop:
                marks.append((x, text))
                taken = x + metrics.horizontalAdvance(text) + pad
        for x, text in marks:
            box = QRect(round(x), look.px(_BARS), metrics.horizontalAdvance(text) + 2, look.px(20))
            draw_elided(painter, box, text, look.font("small"), look.colour("text2"))

    def _paint_filter(self, painter: QPainter, chosen: Stretch, whole: Stretch, plot: QRectF) -> None:
        """A line under the bars, as thick as an underline."""
        left, right = (whole.x(minute, plot.left(), plot.width()) for minute in (chosen.first, chosen.last))
        high = theme().px(4)
        painter.fillRect(QRectF(left, plot.bottom(), max(right - left, 2), high), theme().colour("accent"))

    def _paint_window(self, painter: QPainter, shown: Stretch, whole: Stretch, plot: QRectF) -> None:
        look = theme()
        left, right = (whole.x(minute, plot.left(), plot.width()) for minute in (shown.first, shown.last))
        box = QRectF(left, plot.top() - look.px(2), max(right - left, look.px(4)), plot.height() + look.px(2))
        tint = QColor(look.colour("accent"))
        tint.setAlpha(40)
        painter.fillRect(box, tint)
        painter.setPen(QPen(look.colour("accent"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        for x in (box.left(), box.right()):
            handle = QRectF(x - look.px(3), box.center().y() - look.px(8), look.px(6), look.px(16))
            painter.drawRoundedRect(handle, look.px(3), look.px(3))

    def _show(self, shown: Stretch) -> None:
        if shown != self._shown:
            self.show_stretch(shown)
            self.moved.emit(shown)

    def _minute(self, x: float) -> float:
        assert self._whole is not None
        minute = self._whole.minute_at(x, self._plot.left(), self._plot.width())
        return min(max(minute, self._whole.first), self._whole.last)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._whole is None or self._shown is None:
            return
        plot, x = self._plot, event.position().x()
        at = self._minute(x)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._grip = ("choose", at, self._shown)
            return
        end = self._whole.x(self._shown.last, plot.left(), plot.width())
        grip = "end" if abs(x - end) <= theme().px(6) else "move"
        if grip == "move" and not self._shown.first <= at <= self._shown.last:
            self._show(self._shown.moved(at - (self._shown.first + self._shown.last) / 2, self._whole))
        self._grip = (grip, at, self._shown)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None or self._whole is None:
            return
        grip, start, before = self._grip
        at = self._minute(event.position().x())
        if grip == "choose":
            if at != start:
                self.chosen.emit(whole_days(start, at))
            return
        self._show(before.moved(at - start, self._whole) if grip == "move" else before.resized(at - start, self._whole))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if by is None or self._whole is None or self._shown is None:
            super().keyPressEvent(event)
            return
        step = by * self._shown.length / 13  # two weeks of half a year
        resize = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._show(self._shown.resized(step, self._whole) if resize else self._shown.moved(step, self._whole))


def counted(whole: Stretch, at: Sequence[int]) -> list[tuple[int, int, int]]:
    """(from, to, events) a month, or in a long scope so many months; by bisection."""
    months = max(round(whole.length / minute_of(dt.date(1, 1, 31))), 1)
    every = -(-months // _MOST_BARS)
    found: list[tuple[int, int, int]] = []
    start = month_start(day_of(whole.first))
    while minute_of(start) < whole.last:
        end = start
        for _ in range(every):
            end = next_month(end)
        first, last = minute_of(start), minute_of(end)
        found.append((first, last, bisect_left(at, last) - bisect_left(at, first)))
        if end == start:
            break
        start = end
    return found
