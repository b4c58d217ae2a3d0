"""Backups in words: when the newest was made, whether one was ever tried out, and doing both now."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop_app.common.clock import now
from desktop_app.common.errors import UserError
from desktop_app.common.progress import Progress
from desktop_app.services.backups import BackupMade, BackupState, DrillReport, backup_state, drill, make_backup
from desktop_app.services.restoring import backups_made, restore_beside
from desktop_app.ui.dates_words import moment
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.advice import AdviceLine, ErrorStrip
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Chooser, Labelled
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.words import rule, small, words


class BackupsPanel(Panel):
    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Backups"), ruled=True)
        self._desk = desk
        self._state = words("", wrap=True)
        self.body.addWidget(self._state)
        self._due = AdviceLine()
        self.body.addWidget(self._due)
        self.errors = ErrorStrip()
        self.done = AdviceLine()
        self.body.addWidget(self.errors)
        self.body.addWidget(self.done)
        line = FlowRow(spacing=8, pitch=8)
        self.make = Button(self.tr("Make a backup now"), icon="copy")
        self.make.clicked.connect(lambda: self.back_up(None))
        self.elsewhere = Button(self.tr("Make one in another folder…"), icon="folder-open")
        self.elsewhere.clicked.connect(self.choose_folder)
        self.try_out = Button(self.tr("Try the newest one out"), icon="arrow-counter-clockwise")
        self.try_out.clicked.connect(self.drill)
        for button in (self.make, self.elsewhere, self.try_out):
            line.add(button)
        self.body.addWidget(line)
        self.body.addWidget(
            small(
                self.tr(
                    "A backup is the same encrypted file and opens with the same secrets. One is made when a review "
                    "that has changed is opened, at most once a day. Each is opened and compared when it is made. "
                    "They are on this computer: keep one on another, too. Trying one out restores it in a scratch "
                    "folder, compares all of it, and removes it; the review itself is not touched."
                ),
                wrap=True,
            )
        )
        self.body.addWidget(rule())
        self.body.addWidget(
            small(
                self.tr(
                    "One that is brought back becomes a review of its own under a new name; this one stays as it is. "
                    "Where this review cannot be opened any more, “Restore from a backup…” on the locked page does it."
                ),
                wrap=True,
            )
        )
        self.which = Chooser(icon="clock-counter-clockwise")
        self.body.addWidget(Labelled(self.tr("Bring a backup back"), self.which))
        self.bring_back = Button(self.tr("Bring it back as a new file…"), icon="file-plus")
        self.bring_back.clicked.connect(self.choose_new_name)
        back = FlowRow(spacing=8, pitch=8)
        back.add(self.bring_back)
        self.body.addWidget(back)

    def show_state(self) -> None:
        state = backup_state(self._desk.session)
        self._state.setText(self._said(state))
        due = self.tr("No backup has been tried out for 30 days. Until one is, nobody knows that they work.")
        self._due.say(due if state.drill_due else "", icon="warning", tone="warn")
        none = "" if state.count else self.tr("There is no backup on this computer yet.")
        self.try_out.block(none)
        self.bring_back.block(none)
        chosen = self.which.value
        made = [(when.isoformat(), moment(when, now())) for when in backups_made(self._desk.session)]
        self.which.set_options(made or [("", none)], chosen)
        self.which.setEnabled(bool(made))

    def _said(self, state: BackupState) -> str:
        if state.newest is None:
            return self.tr("There is no backup of this review on this computer yet.")
        newest = moment(state.newest, now())
        kept = self.tr("1 is kept.") if state.count == 1 else self.tr("{} are kept.").format(state.count)
        if state.last_drill is None:
            tried = self.tr("None has been tried out yet.")
        else:
            tried = self.tr("One was last tried out: {}.").format(moment(state.last_drill, now()))
        return " ".join((self.tr("The newest backup was made: {}.").format(newest), kept, tried))

    def choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Where to put a backup"))
        if name:
            self.back_up(Path(name))

    def choose_new_name(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Where to put the restored review"), "", self.tr("Reviews (*.review)")
        )
        if name:
            path = Path(name)
            self.restore(path if path.suffix else path.with_suffix(".review"))

    def restore(self, target: Path) -> None:
        session, made = self._desk.session, dt.datetime.fromisoformat(self.which.value)

        def task(_progress: Progress) -> None:
            restore_beside(session, made, target)

        if self._begin(self.tr("Bringing a backup back")):
            self._desk.jobs.start(task, self._restored, self._failed, self.tr("Bringing a backup back"))

    def _restored(self, _none: None) -> None:
        self._over(self.tr("It is back, under its new name. Lock or close this review to open it."), "good")

    def back_up(self, to: Path | None) -> None:
        session = self._desk.session

        def task(_progress: Progress) -> BackupMade:
            return make_backup(session, to)

        if self._begin(self.tr("Making a backup")):
            self._desk.jobs.start(task, self._made, self._failed, self.tr("Making a backup"))

    def drill(self) -> None:
        session = self._desk.session

        def task(_progress: Progress) -> DrillReport:
            return drill(session)

        if self._begin(self.tr("Trying a backup out")):
            self._desk.jobs.start(task, self._drilled, self._failed, self.tr("Trying a backup out"))

    def _begin(self, what: str) -> bool:
        if self._desk.jobs.busy:
            self.done.say(self.tr("Something else is still being done. Try again in a moment."))
            return False
        self.errors.hide()
        self.done.say("")
        self._block(what + "…")
        return True

    def _block(self, why: str) -> None:
        for button in (self.make, self.elsewhere, self.try_out, self.bring_back):
            button.block(why)

    def _made(self, made: BackupMade) -> None:
        self._over(self.tr("A backup was made, opened and compared: {}.").format(moment(made.made, now())), "good")

    def _drilled(self, report: DrillReport) -> None:
        if report.ok:
            said = self.tr("The backup of {} works: it was restored and all {} parts of it are the same.")
            self._over(said.format(moment(report.made, now()), report.compared), "good")
            return
        said = self.tr("The backup of {} did not come back whole ({}). The review is not touched. Make a new one now.")
        self._over(said.format(moment(report.made, now()), ", ".join(report.wrong)), "bad")

    def _over(self, said: str, tone: str) -> None:
        self._block("")
        self.show_state()
        self.done.say(said, icon="check-circle" if tone == "good" else "warning-circle", tone=tone)

    def _failed(self, error: UserError) -> None:
        self._block("")
        self.show_state()
        self.errors.show_error(error)
