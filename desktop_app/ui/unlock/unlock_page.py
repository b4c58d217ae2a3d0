"""Unlock a file: which one, and what opens it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop_app.common.clock import now
from desktop_app.common.errors import UserError
from desktop_app.common.progress import Progress
from desktop_app.ui.recent import RecentFiles
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.unlock.file_button import FileButton
from desktop_app.ui.unlock.file_ways import FileWays
from desktop_app.ui.unlock.way_in import WayIn
from desktop_app.ui.widgets.advice import AdviceLine, ErrorStrip
from desktop_app.ui.widgets.brand import Brand
from desktop_app.ui.widgets.buttons import Button, shortcut
from desktop_app.ui.widgets.fields import Labelled
from desktop_app.ui.widgets.panel import Panel, ScrolledColumn, column, row
from desktop_app.ui.widgets.words import small, title
from desktop_app.ui.workers import Jobs

if TYPE_CHECKING:
    from desktop_app.services.session import Secret, Session


class UnlockPage(QWidget):
    opened = Signal(object)  # Session
    new_asked = Signal()
    restore_asked = Signal()

    def __init__(self, recent: RecentFiles, jobs: Jobs, path: Path | None = None) -> None:
        super().__init__()
        self._recent, self._jobs = recent, jobs
        self._held = self._wanted = False
        self.path = path or (recent.files[0].path if recent.files else None)
        scroll = ScrolledColumn(margin=24, spacing=16)
        outer = column(self)
        outer.addWidget(scroll)
        scroll.column.addSpacing(theme().px(40))
        middle = QHBoxLayout()
        middle.addStretch(1)
        inside = column(spacing=28)
        inside.addWidget(Brand(font="title"))
        sides = row(spacing=24)
        scroll.flip(sides, below=880)
        sides.addWidget(self._unlock_panel(), 0, Qt.AlignmentFlag.AlignTop)
        sides.addWidget(self._ways(), 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(sides)
        middle.addLayout(inside)
        middle.addStretch(1)
        scroll.column.addLayout(middle)
        scroll.column.addStretch(1)
        shortcut(self, "Ctrl+O", self.choose_file)
        shortcut(self, "Ctrl+N", self.new_asked.emit)
        self._show_file()

    def _unlock_panel(self) -> Panel:
        look = theme()
        panel = Panel()
        panel.setFixedWidth(look.px(480))
        body = panel.body
        body.setContentsMargins(look.px(32), look.px(32), look.px(32), look.px(32))
        body.setSpacing(look.px(20))
        head = column(spacing=4)
        head.addWidget(title(self.tr("Unlock a file")))
        self._sentence = small("", wrap=True)
        head.addWidget(self._sentence)
        body.addLayout(head)
        self.file = FileButton()
        self.file.clicked.connect(self.choose_file)
        body.addWidget(Labelled(self.tr("File"), self.file))
        self.way = WayIn()
        self.way.entered.connect(self.unlock)
        self.way.switched.connect(self._switched)
        self.way.forgotten.connect(self._say_forgotten)
        self.secret, self.keyfile = self.way.secret, self.way.keyfile
        body.addWidget(self.way)
        self.errors = ErrorStrip()
        body.addWidget(self.errors)
        self.said = AdviceLine()
        body.addWidget(self.said)
        buttons = row()
        self.button = Button(self.tr("Unlock"), kind="primary", large=True)
        self.button.setMinimumWidth(look.px(94))
        self.button.clicked.connect(self.unlock)
        buttons.addWidget(self.button)
        buttons.addStretch(1)
        body.addLayout(buttons)
        self._pace = small("", wrap=True)
        body.addWidget(self._pace)
        body.addWidget(self.way.others)
        self._show_way()
        return panel

    def _ways(self) -> FileWays:
        ways = FileWays(self._recent)
        ways.picked.connect(self._take_file)
        ways.entered.connect(self.way.take_focus)
        ways.open_asked.connect(self.choose_file)
        ways.new_asked.connect(self.new_asked)
        ways.restore_asked.connect(self.restore_asked)
        if self._recent.files:
            self.recent_list = ways.recent_list
        return ways

    def _switched(self) -> None:
        self.errors.hide()
        self._show_way()

    def _show_way(self) -> None:
        self._sentence.setText(
            {
                "passphrase": self.tr("Everything stays sealed until the passphrase is right."),
                "recovery-key": self.tr("The key from the printed sheet: eight groups of five letters and digits."),
                "shares": self.tr("For when its author cannot be asked: several keepers open it together."),
            }[self.way.way]
        )
        slow = self.tr("Opening takes about a second. That is on purpose: it makes guessing slow.")
        self._pace.setText(slow if self.way.way == "passphrase" else "")
        self._pace.setVisible(self.way.way == "passphrase")

    def _take_file(self, path: Path) -> None:
        self.path = path
        self._show_file()

    def _show_file(self) -> None:
        numbers = {f.path: n for n, f in enumerate(self._recent.files, 1)}
        if self.path is None:
            self.file.show_file(self.tr("Choose a file"), "")
        else:
            known = numbers.get(self.path)
            words = self.tr("File {}").format(known) if known else self.tr("File chosen")
            self.file.show_file(words, self.tr("this computer"))
        self.way.show_file(self.path)

    def choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a review"), "", self.tr("Reviews (*.review);;All files (*)")
        )
        if name:
            self._take_file(Path(name))
            self.way.take_focus()

    def take_focus(self) -> None:
        self.way.take_focus()

    def forget_typed(self) -> None:
        if not self._jobs.busy:
            self.way.forget()

    def _say_forgotten(self) -> None:
        self.said.say(self.tr("What was typed here was cleared, for nobody was using it."), icon="info", tone="text2")

    def hold(self) -> None:
        """The window before this one is still writing the file: typing goes on, opening waits for it."""
        self._held = True

    def release(self) -> None:
        self._held = False
        if self._wanted:
            self._wanted = False
            self._set_busy(False)
            self.unlock()

    def say_what_happened(self, code: str) -> None:
        """What the window before this one has to tell, as a code: a file's name has no business on a locked screen."""
        from desktop_app.ui.unlock.told_at_lock import refusal_for, sentence_for

        sentence = sentence_for(code)
        if sentence:
            self.said.say(sentence, icon="warning", tone="warn")
        else:
            self.errors.show_error(refusal_for(code))

    def unlock(self) -> None:
        if self.path is None:
            self.choose_file()
            return
        if self._held:
            self._wanted = True
            self._set_busy(True)
            return
        self.errors.hide()
        self.said.say("")
        try:
            task = _opening(self.path, self.way.read())
        except UserError as error:
            self._failed(error)
            return
        self._set_busy(True)
        self._jobs.start(task, self._done, self._failed, self.tr("Opening"))

    def _set_busy(self, busy: bool) -> None:
        self.button.block(self.tr("Opening…") if busy else "")
        self.way.set_busy(busy)

    def _done(self, session: Session) -> None:
        self._set_busy(False)
        self.way.clear()
        if self.path is not None:
            self._recent.opened(self.path, now())
        self.opened.emit(session)

    def _failed(self, error: UserError) -> None:
        self._set_busy(False)
        self.errors.show_error(error)
        self.way.select_all()


def _opening(path: Path, secret: Secret) -> Callable[[Progress], Session]:
    def open_it(_progress: Progress) -> Session:
        from desktop_app.services.session import open_session

        return open_session(path, secret)

    return open_it
