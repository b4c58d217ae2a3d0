"""The mark of the product: a thread from one thing to what rests on it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme.theme import theme


class Brand(QWidget):
    def __init__(self, *, font: str = "heading") -> None:
        super().__init__()
        self._font = font
        self.setAccessibleName("Candour")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme().font(self._font))
        return QSize(metrics.height() + theme().px(14) + metrics.horizontalAdvance("Candour"), theme().px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        font = look.font(self._font)
        metrics = QFontMetrics(font)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, middle = metrics.height(), self.height() / 2
        unit = size / 20
        accent = look.colour("accent")
        painter.setPen(QPen(accent, 1.8 * unit))
        stem, fork, tip = 3.5 * unit, 10 * unit, 17 * unit
        painter.drawLine(QPointF(stem, middle - 8 * unit), QPointF(stem, middle + 8 * unit))
        painter.drawLine(QPointF(stem, middle), QPointF(fork, middle))
        painter.drawLine(QPointF(fork, middle - 5 * unit), QPointF(fork, middle + 5 * unit))
        for side in (-5, 5):
            painter.drawLine(QPointF(fork, middle + side * unit), QPointF(tip, middle + side * unit))
        painter.setBrush(accent)
        for x, y, r in ((stem, 0, 2.4), (tip, -5, 2), (tip, 5, 2)):
            painter.drawEllipse(QPointF(x, middle + y * unit), r * unit, r * unit)
        painter.setFont(font)
        painter.setPen(look.colour("text"))
        painter.drawText(
            QPointF(size + look.px(10), middle + metrics.ascent() / 2 - metrics.descent() / 2 + 1), "Candour"
        )
