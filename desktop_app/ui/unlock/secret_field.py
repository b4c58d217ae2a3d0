"""A passphrase field: dots, and an eye (or F8) that shows the words until it is pressed again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit

from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button


class SecretField(QLineEdit):
    def __init__(self, *, large: bool = False) -> None:
        super().__init__()
        if large:
            self.setProperty("tall", "true")
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setProperty("secret", "true")  # never kept as something half typed
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        # Not on the way of Tab from the passphrase to the button; F8 is its key.
        self._eye = Button(kind="quiet", icon="eye", name=self.tr("Show what is typed"), cap="F8")
        self._eye.setParent(self)
        self._eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._eye.setCursor(Qt.CursorShape.ArrowCursor)
        self._eye.clicked.connect(self._toggle)
        self.setTextMargins(0, 0, self._eye.sizeHint().width(), 0)
        keys = QShortcut(QKeySequence("F8"), self)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self._toggle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._eye.sizeHint()
        gap = theme().px(4)
        self._eye.setGeometry(
            self.width() - size.width() - gap, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def _toggle(self) -> None:
        hidden = self.echoMode() is QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._eye.icon_name = "eye-slash" if hidden else "eye"
        name = self.tr("Hide what is typed") if hidden else self.tr("Show what is typed")
        self._eye.setAccessibleName(name)
        self._eye.setToolTip(f"{name} (F8)")
        self._eye.update()
