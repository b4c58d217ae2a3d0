"""A paragraph of the page chosen by arrow keys or pointer, and the way to the record it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.services.fidelity import Printed, printed
from desktop_app.services.preview import Spot, paragraphs_on_pages

if TYPE_CHECKING:
    from desktop_app.ui.pages.outputs.page import OutputsPage


class WhereFrom(QObject):
    """Where paragraphs stand is looked up when somebody first asks: a preview that nobody asks costs nothing."""

    def __init__(self, page: OutputsPage) -> None:
        super().__init__(page)
        self._page = page
        self._of: object = None
        self._paragraphs: list[Printed] = []
        self._spots: list[tuple[Spot, ...]] = []
        self.chosen = -1
        picture = page.preview.picture
        picture.stepped.connect(self.step)
        picture.pointed.connect(self.point)
        picture.followed.connect(self.go)
        page.preview.source_asked.connect(self.go)

    def forget(self) -> None:
        """Another page is shown."""
        if self.chosen >= 0 or self._of is not None:
            self._of, self.chosen = None, -1
            self._page.preview.show_paragraph((), "")

    def _look(self) -> bool:
        preview, prepared = self._page.preview, self._page.prepared
        if prepared is None:
            return False
        pdf = preview.page_bytes
        if self._of is not pdf:
            self._of, self.chosen = pdf, -1
            self._paragraphs = printed(prepared.rendering.preview)
            said = preview.real_words or tuple(paragraph.words for paragraph in self._paragraphs)
            self._spots = paragraphs_on_pages(pdf, said)
        return bool(self._paragraphs)

    def step(self, by: int) -> None:
        """To the next paragraph, or the one before; at first to one on the page that is shown."""
        if not self._look():
            return
        standing = [n for n, spots in enumerate(self._spots) if spots]
        if not standing:
            return
        if self.chosen < 0:
            here = [n for n in standing if self._spots[n][0].page == self._page.preview.page]
            self._choose((here or standing)[0 if by > 0 else -1])
            return
        beyond = [n for n in standing if (n - self.chosen) * by > 0]
        if beyond:
            self._choose(beyond[0] if by > 0 else beyond[-1])

    def point(self, x: float, y: float) -> None:
        """The paragraph under the pointer: shares of the page from its left top."""
        if not self._look():
            return
        for number, spots in enumerate(self._spots):
            for spot in spots:
                beside = 0.004  # lines stand a little apart: a click between two of them means the paragraph too
                if (
                    spot.page == self._page.preview.page
                    and spot.left - beside <= x <= spot.right + beside
                    and spot.top - beside <= y <= spot.bottom + beside
                ):
                    self._choose(number)
                    return

    def _choose(self, number: int) -> None:
        self.chosen = number
        self._page.preview.show_paragraph(self._spots[number], self._paragraphs[number].words)

    def go(self) -> None:
        """To the record; where a sentence was counted from several, to the first of them."""
        if self.chosen < 0 or not self._look() or self.chosen < 0:
            self._page.show_part("page")
            self._page.preview.picture.setFocus()
            self.step(1)
            self._page.desk.told.emit(
                self.tr("Up and Down choose a paragraph; Enter goes to the record it comes from, Ctrl+T then shows "
                        "what that rests on.")
            )  # fmt: skip
            return
        sources = self._paragraphs[self.chosen].sources
        if not sources:
            self._page.desk.told.emit(self.tr("These are words of the program: they come from no record."))
            return
        self._page.rewrite(sources[0])
