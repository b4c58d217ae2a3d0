"""Nobody is here: no key and no pointer for a while, or the computer has slept. The desk is then locked.

Sleep is seen from the clock, without asking the desktop: a look is due every few seconds, and one that comes much too
late means that nothing ran in between.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop_app.ui import preferences

_LOOK_MS = 5_000
_SLEPT_S = 30.0
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,  # all there is to see of a key that is a shortcut
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.HoverMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.InputMethod,
        QEvent.Type.TabletMove,
    }
)


def seconds_awake_or_not() -> float:
    """A clock that goes on while the computer sleeps; where there is none, the time of day."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.time()


class IdleWatch(QObject):
    away = Signal()

    def __init__(self, parent: QObject, clock: Callable[[], float] = seconds_awake_or_not) -> None:
        super().__init__(parent)
        self._clock = clock
        self._seen = self._looked = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.applicationStateChanged.connect(self._state_changed)

    def start(self) -> None:
        self._seen = self._looked = self._clock()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._timer.stop()

    def seconds_quiet(self) -> float:
        """Since the last key or movement, anywhere in the program."""
        return max(self._clock() - self._seen, 0.0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._seen = self._clock()
        return False

    def look(self) -> None:
        now = self._clock()
        slept = now - self._looked > _SLEPT_S
        self._looked, self._seen = now, min(self._seen, now)
        minutes = preferences.idle_minutes()
        if slept or (minutes and now - self._seen >= minutes * 60):
            self.away.emit()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationSuspended and self._timer.isActive():
            self.away.emit()
