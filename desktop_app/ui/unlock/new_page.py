"""Start a review: where it lives, what it is called inside, a passphrase; then the recovery key, shown once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.common.errors import Exit, UserError
from desktop_app.common.progress import Progress
from desktop_app.ui.unlock.file_button import FileButton
from desktop_app.ui.unlock.in_the_middle import card_called, stand_in_the_middle
from desktop_app.ui.unlock.keyfile_box import KeyfileBox
from desktop_app.ui.unlock.new_passphrase import NewPassphrase
from desktop_app.ui.unlock.recovery_card import RecoveryCard
from desktop_app.ui.widgets.advice import ErrorStrip
from desktop_app.ui.widgets.buttons import Button, shortcut
from desktop_app.ui.widgets.fields import Labelled, LineField
from desktop_app.ui.widgets.panel import Panel, row
from desktop_app.ui.workers import Jobs

if TYPE_CHECKING:
    from desktop_app.services.session import Session


class NewPage(QWidget):
    opened = Signal(object)  # Session
    back = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self.path: Path | None = None
        self._session: Session | None = None
        self._panel = self._form()
        self.card = RecoveryCard()
        self.card.kept.connect(self._enter)
        self.card.hide()
        stand_in_the_middle(self, self._panel, self.card)
        shortcut(self, "Escape", self._leave)

    def _form(self) -> Panel:
        panel = card_called(
            self.tr("Start a new review"),
            self.tr("One encrypted file. Nobody opens it without its passphrase or its recovery key."),
        )
        body = panel.body
        self.file = FileButton("file-plus", arrow=True)
        self.file.show_file(self.tr("Choose where it is kept"), "")
        self.file.clicked.connect(self.choose_file)
        body.addWidget(
            Labelled(self.tr("File"), self.file, self.tr("Everyone can read a file’s name: leave people out of it."))
        )
        self.reference = LineField(placeholder=self.tr("for example LR-2026-02"), large=True)
        body.addWidget(Labelled(self.tr("Reference"), self.reference))
        self.working_title = LineField(large=True)
        body.addWidget(
            Labelled(self.tr("Working title"), self.working_title, self.tr("It stays inside the encrypted file."))
        )
        self._pair = NewPassphrase(self.tr("Passphrase"), large=True)
        self.first, self.second = self._pair.first, self._pair.second
        self.second.returnPressed.connect(self.make_review)
        body.addWidget(self._pair)
        self.keyfile = KeyfileBox()
        body.addWidget(self.keyfile)
        self.errors = ErrorStrip()
        body.addWidget(self.errors)
        buttons = row()
        self.button = Button(self.tr("Start the review"), kind="primary", large=True)
        self.button.clicked.connect(self.make_review)
        leave = Button(self.tr("Back"), kind="quiet", cap="Esc")
        leave.clicked.connect(self._leave)
        buttons.addWidget(self.button)
        buttons.addStretch(1)
        buttons.addWidget(leave)
        body.addLayout(buttons)
        return panel

    def choose_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Where to keep the review"), "", self.tr("Reviews (*.review)")
        )
        if name:
            path = Path(name)
            self.choose(path if path.suffix else path.with_suffix(".review"))

    def choose(self, path: Path) -> None:
        self.path = path
        self.file.show_file(self.tr("File chosen"), path.name)
        self.reference.setFocus()

    def _refusal(self) -> UserError | None:
        if self.path is None:
            return UserError(
                self.tr("No file has been chosen."),
                safe=self.tr("Nothing was made."),
                do=self.tr("Choose where the review is kept, at the top."),
                code="file-missing",
                exit_code=Exit.USAGE,
            )
        return None

    def make_review(self) -> None:
        self.errors.hide()
        try:
            refusal = self._refusal()
            if refusal is not None:
                raise refusal
            self._pair.read(safe=self.tr("Nothing was made."))
            task = self._task(self.keyfile.read())
        except UserError as error:
            self._failed(error)
            return
        self.button.block(self.tr("Making the file…"))
        self._jobs.start(task, self._made, self._failed, self.tr("Making the file"))

    def _task(self, keyfile: bytes | None) -> Callable[[Progress], tuple[Session, str]]:
        path, passphrase = self.path or Path(), self.first.text()
        title_text, reference = self.working_title.text(), self.reference.text()

        def make(_progress: Progress) -> tuple[Session, str]:
            from desktop_app.services.session import create_review

            return create_review(path, passphrase, title=title_text, reference=reference, keyfile=keyfile)

        return make

    def _made(self, made: tuple[Session, str]) -> None:
        self.button.block("")
        self._pair.clear()
        self._session, recovery = made
        self.card.show_key(recovery)
        self._panel.hide()
        self.card.show()
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: UserError) -> None:
        self.button.block("")
        self.errors.show_error(error)

    def _enter(self) -> None:
        from desktop_app.services.keys import put_away

        session, self._session = self._session, None
        if session is None:
            return
        try:
            put_away(session, "recovery")
        except UserError:  # a disk that fills now: the key waits in the review, and the desk says so
            session.key_waits = True
        self.opened.emit(session)

    @property
    def made_at(self) -> Path | None:
        """The file of the review that was made here; None while none was."""
        return self._session.path if self._session is not None else None

    @property
    def holds_secrets(self) -> bool:
        """Whether a passphrase is typed here, or the recovery key is on the screen."""
        return self._session is not None or bool(self.first.text() or self.second.text())

    def let_go(self) -> None:
        """The window closes before the new review was entered: its file is whole, and is closed as any other."""
        if self._session is not None:
            self._session.close()
            self._session = None

    def _leave(self) -> None:
        if self._session is None and not self._jobs.busy:
            self.back.emit()
