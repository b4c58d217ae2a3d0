"""A panel that lists things to see to, each a step away, with a word under the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop_app.domain.snapshot import Snapshot
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import small


class ListedPanel(Panel):
    """`pitch` is the height of a row in px at 100 %; with more than `most` rows the list scrolls."""

    followed = Signal(str, str)  # page, uid

    def __init__(self, name: str, *, pitch: int, most: int) -> None:
        super().__init__(name, " ", ruled=True)
        self._pitch, self._most = pitch, most
        self._snapshot = Snapshot()
        self.lines = self.flush()
        self.list = RecordList(name)
        self.list.opened.connect(self.go)
        self.list.doubleClicked.connect(lambda _index: self.go(self.list.current))
        self.lines.addWidget(self.list)
        self._foot = small("", wrap=True)
        edge = theme().px(16)
        self._foot.setContentsMargins(edge, theme().px(10), edge, theme().px(10))
        self.lines.addWidget(self._foot)

    def show_listed(self, snapshot: Snapshot, entries: Sequence[Entry], said: str) -> None:
        self._snapshot = snapshot
        self.note.setText(str(len(entries)) if entries else "")
        self.list.show_entries(list(entries))
        self.list.setFixedHeight(theme().px(self._pitch) * min(max(len(entries), 1), self._most) + 2)
        self.list.setVisible(bool(entries))
        self._foot.setText(said)

    def go(self, uid: str) -> None:
        """To the record of a row."""
        raise NotImplementedError
