"""A row that wraps: badges and links that do not fit go on to the next line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from desktop_app.ui.theme.theme import theme


class Flow(QLayout):
    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8, pitch: int = 4) -> None:
        super().__init__(parent)
        self._across, self._down = theme().px(spacing), theme().px(pitch)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        width = sum(item.sizeHint().width() + self._across for item in self._items)
        height = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items]
        width, height = max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def _place(self, box: QRect, *, move: bool) -> int:
        """Lay the items out; the height they take comes back."""
        edges = self.contentsMargins()
        box = box.marginsRemoved(edges)
        left, top, tallest = box.x(), box.y(), 0
        line: list[tuple[QLayoutItem, QRect]] = []

        def end_line() -> None:
            for item, spot in line if move else []:
                item.setGeometry(spot.translated(0, (tallest - spot.height()) // 2))
            line.clear()

        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint().boundedTo(QSize(max(box.width(), item.minimumSize().width()), 100_000))
            if line and left + size.width() > box.right() + 1:
                end_line()
                left, top, tallest = box.x(), top + tallest + self._down, 0
            line.append((item, QRect(QPoint(left, top), size)))
            left += size.width() + self._across
            tallest = max(tallest, size.height())
        end_line()
        return top + tallest - box.y() + edges.top() + edges.bottom()


class FlowRow(QWidget):
    """A widget around a `Flow`, with the height its width asks for."""

    def __init__(self, *, spacing: int = 8, pitch: int = 4) -> None:
        super().__init__()
        self.line = Flow(self, spacing=spacing, pitch=pitch)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        self.line.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A row that wrapped keeps all its lines, also where a splitter would rather give the height away."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.line.heightForWidth(event.size().width()))

    def empty(self) -> None:
        while (item := self.line.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
