"""The thread of an item: what it rests on above, the item, what rests on it below. One line, one icon a node."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.lines import draw_elided
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.panel import clear, column


@dataclass(frozen=True, slots=True)
class Node:
    """`page` and `uid` say where a click leads; without them the node is only said. `label` alone is a caption."""

    text: str = ""
    second: str = ""
    icon: str = ""
    page: str = ""
    uid: str = ""
    label: str = ""
    itself: bool = False


class _NodeLine(QWidget):
    activated = Signal(str, str)

    def __init__(self, node: Node) -> None:
        super().__init__()
        self._node = node
        self.setAccessibleName(", ".join(filter(None, [node.label or node.text, node.second])))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if node.page:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme().font())
        height = 22 if self._node.label else 44 if self._node.second else 28
        return QSize(metrics.horizontalAdvance(self._node.text) + theme().px(32), theme().px(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(80), self.sizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._node.page:
            self.activated.emit(self._node.page, self._node.uid)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._node.page and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit(self._node.page, self._node.uid)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, node = theme(), self._node
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, left = look.px(10), look.px(28)
        painter.setPen(QPen(look.colour("softline"), 2))
        painter.drawLine(middle, 0, middle, self.height())
        words = QRect(left, look.px(2), self.width() - left, look.px(22))
        if node.label:
            draw_elided(
                painter,
                words.adjusted(0, -look.px(2), 0, -look.px(2)),
                node.label,
                look.font("small"),
                look.colour("text2"),
            )
            return
        centre = QPoint(middle, look.px(13))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent" if node.itself else "surface"))
        radius = look.px(10)
        painter.drawEllipse(centre, radius, radius)
        side = look.px(14 if node.itself else 16)
        spot = QRect(centre.x() - side // 2, centre.y() - side // 2, side, side)
        paint_icon(painter, spot, node.icon or "dot", look.colour("onaccent" if node.itself else "accent"))
        font = look.font("bold" if node.itself else "body")
        draw_elided(painter, words, node.text, font, look.colour("accent" if node.page else "text"))
        if node.second:
            below = QRect(left, look.px(22), self.width() - left, look.px(20))
            draw_elided(painter, below, node.second, look.font("small"), look.colour("text2"))


class ThreadView(QWidget):
    """`followed` carries page and uid."""

    followed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Thread: what this rests on, and what rests on it"))
        self._lines = column(self, spacing=0)

    def show_nodes(self, nodes: Sequence[Node]) -> None:
        clear(self._lines)
        for node in nodes:
            line = _NodeLine(node)
            line.activated.connect(self.followed)
            self._lines.addWidget(line)
