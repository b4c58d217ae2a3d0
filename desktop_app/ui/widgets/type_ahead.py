"""Choosing by typing: a field, what fits below it, Enter takes it; a name that fits nothing can be made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QWidget

from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.fields import LineField
from desktop_app.ui.widgets.panel import column
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import small

_MOST = 60
_NEW = "\x00"  # no uid


class TypeAhead(QDialog):
    """`chosen` is the uid taken, "" when it was left or `made` is the name of something new."""

    def __init__(
        self, parent: QWidget, name: str, placeholder: str, entries: Sequence[Entry], *, new: str = "", foot: str = ""
    ) -> None:
        """`new` offers to make what was typed: a sentence with one {} for the name; "" offers nothing."""
        super().__init__(parent, Qt.WindowType.Popup)
        look = theme()
        self.setAccessibleName(name)
        self.setFixedSize(look.px(520), look.px(380))
        self._entries, self._new = tuple(entries), new
        self.chosen = self.made = ""
        outer = column(self)
        frame = QFrame()
        frame.setProperty("role", "palette")
        outer.addWidget(frame)
        lines = column(frame, margin=12, spacing=8)
        self.field = LineField(placeholder=placeholder)
        self.field.setAccessibleName(name)
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        lines.addWidget(self.field)
        self.list = RecordList(name, lined=False)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda _index: self._take())
        lines.addWidget(self.list, 1)
        lines.addWidget(small(foot or self.tr("Arrows choose, Enter takes it, Escape leaves all as it is."), wrap=True))
        self._filter("")

    def show_over(self, page: QWidget) -> None:
        """At the top of the page, in its middle."""
        corner = page.mapToGlobal(page.rect().topLeft())
        self.move(corner.x() + (page.width() - self.width()) // 2, corner.y() + theme().px(48))
        self.open()
        self.field.setFocus()

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        hits = [
            e for e in self._entries if all(word in f"{e.number} {e.title} {e.second}".casefold() for word in wanted)
        ]
        exact = " ".join(wanted)
        hits.sort(key=lambda e: (e.number.casefold() != exact, not e.title.casefold().startswith(exact)))
        name = " ".join(text.split())
        if self._new and name and not any(e.title.casefold() == name.casefold() for e in self._entries):
            hits.append(Entry(uid=_NEW, title=self._new.format(name), icon="plus"))
        self.list.show_entries(hits[:_MOST], hits[0].uid if hits else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            uids = [entry.uid for entry in self.list.entries]
            if step and uids:
                self.list.pick(uids[(uids.index(self.list.current) + step) % len(uids)])
                return True
        return super().eventFilter(watched, event)

    def _take(self) -> None:
        if self.list.current == _NEW:
            self.made = " ".join(self.field.text().split())
        else:
            self.chosen = self.list.current
        self.accept()
