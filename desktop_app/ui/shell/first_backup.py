"""The backup made when a review is opened: the file as it was found, in a thread, once the desk is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop_app.common.progress import Progress

if TYPE_CHECKING:
    from desktop_app.services.backups import BackupMade
    from desktop_app.services.session import Session
    from desktop_app.ui.shell.main_window import MainWindow

_LATER_MS = 3_000


def back_up_later(window: MainWindow, session: Session) -> None:
    QTimer.singleShot(_LATER_MS, window, lambda: _back_up(window, session))


def _back_up(window: MainWindow, session: Session) -> None:
    view = window.desk_view
    if view is None or view.desk.session is not session:
        return
    from desktop_app.services.backups import backup_on_open

    def task(_progress: Progress) -> BackupMade | None:
        return backup_on_open(session)

    view.desk.jobs.start(task, lambda _made: None, window.status.show_error, window.tr("Making a backup"))
