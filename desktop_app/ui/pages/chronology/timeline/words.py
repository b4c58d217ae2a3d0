"""An event, or several, said in one line: under the pointer, to a screen reader, beside the lanes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.services.timeline_source import Told
from desktop_app.services.timeline_spans import day_of
from desktop_app.ui.dates_words import day


def in_short(told: Told) -> str:
    """Reference, date in words, agency."""
    key = QCoreApplication.translate("Timeline", "key event") if told.key else ""
    return ", ".join(filter(None, (told.ref, told.when, told.agency, key)))


def many(count: int, start: float, end: float) -> str:
    """ "12 events, 3 May 2024 to 9 May 2024"; the end is not included."""
    first, last = day(day_of(start)), day(day_of(end - 1))
    if first == last:
        return QCoreApplication.translate("Timeline", "{} events, {}").format(count, first)
    return QCoreApplication.translate("Timeline", "{} events, {} to {}").format(count, first, last)
