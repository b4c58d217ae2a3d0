"""The file to open, as a field: what it is called here, where it is, never its name."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.theme import theme


class FileButton(QPushButton):
    def __init__(self, icon: str = "lock-key", *, arrow: bool = True, height: int = 40) -> None:
        super().__init__()
        self._icon, self._arrow, self._height, self._second = icon, arrow, height, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def show_file(self, text: str, second: str) -> None:
        self._second = second
        self.setText(text)
        self.setAccessibleDescription(f"{text}, {second}" if second else text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("edge"), 1))
        painter.setBrush(look.colour("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
        side, left = look.px(18), look.px(12)
        paint_icon(painter, QRect(left, (self.height() - side) // 2, side, side), self._icon, look.colour("text2"))
        left += side + look.px(8)
        painter.setFont(look.font())
        painter.setPen(look.colour("text" if self._second else "text3"))
        width = QFontMetrics(look.font()).horizontalAdvance(self.text())
        painter.drawText(QRect(left, 0, width + 1, self.height()), int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.setPen(look.colour("text3"))
        rest = QRect(left + width + look.px(8), 0, self.width() - left - width - look.px(40), self.height())
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter), self._second)
        if self._arrow:
            box = QRect(self.width() - look.px(28), (self.height() - look.px(16)) // 2, look.px(16), look.px(16))
            paint_icon(painter, box, "caret-down", look.colour("text2"))
