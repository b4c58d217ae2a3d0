"""Badges: icon and word, tinted by what they mean, never colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.roles import Scheme
from desktop_app.ui.theme.theme import theme


@dataclass(frozen=True, slots=True)
class Look:
    """`tone` is neutral, accent, good, warn or bad."""

    word: str
    icon: str = ""
    tone: str = "neutral"


# tone -> fill, border, words
_TONES = {
    "neutral": ("sunken", "line", "text2"),
    "accent": ("soft", "softline", "accent"),
    "good": ("goodbg", "goodbg", "good"),
    "warn": ("warnbg", "warnbg", "warn"),
    "bad": ("badbg", "badbg", "bad"),
}


def badge_width(look: Look) -> int:
    metrics = QFontMetrics(theme().font("small"))
    icon = theme().px(14) + theme().px(5) if look.icon else 0
    return icon + metrics.horizontalAdvance(look.word) + theme().px(14)


def paint_badge(painter: QPainter, x: int, y: int, look: Look, height: int = 20) -> int:
    """Draw with its left top at (x, y); its width comes back."""
    it = theme()
    fill, border, words = _TONES[look.tone]
    if it.scheme is Scheme.CONTRAST and look.tone in ("good", "warn", "bad"):
        border = look.tone
    box = QRect(x, y, badge_width(look), it.px(height))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(it.colour(border), 1))
    painter.setBrush(it.colour(fill))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), it.px(3), it.px(3))
    at = x + it.px(7)
    if look.icon:
        side = it.px(14)
        paint_icon(painter, QRect(at, y + (box.height() - side) // 2, side, side), look.icon, it.colour(words))
        at += side + it.px(5)
    painter.setFont(it.font("small"))
    painter.setPen(it.colour(words))
    text = QRect(at, y, box.right() - at, box.height())
    painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), look.word)
    return box.width()


class Badge(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_look(look)

    def show_look(self, look: Look) -> None:
        self._look = look
        self.setAccessibleName(look.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(badge_width(self._look), theme().px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_badge(QPainter(self), 0, 0, self._look, 22)


class IconLabel(QWidget):
    """An icon beside words: decoration to a screen reader."""

    def __init__(self, name: str, tone: str = "text2", at_100: int = 18) -> None:
        super().__init__()
        self._name, self._tone, self._side = name, tone, at_100
        side = theme().px(at_100)
        self.setFixedSize(side, side)

    def set_icon(self, name: str, tone: str) -> None:
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self.rect(), self._name, theme().colour(self._tone))
