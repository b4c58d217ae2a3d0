"""The line at the top: which question, what this screen never shows, and how long there is left."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.room.scale import Scale
from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.lines import draw_elided
from desktop_app.ui.theme.theme import theme


class Header(QWidget):
    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self.title = self.where = self.clock = ""
        self.late = False
        self.promise = self.tr("Pseudonyms and broad dates only")
        self.rescale()

    def show_place(self, title: str, where: str) -> None:
        self.title, self.where = title, where
        self._tell()

    def show_clock(self, clock: str, *, late: bool) -> None:
        if (clock, late) != (self.clock, self.late):
            self.clock, self.late = clock, late
            self._tell()

    def _tell(self) -> None:
        self.setAccessibleName(". ".join(part for part in (self.title, self.where, self.promise, self.clock) if part))
        self.update()

    def rescale(self) -> None:
        self.setFixedHeight(self._scale.px(72))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look, px, font = QPainter(self), theme(), self._scale.px, self._scale.font
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), look.colour("line"))
        high, bold, plain = self.height() - 1, font("label-bold"), font("label")
        tone = "warn" if self.late else "text"
        right = self.width() - px(48)
        for text, style, icon, word_tone, icon_tone in (
            (self.clock, bold, "timer", tone, "warn" if self.late else "accent"),
            (self.promise, plain, "shield-check", "good", "good"),
        ):
            if not text:
                continue
            wide = QFontMetrics(style).horizontalAdvance(text) + px(4)
            box = QRect(right - wide, 0, wide, high)
            draw_elided(painter, box, text, style, look.colour(word_tone))
            side = px(28)
            paint_icon(
                painter, QRect(box.x() - side - px(8), (high - side) // 2, side, side), icon, look.colour(icon_tone)
            )
            right = box.x() - side - px(48)
        left = px(48)
        for text, style, tone in ((self.title, bold, "text"), (self.where, plain, "text2")):
            wide = min(QFontMetrics(style).horizontalAdvance(text) + px(4), max(right - left, 0))
            draw_elided(painter, QRect(left, 0, wide, high), text, style, look.colour(tone))
            left += wide + px(16)
        painter.setPen(Qt.PenStyle.NoPen)
