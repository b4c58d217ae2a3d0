"""The recovery key, shown until somebody says that it is kept: print it, keep it, say so, go on."""

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
        self._label = self._printed = ""
        look = theme()
        self.setFixedWidth(look.px(560))
        self.body.setContentsMargins(*([look.px(32)] * 4))
        self.body.setSpacing(look.px(14))
        self._head, self._text = title(""), words("", wrap=True)
        self.body.addWidget(self._head)
        self.body.addWidget(self._text)
        self.key = TextField(least=2, most=4)
        self.key.setReadOnly(True)
        font = QFont(look.font("lead"))
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
        self.key.setFont(font)
        self._line = Labelled(self.tr("Recovery key"), self.key)
        self.body.addWidget(self._line)
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

    def show_key(self, key: str, *, go_on: str = "") -> None:
        text = self.tr(
            "If the passphrase is ever lost, this key is the way in. It is shown until you say below that it is safe, "
            "and never after; nobody can make another without opening the review."
        )
        self._show(self.tr("Keep this recovery key"), self.tr("Recovery key"), text, key)
        self._printed = self.tr(
            "Whoever has this key can open the review. Type it in Candour, where a file is unlocked, under “Use the "
            "recovery key…”. Keep it away from the computer."
        )
        self.go_on.set_words(go_on or self.tr("Open the review"))

    def show_share(self, share: str, number: int, count: int, needed: int) -> None:
        text = self.tr(
            "For one person to keep. It opens nothing alone: any {} of the {} together do. It is shown until you say "
            "below that it is safe, and never after."
        ).format(needed, count)
        head = self.tr("Recovery share {} of {}").format(number, count)
        self._show(head, head, text, share)
        self._printed = self.tr(
            "Any {} of the {} shares open the review. Each keeper types the words of one in Candour, where a file is "
            "unlocked, under “Use recovery shares…”. Keep it away from the computer, and show it to nobody."
        ).format(needed, count)
        self.go_on.set_words(self.tr("Done") if number == count else self.tr("Next share"))

    def _show(self, head: str, label: str, text: str, key: str) -> None:
        self._label = label
        self._head.setText(head)
        self._text.setText(text)
        self._line.rename(label)
        self.key.show_text(key)
        self.safe.setChecked(False)
        self.saved.say("")
        self.errors.hide()

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
            self.draw_sheet(painter)
            painter.end()

    def draw_sheet(self, painter: QPainter) -> None:
        """What it is, the words to type, and what they are for: whoever finds the sheet in ten years must know."""
        page = painter.viewport()
        margin, gap = page.width() // 12, page.height() // 40
        box = page.adjusted(margin, margin, -margin, -margin)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        for font, text in (("heading", self._label), ("lead", self.key.toPlainText()), ("body", self._printed)):
            painter.setFont(theme().font(font))
            used = painter.drawText(box, flags, text)
            box.setTop(box.top() + used.height() + gap)
