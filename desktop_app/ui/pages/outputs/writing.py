"""The passages of the output, written in place of the picture of its page; each is a step when it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.services.passages import mark_passage, write_passage

if TYPE_CHECKING:
    from desktop_app.ui.pages.outputs.page import OutputsPage


class Writing(QObject):
    def __init__(self, page: OutputsPage) -> None:
        super().__init__(page)
        self._page = page
        session = page.desk.session
        page.preview.passages_asked.connect(self.turn)
        page.passages.closed.connect(self.turn)
        page.passages.written.connect(lambda key, text: page.do(lambda: write_passage(session, key, text)))
        page.passages.marked.connect(
            lambda key, explicit, words: page.do(lambda: mark_passage(session, key, explicit, words))
        )
        page.offer("F2", self.tr("Write the passages, or see the page"), self.turn)
        page.offer("Ctrl+H", self.tr("Earlier versions of the passage being written"), self.earlier)

    def turn(self) -> None:
        """From the picture of the page to the passages behind it, or back."""
        if self._page.middle.currentWidget() is self._page.passages:
            self._page.show_page()
        else:
            self._page.write_passages()

    def earlier(self) -> None:
        page = self._page
        key = page.passages.in_focus()
        page.commit()
        passage = next((n for n in page.desk.snapshot.narratives if n.key == key), None)
        if passage is None:
            page.desk.told.emit(self.tr("Put the keyboard into a passage first: F2 shows them."))
        else:
            page.show_earlier(self.tr("Earlier versions"), passage, "text")
