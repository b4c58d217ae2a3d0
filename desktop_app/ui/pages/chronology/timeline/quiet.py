"""Silences on the timeline: hatched, an agency's in its lane, everybody's across all of them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop_app.services.timeline_marks import Silence
from desktop_app.ui.pages.chronology.timeline.drawing import draw_gap
from desktop_app.ui.pages.chronology.timeline.scene import LANE, Scene
from desktop_app.ui.theme.theme import theme


def paint_agency_silences(painter: QPainter, scene: Scene, words: str) -> None:
    """`words` has a place for the number of days."""
    all_quiet = [s for s in scene.marks.silences if s.lane < 0]
    seen = set(scene.frame.lanes(len(scene.lanes)))
    half = theme().px(8)
    for silence in scene.marks.silences:
        if silence.lane not in seen or not _shown(scene, silence.start, silence.end):
            continue
        top = scene.frame.top(silence.lane) + theme().px(LANE) / 2 - half
        pieces = [_box(scene, a, b, top, 2 * half) for a, b in alone(silence, all_quiet) if _shown(scene, a, b)]
        widest = max(pieces, key=lambda box: box.width(), default=None)
        for box in pieces:
            draw_gap(painter, box, [words.format(silence.days)] if box is widest else [])


def paint_common_silences(painter: QPainter, scene: Scene, words: str) -> None:
    plot = scene.frame.plot
    high = min(plot.height(), theme().px(LANE) * len(scene.lanes) - scene.frame.scrolled)
    for silence in scene.marks.silences:
        if silence.lane < 0 and _shown(scene, silence.start, silence.end):
            said = [words.format(silence.days), silence.explained]
            draw_gap(painter, _box(scene, silence.start, silence.end, plot.top(), high), [w for w in said if w])


def _shown(scene: Scene, start: int, end: int) -> bool:
    return scene.stretch is not None and scene.stretch.holds(start, end)


def _box(scene: Scene, start: int, end: int, top: float, height: float) -> QRectF:
    """The part of these minutes that is shown."""
    plot = scene.frame.plot
    left, right = max(scene.x(start), plot.left()), min(scene.x(end), plot.right())
    return QRectF(left, top, max(right - left, 0), height)


def alone(silence: Silence, others: Iterable[Silence]) -> list[tuple[int, int]]:
    """The parts of a silence in which somebody else was in contact."""
    pieces = [(silence.start, silence.end)]
    for other in others:
        cut: list[tuple[int, int]] = []
        for start, end in pieces:
            if other.end <= start or other.start >= end:
                cut.append((start, end))
                continue
            if start < other.start:
                cut.append((start, other.start))
            if other.end < end:
                cut.append((other.end, end))
        pieces = cut
    return pieces
