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
        self._shown: set[str] = set()
        self._lines = column(self, margin=8, spacing=8)
        self.hide()

    def say(self, notices: Iterable[str]) -> None:
        for notice in notices:
            if notice not in self._read | self._shown:
                self._shown.add(notice)
                self._add(notice)

    def _add(self, notice: str) -> None:
        strip = WarningStrip(notice, self.tr("I have read this"))

        def close() -> None:
            self._read.add(notice)
            strip.hide()
            self.setVisible(not self._shown <= self._read)

        strip.acted.connect(close)
        self._lines.addWidget(strip)
        self.show()
