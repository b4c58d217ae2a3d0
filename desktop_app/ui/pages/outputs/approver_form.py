"""Somebody who may approve: a role, and a passphrase that they type themselves, twice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop_app.ui.unlock.secret_field import SecretField
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Labelled, LineField
from desktop_app.ui.widgets.panel import column
from desktop_app.ui.widgets.words import small, words


class ApproverForm(QFrame):
    made = Signal(str, str)  # role, passphrase

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "sunken")
        lines = column(self, margin=12, spacing=8)
        lines.addWidget(words(self.tr("Add an approver"), font="bold"))
        lines.addWidget(
            small(
                self.tr(
                    "Somebody else than who compiles it. They choose a passphrase of their own, and type it here "
                    "themselves when they approve."
                ),
                wrap=True,
            )
        )
        self.role = LineField(placeholder=self.tr("Independent chair"))
        lines.addWidget(Labelled(self.tr("Their role"), self.role))
        self.first, self.again = SecretField(), SecretField()
        lines.addWidget(Labelled(self.tr("Their passphrase"), self.first))
        self._again = Labelled(self.tr("Once more"), self.again)
        lines.addWidget(self._again)
        self.button = Button(self.tr("Add"), icon="plus")
        self.button.clicked.connect(self._make)
        self.again.returnPressed.connect(self._make)
        lines.addWidget(self.button)

    def _make(self) -> None:
        first, again = self.first.text(), self.again.text()
        self.again.clear()
        if first != again:
            self._again.advise(self.tr("The two are not the same. Type it once more."), icon="warning", tone="warn")
            self.again.setFocus()
            return
        self.first.clear()
        self._again.advise("")
        self.made.emit(self.role.text(), first)
