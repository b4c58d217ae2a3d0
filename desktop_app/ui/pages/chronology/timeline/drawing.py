"""How one thing on the timeline is drawn: a day, a soft stretch, a silence, a tie."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QLinearGradient, QPainter, QPainterPath, QPen

from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.agency import agency_brush


def draw_block(painter: QPainter, box: QRectF, order: int, *, current: bool) -> None:
    """An exact day, or a known range: colour and pattern of its agency."""
    look = theme()
    path = QPainterPath()
    path.addRoundedRect(box, look.px(2), look.px(2))
    painter.setBrushOrigin(box.topLeft())
    painter.fillPath(path, agency_brush(order))
    painter.setPen(QPen(look.agency(order)[0], 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    if current:
        _ring(painter, box)


def draw_soft_bar(painter: QPainter, box: QRectF, order: int, *, current: bool) -> None:
    """A day not known exactly: a bar that fades at both ends, its edges dashed."""
    look = theme()
    colour = look.agency(order)[0]
    fade = QLinearGradient(box.topLeft(), box.topRight())
    for at, alpha in ((0.0, 15), (0.28, 158), (0.72, 158), (1.0, 15)):
        shade = look.agency(order)[0]
        shade.setAlpha(alpha)
        fade.setColorAt(at, shade)
    painter.fillRect(box, QBrush(fade))
    pen = QPen(colour, 1)
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawLine(box.topLeft(), box.topRight())
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    if current:
        _ring(painter, box)


def _ring(painter: QPainter, box: QRectF) -> None:
    look = theme()
    painter.setPen(QPen(look.colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    grown = look.px(3)
    painter.drawRoundedRect(box.adjusted(-grown, -grown, grown, grown), look.px(3), look.px(3))


def draw_gap(painter: QPainter, box: QRectF, words: Sequence[str]) -> None:
    """Hatching, with what it means written on it where there is room."""
    look = theme()
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.fillRect(box, look.colour("surface"))
    painter.setPen(QPen(look.colour("hatch"), 1))
    step = look.px(6)
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += step
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    font = look.font("small")
    metrics = QFontMetrics(font)
    room = max(round(box.width()) - look.px(20), 0)
    lines = [*words[:1], *(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in words[1:])]
    width = max((metrics.horizontalAdvance(line) for line in lines), default=0) + look.px(16)
    height = metrics.height() * len(lines) + look.px(2 if len(lines) == 1 else 8)
    if width <= box.width() and lines:
        label = QRectF(0, 0, width, min(height, box.height()))
        label.moveCenter(box.center())
        painter.setPen(QPen(look.colour("line"), 1))
        painter.setBrush(look.colour("surface"))
        painter.drawRect(label)
        painter.setFont(font)
        painter.setPen(look.colour("text2"))
        painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), "\n".join(lines))
    painter.restore()


def draw_tie(painter: QPainter, a: QPointF, b: QPointF, *, contradicts: bool) -> None:
    """Two accounts of one thing: solid when they are the same event, dashed with ≠ when they contradict."""
    look = theme()
    top, bottom = sorted((a, b), key=lambda p: p.y())
    pen = QPen(look.colour("bad" if contradicts else "text2"), 2)
    if contradicts:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    drop = look.px(8)
    painter.drawLine(QPointF(top.x(), top.y() + drop), QPointF(bottom.x(), bottom.y() - drop))
    if contradicts:
        middle = (top + bottom) / 2
        painter.setPen(QPen(look.colour("bad"), 1.5))
        painter.setBrush(look.colour("surface"))
        radius = look.px(8)
        painter.drawEllipse(middle, radius, radius)
        painter.setFont(look.font("small-bold"))
        ring = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(ring, int(Qt.AlignmentFlag.AlignCenter), "≠")
