"""A passphrase field: dots, and an eye that shows the words while it is held down or toggled."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from desktop_app.ui.theme.icons import icon


class SecretField(QLineEdit):
    def __init__(self, *, large: bool = False) -> None:
        super().__init__()
        if large:
            self.setProperty("tall", "true")
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._eye = QAction(icon("eye"), self.tr("Show what is typed (F8)"), self)
        self._eye.setShortcut("F8")
        self._eye.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._eye.triggered.connect(self._toggle)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)

    def _toggle(self) -> None:
        hidden = self.echoMode() is QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icon("eye-slash" if hidden else "eye"))
        self._eye.setText(self.tr("Hide what is typed (F8)") if hidden else self.tr("Show what is typed (F8)"))
