"""Agency swatches: colour and pattern, always beside a code or a name."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme.roles import Pattern, Scheme
from desktop_app.ui.theme.theme import Theme, theme


@lru_cache(maxsize=128)
def _tile(scheme: Scheme, scale: int, order: int) -> QPixmap:
    look = Theme(scheme, scale)
    colour, pattern = look.agency(order)
    side = look.px(6)
    tile = QPixmap(side, side)
    tile.fill(colour)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("surface"), 1.1 * scale / 100))
    _draw_pattern(painter, pattern, side)
    painter.end()
    return tile


def _draw_pattern(painter: QPainter, pattern: Pattern, side: int) -> None:
    half = side / 2
    if pattern in (Pattern.DIAGONAL, Pattern.CHECK):
        for shift in (-side, 0, side):
            painter.drawLine(QRectF(shift, 0, side, side).bottomLeft(), QRectF(shift, 0, side, side).topRight())
    if pattern in (Pattern.BACK_DIAGONAL, Pattern.CHECK):
        for shift in (-side, 0, side):
            painter.drawLine(QRectF(shift, 0, side, side).topLeft(), QRectF(shift, 0, side, side).bottomRight())
    if pattern in (Pattern.HORIZONTAL, Pattern.CROSS):
        painter.drawLine(QRectF(0, half, side, 0).topLeft(), QRectF(0, half, side, 0).topRight())
    if pattern in (Pattern.VERTICAL, Pattern.CROSS):
        painter.drawLine(QRectF(half, 0, 0, side).topLeft(), QRectF(half, 0, 0, side).bottomLeft())
    if pattern is Pattern.DOTS:
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QRectF(half - side / 5, half - side / 5, side / 2.5, side / 2.5))


def agency_brush(order: int) -> QBrush:
    return QBrush(_tile(theme().scheme, theme().scale, order))


def paint_swatch(painter: QPainter, box: QRect, order: int) -> None:
    path = QPainterPath()
    path.addRoundedRect(QRectF(box), theme().px(2), theme().px(2))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrushOrigin(box.topLeft())
    painter.fillPath(path, agency_brush(order))
    painter.setPen(QPen(theme().agency(order)[0], 1))
    painter.drawPath(path)
    painter.restore()


def paint_agency(painter: QPainter, at: QPoint, order: int, text: str, font: str = "body") -> None:
    """Swatch and words with the left end at `at`, which is at half height."""
    side = theme().px(12)
    paint_swatch(painter, QRect(at.x(), at.y() - side // 2, side, side), order)
    painter.setFont(theme().font(font))
    painter.setPen(theme().colour("text"))
    height = theme().px(20)
    box = QRect(at.x() + side + theme().px(6), at.y() - height // 2, 4000, height)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), text)


class AgencyChip(QWidget):
    def __init__(self, order: int, text: str) -> None:
        super().__init__()
        self._order, self._text = order, text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(theme().font()).horizontalAdvance(self._text)
        return QSize(theme().px(20) + width, theme().px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_agency(QPainter(self), QPoint(1, self.height() // 2), self._order, self._text)
