"""Everything that says that nobody sits here any more, and the clipboard, which must not outlast whoever copied."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.shell.clipboard import ClipboardGuard
from desktop_app.ui.shell.idle import IdleWatch


class Absence(QObject):
    away = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.idle = IdleWatch(self)
        self.idle.away.connect(self.away)
        self.clipboard = ClipboardGuard(self)

    def start(self) -> None:
        self.idle.start()

    def stop(self) -> None:
        self.idle.stop()
