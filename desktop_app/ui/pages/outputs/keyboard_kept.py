"""The keyboard stays inside the page when what had it goes out of sight: else the page's keys would go with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from desktop_app.ui.widgets.segmented import Segmented


@contextmanager
def keyboard_kept(page: QWidget, parts: Segmented) -> Iterator[None]:
    """Around what hides a part of `page`: where that had the keyboard, the choice of parts has it next."""
    before = QApplication.focusWidget()
    inside = before is not None and page.isAncestorOf(before)
    yield
    if inside and before is not None and not before.isVisibleTo(page):
        next(part for part in parts.findChildren(QRadioButton) if part.isChecked()).setFocus()
