"""What opens a file: the passphrase (with a keyfile), the recovery key, or recovery shares. One of them is in sight."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.common.errors import Exit, UserError
from desktop_app.ui import preferences
from desktop_app.ui.unlock.keyfile_box import KeyfileBox
from desktop_app.ui.unlock.secret_field import SecretField
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Labelled
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import column

if TYPE_CHECKING:
    from desktop_app.services.session import Secret
    from desktop_app.ui.unlock.shares_way import SharesWay

_MINUTE_MS = 60_000
Way = Literal["passphrase", "recovery-key", "shares"]


class WayIn(QWidget):
    """`others` holds the buttons for the ways that are not in sight; whoever makes this places it."""

    entered = Signal()
    switched = Signal()
    forgotten = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.way: Way = "passphrase"
        self._path: Path | None = None
        lines = column(self, spacing=20)
        self.secret = SecretField(large=True)
        self.secret.returnPressed.connect(self.entered)
        self.secret.textChanged.connect(self._typed)
        self._left = QTimer(self)  # what stays typed with nobody at the desk is forgotten
        self._left.setSingleShot(True)
        self._left.timeout.connect(self.forget)
        self._line = Labelled(self.tr("Passphrase"), self.secret)
        lines.addWidget(self._line)
        self.keyfile = KeyfileBox()
        lines.addWidget(self.keyfile)
        self.shares: SharesWay | None = None  # made when it is first wanted: few people ever do
        self.others = FlowRow(spacing=8, pitch=4)
        self.buttons: dict[Way, Button] = {
            "passphrase": Button(self.tr("Use the passphrase…"), kind="quiet", icon="key"),
            "recovery-key": Button(self.tr("Use the recovery key…"), kind="quiet", icon="lifebuoy"),
            "shares": Button(self.tr("Use recovery shares…"), kind="quiet", icon="users-three"),
        }
        for way, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, w=way: self.choose(w))
            self.others.add(button)
        self.buttons["passphrase"].hide()

    def choose(self, way: Way) -> None:
        """What was typed for the way before is forgotten."""
        self.clear()
        self.way = way
        if way == "shares":
            self._shares_shown().show_file(self._path)
        if self.shares is not None:
            self.shares.setVisible(way == "shares")
        self._line.setVisible(way != "shares")
        self.keyfile.setVisible(way == "passphrase")
        by_key = way == "recovery-key"
        self._line.rename(self.tr("Recovery key") if by_key else self.tr("Passphrase"))
        self._line.advise("")
        self.secret.setEchoMode(QLineEdit.EchoMode.Normal if by_key else QLineEdit.EchoMode.Password)
        for name, button in self.buttons.items():
            button.setVisible(name != way)
        self.others.updateGeometry()
        self.switched.emit()
        self.take_focus()

    def _typed(self, text: str) -> None:
        if self.way == "recovery-key":
            self._judge_key(text)
        self._start_again()

    def _start_again(self) -> None:
        minutes = preferences.idle_minutes()
        if minutes and self.typed:
            self._left.start(minutes * _MINUTE_MS)
        else:
            self._left.stop()

    def forget(self) -> None:
        """Nobody has typed for as long as a desk would stay open, or Ctrl+L was pressed."""
        if self.typed:
            self.clear()
            self.forgotten.emit()

    def _judge_key(self, text: str) -> None:
        from desktop_app.services.keys import key_adds_up

        sound = key_adds_up(text)
        if sound is None:
            self._line.advise("")
        elif sound:
            self._line.advise(self.tr("The key is as it was printed."), icon="check-circle", tone="good")
        else:
            self._line.advise(
                self.tr("This is not as the key was printed. Compare it with the sheet."), icon="warning", tone="warn"
            )

    def show_file(self, path: Path | None) -> None:
        self._path = path
        if self.way == "shares" and self.shares is not None:
            self.shares.show_file(path)

    def take_focus(self) -> None:
        if self.way == "shares" and self.shares is not None:
            self.shares.take_focus()
        else:
            self.secret.setFocus()

    def select_all(self) -> None:
        self.take_focus()
        if self.way != "shares":
            self.secret.selectAll()

    def set_busy(self, busy: bool) -> None:
        self.secret.setReadOnly(busy)
        if self.shares is not None:
            self.shares.set_busy(busy)

    def clear(self) -> None:
        self.secret.clear()
        if self.shares is not None:
            self.shares.clear()

    @property
    def typed(self) -> bool:
        return bool(self.secret.text()) or (self.shares is not None and self.shares.typed)

    def read(self) -> Secret:
        """Raises UserError "secret-missing", or that the keyfile cannot be read."""
        if self.way == "shares" and self.shares is not None:
            return self.shares.read()
        from desktop_app.services.session import Passphrase, RecoveryKey

        text, by_key = self.secret.text(), self.way == "recovery-key"
        if not text:
            raise UserError(
                self.tr("There is no recovery key.") if by_key else self.tr("There is no passphrase."),
                safe=self.tr("Nothing was opened."),
                do=self.tr("Type it above, then press Enter."),
                code="secret-missing",
                exit_code=Exit.SECRET,
            )
        return RecoveryKey(text) if by_key else Passphrase(text, self.keyfile.read())

    def _shares_shown(self) -> SharesWay:
        if self.shares is None:
            from desktop_app.ui.unlock.shares_way import SharesWay

            self.shares = SharesWay()
            self.shares.entered.connect(self.entered)
            self.shares.edited.connect(self._start_again)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self.shares)
        return self.shares
