"""Widgets made while a page is in use come last for Tab unless they are told their place."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(widgets: Iterable[QWidget]) -> None:
    """Tab goes from each to the next. The first has its place already; all must be in one window."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def stops_of(*holders: QWidget) -> list[QWidget]:
    """What Tab reaches in each, in the order it was made; what is hidden or disabled now may not be later.

    The list that a choice unfolds is a window of its own, and left out.
    """
    found = ((holder, held) for holder in holders for held in holder.findChildren(QWidget))
    reached = Qt.FocusPolicy.TabFocus
    return [held for holder, held in found if held.focusPolicy() & reached and held.window() is holder.window()]
