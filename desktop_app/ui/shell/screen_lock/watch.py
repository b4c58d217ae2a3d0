"""All ways of knowing that work here, asked every other second; the desk is locked when one of them turns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.shell.screen_lock import macos, other_user, screen_saver, windows
from desktop_app.ui.shell.screen_lock.source import Source

_LOOK_MS = 2_000


def sources_here() -> list[Source]:
    """Those of this computer and this display; none is as true an answer as any."""
    found: tuple[Source | None, ...] = (screen_saver.find(), other_user.find(), windows.find(), macos.find())
    return [source for source in found if source is not None]


class ScreenLockWatch(QObject):
    """`away` comes when a source turns from "here" to "away", not while it stays so: whoever unlocked the desk on a
    display that a source thinks idle must be left at work."""

    away = Signal()

    def __init__(self, window: QWidget, sources: Sequence[Source] | None = None) -> None:
        super().__init__(window)
        self._sources = list(sources_here() if sources is None else sources)
        self._was: dict[Source, bool] = {}
        for source in self._sources:
            source.start(window, self.look)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        self._was = {source: source.away() for source in self._sources}
        if self._sources:
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        if not self._timer.isActive():
            return
        before, self._was = self._was, {source: source.away() for source in self._sources}
        if any(is_away and not before[source] for source, is_away in self._was.items()):
            self.away.emit()
