"""Everything that says that nobody sits here any more, and the clipboard, which must not outlast whoever copied."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.shell.clipboard import ClipboardGuard
from desktop_app.ui.shell.idle import IdleWatch
from desktop_app.ui.shell.screen_lock.watch import ScreenLockWatch


class Absence(QObject):
    away = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.idle = IdleWatch(self)
        self.screen = ScreenLockWatch(window)
        self.clipboard = ClipboardGuard(self)
        self.idle.away.connect(self.away)
        self.screen.away.connect(self.away)

    def start(self) -> None:
        self.idle.start()
        self.screen.start()

    def stop(self) -> None:
        self.idle.stop()
        self.screen.stop()
