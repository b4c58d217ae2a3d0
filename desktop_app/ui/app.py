"""Where the window begins. Only what the first page needs is imported before it is painted."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTemporaryDir, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.common.errors import Exit
from desktop_app.ui import crash
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.theme.fonts import load_italics

if TYPE_CHECKING:
    from desktop_app.ui.shell.predecessor import Predecessor


def run(path: Path | None = None) -> int:
    """Open the window and stay until it is closed; `path` is a review to unlock."""
    return _run(path, None)


def take_over() -> int:
    """Stand in for a window that locked itself, and says on standard input which file it had."""
    from desktop_app.ui.shell.predecessor import Predecessor

    predecessor = Predecessor()
    os.chdir(Path.home())  # file dialogs begin here, and no stick is kept from being taken out
    return _run(None, predecessor)


def _run(path: Path | None, predecessor: Predecessor | None) -> int:
    app = application()
    kept_clean = _keep_file_dialogs_quiet()
    crash.install()
    window = MainWindow(Look(app), path, predecessor)
    window.ended.connect(app.exit)
    window.show()
    QTimer.singleShot(0, _warm_up)
    code = app.exec()
    kept_clean.remove()
    if window.locked:
        os._exit(int(Exit.DONE))  # whatever still runs here holds what was just locked: it ends too
    return code


def application() -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Candour")
    app.setStyle("Fusion")
    return app


def _keep_file_dialogs_quiet() -> QTemporaryDir:
    """Qt's own file dialog writes the last folders it visited to the user's settings; they go to a folder that dies."""
    folder = QTemporaryDir()
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, folder.path())
    return folder


def _warm_up() -> None:
    """After the first paint: what the next page will need."""
    load_italics()
