"""What events stand on: lanes and their names, the time axis, the scope, the incident and the filter's dates."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop_app.ui.pages.chronology.timeline.scene import AXIS, LANE, NAMES, Scene
from desktop_app.ui.pages.chronology.timeline.stretch import Stretch
from desktop_app.ui.pages.chronology.timeline.ticks import Tick, axis
from desktop_app.ui.theme.lines import draw_elided
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.agency import paint_swatch

_ROW = AXIS // 2


def paint_lanes(painter: QPainter, scene: Scene) -> None:
    """Every other lane is sunken, names and all."""
    look, frame = theme(), scene.frame
    for lane in frame.lanes(len(scene.lanes)):
        if lane % 2 == 0:
            box = QRectF(0, frame.top(lane), frame.width, look.px(LANE))
            painter.fillRect(box, look.colour("sunken"))


def paint_names(painter: QPainter, scene: Scene, current: int) -> None:
    """A swatch for an agency; the lane of the current event in bold."""
    look, frame = theme(), scene.frame
    names = QRectF(0, frame.plot.top(), look.px(NAMES), frame.plot.height())
    painter.fillRect(QRectF(0, 0, look.px(NAMES), frame.height), look.colour("surface"))
    painter.setClipRect(names)
    for lane in frame.lanes(len(scene.lanes)):
        given, top = scene.lanes[lane], round(frame.top(lane))
        if lane % 2 == 0:
            painter.fillRect(QRectF(0, top, look.px(NAMES), look.px(LANE)), look.colour("sunken"))
        side, left = look.px(12), look.px(10)
        if given.order:
            paint_swatch(painter, QRect(left, top + (look.px(LANE) - side) // 2, side, side), given.order)
            left += side + look.px(8)
        name = QRect(left, top, look.px(NAMES - 8) - left, look.px(LANE))
        draw_elided(painter, name, given.name, look.font("bold" if lane == current else "body"), look.colour("text"))


def paint_scope(painter: QPainter, scene: Scene) -> None:
    """What lies outside the scope is shaded, with a dashed line where it begins and ends."""
    look, plot = theme(), scene.frame.plot
    first, last = scene.marks.scope
    left = min(max(scene.x(first), plot.left()), plot.right()) if first is not None else plot.left()
    right = min(max(scene.x(last), plot.left()), plot.right()) if last is not None else plot.right()
    pen = QPen(look.colour("edge"), 1)
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    if left > plot.left():
        painter.fillRect(QRectF(plot.left(), plot.top(), left - plot.left(), plot.height()), look.colour("rail"))
        painter.drawLine(QPointF(left, plot.top()), QPointF(left, plot.bottom()))
    if right < plot.right():
        painter.fillRect(QRectF(right, plot.top(), plot.right() - right, plot.height()), look.colour("rail"))
        painter.drawLine(QPointF(right, plot.top()), QPointF(right, plot.bottom()))


def paint_axis(painter: QPainter, scene: Scene, incident: str) -> None:
    """Lines down the lanes at every unit; their names over the lanes, and over those what they are in."""
    if scene.stretch is None:
        return
    look, plot = theme(), scene.frame.plot
    font = look.font("small")
    metrics = QFontMetricsF(font)
    pad = float(look.px(6))
    found = axis(scene.stretch, plot.left(), plot.width(), metrics.horizontalAdvance, pad)
    upper, lower = plot.top() - look.px(AXIS), plot.top() - look.px(_ROW)
    for tick in found.below:
        painter.fillRect(QRectF(round(tick.x), lower, 1, plot.bottom() - lower), look.colour("line"))
        box = QRect(round(tick.x + pad), round(lower), round(plot.width()), look.px(_ROW))
        draw_elided(painter, box, tick.words, font, look.colour("text2"))
    for tick in found.above:
        painter.fillRect(QRectF(round(tick.x), upper + look.px(3), 1, look.px(_ROW)), look.colour("edge"))
        box = QRect(round(tick.x + pad), round(upper), round(plot.width()), look.px(_ROW))
        draw_elided(painter, box, tick.words, look.font("small-bold"), look.colour("text"))
    painter.fillRect(QRectF(0, plot.top() - 1, scene.frame.width, 1), look.colour("line"))
    _paint_incident(painter, scene, incident, found.above)


def _paint_incident(painter: QPainter, scene: Scene, words: str, above: tuple[Tick, ...]) -> None:
    """A line down all lanes at the day of the incident, a diamond on top, its name where no other words are."""
    if scene.marks.incident is None:
        return
    look, plot = theme(), scene.frame.plot
    start, end = scene.marks.incident
    x = round(scene.x((start + end) / 2))
    if not plot.left() <= x <= plot.right():
        return
    painter.fillRect(QRectF(x - 1, plot.top(), 2, plot.height()), look.colour("text"))
    half, y = look.px(5), plot.top() - 1
    diamond = [QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)]
    painter.setPen(QPen(look.colour("surface"), 1))
    painter.setBrush(look.colour("text"))
    painter.drawPolygon(QPolygonF(diamond))
    metrics = QFontMetricsF(look.font("small-bold"))
    wide = metrics.horizontalAdvance(words) + 1
    left = min(max(x - wide / 2, plot.left()), plot.right() - wide)
    taken = [(t.x, t.x + metrics.horizontalAdvance(t.words) + look.px(12)) for t in above if t.words]
    if all(left > b or left + wide < a for a, b in taken):
        box = QRect(round(left), round(plot.top() - look.px(AXIS)), round(wide) + 1, look.px(_ROW))
        draw_elided(painter, box, words, look.font("small-bold"), look.colour("text"))


def paint_filter(painter: QPainter, scene: Scene, chosen: Stretch) -> None:
    """The dates that the table is filtered to."""
    look, plot = theme(), scene.frame.plot
    left, right = max(scene.x(chosen.first), plot.left()), min(scene.x(chosen.last), plot.right())
    if right <= left:
        return
    box = QRectF(left, plot.top(), right - left, plot.height())
    tint = QColor(look.colour("accent"))
    tint.setAlpha(36)
    painter.fillRect(box, tint)
    painter.setPen(QPen(look.colour("accent"), 1.5))
    for x in (left, right):
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
