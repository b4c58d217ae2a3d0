"""A list on the left, one record in the middle: the frame of most pages."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.panel import ScrolledColumn, column, row
from desktop_app.ui.widgets.words import heading, rule


class ListPane(QFrame):
    """`head` is the heading row (add buttons to it), `lines` is what is under it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        look = theme()
        lines = column(self, spacing=0)
        self.head: QHBoxLayout = row()
        self.head.setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(14))
        self.name = heading(text)
        self.head.addWidget(self.name)
        self.head.addStretch(1)
        lines.addLayout(self.head)
        lines.addWidget(rule())
        self.lines: QVBoxLayout = lines
        self.setMinimumWidth(look.px(200))


class ListAndDetail(QSplitter):
    """The list above the record when there is no room for both side by side."""

    def __init__(self, pane: QWidget, middle: QWidget, *, pane_width: int, across_from: int = 760) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._across_from = across_from
        self.addWidget(pane)
        self.addWidget(middle)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setSizes([theme().px(pane_width), theme().px(1232 - pane_width)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        across = event.size().width() >= theme().px(self._across_from)
        wanted = Qt.Orientation.Horizontal if across else Qt.Orientation.Vertical
        if self.orientation() is not wanted:
            self.setOrientation(wanted)
            if not across:
                self.setSizes([theme().px(160), theme().px(400)])
        super().resizeEvent(event)


def detail_column() -> ScrolledColumn:
    return ScrolledColumn(margin=16, spacing=16)
