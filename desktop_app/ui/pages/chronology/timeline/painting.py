"""The whole timeline, drawn in order from the ground up."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop_app.ui.pages.chronology.timeline import ground
from desktop_app.ui.pages.chronology.timeline.drawing import (
    draw_block,
    draw_cluster,
    draw_known_bar,
    draw_ring,
    draw_soft_bar,
)
from desktop_app.ui.pages.chronology.timeline.episodes import paint_bands, paint_brackets
from desktop_app.ui.pages.chronology.timeline.layout import Glyph, Shape
from desktop_app.ui.pages.chronology.timeline.quiet import paint_agency_silences, paint_common_silences
from desktop_app.ui.pages.chronology.timeline.scene import Scene
from desktop_app.ui.pages.chronology.timeline.stretch import Stretch
from desktop_app.ui.pages.chronology.timeline.ties import paint_ties
from desktop_app.ui.theme.theme import theme


@dataclass(frozen=True, slots=True)
class Said:
    """Words that are drawn, in the language of the window; with places for what they tell."""

    no_contact: str
    nobody: str
    episode: str
    episode_short: str
    incident: str


def paint(painter: QPainter, scene: Scene, current: int, chosen: Stretch | None, said: Said) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame, plot = scene.frame, scene.frame.plot
    painter.fillRect(QRectF(0, 0, frame.width, frame.height), theme().colour("surface"))
    ground.paint_lanes(painter, scene)
    painter.save()
    painter.setClipRect(plot)
    ground.paint_scope(painter, scene)
    paint_bands(painter, scene)
    painter.restore()
    ground.paint_axis(painter, scene, said.incident)
    painter.setClipRect(plot)
    paint_agency_silences(painter, scene, said.no_contact)
    paint_common_silences(painter, scene, said.nobody)
    _paint_events(painter, scene)
    paint_ties(painter, scene)
    if chosen is not None:
        ground.paint_filter(painter, scene, chosen)
    held = scene.where(current)
    if held is not None:
        draw_ring(painter, _in_sight(scene, *held))
    painter.setClipping(False)
    ground.paint_names(painter, scene, scene.columns.lanes[current] if scene.columns and current >= 0 else -1)
    painter.setClipping(False)
    painter.fillRect(QRectF(0, plot.top() - 1, plot.left(), 1), theme().colour("line"))
    paint_brackets(painter, scene, said.episode, said.episode_short)


def _paint_events(painter: QPainter, scene: Scene) -> None:
    plot = scene.frame.plot
    for lane in scene.frame.lanes(len(scene.tables)):
        layout = scene.layout(lane)
        for glyph in layout.glyphs() if layout else ():
            if glyph.right > plot.left() and glyph.left < plot.right():
                _draw(painter, scene, lane, glyph)


def _draw(painter: QPainter, scene: Scene, lane: int, glyph: Glyph) -> None:
    assert scene.columns is not None
    box, order = scene.box(lane, glyph), scene.columns.orders[glyph.entry]
    if glyph.shape is Shape.CLUSTER:
        draw_cluster(painter, box, scene.lanes[lane].order, glyph.count)
    elif glyph.shape is Shape.BLOCK:
        draw_block(painter, box, order)
    elif glyph.shape is Shape.KNOWN:
        draw_known_bar(painter, box, order)
    else:
        draw_soft_bar(painter, box, order)


def _in_sight(scene: Scene, lane: int, glyph: Glyph) -> QRectF:
    """A bar that goes on beyond the edges is ringed where it can be seen."""
    box, plot, room = scene.box(lane, glyph), scene.frame.plot, theme().px(4)
    left, right = max(box.left(), plot.left() + room), min(box.right(), plot.right() - room)
    return QRectF(left, box.top(), max(right - left, theme().px(4)), box.height())
