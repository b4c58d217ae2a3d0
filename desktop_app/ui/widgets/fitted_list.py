"""A list inside a scrolled page: as high as its rows, painted by a delegate, never a widget a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.ui.theme.palette import view_palette
from desktop_app.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
T = TypeVar("T")


class RowModel(QAbstractListModel, Generic[T]):
    """`uid_of` gives "" for a row that is only a heading; `spoken` is what a screen reader says of a row."""

    def __init__(self, parent: QWidget, uid_of: Callable[[T], str], spoken: Callable[[T], str]) -> None:
        super().__init__(parent)
        self.rows: tuple[T, ...] = ()
        self._uid_of, self._spoken = uid_of, spoken

    def show_rows(self, rows: Sequence[T]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def uid(self, row: int) -> str:
        return self._uid_of(self.rows[row]) if 0 <= row < len(self.rows) else ""

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        return row if role == ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self.uid(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class FittedList(QListView, Generic[T]):
    picked = Signal(str)  # Enter or a click

    def __init__(self, name: str, uid_of: Callable[[T], str], spoken: Callable[[T], str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setPalette(view_palette(theme()))
        self._rows: RowModel[T] = RowModel(self, uid_of, spoken)
        self.setModel(self._rows)
        self.clicked.connect(lambda index: self._pick(index.row()))

    def paint_with(self, delegate: QStyledItemDelegate) -> None:
        self.setItemDelegate(delegate)

    def _pick(self, row: int) -> None:
        if self._rows.uid(row):
            self.picked.emit(self._rows.uid(row))

    @property
    def rows(self) -> tuple[T, ...]:
        return self._rows.rows

    @property
    def current(self) -> str:
        return self._rows.uid(self.currentIndex().row())

    def show_rows(self, rows: Sequence[T], current: str = "") -> None:
        """Replace the rows; the row `current`, or the one that was current, is so again."""
        kept = current or self.current
        self._rows.show_rows(rows)
        self.pick(kept)
        self._fit()

    def pick(self, uid: str) -> None:
        for number in range(len(self.rows)):
            if uid and self._rows.uid(number) == uid:
                self.setCurrentIndex(self._rows.index(number))

    def _fit(self) -> None:
        delegate, option = self.itemDelegate(), QStyleOptionViewItem()
        option.widget = self
        height = sum(delegate.sizeHint(option, self._rows.index(n)).height() for n in range(len(self.rows)))
        self.setFixedHeight(max(height, 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.picked.emit(self.current)
            return
        super().keyPressEvent(event)
