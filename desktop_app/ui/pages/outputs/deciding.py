"""Deciding from the queue: a key, a step of undo, and the next form of words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.output import Choice, SurfaceDecision
from desktop_app.services.decisions import decide, register_new
from desktop_app.services.outputs import Undecided

if TYPE_CHECKING:
    from desktop_app.ui.pages.outputs.page import OutputsPage


class Deciding(QObject):
    def __init__(self, page: OutputsPage) -> None:
        super().__init__(page)
        self._page, self._queue = page, page.queue
        self._queue.card.decided.connect(self._decide)
        self._queue.card.registered.connect(self._register)
        self._queue.decided.undecided.connect(self._again)

    def choose(self, number: int) -> None:
        """By key alone, and only while what is decided is in sight."""
        if self._queue.deciding:
            self._queue.card.choose(number)

    def _decide(self, choice: Choice, replacement: str, entry: str, reason: str) -> None:
        item, session = self._queue.card.item, self._page.desk.session
        if item is not None and self._queue.current:
            self._take(item, lambda: decide(session, item, choice, replacement=replacement, entry=entry, reason=reason))

    def _register(self, kind: str, printed: str) -> None:
        item, session = self._queue.card.item, self._page.desk.session
        if item is not None and self._queue.current:
            self._take(item, lambda: register_new(session, item, kind, printed))

    def _take(self, item: Undecided, change: Callable[[], ChangeSet]) -> None:
        page = self._page
        if page.do(change) and page.prepared is not None:
            left = tuple(other for other in page.prepared.undecided if other.surface != item.surface)
            self._queue.show_queue(page.desk.snapshot, left)
            page.take_focus()
            page.desk.told.emit(self.tr("Decided, wherever it stands. Ctrl+Z takes it back."))

    def _again(self, uid: str) -> None:
        session = self._page.desk.session
        if uid:
            self._page.do(lambda: session.delete("Take a decision back", SurfaceDecision, uid))
