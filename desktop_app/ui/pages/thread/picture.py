"""The thread as a picture: cards in columns, tied by lines. To keyboard and screen reader it is a view of items."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop_app.services.thread.trail import Trail
from desktop_app.ui.pages.thread.drawing import draw
from desktop_app.ui.pages.thread.layout import Placed, beside, place
from desktop_app.ui.pages.thread.node_words import NodeWords, Wording, layer_word
from desktop_app.ui.theme.palette import view_palette
from desktop_app.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex


class _Nodes(QAbstractListModel):
    """One row a node. What is spoken also says how many it rests on and how many rest on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._spoken: tuple[str, ...] = ()

    def show_spoken(self, spoken: tuple[str, ...]) -> None:
        self.beginResetModel()
        self._spoken = spoken
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._spoken)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        wanted = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._spoken[index.row()] if wanted else None


class ThreadPicture(QAbstractItemView):
    """Arrows go along the thread, Enter opens the record, Space puts it in the middle."""

    opened = Signal(str)
    centred = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("The thread as a picture"))
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setPalette(view_palette(theme()))
        self._nodes = _Nodes(self)
        self.setModel(self._nodes)
        self.trail = Trail("", (), ())
        self.words: tuple[NodeWords, ...] = ()
        self.ties: tuple[tuple[int, int], ...] = ()
        self.placed = Placed((), (), QSize())
        self.doubleClicked.connect(lambda index: self.opened.emit(self.trail.nodes[index.row()].uid))

    def show_trail(self, trail: Trail, wording: Wording) -> None:
        at = {node.uid: n for n, node in enumerate(trail.nodes)}
        self.trail = trail
        self.words = tuple(wording.of(node) for node in trail.nodes)
        self.ties = tuple((at[a], at[b]) for a, b in trail.ties)
        self._nodes.show_spoken(tuple(self._spoken(n) for n in range(len(trail.nodes))))
        self._place()
        self.setCurrentIndex(self._nodes.index(at[trail.root]))
        self._show_root()

    def _show_root(self) -> None:
        """The item asked about, in the middle of what is seen."""
        at = next((n for n, node in enumerate(self.trail.nodes) if node.uid == self.trail.root), -1)
        if at >= 0:
            centre = self.placed.cards[at].center() - self.viewport().rect().center()
            self.horizontalScrollBar().setValue(centre.x())
            self.verticalScrollBar().setValue(centre.y())

    def _spoken(self, number: int) -> str:
        node, said = self.trail.nodes[number], self.words[number]
        below = sum(resting == number for _, resting in self.ties)
        above = sum(rested == number for rested, _ in self.ties)
        tied = self.tr("rests on {}, {} rest on it").format(below, above)
        return ", ".join((layer_word(node.layer), said.title, said.second, tied))

    @property
    def current(self) -> str:
        row = self.currentIndex().row()
        return self.trail.nodes[row].uid if row >= 0 else ""

    def pick(self, uid: str) -> None:
        for number, node in enumerate(self.trail.nodes):
            if node.uid == uid:
                self.setCurrentIndex(self._nodes.index(number))

    def _place(self) -> None:
        self.placed = place(self.trail, self.viewport().size())
        size, room = self.placed.size, self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, size.height() - room.height()))
        self.verticalScrollBar().setPageStep(room.height())
        self.verticalScrollBar().setSingleStep(theme().px(31))
        self.horizontalScrollBar().setRange(0, max(0, size.width() - room.width()))
        self.horizontalScrollBar().setPageStep(room.width())
        self.horizontalScrollBar().setSingleStep(theme().px(31))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self._show_root()

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid() or index.row() >= len(self.placed.cards):
            return QRect()
        return self.placed.cards[index.row()].translated(-self.horizontalOffset(), -self.verticalOffset())

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        card, room, gap = self.visualRect(index), self.viewport().rect(), theme().px(16)
        for bar, before, after in (
            (self.verticalScrollBar(), card.top() - gap, card.bottom() + gap - room.bottom()),
            (self.horizontalScrollBar(), card.left() - gap, card.right() + gap - room.right()),
        ):
            if before < 0:
                bar.setValue(bar.value() + before)
            elif after > 0:
                bar.setValue(bar.value() + after)

    def indexAt(self, point: QPoint) -> QModelIndex:
        at = point + QPoint(self.horizontalOffset(), self.verticalOffset())
        found = next((n for n, card in enumerate(self.placed.cards) if card.contains(at)), -1)
        return self._nodes.index(found) if found >= 0 else QModelIndex()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        at, cards = self.currentIndex().row(), self.placed.cards
        if at < 0 or not cards:
            return self._nodes.index(0)
        move = QAbstractItemView.CursorAction
        tied = {a if b == at else b for a, b in self.ties if at in (a, b)}
        if action in (move.MoveLeft, move.MovePrevious):
            at = beside(cards, tied, at, -1)
        elif action in (move.MoveRight, move.MoveNext):
            at = beside(cards, tied, at, 1)
        elif action in (move.MoveUp, move.MoveDown):
            step = -1 if action is move.MoveUp else 1
            beyond = at + step
            same = 0 <= beyond < len(cards) and cards[beyond].left() == cards[at].left()
            at = beyond if same else at
        elif action is move.MoveHome:
            at = 0
        elif action is move.MoveEnd:
            at = len(cards) - 1
        return self._nodes.index(at)

    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.topLeft())
        if index.isValid():
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.opened.emit(self.current)
        elif event.key() == Qt.Key.Key_Space and self.current:
            self.centred.emit(self.current)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw(self, event.rect())
