"""The left rail: icon, word and count of each page; Settings and Lock at its foot."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from desktop_app.domain.snapshot import Snapshot
from desktop_app.ui.shell.navigation import PAGES, SETTINGS, PageInfo
from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.brand import Brand
from desktop_app.ui.widgets.buttons import paint_key_cap
from desktop_app.ui.widgets.panel import column, row


class _Item(QAbstractButton):
    def __init__(self, word: str, icon: str, *, cap: str = "", checkable: bool = True) -> None:
        super().__init__()
        self._icon, self._cap, self.count = icon, cap, ""
        self.setText(word)
        self.setAccessibleName(word)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def set_count(self, count: int) -> None:
        self.count = str(count) if count else ""
        self.setAccessibleDescription(self.count)
        self.updateGeometry()
        self.update()

    def _right(self) -> int:
        metrics = QFontMetrics(theme().font("small"))
        if self._cap:
            return metrics.horizontalAdvance(self._cap) + theme().px(10)
        return QFontMetrics(theme().font("bold")).horizontalAdvance(self.count) if self.count else 0

    def sizeHint(self) -> QSize:
        look = theme()
        word = QFontMetrics(look.font("bold")).horizontalAdvance(self.text())
        # The words never wrap and never touch their counts.
        return QSize(look.px(40) + word + look.px(12) + self._right() + look.px(10), look.px(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), theme().px(28))  # closer together on a low screen, never wrapped

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self.isChecked()
        if current or self.underMouse():
            path = QPainterPath()
            path.addRoundedRect(self.rect().toRectF(), look.px(4), look.px(4))
            painter.fillPath(path, look.colour("soft" if current else "hover"))
        if current:
            painter.fillRect(0, 0, look.px(3), self.height(), look.colour("accent"))
        tone = look.colour("accent" if current else "text2")
        side = look.px(20)
        paint_icon(painter, QRect(look.px(12), (self.height() - side) // 2, side, side), self._icon, tone)
        painter.setFont(look.font("bold" if current else "body"))
        painter.setPen(tone)
        left = look.px(40)
        painter.drawText(
            QRect(left, 0, self.width() - left, self.height()), int(Qt.AlignmentFlag.AlignVCenter), self.text()
        )
        right = QRect(self.width() - self._right() - look.px(8), 0, self._right() + 1, self.height())
        if self._cap:
            height = look.px(18)
            box = QRect(right.left(), (self.height() - height) // 2, right.width() - 1, height)
            paint_key_cap(painter, box, self._cap, look.colour("text2"), look.colour("edge"))
        elif self.count:
            painter.setPen(tone if current else look.colour("text3"))
            painter.setFont(look.font("bold" if current else "body"))
            painter.drawText(right, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self.count)


class Rail(QWidget):
    chosen = Signal(str)
    lock_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Pages"))
        lines = column(self, spacing=2)
        lines.setContentsMargins(look.px(8), look.px(10), look.px(8), look.px(10))
        brand = Brand()
        head = row()
        head.addSpacing(look.px(8))
        head.addWidget(brand)
        head.addStretch(1)
        lines.addLayout(head)
        lines.addSpacing(look.px(16))
        self._items: dict[str, _Item] = {}
        self._group = QButtonGroup(self)
        for info in PAGES:
            lines.addWidget(self._item(info))
        lines.addStretch(1)
        lines.addWidget(self._item(SETTINGS))
        lock = _Item(self.tr("Lock"), "lock-key", cap="Ctrl L", checkable=False)
        lock.clicked.connect(self.lock_asked)
        lines.addWidget(lock)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(look.px(208))

    def _item(self, info: PageInfo) -> _Item:
        item = _Item(self.tr(info.word), info.icon)
        item.setToolTip(info.keys)
        item.clicked.connect(lambda: self.chosen.emit(info.name))
        self._group.addButton(item)
        self._items[info.name] = item
        return item

    def show_page(self, name: str) -> None:
        """Mark the page that is open. One that is not in the rail (an import) leaves the mark where it was."""
        if name in self._items:
            self._items[name].setChecked(True)

    def show_counts(self, snapshot: Snapshot) -> None:
        for info in PAGES:
            if info.count is not None:
                self._items[info.name].set_count(info.count(snapshot))
