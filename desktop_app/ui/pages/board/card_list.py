"""One side of the board: its cards from top to bottom, moved by keys or by dragging them to another place or side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from desktop_app.services.board import Laid
from desktop_app.ui.pages.board.card_delegate import CardDelegate
from desktop_app.ui.theme.lines import draw_lines
from desktop_app.ui.theme.palette import view_palette
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.fitted_list import RowModel

_MIME = "application/x-candour-card"  # holds a random id and no words: a card dropped elsewhere tells nothing


def key_of(laid: Laid) -> str:
    """What tells a card from the others on its board."""
    return laid.item.uid or laid.item.title


class _Cards(RowModel[Laid]):
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        if indexes:
            made.setData(_MIME, QByteArray(self.uid(indexes[0].row()).encode()))
        return made


class CardList(QListView):
    """`sideways` asks for the column to the left (-1) or right (1); `dropped` gives a card's key and its new place."""

    picked = Signal(str)
    opened = Signal(str)
    sideways = Signal(int)
    dropped = Signal(str, int)

    def __init__(self, name: str, empty: str) -> None:
        super().__init__()
        self._empty, self._at = empty, -1
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setPalette(view_palette(theme()))
        self._cards = _Cards(self, key_of, _spoken)
        self.setModel(self._cards)
        self.setItemDelegate(CardDelegate(self))
        self.selectionModel().currentChanged.connect(lambda now, _before: self.picked.emit(self._cards.uid(now.row())))
        self.doubleClicked.connect(lambda index: self.opened.emit(self._cards.uid(index.row())))

    @property
    def cards(self) -> tuple[Laid, ...]:
        return self._cards.rows

    @property
    def current(self) -> Laid | None:
        row = self.currentIndex().row()
        return self.cards[row] if 0 <= row < len(self.cards) else None

    def show_cards(self, cards: Sequence[Laid], current: str = "") -> None:
        """The card `current`, or the one that was current, or the one in its place, is current again."""
        row, before = self.currentIndex().row(), current or (key_of(self.current) if self.current else "")
        self.selectionModel().blockSignals(True)
        self._cards.show_rows(cards)
        self.selectionModel().blockSignals(False)
        keys = [key_of(card) for card in cards]
        at = keys.index(before) if before in keys else min(max(row, 0), len(keys) - 1)
        if at >= 0:
            self.setCurrentIndex(self._cards.index(at))
        self.viewport().update()

    def pick(self, key: str) -> bool:
        for number, card in enumerate(self.cards):
            if key_of(card) == key:
                self.setCurrentIndex(self._cards.index(number))
                self.scrollTo(self._cards.index(number))
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sides = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in sides and not event.modifiers():
            self.sideways.emit(sides[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opened.emit(key_of(self.current))
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._at = self._place(event.position().toPoint())
        self.viewport().update()
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._at = -1
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        at, self._at = self._place(event.position().toPoint()), -1
        self.viewport().update()
        event.acceptProposedAction()
        self.dropped.emit(bytes(event.mimeData().data(_MIME).data()).decode(), at)

    def _place(self, point: QPoint) -> int:
        """Before which card something dropped here would lie."""
        index = self.indexAt(point)
        if not index.isValid():
            return len(self.cards)
        return index.row() + (point.y() > self.visualRect(index).center().y())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = theme()
        painter = QPainter(self.viewport())
        if not self.cards:
            room = self.viewport().rect().adjusted(look.px(16), look.px(16), -look.px(16), 0)
            draw_lines(painter, room, self._empty, look.font(), look.colour("text2"), most=4, pitch=look.px(20))
        if self._at >= 0 and self.cards:
            row = min(self._at, len(self.cards) - 1)
            box = self.visualRect(self._cards.index(row))
            y = box.bottom() if self._at > row else box.top()
            painter.fillRect(
                QRect(look.px(8), y, self.viewport().width() - look.px(16), look.px(3)), look.colour("accent")
            )


def _spoken(laid: Laid) -> str:
    return ", ".join(filter(None, [laid.item.title, laid.item.second, laid.note]))
