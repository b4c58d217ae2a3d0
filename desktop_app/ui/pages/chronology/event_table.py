"""The table of events: a windowed model, several rows to be selected, short fields edited in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from desktop_app.ui.pages.chronology.cell_editors import CellEditor
from desktop_app.ui.pages.chronology.columns import COLUMNS, Col
from desktop_app.ui.pages.chronology.delegate import ROW_HEIGHT, EventDelegate
from desktop_app.ui.pages.chronology.model import EventModel
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.table import RecordTable

_NARROW = {Col.REF: 84, Col.DATE: 128}
_LEAST_WHAT = 240  # px at 100 %
_WANTED = 4  # rows; more is whatever the lanes over the table leave
_KEEP = 2_000  # rows that are selected again after a change; more are let go


class EventTable(RecordTable):
    """`selected` carries how many rows are selected. `opened` asks for the event beside the table."""

    selected = Signal(int)

    def __init__(self, name: str, model: EventModel) -> None:
        super().__init__(name, model, ROW_HEIGHT)
        self._events = model
        self._extra: tuple[str, ...] = ()
        self._roomy = True
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.draw_with(EventDelegate(self))
        self.selectionModel().selectionChanged.connect(lambda _on, _off: self.selected.emit(self.count))
        self.doubleClicked.connect(lambda _index: self.edit_here())
        self._arrange()

    @property
    def places(self) -> list[int]:
        """Rows that are selected, from the top."""
        return sorted({row for top, bottom in self._ranges() for row in range(top, bottom + 1)})

    @property
    def count(self) -> int:
        return len(self.places)

    def _ranges(self) -> list[tuple[int, int]]:
        """First and last row of each part of the selection; parts may overlap."""
        selection = self.selectionModel().selection()
        return [(part.top(), part.bottom()) for part in (selection.at(n) for n in range(selection.count()))]

    def select_again(self, uids: Sequence[str]) -> None:
        """After the rows were made anew."""
        if not 1 < len(uids) <= _KEEP:
            return
        chosen = QItemSelection()
        for place in (self._events.place_of(uid) for uid in uids):
            if place >= 0:
                chosen.select(self._events.index(place, 0), self._events.index(place, len(COLUMNS) - 1))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def sizeHint(self) -> QSize:
        """A few rows: what the table asks for, the lanes over it do not get."""
        rows = self.horizontalHeader().sizeHint().height() + theme().px(ROW_HEIGHT) * _WANTED
        return QSize(super().sizeHint().width(), rows)

    def select_one(self) -> None:
        self.pick_row(self.currentIndex().row())

    def edit_here(self) -> None:
        """The field the keyboard is on; where that is none, the whole event beside the table."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if COLUMNS[index.column()].field:
            self.edit(index)
        else:
            self.opened.emit(index.row())

    @property
    def edits_in_place(self) -> bool:
        return any(editor.isVisible() for editor in self.viewport().findChildren(CellEditor))

    def show_columns(self, extra: Sequence[str], *, roomy: bool) -> None:
        """`roomy`: there is width for agency and marks, which are said beside the table too."""
        self._extra, self._roomy = tuple(extra), roomy
        self._arrange()

    def _arrange(self) -> None:
        look, across = theme(), self.horizontalHeader()
        shown = {info.col for info in COLUMNS if not info.key or info.key in self._extra}
        if not self._roomy:
            shown -= {Col.AGENCY, Col.MARKS}
        taken = 0
        for info in COLUMNS:
            self.setColumnHidden(info.col, info.col not in shown)
            width = look.px(info.width if self._roomy else _NARROW.get(info.col, info.width))
            if info.col is not Col.WHAT:
                self.setColumnWidth(info.col, width)
                taken += width if info.col in shown else 0
        tight = self.viewport().width() - taken < look.px(_LEAST_WHAT) and bool(self._extra)
        across.setSectionResizeMode(
            Col.WHAT, QHeaderView.ResizeMode.Interactive if tight else QHeaderView.ResizeMode.Stretch
        )
        if tight:
            self.setColumnWidth(Col.WHAT, look.px(_LEAST_WHAT))
        self.setHorizontalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if tight else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in moves and not event.modifiers():
            self._step_across(moves[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def _step_across(self, by: int) -> None:
        """To the next column in sight, with the selected rows as they are."""
        index = self.currentIndex()
        column = index.column() + by
        while 0 <= column < len(COLUMNS) and self.isColumnHidden(column):
            column += by
        if index.isValid() and 0 <= column < len(COLUMNS):
            there = self._events.index(index.row(), column)
            self.selectionModel().setCurrentIndex(there, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(there)
