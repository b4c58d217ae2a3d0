"""The as-at slider: updates as dots on a line of time, filled when they count, hollow when they are left out."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.dates_words import day
from desktop_app.ui.theme.theme import theme


class AsAtSlider(QWidget):
    """Left and right go to the next update, with Shift by a day. `moved` carries the day."""

    moved = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._counts: Counter[dt.date] = Counter()
        self.day = self._today = dt.date.min
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_updates(self, days: Sequence[dt.date], day_shown: dt.date, today: dt.date) -> None:
        self._counts, self.day, self._today = Counter(days), day_shown, today
        counted = sum(n for d, n in self._counts.items() if d <= day_shown)
        self.setAccessibleName(f"{self._name} {day(day_shown)}")
        self.setAccessibleDescription(
            self.tr("{} updates count, {} are left out.").format(counted, len(days) - counted)
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(320), theme().px(64))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(64))

    @property
    def _ends(self) -> tuple[dt.date, dt.date]:
        first = min((*self._counts, self.day, self._today))
        last = max((*self._counts, self.day, self._today))
        return first, max(last, first + dt.timedelta(days=1))

    def _x(self, when: dt.date) -> float:
        first, last = self._ends
        edge = theme().px(36)
        return edge + (self.width() - 2 * edge) * (when - first).days / (last - first).days

    def _day_at(self, x: float) -> dt.date:
        first, last = self._ends
        edge = theme().px(36)
        share = min(max((x - edge) / max(self.width() - 2 * edge, 1), 0.0), 1.0)
        return first + dt.timedelta(days=round(share * (last - first).days))

    def _go(self, when: dt.date) -> None:
        if when != self.day:
            self.moved.emit(when)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        stops = sorted({*self._counts, self._today})
        if step and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._go(self.day + dt.timedelta(days=step))
        elif step:
            beyond = [d for d in stops if (d < self.day if step < 0 else d > self.day)]
            if beyond:
                self._go(beyond[-1] if step < 0 else beyond[0])
        elif event.key() == Qt.Key.Key_Home:
            self._go(stops[0])
        elif event.key() == Qt.Key.Key_End:
            self._go(stops[-1])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._go(self._day_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(self._day_at(event.position().x()))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.day == dt.date.min:
            return
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y, here = look.px(30), self._x(self.day)
        for left, right, role in ((here, self.width() - look.px(36), "line"), (look.px(36), here, "accent")):
            painter.setPen(QPen(look.colour(role), look.px(4)))
            painter.drawLine(QPointF(left, y), QPointF(right, y))
        taken: list[QRectF] = []
        for when, count in sorted(self._counts.items()):
            filled = when <= self.day
            painter.setPen(QPen(look.colour("accent" if filled else "edge"), 2))
            painter.setBrush(look.colour("accent" if filled else "surface"))
            painter.drawEllipse(QPointF(self._x(when), y), look.px(6), look.px(6))
            text = f"{day(when, year=False)}, {count}" + ("" if filled else self.tr(" left out"))
            self._write(painter, self._x(when), look.px(42), text, "text2", taken)
        if self._today not in self._counts:
            self._write(painter, self._x(self._today), look.px(42), self.tr("today"), "text2", taken)
        handle = QRectF(here - look.px(7), y - look.px(11), look.px(14), look.px(22))
        painter.setPen(QPen(look.colour("surface"), 1))
        painter.setBrush(look.colour("accent"))
        painter.drawRoundedRect(handle, look.px(3), look.px(3))
        self._write(painter, here, 0, day(self.day), "accent", [], font="small-bold")

    def _write(
        self, painter: QPainter, x: float, top: int, text: str, role: str, taken: list[QRectF], font: str = "small"
    ) -> None:
        """Words centred on x, inside the widget, and left out where others already stand."""
        look = theme()
        painter.setFont(look.font(font))
        width = QFontMetrics(look.font(font)).horizontalAdvance(text) + 2
        left = min(max(x - width / 2, 0), max(self.width() - width, 0))
        box = QRectF(left, top, width, look.px(18))
        if any(box.adjusted(-6, 0, 6, 0).intersects(other) for other in taken):
            return
        taken.append(box)
        painter.setPen(look.colour(role))
        painter.drawText(QRect(round(left), top, width, look.px(18)), int(Qt.AlignmentFlag.AlignCenter), text)
