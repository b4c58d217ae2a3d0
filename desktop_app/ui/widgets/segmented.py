"""A choice of two to four, all in sight. Arrow keys move it; Tab passes it in one step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from desktop_app.ui.theme.theme import theme


class _Part(QRadioButton):
    """A radio button to the keyboard and to a screen reader, drawn as a part of the frame."""

    def __init__(self, text: str, place: str) -> None:
        super().__init__(text)
        self._place = place  # first | middle | last
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(theme().font("bold")).horizontalAdvance(self.text())
        return QSize(width + theme().px(26), theme().px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        reach = look.px(8)
        box = QRectF(self.rect()).adjusted(
            0.5 if self._place == "first" else -reach, 0.5, -0.5 if self._place == "last" else reach, -0.5
        )
        path = QPainterPath()
        path.addRoundedRect(box, look.px(4), look.px(4))
        fill = "soft" if self.isChecked() else "hover" if self.underMouse() else "surface"
        painter.fillPath(path, look.colour(fill))
        painter.setPen(QPen(look.colour("edge"), 1))
        painter.drawPath(path)
        if self._place != "first":
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(0, 1, 0, self.height() - 2)
        painter.setFont(look.font("bold" if self.isChecked() else "body"))
        painter.setPen(look.colour("accent" if self.isChecked() else "text"))
        painter.drawText(QRect(0, 0, self.width(), self.height()), int(Qt.AlignmentFlag.AlignCenter), self.text())


class Segmented(QWidget):
    """`chosen` carries the key of the part that was chosen."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]], value: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._group = QButtonGroup(self)
        self._keys = [key for key, _ in options]
        for number, (key, text) in enumerate(options):
            place = "first" if number == 0 else "last" if number == len(options) - 1 else "middle"
            part = _Part(text, place)
            part.setChecked(key == value)
            self._group.addButton(part, number)
            line.addWidget(part)
        self._group.idToggled.connect(self._toggled)

    def _toggled(self, number: int, on: bool) -> None:
        if on:
            self.chosen.emit(self._keys[number])

    @property
    def value(self) -> str:
        return self._keys[self._group.checkedId()]

    def show_value(self, value: str) -> None:
        self._group.blockSignals(True)
        self._group.button(self._keys.index(value)).setChecked(True)
        self._group.blockSignals(False)
