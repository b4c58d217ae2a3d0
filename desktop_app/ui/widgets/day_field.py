"""A field for one day, written as people write days, read back as it is typed. Empty means none."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal

from desktop_app.services.chronology import read_date_words
from desktop_app.ui.dates_words import day
from desktop_app.ui.widgets.fields import Labelled, LineField


def exact_day(text: str) -> dt.date | None:
    """The one day the words name; None when they name none, or several."""
    date, _ = read_date_words(text)
    return date.start if date.is_exact else None


class DayField(Labelled):
    """`left_day` carries the day, or None when the field was emptied. Words that name no one day are never stored."""

    left_day = Signal(object)

    def __init__(self, label: str, note: str = "") -> None:
        self.line = LineField(placeholder="3 May 2026")
        super().__init__(label, self.line, note)
        self._note = note
        self.line.textChanged.connect(self._echo)
        self.line.left.connect(self._leave)

    def show_day(self, value: dt.date | None) -> None:
        self.line.show_text(day(value))

    def _echo(self, text: str) -> None:
        if text.strip() and exact_day(text) is None:
            self.advise(
                self.tr("One whole day is needed here, or nothing. It is not stored yet."), icon="warning", tone="warn"
            )
        else:
            self.advise(self._note)

    def _leave(self, text: str) -> None:
        if not text.strip() or exact_day(text):
            self.left_day.emit(exact_day(text))
