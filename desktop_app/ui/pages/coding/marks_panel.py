"""The marks of the record that is read: which words, with which theme, and a note on each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop_app.domain.coding import Theme
from desktop_app.services.coding.under import Marked
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button, shortcut
from desktop_app.ui.widgets.fields import LineField
from desktop_app.ui.widgets.panel import Panel, column, row
from desktop_app.ui.widgets.record_list import Entry, RecordList

_ROW, _MOST, _LARGE = 48, 4, 150


class MarksPanel(Panel):
    picked = Signal(str)
    opened = Signal(str)
    removed = Signal(str)
    moving = Signal(str)
    noted = Signal(str, str)  # uid, words

    def __init__(self) -> None:
        super().__init__()
        self._marks: dict[str, Marked] = {}
        self._noting = ""
        lines = self.flush()
        self.list = RecordList(self.tr("Marked here"))
        self.list.picked.connect(self._show)
        self.list.opened.connect(self.opened)
        shortcut(self.list, "Delete", self.remove)
        lines.addWidget(self.list)
        under = column(spacing=8)
        edge = theme().px(16)
        under.setContentsMargins(edge, theme().px(10), edge, theme().px(10))
        line = row(spacing=8)
        self.memo = LineField(placeholder=self.tr("why it is marked so, or what to think of"))
        self.memo.setAccessibleName(self.tr("Note on this mark"))
        self.memo.left.connect(lambda text: self.noted.emit(self._noting, text.strip()))
        line.addWidget(self.memo, 1)
        self.move_button = Button(
            kind="quiet", icon="arrows-left-right", name=self.tr("Move to another theme"), cap="Shift+M"
        )
        self.move_button.clicked.connect(self.move_on)
        self.out = Button(kind="quiet", icon="x", name=self.tr("Take the mark away"), cap="Del")
        self.out.clicked.connect(self.remove)
        line.addWidget(self.move_button)
        line.addWidget(self.out)
        under.addLayout(line)
        lines.addLayout(under)

    def show_marks(self, marks: Sequence[Marked], themes: dict[str, Theme], current: str = "") -> None:
        self._marks = {one.coding.uid: one for one in marks}
        entries = [self._entry(one, themes.get(one.coding.theme)) for one in marks]
        self.list.show_entries(entries, current)
        most = _MOST if theme().scale < _LARGE else 1  # the text needs the room
        self.list.setFixedHeight(theme().px(_ROW) * max(1, min(len(entries), most)) + 2)
        self.setVisible(bool(entries))
        self._show(self.list.current)

    def _entry(self, one: Marked, held: Theme | None) -> Entry:
        name = held.name if held else self.tr("a theme that is gone")
        said = {
            "whole": self.tr("{}; the whole record"),
            "moved": self.tr("{}; its words moved"),
            "reworded": self.tr("{}; its words were changed a little"),
            "gone": self.tr("{}; its words are gone from the text"),
        }.get(one.anchor.how, "{}")
        lost = one.anchor.how == "gone"
        return Entry(
            uid=one.coding.uid,
            number=held.letter if held else "?",
            title=" ".join(one.words[:200].split()),
            second=said.format(name),
            icon="warning" if lost else "highlighter-circle",
            tone="warn" if lost else "text2",
        )

    def _show(self, uid: str) -> None:
        one = self._marks.get(uid)
        if one is not None:
            self._noting = uid
            self.memo.show_text(one.coding.memo)
            self.picked.emit(uid)

    @property
    def current(self) -> Marked | None:
        return self._marks.get(self.list.current)

    def remove(self) -> None:
        if self.current is not None:
            self.removed.emit(self.list.current)

    def move_on(self) -> None:
        if self.current is not None:
            self.moving.emit(self.list.current)
