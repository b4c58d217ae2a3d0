"""The sections of the output, changed from their pane: each change is a step, and the page follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.services.output_sections import add_own, as_usual, drop, move, rename, write_own
from desktop_app.ui.pages.outputs.sections_pane import SectionsPane

if TYPE_CHECKING:
    from desktop_app.ui.pages.outputs.page import OutputsPage


class Arranging(QObject):
    def __init__(self, page: OutputsPage) -> None:
        super().__init__(page)
        self._page = page
        self.pane = SectionsPane()
        page.middle.addWidget(self.pane)
        self.pane.closed.connect(page.show_page)
        session = page.desk.session
        self.pane.moved.connect(lambda id_, by: page.do(lambda: move(session, page.wanted.kind, id_, by)))
        self.pane.dropped.connect(lambda id_, on: page.do(lambda: drop(session, page.wanted.kind, id_, on)))
        self.pane.renamed.connect(lambda id_, text: page.do(lambda: rename(session, page.wanted.kind, id_, text)))
        self.pane.written.connect(lambda id_, text: page.do(lambda: write_own(session, page.wanted.kind, id_, text)))
        self.pane.added.connect(self._add)
        self.pane.reset.connect(lambda: page.do(lambda: as_usual(session, page.wanted.kind)))
        page.preview.sections_asked.connect(self.turn)
        page.offer("F3", self.tr("Put its sections in order, or see the page"), self.turn)
        page.offer("Alt+Up", self.tr("Move the section up"), lambda: self._move(-1))
        page.offer("Alt+Down", self.tr("Move the section down"), lambda: self._move(1))

    @property
    def _shown(self) -> bool:
        return self._page.middle.currentWidget() is self.pane

    def follow(self) -> None:
        self.pane.show_sections(self._page.desk.snapshot, self._page.wanted.kind)

    def turn(self) -> None:
        if self._shown:
            self._page.show_page()
        else:
            self._page.show_middle(self.pane)
            self.pane.list.setFocus()

    def _move(self, by: int) -> None:
        if self._shown:
            self.pane.move_current(by)

    def _add(self) -> None:
        page, made = self._page, ""

        def change() -> object:
            nonlocal made
            changes, made = add_own(page.desk.session, page.wanted.kind, "")
            return changes

        if page.do(change):  # type: ignore[arg-type]
            self.pane.pick(made)
