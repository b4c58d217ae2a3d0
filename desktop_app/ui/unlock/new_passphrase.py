"""A new passphrase, typed twice, with its strength in words beside it. Weak ones are said to be weak, never refused."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.common.errors import Exit, UserError
from desktop_app.ui.unlock.secret_field import SecretField
from desktop_app.ui.widgets.fields import Labelled
from desktop_app.ui.widgets.panel import column

_TONES = {"weak": ("warning", "warn"), "fair": ("info", "text2"), "strong": ("check-circle", "good")}


class NewPassphrase(QWidget):
    def __init__(self, label: str, *, large: bool = False) -> None:
        super().__init__()
        lines = column(self, spacing=14 if large else 8)
        self.first = SecretField(large=large)
        self._strength = Labelled(label, self.first)
        self.first.textChanged.connect(self._judge)
        lines.addWidget(self._strength)
        self.second = SecretField(large=large)
        self._same = Labelled(self.tr("The same passphrase again"), self.second)
        self.second.textChanged.connect(self._compare)
        lines.addWidget(self._same)
        self._judge("")

    def _judge(self, text: str) -> None:
        from desktop_app.services.passphrases import passphrase_strength

        level, sentence = passphrase_strength(text)
        icon, tone = _TONES[level] if text else ("info", "text2")
        self._strength.advise(sentence, icon=icon, tone=tone)
        self._compare(self.second.text())

    def _compare(self, text: str) -> None:
        if not text:
            self._same.advise("")
        elif text == self.first.text():
            self._same.advise(self.tr("The two are the same."), icon="check-circle", tone="good")
        else:
            self._same.advise(self.tr("Not the same yet."), icon="info", tone="text2")

    def read(self, *, safe: str) -> str:
        """Raises UserError "passphrases-differ"; `safe` says what has not happened."""
        if self.first.text() != self.second.text():
            raise UserError(
                self.tr("The two passphrases are not the same."),
                safe=safe,
                do=self.tr("Type the second one again."),
                code="passphrases-differ",
                exit_code=Exit.USAGE,
            )
        return self.first.text()

    def clear(self) -> None:
        self.first.clear()
        self.second.clear()
