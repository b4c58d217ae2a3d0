"""The keys that do something now, with their words: the only menu a room has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.room.scale import Scale
from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.lines import draw_elided
from desktop_app.ui.theme.theme import theme


@dataclass(frozen=True, slots=True)
class Hint:
    """`key` as it is printed on it, or `icon` in its place; `tone` is a role. `right`: at the end of the line."""

    key: str
    words: str
    tone: str = "text"
    icon: str = ""
    right: bool = False


class HintRow(QWidget):
    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self._hints: tuple[Hint, ...] = ()
        self._boxes: list[QRect] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        self._hints = tuple(hints)
        self.setAccessibleName(self.tr("Keys"))
        self.setAccessibleDescription(", ".join(f"{hint.key}: {hint.words}" for hint in hints))
        self.rescale()

    @property
    def hints(self) -> tuple[Hint, ...]:
        return self._hints

    def rescale(self) -> None:
        self._boxes, height = self._placed()
        self.setFixedHeight(height)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.rescale()

    def _cap(self, hint: Hint) -> int:
        px = self._scale.px
        if hint.icon:
            return px(30)
        return max(QFontMetrics(self._scale.font("label")).horizontalAdvance(hint.key) + px(20), px(34))

    def _placed(self) -> tuple[list[QRect], int]:
        """Left ones from the left; right ones at the end of the last line, or on one of their own."""
        px, words = self._scale.px, QFontMetrics(self._scale.font("label"))
        line, gap, x, top = px(40), px(32), 0, 0
        widths = [
            min(self._cap(h) + px(12) + words.horizontalAdvance(h.words) + px(2), max(self.width(), 1))
            for h in self._hints
        ]
        boxes = [QRect()] * len(self._hints)
        for number, hint in enumerate(self._hints):
            if hint.right:
                continue
            if x and x + widths[number] > self.width():
                x, top = 0, top + line
            boxes[number] = QRect(x, top, widths[number], line)
            x += widths[number] + gap
        right = [number for number, hint in enumerate(self._hints) if hint.right]
        needed = sum(widths[number] + gap for number in right) - gap
        if right:
            if x and x + needed > self.width():
                top += line
            x = self.width() - needed
            for number in right:
                boxes[number] = QRect(max(x, 0), top, widths[number], line)
                x += widths[number] + gap
        return boxes, top + line

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look, px = QPainter(self), theme(), self._scale.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for hint, box in zip(self._hints, self._boxes, strict=True):
            cap = QRect(box.x(), box.y() + px(4), self._cap(hint), px(32))
            if hint.icon:
                paint_icon(painter, cap.adjusted(0, px(2), 0, -px(2)), hint.icon, look.colour(hint.tone))
            else:
                painter.setPen(QPen(look.colour("edge"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
                painter.setFont(self._scale.font("label"))
                painter.setPen(look.colour("text2"))
                painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), hint.key)
            rest = QRect(cap.right() + px(12), box.y(), box.right() - cap.right() - px(12) + 1, box.height())
            draw_elided(painter, rest, hint.words, self._scale.font("label"), look.colour(hint.tone))
