"""How one thing on the timeline is drawn: a day, a stretch of days, a number of events, a silence, a tie."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap

from desktop_app.ui.theme.theme import Theme, theme
from desktop_app.ui.widgets.agency import agency_brush


def draw_block(painter: QPainter, box: QRectF, order: int) -> None:
    """An exact day: colour and pattern of its agency."""
    picture = _block(theme(), order, round(box.width()), round(box.height()), painter.device().devicePixelRatioF())
    painter.drawPixmap(QPointF(round(box.left()) - 1, round(box.top()) - 1), picture)


@lru_cache(maxsize=512)
def _block(look: Theme, order: int, wide: int, high: int, ratio: float) -> QPixmap:
    """Drawn once: there are hundreds on a full timeline. A pixel of ground keeps it apart from what it is on."""
    picture, painter = _canvas(wide + 2, high + 2, ratio)
    painter.setPen(QPen(look.colour("surface"), 1))
    painter.drawRoundedRect(QRectF(0.5, 0.5, wide + 1, high + 1), look.px(3), look.px(3))
    box = QRectF(1.5, 1.5, wide - 1, high - 1)
    path = QPainterPath()
    path.addRoundedRect(box, look.px(2), look.px(2))
    painter.fillPath(path, agency_brush(order) if order else QBrush(look.colour("text2")))
    painter.setPen(QPen(_ink(look, order), 1))
    painter.drawPath(path)
    painter.end()
    return picture


def _canvas(wide: int, high: int, ratio: float) -> tuple[QPixmap, QPainter]:
    picture = QPixmap(round(wide * ratio), round(high * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return picture, painter


def _ink(look: Theme, order: int) -> QColor:
    """An agency's colour; for what is of no agency, or of several, that of second words."""
    return look.agency(order)[0] if order else look.colour("text2")


def draw_known_bar(painter: QPainter, box: QRectF, order: int) -> None:
    """From one known day to another."""
    path = QPainterPath()
    path.addRoundedRect(box, theme().px(2), theme().px(2))
    painter.setBrushOrigin(box.topLeft())
    painter.fillPath(path, agency_brush(order) if order else QBrush(theme().colour("text2")))
    painter.setPen(QPen(_ink(theme(), order), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def draw_soft_bar(painter: QPainter, box: QRectF, order: int) -> None:
    """A day not known exactly: a bar that fades at both ends, its edges dashed."""
    colour = _ink(theme(), order)
    fade = QLinearGradient(box.topLeft(), box.topRight())
    for at, alpha in ((0.0, 15), (0.28, 158), (0.72, 158), (1.0, 15)):
        shade = QColor(colour)
        shade.setAlpha(alpha)
        fade.setColorAt(at, shade)
    painter.fillRect(box, QBrush(fade))
    pen = QPen(colour, 1)
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawLine(box.topLeft(), box.topRight())
    painter.drawLine(box.bottomLeft(), box.bottomRight())


def draw_cluster(painter: QPainter, box: QRectF, order: int, count: int) -> None:
    """So many events in one place; the more, the darker."""
    words = str(count) if count < 1_000 else f"{count // 1_000}k"
    ratio = painter.device().devicePixelRatioF()
    depth = min(count.bit_length(), _DEEPEST)
    picture = _cluster(theme(), order, words, depth, round(box.width()), round(box.height()), ratio)
    painter.drawPixmap(QPointF(round(box.left()), round(box.top())), picture)


_DEEPEST = 8  # 128 events and more look alike


@lru_cache(maxsize=4096)
def _cluster(look: Theme, order: int, words: str, depth: int, wide: int, high: int, ratio: float) -> QPixmap:
    picture, painter = _canvas(wide, high, ratio)
    ink, radius = _ink(look, order), look.px(3)
    box = QRectF(0.5, 0.5, wide - 1, high - 1)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(box, radius, radius)
    tint = QColor(ink)
    tint.setAlpha(7 * depth)
    painter.setBrush(tint)
    painter.drawRoundedRect(box, radius, radius)
    painter.setFont(look.font("small-bold"))
    painter.setPen(look.colour("text"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), words)
    painter.end()
    return picture


def draw_doubt(painter: QPainter, box: QRectF) -> None:
    """On a cluster: there is a contradiction in it."""
    look = theme()
    radius = look.px(4)
    painter.setPen(QPen(look.colour("surface"), 1))
    painter.setBrush(look.colour("bad"))
    painter.drawEllipse(box.topRight() + QPointF(-radius / 4, radius / 4), radius, radius)


def draw_ring(painter: QPainter, box: QRectF) -> None:
    """Around the event somebody is at, a gap between."""
    look = theme()
    grown = look.px(3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    around = box.adjusted(-grown, -grown, grown, grown)
    painter.setPen(QPen(look.colour("surface"), 4))
    painter.drawRoundedRect(around, look.px(3), look.px(3))
    painter.setPen(QPen(look.colour("accent"), 2))
    painter.drawRoundedRect(around, look.px(3), look.px(3))


@lru_cache(maxsize=8)
def _hatch(look: Theme) -> QPixmap:
    """A tile of slanting lines."""
    side = look.px(6)
    tile, painter = _canvas(side, side, 1.0)
    painter.setPen(QPen(look.colour("hatch"), 1))
    for shift in (-side, 0, side):
        painter.drawLine(QPointF(shift, side), QPointF(shift + side, 0))
    painter.end()
    return tile


def draw_gap(painter: QPainter, box: QRectF, words: Sequence[str]) -> None:
    """Hatching, with what it means written on it where there is room."""
    look = theme()
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.fillRect(box, look.colour("surface"))
    painter.setBrushOrigin(box.bottomLeft())
    painter.fillRect(box, QBrush(_hatch(look)))
    painter.setPen(QPen(look.colour("hatch"), 1))
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


def draw_tie(painter: QPainter, a: QPointF, b: QPointF, kind: str) -> None:
    """Two accounts of one thing: a solid line, or where they contradict each other a dashed one with ≠ in a ring.

    One that corroborates the other has a dotted line.
    """
    look = theme()
    contradicts = kind == "contradicts"
    top, bottom = sorted((a, b), key=lambda p: p.y())
    pen = QPen(look.colour("bad" if contradicts else "text2"), 2)
    if kind != "duplicate":
        pen.setStyle(Qt.PenStyle.DashLine if contradicts else Qt.PenStyle.DotLine)
    painter.setPen(pen)
    drop = look.px(8)
    if top.y() == bottom.y():  # in one lane: under both
        down = QPointF(0, look.px(11))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline([a + down / 2, a + down, b + down, b + down / 2])
        top, bottom = a + down, b + down
    else:
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
