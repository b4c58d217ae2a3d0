"""Labelled fields, made in one way: label above with a buddy, accessible name, advice below, Tab goes on.

Leaving a field is one step of undo: `left` carries its text when it changed. Nothing here blocks saving.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.palette import view_palette
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import AdviceLine
from desktop_app.ui.widgets.panel import column
from desktop_app.ui.widgets.words import small


class LineField(QLineEdit):
    left = Signal(str)

    def __init__(self, text: str = "", *, placeholder: str = "", large: bool = False) -> None:
        super().__init__(text)
        self._stored = text
        self.setPlaceholderText(placeholder)
        if large:
            self.setProperty("tall", "true")
        self.editingFinished.connect(self.leave)

    def show_text(self, text: str) -> None:
        """What is stored now; not a change by the person."""
        self._stored = text
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)  # the start of what is longer than the field, not its end

    def leave(self) -> None:
        if self.text() != self._stored:
            self._stored = self.text()
            self.left.emit(self._stored)


class TextField(QPlainTextEdit):
    """Several lines, as many as its words need between `least` and `most`."""

    left = Signal(str)

    def __init__(self, text: str = "", *, placeholder: str = "", least: int = 2, most: int = 9) -> None:
        super().__init__(text)
        self._stored, self._least, self._most = text, least, most
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)

    def show_text(self, text: str) -> None:
        self._stored = text
        if text != self.toPlainText():
            self.setPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.leave()

    def leave(self) -> None:
        if self.toPlainText() != self._stored:
            self._stored = self.toPlainText()
            self.left.emit(self._stored)

    def _lines(self) -> int:
        width = max(self.viewport().width() - theme().px(8), theme().px(80))
        metrics = QFontMetrics(self.font())
        box = metrics.boundingRect(QRect(0, 0, width, 10_000), int(Qt.TextFlag.TextWordWrap), self.toPlainText() or "X")
        return min(max(-(-box.height() // metrics.lineSpacing()), self._least), self._most)

    def sizeHint(self) -> QSize:
        spacing = QFontMetrics(self.font()).lineSpacing()
        return QSize(theme().px(240), self._lines() * spacing + theme().px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(80), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.updateGeometry()
        return super().event(event)


class Chooser(QComboBox):
    """One of several. `chosen` carries the value beside the words. The wheel never changes it by accident."""

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]] = (), value: str = "", *, icon: str = "") -> None:
        super().__init__()
        self._icon = icon
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view().setPalette(view_palette(theme()))
        self.set_options(options, value)
        self.activated.connect(lambda _index: self.chosen.emit(self.value))

    def set_options(self, options: Sequence[tuple[str, str]], value: str = "") -> None:
        """(value, words) each."""
        self.blockSignals(True)
        self.clear()
        for key, text in options:
            self.addItem(text, key)
        self.blockSignals(False)
        self.show_value(value)

    @property
    def value(self) -> str:
        return str(self.currentData() or "")

    def show_value(self, value: str) -> None:
        index = self.findData(value)
        self.setCurrentIndex(max(index, 0) if self.count() else -1)
        self.update()

    def wheelEvent(self, event: object) -> None:
        getattr(event, "ignore", lambda: None)()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme().font())
        widest = max((metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0)
        extra = theme().px(24) if self._icon else 0
        return QSize(widest + extra + theme().px(46), theme().px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(72), theme().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("edge" if self.isEnabled() else "line"), 1))
        painter.setBrush(look.colour("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
        left = look.px(12)
        if self._icon:
            side = look.px(18)
            paint_icon(painter, QRect(left, (self.height() - side) // 2, side, side), self._icon, look.colour("text2"))
            left += look.px(26)
        arrow = look.px(14)
        right = self.width() - arrow - look.px(12)
        paint_icon(
            painter, QRect(right, (self.height() - arrow) // 2, arrow, arrow), "caret-down", look.colour("text2")
        )
        painter.setFont(look.font())
        painter.setPen(look.colour("text" if self.isEnabled() else "text3"))
        box = QRect(left, 0, right - left - look.px(6), self.height())
        text = QFontMetrics(look.font()).elidedText(self.currentText(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), text)


class Labelled(QWidget):
    """A field with its label above and room for advice below."""

    def __init__(self, label: str, field: QWidget, advice: str = "") -> None:
        super().__init__()
        self.field = field
        lines = column(self, spacing=4)
        self._head = small("")
        self._head.setBuddy(field)
        self.rename(label)
        lines.addWidget(self._head)
        lines.addWidget(field)
        self.advice = AdviceLine(advice)
        lines.addWidget(self.advice)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as its advice needs at the width it has: a sentence under a narrow field takes more lines."""
        hint = super().sizeHint()
        layout = self.layout()
        if layout is None or self.advice.isHidden() or not self.width():
            return hint
        return QSize(hint.width(), max(hint.height(), layout.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def rename(self, label: str) -> None:
        self._head.setText(label)
        self.field.setAccessibleName(label)

    def advise(self, text: str, *, icon: str = "info", tone: str = "text2") -> None:
        self.advice.say(text, icon=icon, tone=tone)
        self.field.setAccessibleDescription(text)
