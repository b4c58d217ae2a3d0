"""The whole scope by month, with a brush over what is shown: drag it, or move it with the arrow keys."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.dates_words import day
from desktop_app.ui.pages.chronology.timeline.lanes import NAMES
from desktop_app.ui.pages.chronology.timeline.span import Span, month_start, next_month
from desktop_app.ui.theme.lines import draw_elided
from desktop_app.ui.theme.theme import theme

_HEIGHT, _BARS = 56, 34


class ScopeStrip(QWidget):
    """`moved` carries the `Span` now shown."""

    moved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._whole: Span | None = None
        self._span: Span | None = None
        self._months: Counter[dt.date] = Counter()
        self._grip: tuple[str, dt.date, Span] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Part of the scope shown: arrows move it, Shift with an arrow resizes it"))

    def show_scope(self, whole: Span | None, starts: Sequence[dt.date]) -> None:
        self._whole = whole
        self._months = Counter(month_start(start) for start in starts)
        self.update()

    def show_span(self, span: Span | None) -> None:
        self._span = span
        self.setAccessibleDescription(f"{day(span.first)} to {day(span.last)}" if span else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(400), theme().px(_HEIGHT))

    @property
    def _plot(self) -> QRectF:
        left = theme().px(NAMES)
        return QRectF(left, theme().px(4), self.width() - left - theme().px(8), theme().px(_BARS - 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, plot, whole = theme(), self._plot, self._whole
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name = QRect(look.px(10), 0, look.px(NAMES - 16), look.px(_BARS))
        draw_elided(painter, name, self.tr("Whole scope"), look.font(), look.colour("text2"))
        if whole is None:
            return
        most = max(self._months.values(), default=1)
        for month in whole.months():
            left = whole.x(max(month, whole.first), plot.left(), plot.width())
            right = whole.x(next_month(month), plot.left(), plot.width())
            height = plot.height() * self._months[month] / most
            bar = QRectF(left + 1, plot.bottom() - height, max(right - left - 2, 1), height)
            painter.fillRect(bar, look.colour("hatch"))
        self._paint_words(painter, whole, plot)
        if self._span is not None:
            self._paint_brush(painter, self._span, whole, plot)

    def _paint_words(self, painter: QPainter, whole: Span, plot: QRectF) -> None:
        look = theme()
        marks = [whole.first, *(m for m in whole.months() if m.month == 1 and m > whole.first), whole.last]
        taken = -1.0
        for number, mark in enumerate(marks):
            text = f"{mark:%b} {mark.year}"
            width = painter.fontMetrics().horizontalAdvance(text) + look.px(12)
            x = whole.x(mark, plot.left(), plot.width())
            x = min(x, plot.right() - width)
            if x < taken or (number < len(marks) - 1 and x + width > plot.right() - width and number):
                continue
            taken = x + width
            box = QRect(round(x), look.px(_BARS), width, look.px(20))
            draw_elided(painter, box, text, look.font("small"), look.colour("text2"))

    def _paint_brush(self, painter: QPainter, span: Span, whole: Span, plot: QRectF) -> None:
        look = theme()
        left = whole.x(span.first, plot.left(), plot.width())
        right = whole.x(span.last + dt.timedelta(days=1), plot.left(), plot.width())
        box = QRectF(left, plot.top() - look.px(2), right - left, plot.height() + look.px(2))
        tint = QColor(look.colour("accent"))
        tint.setAlpha(40)
        painter.fillRect(box, tint)
        painter.setPen(QPen(look.colour("accent"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        for x in (left, right):
            handle = QRectF(x - look.px(3), box.center().y() - look.px(8), look.px(6), look.px(16))
            painter.drawRoundedRect(handle, look.px(3), look.px(3))

    def _show(self, span: Span) -> None:
        if span != self._span:
            self.show_span(span)
            self.moved.emit(span)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._whole is None or self._span is None:
            return
        plot, x = self._plot, event.position().x()
        at = self._whole.day_at(x, plot.left(), plot.width())
        end = self._whole.x(self._span.last, plot.left(), plot.width())
        grip = "end" if abs(x - end) <= theme().px(6) else "move"
        if grip == "move" and not self._span.first <= at <= self._span.last:
            centre = self._span.first + (self._span.last - self._span.first) / 2
            self._show(self._span.moved((at - centre).days, self._whole))
        self._grip = (grip, at, self._span)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None or self._whole is None:
            return
        grip, start, before = self._grip
        plot = self._plot
        by = (self._whole.day_at(event.position().x(), plot.left(), plot.width()) - start).days
        self._show(before.moved(by, self._whole) if grip == "move" else before.resized(by, self._whole))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 14, Qt.Key.Key_Left: -14}.get(Qt.Key(event.key()))
        if step is None or self._whole is None or self._span is None:
            super().keyPressEvent(event)
            return
        resize = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._show(self._span.resized(step, self._whole) if resize else self._span.moved(step, self._whole))
