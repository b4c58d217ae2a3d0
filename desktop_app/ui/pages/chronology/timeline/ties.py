"""Ties between events that a person linked."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from desktop_app.ui.pages.chronology.timeline.drawing import draw_doubt, draw_tie
from desktop_app.ui.pages.chronology.timeline.layout import Glyph
from desktop_app.ui.pages.chronology.timeline.scene import Scene


def paint_ties(painter: QPainter, scene: Scene) -> None:
    """Between events drawn alone. A cluster with a contradiction in it is marked: ties between crowds say nothing."""
    columns, stretch = scene.columns, scene.stretch
    if columns is None or stretch is None:
        return
    doubtful: dict[tuple[int, int], tuple[int, Glyph]] = {}
    for tie in scene.marks.ties:
        seen = [stretch.holds(columns.starts[e], columns.ends[e]) for e in (tie.a, tie.b)]
        ends = [scene.where(e) if shown else None for e, shown in zip((tie.a, tie.b), seen, strict=True)]
        a, b = ends
        if a is not None and b is not None and a[1].count == b[1].count == 1:
            draw_tie(painter, scene.box(*a).center(), scene.box(*b).center(), tie.kind)
        elif tie.kind == "contradicts":
            doubtful.update({(end[0], end[1].entry): end for end in ends if end is not None and end[1].count > 1})
    for lane, glyph in doubtful.values():
        draw_doubt(painter, scene.box(lane, glyph))
