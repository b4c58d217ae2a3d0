"""Tables: fixed rows, hairlines across only, the whole row selected, Tab passes through."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView

from desktop_app.ui.theme.palette import view_palette
from desktop_app.ui.theme.theme import theme


class RecordTable(QTableView):
    """`row_picked` carries the number of the current row."""

    row_picked = Signal(int)
    opened = Signal(int)

    def __init__(self, name: str, model: QAbstractTableModel, row_height: int) -> None:
        super().__init__()
        look = theme()
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setPalette(view_palette(look))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Rows of one height: sizing them to their contents took two minutes for 100,000.
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(look.px(row_height))
        across = self.horizontalHeader()
        across.setFixedHeight(look.px(32))
        across.setFont(look.font("small"))
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        self._model = model
        self.setModel(model)
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.row_picked.emit(now.row()))

    def draw_with(self, delegate: QStyledItemDelegate) -> None:
        self._delegate = delegate  # a view does not own its delegate
        self.setItemDelegate(delegate)

    def widths(self, *at_100: int, stretch: int) -> None:
        across = self.horizontalHeader()
        for column, width in enumerate(at_100):
            self.setColumnWidth(column, theme().px(width))
        across.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

    def pick_row(self, row: int, column: int = 0) -> None:
        if 0 <= row < self._model.rowCount():
            self.setCurrentIndex(self._model.index(row, column))
            self.scrollTo(self._model.index(row, column), QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)
