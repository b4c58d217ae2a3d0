"""A list pane and the detail of what is chosen in it, with a splitter between that remembers where it was put."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QWidget

from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.panel import ScrolledColumn, column, row
from desktop_app.ui.widgets.record_list import RecordList
from desktop_app.ui.widgets.words import heading, rule, small


class ListAndDetail(QSplitter):
    """`head` takes the buttons of the list, `detail.column` the detail; `show_empty` puts something in its place.

    Where the page is too narrow for both (`below` px at 100 %), the list stands above the detail.
    """

    _put: dict[str, list[int]] = {}  # noqa: RUF012 - the widths of this run of the program, one entry a page

    def __init__(self, listing: RecordList, text: str, *, width: int, below: int = 760) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.listing, self._width, self._below = listing, width, below
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._pane = QFrame()
        self._pane.setProperty("role", "surface")
        lines = column(self._pane, spacing=0)
        self.head = row(spacing=4)
        self.head.setContentsMargins(theme().px(16), theme().px(16), theme().px(12), theme().px(16))
        self.heading = heading(text)
        self.head.addWidget(self.heading)
        self.head.addStretch(1)
        lines.addLayout(self.head)
        self.above = column(spacing=0)
        lines.addLayout(self.above)
        lines.addWidget(rule())
        lines.addWidget(listing, 1)
        self.foot = small("", wrap=True)
        self.foot.setContentsMargins(theme().px(16), theme().px(12), theme().px(16), theme().px(12))
        self.foot.hide()
        lines.addWidget(self.foot)
        self.detail = ScrolledColumn(margin=16, spacing=16)
        self._stack = QStackedWidget()
        self._stack.setMinimumWidth(theme().px(240))
        self._stack.addWidget(self.detail)
        self.addWidget(self._pane)
        self.addWidget(self._stack)
        self.setStretchFactor(1, 1)
        kept = self._put.get(listing.accessibleName())
        self.setSizes(kept or [theme().px(width), theme().px(1400)])
        self.splitterMoved.connect(lambda _pos, _index: self._remember())

    def _remember(self) -> None:
        if self.orientation() is Qt.Orientation.Horizontal:
            self._put[self.listing.accessibleName()] = self.sizes()

    def say(self, text: str) -> None:
        """A sentence under the list, "" for none."""
        self.foot.setText(text)
        self.foot.setVisible(bool(text) and self.orientation() is Qt.Orientation.Horizontal)

    def show_empty(self, widget: QWidget | None) -> None:
        """`widget` instead of the detail; None shows the detail."""
        while self._stack.count() > 1:
            old = self._stack.widget(1)
            if old is None:
                break
            self._stack.removeWidget(old)
            old.deleteLater()
        if widget is not None:
            self._stack.addWidget(widget)
            self._stack.setCurrentWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        across = event.size().width() >= theme().px(self._below)
        wanted = Qt.Orientation.Horizontal if across else Qt.Orientation.Vertical
        if wanted is not self.orientation():
            self.setOrientation(wanted)
            self.say(self.foot.text())
            if across:
                self.setSizes([theme().px(self._width), theme().px(1400)])
            else:
                self.setSizes([event.size().height() * 2 // 5, event.size().height() * 3 // 5])
        super().resizeEvent(event)
