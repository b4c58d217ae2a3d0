"""What a page is given: the open review, a way to change it, and a way to go elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.snapshot import Snapshot
from desktop_app.ui.workers import Jobs

if TYPE_CHECKING:
    from desktop_app.services.session import Session


class Desk(QObject):
    changed = Signal(object)  # ChangeSet
    asked = Signal(str, str)  # page, uid
    told = Signal(str)  # a sentence for the status bar
    room_asked = Signal(object)  # path of a pack: open its room on this screen, and lock the desk

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.jobs = Jobs()

    @property
    def snapshot(self) -> Snapshot:
        return self.session.snapshot

    def announce(self, changes: ChangeSet | None) -> None:
        """Pages and counts follow a change wherever it came from."""
        if changes is not None:
            self.changed.emit(changes)

    def go(self, page: str, uid: str = "") -> None:
        self.asked.emit(page, uid)
