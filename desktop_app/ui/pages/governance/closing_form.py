"""Who closes the review, why, and the passphrase of what is kept; the button works once it was read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.common.errors import UserError
from desktop_app.ui.unlock.new_passphrase import NewPassphrase
from desktop_app.ui.widgets.advice import AdviceLine, ErrorStrip
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.check_box import CheckBox
from desktop_app.ui.widgets.fields import Labelled, LineField
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.words import rule


class ClosingForm(QWidget):
    asked = Signal(str, str, str)  # role, reason, new passphrase

    def __init__(self) -> None:
        super().__init__()
        lines = column(self, spacing=12)
        lines.addWidget(rule())
        self.role = LineField(placeholder=self.tr("for example records officer"))
        self.reason = LineField(placeholder=self.tr("for example line 14 of the schedule"))
        lines.addWidget(
            Labelled(self.tr("Who is responsible (a role)"), self.role, self.tr("Printed on the destruction record."))
        )
        lines.addWidget(Labelled(self.tr("Reason"), self.reason))
        self.pair = NewPassphrase(self.tr("New passphrase, for what stays"))
        lines.addWidget(self.pair)
        self.sure = CheckBox(self.tr("I know that what goes cannot be brought back, by anybody"))
        self.sure.toggled.connect(lambda _on: self._follow())
        lines.addWidget(self.sure)
        self.errors = ErrorStrip()
        lines.addWidget(self.errors)
        self.held = AdviceLine()
        lines.addWidget(self.held)
        across = row()
        self.button = Button(self.tr("Close the review for good"), icon="warning")
        self.button.clicked.connect(self._ask)
        across.addWidget(self.button)
        across.addStretch(1)
        lines.addLayout(across)
        self._forbidden = ""
        self._follow()

    def allow(self, forbidden: str) -> None:
        """`forbidden` says why nothing may be destroyed, "" that it may."""
        self._forbidden = forbidden
        self.held.say(forbidden, icon="lock-key", tone="warn")
        self._follow()

    def work(self, what: str) -> None:
        """While it is being done; "" when that is over."""
        self.button.block(what)
        if not what:
            self._follow()

    def clear(self) -> None:
        self.pair.clear()
        self.role.show_text("")
        self.reason.show_text("")
        self.sure.setChecked(False)

    def _follow(self) -> None:
        tick = "" if self.sure.isChecked() else self.tr("Tick the line above first.")
        self.button.block(self._forbidden or tick)

    def _ask(self) -> None:
        try:
            passphrase = self.pair.read(safe=self.tr("Nothing was destroyed or changed."))
        except UserError as error:
            self.errors.show_error(error)
            return
        self.errors.hide()
        self.asked.emit(self.role.text(), self.reason.text(), passphrase)
