"""One way to decide: its key, its words, and a word at the right."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop_app.ui.theme.lines import draw_lines, fitted_lines
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import paint_key_cap

_LINE, _PAD = 20, 6


class ChoiceRow(QAbstractButton):
    def __init__(self, key: str, text: str, note: str = "") -> None:
        super().__init__()
        self._key, self._note = key, note
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_words(text, note)

    def show_words(self, text: str, note: str) -> None:
        self.setText(text)
        self._note = note
        self.setAccessibleName(text)
        self.setAccessibleDescription(", ".join(filter(None, [self.tr("key {}").format(self._key), note])))
        self.updateGeometry()
        self.update()

    def _note_width(self) -> int:
        return QFontMetrics(theme().font("small")).horizontalAdvance(self._note) + theme().px(8) if self._note else 0

    def _room(self, width: int) -> int:
        return max(width - theme().px(36) - theme().px(10) - self._note_width(), theme().px(80))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = len(fitted_lines(self.text(), theme().font(), self._room(width), 3)) or 1
        return theme().px(lines * _LINE + 2 * _PAD)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(theme().font()).horizontalAdvance(self.text()) + theme().px(50) + self._note_width()
        return QSize(wide, self.heightForWidth(self.width() or wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(_LINE + 2 * _PAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or (self.underMouse() and self.isEnabled()):
            painter.setPen(QPen(look.colour("softline"), 1) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("soft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
        tone = "text" if self.isEnabled() else "text3"
        cap = QRect(look.px(8), look.px(_PAD + 1), look.px(20), look.px(18))
        paint_key_cap(painter, cap, self._key, look.colour("text2"), look.colour("edge"))
        box = QRect(look.px(36), look.px(_PAD), self._room(self.width()), self.height())
        draw_lines(painter, box, self.text(), look.font(), look.colour(tone), most=3, pitch=look.px(_LINE))
        if self._note:
            painter.setFont(look.font("small"))
            painter.setPen(look.colour("text2"))
            spot = QRect(0, look.px(_PAD), self.width() - look.px(10), look.px(_LINE))
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._note)
