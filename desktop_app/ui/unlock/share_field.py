"""The words of one recovery share: typed or pasted, judged as they come, and hidden once they are whole."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.services.shares_typed import SHARE_WORDS, Said, ShareTyped
from desktop_app.ui.widgets.advice import AdviceLine
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Labelled, TextField
from desktop_app.ui.widgets.panel import column, row


class _Words(TextField):
    entered = Signal()
    pasted = Signal(str)
    gone = Signal()  # the keyboard is elsewhere

    def __init__(self) -> None:
        super().__init__(least=2, most=4)
        self.setProperty("secret", "true")  # never kept as something half typed
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.pasted.emit(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.gone.emit()


class ShareField(QWidget):
    """One keeper's share. Whole and left, it is hidden: the next keeper has no business reading it."""

    changed = Signal()
    entered = Signal()
    pasted = Signal(str)

    def __init__(self, number: int) -> None:
        super().__init__()
        self._label = self.tr("Share {}").format(number)
        self._typed = ShareTyped(Said.EMPTY)
        lines = column(self, spacing=4)
        self.words = _Words()
        self._line = Labelled(self._label, self.words)
        lines.addWidget(self._line)
        self._kept = QWidget()
        kept = row(self._kept)
        self._done = AdviceLine()
        kept.addWidget(self._done, 1, Qt.AlignmentFlag.AlignVCenter)
        self._again = Button(self.tr("Type it again"), kind="quiet")
        self._again.clicked.connect(self.clear)
        kept.addWidget(self._again)
        lines.addWidget(self._kept)
        self._kept.hide()
        self.words.textChanged.connect(self.changed)
        self.words.entered.connect(self.entered)
        self.words.pasted.connect(self.pasted)
        self.words.gone.connect(self.put_away)

    @property
    def text(self) -> str:
        return self.words.toPlainText()

    @property
    def whole(self) -> bool:
        return self._typed.said is Said.WHOLE

    @property
    def hidden_away(self) -> bool:
        return not self._kept.isHidden()

    def take(self, text: str) -> None:
        self.words.setPlainText(text)
        self.changed.emit()

    def clear(self) -> None:
        self.words.setPlainText("")
        self._kept.hide()
        self._line.show()
        self.words.setFocus()

    def show_verdict(self, typed: ShareTyped) -> None:
        self._typed = typed
        icon, tone = {
            Said.WHOLE: ("check-circle", "good"),
            Said.EMPTY: ("info", "text2"),
            Said.UNFINISHED: ("info", "text2"),
        }.get(typed.said, ("warning", "warn"))
        self._line.advise(self._said(typed), icon=icon, tone=tone)

    def put_away(self) -> None:
        """Whole words are hidden; what is still to be mended stays in sight."""
        if not self.whole or self.hidden_away:
            return
        self._done.say(
            self.tr("{} is whole, and hidden now.").format(self._label),
            icon="check-circle",
            tone="good",
        )
        self._again.setAccessibleName(self.tr("Type {} again").format(self._label))
        self._line.hide()
        self._kept.show()

    def _said(self, typed: ShareTyped) -> str:
        if typed.said is Said.EMPTY:
            return ""
        if typed.said is Said.UNFINISHED:
            return self.tr("{} of {} words.").format(typed.words, SHARE_WORDS)
        if typed.stray is not None:
            number, word, near = typed.stray
            said = self.tr("Word {}, “{}”, is not a word that shares are made of.").format(number, word)
            return said + (" " + self.tr("Does the sheet say “{}”?").format(near) if near else "")
        return {
            Said.WRONG: self.tr("All {} words are there, but they do not add up: one is not as printed.").format(
                SHARE_WORDS
            ),
            Said.MANY: self.tr("There are more than {} words: each share has a field of its own.").format(SHARE_WORDS),
            Said.FOREIGN: self.tr("This share is of another set. Look for the sheet that was made last."),
            Said.TWICE: self.tr("This is a share that is here already. Another keeper’s is needed."),
        }.get(typed.said, self.tr("Whole. Press Enter, and it is hidden."))
