"""Where a room begins: a QApplication of its own, which imports nothing that could open a review."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from desktop_app.ui import preferences
from desktop_app.ui.crash import fault_code
from desktop_app.ui.room.room_window import RoomWindow
from desktop_app.ui.theme.apply import apply, system_scheme
from desktop_app.ui.theme.fonts import load_italics
from desktop_app.ui.theme.theme import Theme

_log = logging.getLogger(__name__)


def run(path: Path) -> int:
    """Stay until the room is left or closed."""
    app = application()
    window = RoomWindow(path.absolute())
    os.chdir(Path.home())  # no stick is kept from being taken out
    sys.excepthook = lambda kind, error, trace: _fault(window, kind, error, trace)
    window.ended.connect(app.quit)
    window.showFullScreen()
    return app.exec()


def application() -> QApplication:
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Candour")
    app.setStyle("Fusion")
    apply(app, Theme(preferences.chosen_scheme() or system_scheme(), 150))
    load_italics()
    return app


def _fault(window: RoomWindow, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Our own fault, said by its code in the room's own line: no dialog stands on the projector."""
    code = fault_code(kind, trace)
    _log.error("fault %s in the room", code)
    if window.view is not None:
        words = window.tr("Something went wrong; every note saved before is on the disk. The code is {}.")
        window.view.tell(words.format(code), "bad")
