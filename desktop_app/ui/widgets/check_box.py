"""A box to tick: a tick in it, never a fill alone, so that it reads in every scheme."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.lines import draw_elided
from desktop_app.ui.theme.theme import theme


class CheckBox(QCheckBox):
    def __init__(self, text: str, name: str = "") -> None:
        super().__init__(text)
        self.setAccessibleName(name or text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(theme().font()).horizontalAdvance(self.text())
        return QSize(theme().px(16 + 10) + width + theme().px(6), theme().px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(80), theme().px(24))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(16)
        box = QRect(1, (self.height() - side) // 2, side, side)
        on = self.isChecked()
        painter.setPen(QPen(look.colour("accent" if on else "edge" if self.isEnabled() else "line"), 1))
        painter.setBrush(look.colour("accent" if on else "hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), look.px(2), look.px(2))
        if on:
            inner = box.adjusted(look.px(2), look.px(2), -look.px(2), -look.px(2))
            paint_icon(painter, inner, "check-bold", look.colour("onaccent"))
        words = QRect(box.right() + look.px(10), 0, self.width() - box.right() - look.px(10), self.height())
        draw_elided(painter, words, self.text(), look.font(), look.colour("text" if self.isEnabled() else "text3"))
