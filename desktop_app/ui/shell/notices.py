"""How the file was opened, and what a save found: strips above the page, each said once and closed when it was read."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from desktop_app.ui.widgets.advice import WarningStrip
from desktop_app.ui.widgets.panel import column


class NoticeStrips(QWidget):
    def __init__(self, read: set[str]) -> None:
        """`read` is kept by who made this, and outlives it: a view built anew says nothing twice."""
        super().__init__()
        self._read = read
        self._shown: dict[str, WarningStrip] = {}
        self._lines = column(self, margin=8, spacing=8)
        self.hide()

    def say(self, notices: Iterable[str]) -> None:
        """What is no longer among them has been seen to, and goes."""
        said = tuple(notices)
        for notice in [shown for shown in self._shown if shown not in said]:
            self._shown.pop(notice).deleteLater()
        for notice in said:
            if notice not in self._read and notice not in self._shown:
                self._add(notice)
        self._follow()

    def _add(self, notice: str) -> None:
        strip = self._shown[notice] = WarningStrip(notice, self.tr("I have read this"))

        def close() -> None:
            self._read.add(notice)
            strip.hide()
            self._follow()

        strip.acted.connect(close)
        self._lines.addWidget(strip)

    def _follow(self) -> None:
        self.setVisible(not self._shown.keys() <= self._read)
