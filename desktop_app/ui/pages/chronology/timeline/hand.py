"""What a mouse does on the lanes: click, drag to pan, Shift and drag to choose dates, Ctrl and wheel to zoom."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop_app.services.timeline_spans import MINUTES
from desktop_app.ui.pages.chronology.timeline.scene import Scene
from desktop_app.ui.pages.chronology.timeline.stretch import Stretch

NOTCH = 120  # eighths of a degree, one click of a wheel
STEP = 1.25  # one step of zoom


@dataclass(frozen=True, slots=True)
class _Grip:
    at: QPointF
    stretch: Stretch
    choosing: bool


def whole_days(first: float, last: float) -> Stretch:
    """Both ends out to the day they are in, whichever comes first."""
    low, high = sorted((first, last))
    return Stretch(low // MINUTES * MINUTES, -(-high // MINUTES) * MINUTES)


class Hand:
    """Turns events into what is wanted; knows nothing of the widget."""

    def __init__(self) -> None:
        self._grip: _Grip | None = None
        self._dragged = False

    def press(self, scene: Scene, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and scene.stretch is not None:
            choosing = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._grip, self._dragged = _Grip(event.position(), scene.stretch, choosing), False

    def drag(self, scene: Scene, point: QPointF, within: Stretch) -> tuple[Stretch | None, Stretch | None]:
        """(what to show, which dates to filter to); None for what stays."""
        grip = self._grip
        if grip is None:
            return None, None
        if (point - grip.at).manhattanLength() >= QApplication.startDragDistance():
            self._dragged = True
        if not self._dragged:
            return None, None
        plot = scene.frame.plot
        if grip.choosing:
            ends = (grip.stretch.minute_at(x, plot.left(), plot.width()) for x in (grip.at.x(), point.x()))
            first, last = (min(max(end, within.first), within.last) for end in ends)
            return None, whole_days(first, last) if first != last else None
        by = (grip.at.x() - point.x()) / plot.width() * grip.stretch.length
        return grip.stretch.moved(by, within), None

    def release(self) -> bool:
        """True for a click: nothing was dragged."""
        clicked = self._grip is not None and not self._dragged
        self._grip = None
        return clicked


def wheeled(scene: Scene, event: QWheelEvent, within: Stretch) -> Stretch | None:
    """Ctrl zooms where the pointer is; Shift, or a wheel that goes sideways, pans. None: the wheel is for others."""
    if scene.stretch is None:
        return None
    plot, turn = scene.frame.plot, event.angleDelta()
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        at = scene.stretch.minute_at(event.position().x(), plot.left(), plot.width())
        return scene.stretch.zoomed(STEP ** (-turn.y() / NOTCH), at, within)
    sideways = turn.x() or (turn.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0)
    return scene.stretch.moved(-sideways / NOTCH * scene.stretch.length / 12, within) if sideways else None
