"""The recovery key, shown this once: print it, keep it, say so, go on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QFileDialog

from desktop_app.common.errors import UserError
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import AdviceLine, ErrorStrip
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.check_box import CheckBox
from desktop_app.ui.widgets.fields import Labelled, TextField
from desktop_app.ui.widgets.panel import Panel, row
from desktop_app.ui.widgets.words import title, words


class RecoveryCard(Panel):
    kept = Signal()

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        self.setFixedWidth(look.px(560))
        self.body.setContentsMargins(*([look.px(32)] * 4))
        self.body.setSpacing(look.px(14))
        self.body.addWidget(title(self.tr("Keep this recovery key")))
        self.body.addWidget(
            words(
                self.tr(
                    "If the passphrase is ever lost, this key is the only other way in. It is shown now and never "
                    "again, and nobody can make another without opening the review."
                ),
                wrap=True,
            )
        )
        self.key = TextField(least=2, most=4)
        self.key.setReadOnly(True)
        font = QFont(look.font("lead"))
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
        self.key.setFont(font)
        self.body.addWidget(Labelled(self.tr("Recovery key"), self.key))
        self.setFocusProxy(self.key)
        ways = row()
        self.print_button = Button(self.tr("Print it…"), icon="printer")
        self.print_button.clicked.connect(self._print)
        ways.addWidget(self.print_button)
        save = Button(self.tr("Save to a file…"), icon="download-simple")
        save.clicked.connect(self._save)
        ways.addWidget(save)
        ways.addWidget(words(self.tr("or write it down by hand."), tone="text2"))
        ways.addStretch(1)
        self.body.addLayout(ways)
        self.errors = ErrorStrip()
        self.body.addWidget(self.errors)
        self.saved = AdviceLine()
        self.body.addWidget(self.saved)
        self.safe = CheckBox(self.tr("I have put it somewhere safe, away from this computer"))
        self.safe.toggled.connect(self._follow)
        self.body.addWidget(self.safe)
        line = row()
        self.go_on = Button(self.tr("Open the review"), kind="primary", large=True)
        self.go_on.clicked.connect(self._finish)
        line.addWidget(self.go_on)
        line.addStretch(1)
        self.body.addLayout(line)
        self._follow(False)

    def show_key(self, key: str) -> None:
        self.key.show_text(key)

    def _follow(self, safe: bool) -> None:
        self.go_on.block("" if safe else self.tr("Tick the line above once the key is safe."))

    def _finish(self) -> None:
        self.key.show_text("")
        self.kept.emit()

    def _save(self) -> None:
        from desktop_app.services.secret_files import write_recovery_key

        name, _ = QFileDialog.getSaveFileName(self, self.tr("Where to put the recovery key"))
        if not name:
            return
        self.errors.hide()
        try:
            write_recovery_key(self.key.toPlainText(), Path(name))
        except UserError as error:
            self.errors.show_error(error)
            return
        said = self.tr("Saved. Move it to where the review is not, then delete this copy.")
        self.saved.say(said, icon="check-circle", tone="good")

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("Recovery key")
        if QPrintDialog(printer, self).exec():
            painter = QPainter(printer)
            painter.setFont(theme().font("heading"))
            page = painter.viewport()
            margin = page.width() // 12
            text = self.tr("Recovery key") + "\n\n" + self.key.toPlainText()
            painter.drawText(
                page.adjusted(margin, margin, -margin, -margin),
                int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap),
                text,
            )
            painter.end()
