"""The destruction record of a closed review: to read, save and print. It holds no content of the review."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFileDialog

from desktop_app.common.errors import UserError
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.destruction_file import write_destruction_record
from desktop_app.services.retention import destruction_words
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import AdviceLine, ErrorStrip
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Labelled, TextField
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import Panel


class DestructionCard(Panel):
    def __init__(self) -> None:
        super().__init__(self.tr("This review has been closed"), ruled=True)
        self.text = TextField(least=8, most=20)
        self.text.setReadOnly(True)
        self.body.addWidget(Labelled(self.tr("Destruction record"), self.text))
        self.errors = ErrorStrip()
        self.body.addWidget(self.errors)
        self.done = AdviceLine()
        self.body.addWidget(self.done)
        line = FlowRow(spacing=8, pitch=8)
        self.save = Button(self.tr("Save the record…"), icon="download-simple")
        self.save.clicked.connect(self.choose)
        self.paper = Button(self.tr("Print it…"), icon="printer")
        self.paper.clicked.connect(self._print)
        line.add(self.save)
        line.add(self.paper)
        self.body.addWidget(line)

    def show_records(self, snapshot: Snapshot) -> None:
        self.setVisible(bool(snapshot.destructions))
        self.text.show_text("\n".join(map(destruction_words, reversed(snapshot.destructions))).strip())

    def choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Where to put the record"), "destruction-record.txt")
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        try:
            write_destruction_record(self.text.toPlainText() + "\n", path)
        except UserError as error:
            self.errors.show_error(error)
            return
        self.errors.hide()
        self.done.say(self.tr("Saved: {}").format(path.name), icon="check-circle", tone="good")

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # slow to load, rarely wanted

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("Destruction record")
        if QPrintDialog(printer, self).exec():
            painter = QPainter(printer)
            painter.setFont(theme().font("body"))
            page = painter.viewport()
            margin = page.width() // 12
            inner = page.adjusted(margin, margin, -margin, -margin)
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), self.text.toPlainText())
            painter.end()
