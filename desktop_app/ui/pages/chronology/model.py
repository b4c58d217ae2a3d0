"""Rows of the combined chronology for a view: as many as there are, read by the page as they are looked at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from desktop_app.services.chronology import EventRow
from desktop_app.services.chronology_window import EventWindow
from desktop_app.ui.pages.chronology.columns import COLUMNS, Col, head_of

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class EventModel(QAbstractTableModel):
    """`change` is called with the row, the field and what was typed, when a cell was edited."""

    def __init__(self, parent: QWidget, change: Callable[[EventRow, str, str], bool]) -> None:
        super().__init__(parent)
        self.rows: EventWindow | tuple[EventRow, ...] = ()
        self._change = change

    def show_rows(self, rows: EventWindow) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place_of(self, uid: str) -> int:
        """-1 when the event is not among the rows shown."""
        return self.rows.place_of(uid) if isinstance(self.rows, EventWindow) else -1

    def uids(self, places: list[int]) -> list[str]:
        return self.rows.uids(places) if isinstance(self.rows, EventWindow) else []

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        held = super().flags(index)
        editable = index.isValid() and COLUMNS[index.column()].field
        return held | Qt.ItemFlag.ItemIsEditable if editable else held

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return head_of(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        wanted = (ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.EditRole)
        if role not in wanted:
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        info = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.EditRole:
            return row.event.date.wording if info.col is Col.DATE else str(getattr(row.event, info.field, ""))
        if role == Qt.ItemDataRole.AccessibleTextRole and info.col is Col.AGENCY:
            return ", ".join(filter(None, [row.agency_name, *(name for _, _, name in row.others)]))
        return info.text(row)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """What was typed goes to the page, which stores it: the rows are then shown anew."""
        info = COLUMNS[index.column()]
        return bool(info.field) and self._change(self.rows[index.row()], info.field, str(value))
