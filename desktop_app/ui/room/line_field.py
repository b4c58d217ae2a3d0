"""The line that is typed: as high as its words up to three lines, with what may name somebody marked as it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit

from desktop_app.services.rooms.name_guard import Mark
from desktop_app.ui.room.scale import Scale
from desktop_app.ui.theme.theme import theme

_MOST_LINES = 3


class LineField(QPlainTextEdit):
    def __init__(self, scale: Scale, keys: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._scale, self._keys = scale, keys
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.textChanged.connect(self._fit)
        self.rescale()

    @property
    def words(self) -> str:
        return self.toPlainText()

    def replace_words(self, text: str) -> None:
        """Ctrl+Z brings back what was there."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def show_marks(self, marks: Sequence[Mark], first: bool = False) -> None:
        """`first`: only the first is asked about now, and stands out from the others."""
        shown = []
        for number, mark in enumerate(marks):
            chosen = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(_units(self.words, mark.start))
            cursor.setPosition(_units(self.words, mark.end), QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setBackground(theme().colour("mark"))
            look.setForeground(theme().colour("text"))
            look.setFontUnderline(True)
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look.setUnderlineColor(QColor(theme().colour("bad" if first and not number else "markline")))
            chosen.cursor, chosen.format = cursor, look
            shown.append(chosen)
        self.setExtraSelections(shown)

    def rescale(self) -> None:
        self.setFont(self._scale.font("line"))
        self.document().setDocumentMargin(self._scale.px(10))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        lines = min(max(round(self.document().size().height()), 1), _MOST_LINES)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2 * self._scale.px(10) + self._scale.px(16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys(event):
            super().keyPressEvent(event)


def _units(text: str, at: int) -> int:
    """Qt counts UTF-16 units: an emoji is two."""
    return len(text[:at].encode("utf-16-le")) // 2
