"""The facts about each person over all outputs, and under them the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.jigsaw import Draft, Ledger, say_undone
from desktop_app.ui.pages.outputs.jigsaw.entries import FactRow, entries, fact_rows
from desktop_app.ui.pages.outputs.jigsaw.estimate_box import EstimateBox
from desktop_app.ui.pages.outputs.jigsaw.fact_card import FactCard
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import EmptyState
from desktop_app.ui.widgets.panel import ScrolledColumn, column
from desktop_app.ui.widgets.record_list import RecordList
from desktop_app.ui.widgets.words import words


class FactsView(QWidget):
    """`kept` carries a register uid, the reason, and the kinds of fact in sight."""

    kept = Signal(str, str, tuple)

    def __init__(self) -> None:
        super().__init__()
        self._found = Ledger((), ())
        self._rows: dict[str, FactRow] = {}
        self._draft: Draft | None = None
        self._snapshot = Snapshot()
        lines = column(self, spacing=0)
        self.stack = QStackedWidget()
        lines.addWidget(self.stack)
        self.list = RecordList(self.tr("Facts about people"))
        self.list.setMinimumHeight(theme().px(48))
        self.card, self.estimate = FactCard(), EstimateBox()
        self._pair = words("", wrap=True)
        self._pair.setContentsMargins(*(theme().px(16),) * 4)
        detail = ScrolledColumn(margin=0, spacing=0)
        for part in (self._pair, self.card, self.estimate):
            detail.column.addWidget(part)
        detail.column.addStretch(1)
        detail.setMinimumHeight(theme().px(64))
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self.list)
        split.addWidget(detail)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        self._split = split
        self.nothing = EmptyState(
            self.tr("No indirect fact is told"),
            self.tr(
                "Age, place, school, dates, family and the like are gathered here for each person, over all outputs."
            ),
        )
        self.stack.addWidget(split)
        room = ScrolledColumn(margin=0, spacing=0)  # an empty pane must not hold a small window open
        room.column.addWidget(self.nothing)
        self._empty = room
        self.stack.addWidget(room)
        self.list.picked.connect(self._show)
        self.list.opened.connect(lambda _uid: self.first_field())
        self.card.kept.connect(self._keep)

    def show_ledger(self, snapshot: Snapshot, found: Ledger, draft: Draft) -> None:
        self._found, self._draft, self._snapshot = found, draft, snapshot
        self._rows = {row.uid: row for row in fact_rows(found)}
        listed = list(entries(found))
        self.stack.setCurrentWidget(self._split if listed else self._empty)
        self.list.show_entries(listed)
        self._show(self.list.current)

    def focus_on(self, person: str) -> None:
        """The first fact about this person; "" for the outputs that are finer than another."""
        wanted = f"{person}|" if person else "undone|"
        for entry in self.list.entries:
            if entry.uid.startswith(wanted):
                self.list.pick(entry.uid)
                break
        self.list.setFocus()

    def first_field(self) -> None:
        (self.card.words if self.card.words.isVisibleTo(self) else self.card.reason).setFocus()

    def _show(self, uid: str) -> None:
        row = self._rows.get(uid)
        self.card.setVisible(row is not None)
        self.estimate.setVisible(row is not None)
        self._pair.setVisible(row is None)
        if row is not None and self._draft is not None:
            self.card.show_fact(row, self._draft)
            self.estimate.show_fact(row, self._snapshot)
        elif uid.startswith("undone|"):
            self._pair.setText(say_undone(self._found.undone[int(uid.partition("|")[2])]))

    def _keep(self, reason: str) -> None:
        row = self._rows.get(self.list.current)
        if row is not None:
            person = row.person.jigsaw
            self.kept.emit(person.person, reason, tuple(piece.kind for piece in person.pieces))
