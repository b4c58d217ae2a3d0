"""Text with live references in it: each is one caret stop, goes whole with Backspace, and can be followed.

It looks like print until the keyboard or the pointer is in it, and leaving it is one step of undo.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPyTextObject,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from desktop_app.domain.crossreferences import Piece
from desktop_app.ui.theme.theme import theme

_KIND = QTextFormat.ObjectTypes.UserObject.value + 1
_STORED = QTextFormat.Property.UserProperty.value + 1
_PRINTED, _UID = _STORED + 1, _STORED + 2
_OBJECT = "\ufffc"


class _TokenPainter(QPyTextObject):
    def intrinsicSize(self, doc: QTextDocument, pos: int, form: QTextFormat) -> QSizeF:
        metrics = QFontMetricsF(doc.defaultFont())
        words = str(form.property(_PRINTED))
        return QSizeF(metrics.horizontalAdvance(words) + theme().px(12), metrics.height() + theme().px(1))

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, pos: int, form: QTextFormat
    ) -> None:
        look = theme()
        rect = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("softline"), 1))
        painter.setBrush(look.colour("soft"))
        painter.drawRoundedRect(rect.adjusted(1.5, 0.5, -1.5, -0.5), look.px(3), look.px(3))
        painter.setFont(doc.defaultFont())
        painter.setPen(look.colour("accent"))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), str(form.property(_PRINTED)))
        painter.restore()


class LiveText(QTextEdit):
    left = Signal(str)  # the stored text, when leaving with a change
    followed = Signal(str)  # uid of the recommendation a reference leads to

    def __init__(self, name: str, *, font: str = "body", placeholder: str = "", framed: bool = False) -> None:
        super().__init__()
        look = theme()
        self._framed = framed
        self._stored = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)
        self.setFont(look.font(font))
        self.document().setDefaultFont(look.font(font))
        self.document().setDocumentMargin(look.px(8 if framed else 4))
        self._pitch = look.px(24 if font == "lead" else 20)
        self._painter = _TokenPainter(self)
        layout = self.document().documentLayout()
        layout.registerHandler(_KIND, self._painter)
        layout.documentSizeChanged.connect(self._fit)
        self.setMouseTracking(True)
        self._fit()

    def _fit(self) -> None:
        height = math.ceil(self.document().size().height())
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(max(height, self._pitch + theme().px(12)))

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """What is stored now; not a change by the person, whose words still being typed are left alone."""
        if self.hasFocus() and self.stored != self._stored:
            return
        stored = "".join(piece.stored for piece in pieces)
        printed = "".join(piece.printed for piece in pieces)
        if stored == self.stored and printed == self.printed:
            self._stored = stored
            return
        self._stored = stored
        self.document().setUndoRedoEnabled(False)
        self.clear()
        cursor = self.textCursor()
        block = QTextBlockFormat()
        block.setLineHeight(self._pitch, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor.setBlockFormat(block)
        for piece in pieces:
            self._insert(cursor, piece)
        self.document().setUndoRedoEnabled(True)
        self._fit()

    def _insert(self, cursor: QTextCursor, piece: Piece) -> None:
        if not piece.uid:
            cursor.insertText(piece.printed, QTextCharFormat())
            return
        form = QTextCharFormat()
        form.setObjectType(_KIND)
        form.setProperty(_STORED, piece.stored)
        form.setProperty(_PRINTED, piece.printed)
        form.setProperty(_UID, piece.uid)
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        cursor.insertText(_OBJECT, form)

    def insert_reference(self, piece: Piece) -> None:
        """Put a reference where the caret is, with a space on the sides that need one."""
        cursor = self.textCursor()
        before = self.document().characterAt(cursor.selectionStart() - 1) if cursor.selectionStart() else " "
        after = self.document().characterAt(cursor.selectionEnd())
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if not before.isspace() and before not in "(“":
            cursor.insertText(" ", QTextCharFormat())
        self._insert(cursor, piece)
        cursor.insertText(" " if after.isalnum() else "", QTextCharFormat())
        cursor.endEditBlock()
        cursor.setCharFormat(QTextCharFormat())
        self.setTextCursor(cursor)

    def _read(self, prop: int) -> str:
        blocks = []
        block = self.document().begin()
        while block.isValid():
            words = ""
            walk = block.begin()
            while not walk.atEnd():
                fragment: QTextFragment = walk.fragment()
                form = fragment.charFormat()
                token = form.property(prop) if form.objectType() == _KIND else None
                words += fragment.text() if token is None else str(token) * len(fragment.text())
                walk += 1
            blocks.append(words.replace("\u2028", "\n"))
            block = block.next()
        return "\n".join(blocks)

    @property
    def stored(self) -> str:
        return self._read(_STORED)

    @property
    def printed(self) -> str:
        return self._read(_PRINTED)

    def mark(self, phrases: Sequence[str]) -> None:
        """Doubtful words get the mark behind and a line under them."""
        form = QTextCharFormat()
        form.setBackground(theme().colour("mark"))
        form.setForeground(theme().colour("text"))
        form.setUnderlineColor(theme().colour("markline"))
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        marked = []
        for phrase in phrases:
            cursor = self.document().find(phrase)
            while not cursor.isNull():
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = cursor, form
                marked.append(selection)
                cursor = self.document().find(phrase, cursor)
        self.setExtraSelections(marked)

    def leave(self) -> None:
        if self.stored != self._stored:
            self._stored = self.stored
            self.left.emit(self._stored)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.leave()

    def reference_at(self, position: int) -> str:
        """Uid of the reference at or just before the caret at `position`, "" for none."""
        cursor = QTextCursor(self.document())
        for place in (position, position + 1):
            if 0 < place < self.document().characterCount():
                cursor.setPosition(place)
                form = cursor.charFormat()
                if form.objectType() == _KIND:
                    return str(form.property(_UID))
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        cursor = self.textCursor()
        on_token = cursor.hasSelection() and cursor.selectedText() == _OBJECT
        if enter and (on_token or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            uid = self.reference_at(cursor.selectionStart() if on_token else cursor.position())
            if uid:
                self.leave()
                self.followed.emit(uid)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            uid = self.reference_at(self.cursorForPosition(event.position().toPoint()).position())
            if uid:
                self.leave()
                self.followed.emit(uid)

    def createMimeDataFromSelection(self) -> QMimeData:
        """A copy holds words, with references as they print."""
        cursor = self.textCursor()
        words = ""
        for place in range(cursor.selectionStart(), cursor.selectionEnd()):
            letter = self.document().characterAt(place)
            if letter == _OBJECT:
                one = QTextCursor(self.document())
                one.setPosition(place + 1)
                letter = str(one.charFormat().property(_PRINTED) or "")
            words += letter.replace("\u2029", "\n")
        data = QMimeData()
        data.setText(words)
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(source.text().replace(_OBJECT, ""), QTextCharFormat())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave, QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._framed or self.underMouse() or self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().colour("edge"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, theme().px(4), theme().px(4))
            painter.end()
        super().paintEvent(event)
