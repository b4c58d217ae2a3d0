"""Whose copy is being looked at: one reader at a time, each with the icon it has on the ladders."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from desktop_app.domain.output import ProfileName
from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.flow import Flow

ICONS = {
    ProfileName.PUBLIC: "newspaper",
    ProfileName.PARTNER: "users-three",
    ProfileName.FAMILY: "house-line",
    ProfileName.PRACTITIONER: "identification-badge",
    ProfileName.PANEL: "scales",
}


class _Chip(QRadioButton):
    """A radio button to the keyboard and to a screen reader, drawn as the legend of the ladders."""

    def __init__(self, text: str, icon: str) -> None:
        super().__init__(text)
        self._icon = icon
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = theme()
        return QSize(QFontMetrics(look.font("bold")).horizontalAdvance(self.text()) + look.px(36), look.px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(22)
        box = QRect(look.px(2), (self.height() - side) // 2, side, side)
        chosen = self.isChecked()
        painter.setPen(QPen(look.colour("accent" if chosen else "softline"), 1))
        painter.setBrush(look.colour("accent" if chosen else "hover" if self.underMouse() else "soft"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), look.px(3), look.px(3))
        inner = box.adjusted(look.px(4), look.px(4), -look.px(4), -look.px(4))
        paint_icon(painter, inner, self._icon, look.colour("onaccent" if chosen else "accent"))
        painter.setFont(look.font("bold" if chosen else "body"))
        painter.setPen(look.colour("text"))
        words = QRect(box.right() + look.px(6), 0, self.width() - box.right() - look.px(6), self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), self.text())


class ReaderChoice(QWidget):
    """`chosen` carries the profile. It begins with the public, whose copy matters most."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Whose copy"))
        flow = Flow(self, spacing=12, pitch=2)
        self._group = QButtonGroup(self)
        self.names = {
            ProfileName.PUBLIC: self.tr("Public"),
            ProfileName.PARTNER: self.tr("Partners"),
            ProfileName.FAMILY: self.tr("Family"),
            ProfileName.PRACTITIONER: self.tr("Practitioners"),
            ProfileName.PANEL: self.tr("Panel"),
        }
        for number, (reader, name) in enumerate(self.names.items()):
            chip = _Chip(name, ICONS[reader])
            chip.setChecked(number == 0)
            self._group.addButton(chip, number)
            flow.addWidget(chip)
        self._group.idToggled.connect(lambda _number, on: self.chosen.emit(self.reader) if on else None)

    @property
    def reader(self) -> ProfileName:
        return list(self.names)[self._group.checkedId()]

    def choose(self, reader: ProfileName) -> None:
        self._group.button(list(self.names).index(reader)).setChecked(True)
