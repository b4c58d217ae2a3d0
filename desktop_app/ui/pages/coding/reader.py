"""A record's texts to read and to choose words in, with what is marked shown in the margin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop_app.services.coding.sources import Source
from desktop_app.services.coding.under import Marked
from desktop_app.ui.pages.coding.field_words import field_words
from desktop_app.ui.pages.coding.margin import Bracket, draw_brackets, lanes_of
from desktop_app.ui.theme.theme import theme

_MARGIN, _WIDEST = 96, 640  # px at 100 %: three lanes of brackets with their letters; about 80 characters


@dataclass(frozen=True, slots=True)
class Chosen:
    """Words chosen in one text; `field` "" when none are."""

    field: str = ""
    start: int = 0
    end: int = 0


def utf16(text: str) -> int:
    """Qt counts in UTF-16 units, Python in characters."""
    return len(text.encode("utf-16-le")) // 2


class Reader(QTextEdit):
    """Nothing is typed here; arrow keys with Shift choose words, as the pointer does."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | keys)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("The text"))
        self.setFont(theme().font("body"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._keep_narrow()
        self._margin = _Margin(self)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._margin.update())
        self._source: Source | None = None
        self._starts: dict[str, int] = {}  # field -> where its words begin in the document
        self.brackets: tuple[Bracket, ...] = ()

    def show_source(
        self, source: Source, marks: Sequence[Marked], looks: dict[str, tuple[str, int]], current: str
    ) -> None:
        """`looks`: uid of a theme -> its letter and colour. `current` is the mark that is shown as chosen."""
        if self._source != source:
            self._source = source
            self._write(source)
        self.brackets = lanes_of([self._bracket(one, looks, current) for one in marks if one.anchor.how != "gone"])
        self.setExtraSelections([self._tint(b) for b in self.brackets if b.end > b.start])
        self._margin.update()

    def _write(self, source: Source) -> None:
        look = theme()
        self.clear()
        self._starts = {}
        cursor = QTextCursor(self.document())
        small, body, lines = QTextCharFormat(), QTextCharFormat(), QTextBlockFormat()
        small.setFont(look.font("small"))
        small.setForeground(look.colour("text2"))
        body.setFont(look.font("body"))
        body.setForeground(look.colour("text"))
        lines.setLineHeight(look.px(22), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        for number, (field, words) in enumerate(source.texts):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(_spaced(lines, look.px(12) if number else 0))
            if heading := field_words(source.family, field):
                cursor.insertText(heading, small)
                cursor.insertBlock()
                cursor.setBlockFormat(lines)
            self._starts[field] = cursor.position()
            cursor.insertText(words, body)
        cursor.setPosition(min(self._starts.values(), default=0))  # where words can be chosen from
        self.setTextCursor(cursor)

    def _bracket(self, one: Marked, looks: dict[str, tuple[str, int]], current: str) -> Bracket:
        letter, colour = looks.get(one.coding.theme, ("?", 1))
        chosen = one.coding.uid == current
        if one.anchor.how == "whole":
            return Bracket(one.coding.uid, letter, colour, 0, 0, chosen)
        start = self._at(one.coding.field, one.anchor.start)
        return Bracket(one.coding.uid, letter, colour, start, self._at(one.coding.field, one.anchor.end), chosen)

    def _at(self, field: str, index: int) -> int:
        words = self._source.text(field) if self._source else ""
        return self._starts.get(field, 0) + utf16(words[:index])

    def _tint(self, bracket: Bracket) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(bracket.start)
        cursor.setPosition(bracket.end, QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        form.setBackground(QBrush(theme().colour("mark" if bracket.chosen else "soft")))
        made.cursor, made.format = cursor, form
        return made

    def chosen(self) -> Chosen:
        """The words that are chosen, of the text in which the choice begins."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or self._source is None:
            return Chosen()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        for field, words in reversed(self._source.texts):
            begins = self._starts[field]
            ends = begins + utf16(words)
            if first < ends and last > begins and (first >= begins or field == self._first(first)):
                return Chosen(
                    field, _index(words, max(first, begins) - begins), _index(words, min(last, ends) - begins)
                )
        return Chosen()

    def _first(self, position: int) -> str:
        """The first text that ends after this place."""
        for field, words in self._source.texts if self._source else ():
            if self._starts[field] + utf16(words) > position:
                return field
        return ""

    def choose(self, field: str, start: int, end: int) -> None:
        """Choose these words and bring them into sight."""
        cursor = self.textCursor()
        cursor.setPosition(self._at(field, start))
        cursor.setPosition(self._at(field, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def let_go(self) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def spot(self, start: int, end: int) -> tuple[float, float]:
        """Top and bottom of these places, in px of the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        top = self.cursorRect(cursor)
        cursor.setPosition(max(end - 1, start))
        return top.top(), self.cursorRect(cursor).bottom()

    def _keep_narrow(self) -> None:
        look = theme()
        spare = self.width() - look.px(_MARGIN) - look.px(_WIDEST)
        self.setViewportMargins(look.px(_MARGIN), look.px(12), max(look.px(16), spare), look.px(12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keep_narrow()
        super().resizeEvent(event)
        inner = self.contentsRect()
        self._margin.setGeometry(QRect(inner.left(), inner.top(), theme().px(_MARGIN), inner.height()))


class _Margin(QWidget):
    """The brackets beside the text. A screen reader hears them as the list of marks."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._reader = reader
        reader.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Paint):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, self._reader.viewport().y() - self.y())
        draw_brackets(painter, QRectF(self.rect()), self._reader.brackets, self._reader.spot)


def _spaced(lines: QTextBlockFormat, above: int) -> QTextBlockFormat:
    made = QTextBlockFormat(lines)
    made.setTopMargin(above)
    return made


def _index(words: str, units: int) -> int:
    """The Python index of a place that Qt counts in UTF-16 units."""
    return len(words.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
