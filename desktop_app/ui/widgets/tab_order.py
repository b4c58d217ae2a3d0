"""Widgets made while a page is in use come last for Tab unless they are told their place."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def tab_through(widgets: Iterable[QWidget]) -> None:
    """Tab goes from each to the next. The first has its place already; all must be in one window."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
