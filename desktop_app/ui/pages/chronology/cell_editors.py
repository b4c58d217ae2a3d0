"""Editing a short field in its row: a date with its reading beside it, a line, or one of several."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.services.chronology import read_date_words
from desktop_app.ui.pages.chronology.columns import MATTERS_WORDS, ColumnInfo, head_of
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import AdviceLine
from desktop_app.ui.widgets.fields import Chooser, LineField

_WIDE = 330  # px at 100 %: a reading needs more room than the cell has


class CellEditor(QFrame):
    """`finished` says whether to keep what was typed. Enter and leaving keep it, Escape does not."""

    finished = Signal(bool)

    def __init__(self, parent: QWidget, info: ColumnInfo) -> None:
        super().__init__(parent)
        self.setProperty("role", "palette")
        self._info, self._over = info, False
        lines = QVBoxLayout(self)
        margin = theme().px(4)
        lines.setContentsMargins(margin, margin, margin, margin)
        lines.setSpacing(theme().px(2))
        self.field: LineField | Chooser = self._field()
        self.field.setAccessibleName(head_of(info))
        lines.addWidget(self.field)
        self.echo = AdviceLine("")
        lines.addWidget(self.echo)
        self.echo.setVisible(info.field == "date")
        self.setFocusProxy(self.field)
        self.field.installEventFilter(self)

    def _field(self) -> LineField | Chooser:
        if self._info.field == "significance":
            made = Chooser([(value.value, self.tr(str(words))) for value, words in MATTERS_WORDS.items()])
            made.chosen.connect(lambda _value: self._finish(keep=True))
            return made
        line = LineField()
        if self._info.field == "date":
            line.textChanged.connect(self._read)
        return line

    @property
    def value(self) -> str:
        return self.field.value if isinstance(self.field, Chooser) else self.field.text()

    def show_value(self, value: str) -> None:
        if isinstance(self.field, Chooser):
            self.field.show_value(value)
        else:
            self.field.show_text(value)
            self.field.selectAll()
            self._read(value)

    def _read(self, text: str) -> None:
        if self._info.field != "date":
            return
        date, sentence = read_date_words(text)
        self.echo.say(sentence, icon="warning" if date.problem else "info", tone="warn" if date.problem else "text2")
        self.field.setAccessibleDescription(sentence)

    def place(self, cell: QRect) -> None:
        """Over its cell, as wide as its words need, and inside the table."""
        parent = self.parentWidget()
        if parent is None:
            return
        width = max(cell.width(), theme().px(_WIDE if self._info.field == "date" else 150))
        self.resize(min(width, parent.width()), max(cell.height(), self.sizeHint().height()))
        left = min(cell.left(), parent.width() - self.width())
        top = min(cell.top(), parent.height() - self.height())
        self.move(QPoint(max(left, 0), max(top, 0)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._finish(keep=True)
                return True
            if key == Qt.Key.Key_Escape:
                self._finish(keep=False)
                return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            if event.key() != Qt.Key.Key_Escape:
                return super().eventFilter(watched, event)
            event.accept()  # elsewhere on the page Escape ends editing beside the table
            return True
        if event.type() is QEvent.Type.FocusOut and not self._inside():
            self._finish(keep=True)
        return super().eventFilter(watched, event)

    def _inside(self) -> bool:
        """A chooser's own list takes the focus, and is still part of it."""
        return isinstance(self.field, Chooser) and self.field.view().isVisible()

    def _finish(self, *, keep: bool) -> None:
        if not self._over:
            self._over = True
            self.finished.emit(keep)
