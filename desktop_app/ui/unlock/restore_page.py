"""Bring a backup back: which one, under which new name, and what opens it. Nothing is ever written over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.common.clock import now
from desktop_app.common.errors import Exit, UserError
from desktop_app.common.progress import Progress
from desktop_app.services.backups import BackupMade, backups_of_file, backups_place, restore_backup
from desktop_app.services.session import Secret, Session, open_session
from desktop_app.ui.dates_words import moment
from desktop_app.ui.unlock.file_button import FileButton
from desktop_app.ui.unlock.in_the_middle import card_called, stand_in_the_middle
from desktop_app.ui.unlock.way_in import WayIn
from desktop_app.ui.widgets.advice import ErrorStrip
from desktop_app.ui.widgets.buttons import Button, shortcut
from desktop_app.ui.widgets.fields import Chooser, Labelled
from desktop_app.ui.widgets.panel import Panel, row
from desktop_app.ui.workers import Jobs

_OTHER = "other"


class RestorePage(QWidget):
    opened = Signal(object)  # Session
    back = Signal()

    def __init__(self, jobs: Jobs, path: Path | None) -> None:
        """`path`: the review whose backups are offered first; its own file is not touched."""
        super().__init__()
        self._jobs = jobs
        self._found = _backups(path)
        self.backup: Path | None = self._found[0].path if self._found else None
        self.target: Path | None = None
        stand_in_the_middle(self, self._panel())
        shortcut(self, "Escape", self._leave)

    def _panel(self) -> Panel:
        panel = card_called(
            self.tr("Restore from a backup"),
            self.tr(
                "The backup becomes a review of its own, under a new name. The review as it is now, and the "
                "backup, stay as they are."
            ),
        )
        body = panel.body
        self.choice = Chooser(
            self._options(), str(self.backup) if self.backup else _OTHER, icon="clock-counter-clockwise"
        )
        self.choice.chosen.connect(self._chosen)
        self._backup_line = Labelled(self.tr("Backup"), self.choice)
        body.addWidget(self._backup_line)
        self.file = FileButton("file-plus", height=32)
        self.file.show_file(self.tr("Choose its new name"), "")
        self.file.clicked.connect(self.choose_target)
        body.addWidget(Labelled(self.tr("Restore as"), self.file))
        self.way = WayIn()
        self.way.entered.connect(self.restore)
        self.way.switched.connect(lambda: self.way.show_file(self.backup))
        body.addWidget(self.way)
        self.errors = ErrorStrip()
        body.addWidget(self.errors)
        buttons = row()
        self.button = Button(self.tr("Restore and open"), kind="primary", large=True)
        self.button.clicked.connect(self.restore)
        leave = Button(self.tr("Back"), kind="quiet", cap="Esc")
        leave.clicked.connect(self._leave)
        buttons.addWidget(self.button)
        buttons.addStretch(1)
        buttons.addWidget(leave)
        body.addLayout(buttons)
        body.addWidget(self.way.others)
        self._advise()
        return panel

    def _options(self) -> list[tuple[str, str]]:
        here = now()
        made = [(str(b.path), self.tr("Made {}").format(moment(b.made, here))) for b in self._found]
        return [*made, (_OTHER, self.tr("Another backup file…"))]

    def _advise(self) -> None:
        if not self._found and self.backup is None:
            self._backup_line.advise(self.tr("No backup of the chosen file was found on this computer."))
        elif self.backup is not None and self.choice.value == _OTHER:
            self._backup_line.advise(self.tr("Backup file chosen."), icon="check-circle", tone="good")
        else:
            self._backup_line.advise(self.tr("It opens with what opened the review when it was made."))

    def _chosen(self, value: str) -> None:
        if value == _OTHER:
            self.choose_backup()
        else:
            self.backup = Path(value)
            self.way.show_file(self.backup)
        self._advise()

    def choose_backup(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a backup"), str(_place()), self.tr("Reviews (*.review);;All files (*)")
        )
        if name:
            self.backup = Path(name)
            self.way.show_file(self.backup)
        elif self.backup is not None:
            self.choice.show_value(str(self.backup))

    def choose_target(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Where to put the restored review"), "", self.tr("Reviews (*.review)")
        )
        if name:
            path = Path(name)
            self.target = path if path.suffix else path.with_suffix(".review")
            self.file.show_file(self.tr("New name chosen"), self.target.name)
            self.way.take_focus()

    def restore(self) -> None:
        self.errors.hide()
        try:
            task = self._task(*self._asked(), self.way.read())
        except UserError as error:
            self._failed(error)
            return
        self._set_busy(True)
        self._jobs.start(task, self._done, self._failed, self.tr("Restoring"))

    def _asked(self) -> tuple[Path, Path]:
        safe = self.tr("Nothing was restored.")
        if self.backup is None:
            raise UserError(
                self.tr("No backup has been chosen."),
                safe=safe,
                do=self.tr("Choose one at the top."),
                code="backup-missing",
                exit_code=Exit.USAGE,
            )
        if self.target is None:
            raise UserError(
                self.tr("It has no new name yet."),
                safe=safe,
                do=self.tr("Choose where the restored review is to be kept."),
                code="file-missing",
                exit_code=Exit.USAGE,
            )
        return self.backup, self.target

    def _task(self, backup: Path, target: Path, secret: Secret) -> Callable[[Progress], Session]:
        def restore(_progress: Progress) -> Session:
            restore_backup(backup, target, secret)
            return open_session(target, secret)

        return restore

    def _set_busy(self, busy: bool) -> None:
        self.button.block(self.tr("Restoring…") if busy else "")
        self.way.set_busy(busy)

    def _done(self, session: Session) -> None:
        self._set_busy(False)
        self.way.clear()
        self.opened.emit(session)

    def _failed(self, error: UserError) -> None:
        self._set_busy(False)
        self.errors.show_error(error)

    def take_focus(self) -> None:
        self.choice.setFocus()

    def forget_typed(self) -> None:
        if not self._jobs.busy:
            self.way.forget()

    def _leave(self) -> None:
        if not self._jobs.busy:
            self.back.emit()


def _backups(path: Path | None) -> list[BackupMade]:
    """None of them when the file is gone or damaged: a backup can then be chosen by hand."""
    if path is None:
        return []
    try:
        return backups_of_file(path)
    except UserError:
        return []


def _place() -> Path:
    try:
        return backups_place()
    except UserError:
        return Path.home()
