"""Rows of the combined chronology for a view. The service orders, filters and words them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from desktop_app.services.chronology import EventRow

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
REF, DATE, AGENCY, WHAT, MARKS = range(5)
_HEADS = ("Ref", "Date", "Agency", "What happened", "Marks")


class EventModel(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[EventRow, ...] = ()
        self._places: dict[str, int] = {}

    def show_rows(self, rows: Sequence[EventRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self._places = {row.event.uid: number for number, row in enumerate(self.rows)}
        self.endResetModel()

    def place_of(self, uid: str) -> int:
        """-1 when the event is not among the rows shown."""
        return self._places.get(uid, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.tr(_HEADS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return (
            row.event.ref,
            ", ".join(filter(None, [row.date_words, row.second_line])),
            row.agency_name if role == Qt.ItemDataRole.AccessibleTextRole else row.agency_code,
            row.event.event,
            ", ".join(row.marks),
        )[index.column()]
