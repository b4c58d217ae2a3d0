"""A co-author's copy of this review comes home: choose it, open it, settle what both of you changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop_app.common.errors import UserError
from desktop_app.common.progress import Progress
from desktop_app.domain.changes import ChangeSet
from desktop_app.services.copies.bringing import BroughtHome, CopyContents, take_home, waiting
from desktop_app.services.session import Passphrase, Session
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.copies.versions import Versions
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.unlock.secret_field import SecretField
from desktop_app.ui.widgets.advice import AdviceLine
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Labelled
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import Panel, ScrolledColumn, column, row
from desktop_app.ui.widgets.words import small, title, words


class CopiesPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._path: Path | None = None
        scrolled = ScrolledColumn(margin=24, spacing=16)
        column(self, spacing=0).addWidget(scrolled)
        lines = scrolled.column
        lines.addWidget(title(self.tr("A co-author’s copy")))
        lines.addWidget(self.errors)
        lines.addWidget(self._choosing())
        self.versions = Versions()
        self.versions.settled.connect(self._settle)
        scrolled.flip(self.versions.heads, below=480)
        lines.addWidget(self.versions)
        lines.addStretch(1)
        self.offer("Ctrl+O", self.tr("Choose a copy"), self.choose)
        self.offer("Alt+1", self.tr("Keep the review’s version"), self.versions.mine.click)
        self.offer("Alt+2", self.tr("Take the copy’s version"), self.versions.theirs.click)

    def _choosing(self) -> Panel:
        panel = Panel(self.tr("Bring it home"))
        about = words(
            self.tr(
                "Somebody worked on a copy of this file. What only the copy has is taken, what both of you changed "
                "waits below, and nothing is overwritten. A backup is made first, and Ctrl+Z takes all of it back."
            ),
            tone="text2",
            wrap=True,
        )
        about.setMaximumWidth(theme().px(640))
        across = row()  # a column asks for its height at the column's width, and would cut it off
        across.addWidget(about, 1)
        across.addStretch(0)
        panel.body.addLayout(across)
        self.chosen = small(self.tr("No copy is chosen yet."), wrap=True)
        choose = Button(self.tr("Choose a copy"), icon="folder-open", cap="Ctrl+O")
        choose.clicked.connect(self.choose)
        self.choose_button = choose
        top = FlowRow(spacing=12, pitch=8)
        top.add(choose)
        top.add(self.chosen)
        panel.body.addWidget(top)
        self.passphrase = SecretField()
        self.passphrase.setMaximumWidth(theme().px(400))
        self.passphrase.textChanged.connect(lambda _text: self._block())
        panel.body.addWidget(Labelled(self.tr("The passphrase that opens the copy"), self.passphrase))
        self.bring = Button(self.tr("Bring it home"), kind="primary", icon="download-simple")
        self.bring.clicked.connect(self.bring_home)
        self.passphrase.returnPressed.connect(self.bring_home)
        foot = FlowRow(spacing=12, pitch=8)
        foot.add(self.bring)
        panel.body.addWidget(foot)
        self.outcome = AdviceLine()
        panel.body.addWidget(self.outcome)
        return panel

    def take_focus(self) -> None:
        self.choose_button.setFocus()

    def refresh(self, families: frozenset[str]) -> None:
        self.versions.show_waiting(waiting(self.desk.snapshot))
        self._block()

    def choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("A copy of this review"), "", self.tr("Reviews (*.review)")
        )
        if chosen:
            self.show_chosen(Path(chosen))

    def show_chosen(self, path: Path) -> None:
        self._path = path
        self.chosen.setText(path.name)
        self.outcome.say("")
        self._block()
        self.passphrase.setFocus()

    def _block(self) -> None:
        why = "" if self.passphrase.text() else self.tr("Type the copy’s passphrase first")
        self.bring.block(self.tr("Choose a copy first") if self._path is None else why)

    def bring_home(self) -> None:
        if self._path is None or not self.passphrase.text() or self.desk.jobs.busy:
            return
        self.errors.hide()
        secret = Passphrase(self.passphrase.text())
        self.bring.block(self.tr("Reading the copy…"))
        task = partial(_read, self.desk.session, self._path, secret)
        self.desk.jobs.start(task, self._read, self._failed, self.tr("Reading the copy"))

    def _read(self, theirs: CopyContents) -> None:
        done: list[BroughtHome] = []

        def take() -> ChangeSet:
            done.append(take_home(self.desk.session, theirs))
            return done[0].changes

        self.passphrase.clear()
        if self.do(take):
            self.outcome.say(self._said(done[0]), icon="check-circle", tone="good")
            if done[0].merge.conflicts:
                self.versions.setFocus()
        self._block()

    def _said(self, done: BroughtHome) -> str:
        merge = done.merge
        said = self.tr("{} new, {} changed there alone, {} deleted there, {} for you to settle.").format(
            merge.new, merge.taken, merge.deleted, merge.conflicts
        )
        if merge.left:
            said += " " + self.tr("{} records of what left that copy stay with it.").format(merge.left)
        return said

    def _failed(self, error: UserError) -> None:
        self.errors.show_error(error)
        self._block()

    def _settle(self, how: Callable[..., ChangeSet], conflict: object) -> None:
        self.do(lambda: how(self.desk.session, conflict))


def _read(session: Session, path: Path, secret: Passphrase, _progress: Progress) -> CopyContents:
    return session.file.read_copy(path, secret)
