"""The page with real names, in place of the page as it will print and back: made in a worker, stored nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.common.progress import Progress
from desktop_app.services.identified import Identified, identified
from desktop_app.ui.pages.outputs.prepared import Prepared

if TYPE_CHECKING:
    from desktop_app.ui.pages.outputs.page import OutputsPage


class Identifying(QObject):
    def __init__(self, page: OutputsPage) -> None:
        super().__init__(page)
        self._page, self.on = page, False
        page.preview.toggled.connect(self.toggle)

    def toggle(self) -> None:
        self.on = not self.on
        self.follow()

    def follow(self) -> None:
        """What is shown belongs to the page that was prepared last."""
        prepared, desk = self._page.prepared, self._page.desk
        if not self.on or prepared is None:
            self._page.preview.show_identified(None)
            return
        session, wanted, rendering = desk.session, prepared.wanted, prepared.rendering

        def work(progress: Progress) -> tuple[Prepared, Identified]:
            progress.step(0, 1, "Setting the page with real names")
            snapshot = session.whole_snapshot()
            return prepared, identified(snapshot, wanted.kind, wanted.profile, wanted.as_at, rendering)

        desk.jobs.start(work, self._ready, self._page.errors.show_error, self.tr("Setting the page with real names"))

    def _ready(self, made: tuple[Prepared, Identified]) -> None:
        prepared, page = made
        if self.on and self._page.prepared is not None and self._page.prepared.rendering is prepared.rendering:
            self._page.preview.show_identified(page)
