"""The pseudonym key, asked for by itself: what it is said first, a passphrase of its own, and only then a place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop_app.common.errors import UserError
from desktop_app.services.pseudonym_key import write_pseudonym_key
from desktop_app.services.session import Session
from desktop_app.ui.page import Page
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.unlock.new_passphrase import NewPassphrase
from desktop_app.ui.widgets.advice import ErrorStrip
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.words import title, words


class KeyDialog(QDialog):
    """`digest` is the SHA-256 of what was written, "" while nothing was."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self._session = session
        self.digest = ""
        self.setWindowTitle("Candour")
        self.setAccessibleName(self.tr("Pseudonym key"))
        self.resize(theme().px(520), theme().px(420))
        lines = column(self, margin=24, spacing=12)
        lines.addWidget(title(self.tr("Pseudonym key: restricted")))
        lines.addWidget(
            words(
                self.tr(
                    "It holds every real name beside the name that is printed. Whoever has it can undo all that was "
                    "anonymised. It is written as an encrypted PDF; keep it apart from every output, and give its "
                    "passphrase another way than the file."
                ),
                wrap=True,
            )
        )
        self.passphrase = NewPassphrase(self.tr("A strong passphrase, not that of the review"))
        lines.addWidget(self.passphrase)
        self.errors = ErrorStrip()
        self.errors.hide()
        lines.addWidget(self.errors)
        lines.addStretch(1)
        foot = row(spacing=8)
        foot.addStretch(1)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.write = Button(self.tr("Write the key"), kind="primary", icon="lock")
        self.write.clicked.connect(self._ask)
        foot.addWidget(cancel)
        foot.addWidget(self.write)
        lines.addLayout(foot)

    def _ask(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Where the key goes"), "pseudonym-key.pdf", "*.pdf")
        if name:
            self.write_to(Path(name))

    def write_to(self, path: Path) -> None:
        """In place of the dialogue's file, when it has one. What is wrong is said in place, and nothing is lost."""
        try:
            passphrase = self.passphrase.read(safe=self.tr("Nothing was written."))
            target = path if path.suffix else path.with_suffix(".pdf")
            self.digest = write_pseudonym_key(self._session, target, passphrase, restricted=True)
        except UserError as error:
            self.errors.show_error(error)
            return
        self.passphrase.clear()
        self.accept()


class RestrictedKey:
    """The way to it from the Outputs page: by its key or the search, never as one of the outputs."""

    def __init__(self, page: Page) -> None:
        self._page = page
        page.offer("Ctrl+Shift+J", page.tr("Pseudonym key, restricted: write it encrypted"), self.ask)

    def ask(self) -> None:
        dialog = KeyDialog(self._page, self._page.desk.session)
        if dialog.exec() and dialog.digest:
            self._page.desk.told.emit(self._page.tr("The pseudonym key is written. Keep it apart from every output."))
