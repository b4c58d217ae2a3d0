"""Views that are kept by name, and the columns beside the usual ones: one small menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from desktop_app.domain.saved_view import SavedView
from desktop_app.ui.pages.chronology.columns import EXTRA, head_of
from desktop_app.ui.widgets.buttons import Button


class ViewsMenu(Button):
    """`taken` and `dropped` carry a SavedView. `columns` are the keys that are ticked."""

    taken = Signal(object)
    dropped = Signal(object)
    save_asked = Signal()
    columns_changed = Signal()

    def __init__(self) -> None:
        super().__init__("", menu_arrow=True)
        self.set_words(self.tr("Views"))
        self.setAccessibleName(self.tr("Views and columns"))
        self._views: Sequence[SavedView] = ()
        self._columns: tuple[str, ...] = ()
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.clicked.connect(self.open)

    def open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def show_views(self, views: Sequence[SavedView]) -> None:
        self._views = views

    @property
    def columns(self) -> tuple[str, ...]:
        return self._columns

    def show_columns(self, keys: Sequence[str]) -> None:
        self._columns = tuple(info.key for info in EXTRA if info.key in keys)
        self.columns_changed.emit()

    def _fill(self) -> None:
        self._menu.clear()
        for view in self._views:
            self._menu.addAction(_plain(view.name)).triggered.connect(lambda _on=False, v=view: self.taken.emit(v))
        self._menu.addAction(self.tr("Save this view…")).triggered.connect(self.save_asked)
        if self._views:
            delete = self._menu.addMenu(self.tr("Delete a view"))
            for view in self._views:
                delete.addAction(_plain(view.name)).triggered.connect(lambda _on=False, v=view: self.dropped.emit(v))
        self._menu.addSeparator()
        columns = self._menu.addMenu(self.tr("Columns"))
        for info in EXTRA:
            action = columns.addAction(head_of(info))
            action.setCheckable(True)
            action.setChecked(info.key in self._columns)
            action.toggled.connect(lambda on, key=info.key: self._tick(key, on=on))

    def _tick(self, key: str, *, on: bool) -> None:
        self.show_columns([*self._columns, key] if on else [held for held in self._columns if held != key])


def _plain(words: str) -> str:
    """An ampersand in a name is no shortcut."""
    return words.replace("&", "&&")
