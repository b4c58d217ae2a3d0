"""Unlock a file: which one, the passphrase, perhaps a keyfile; or the recovery key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from desktop_app.common.clock import now
from desktop_app.common.errors import Exit, UserError
from desktop_app.common.progress import Progress
from desktop_app.ui.dates_words import moment
from desktop_app.ui.recent import RecentFiles
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.unlock.file_button import FileButton
from desktop_app.ui.unlock.keyfile_box import KeyfileBox
from desktop_app.ui.unlock.secret_field import SecretField
from desktop_app.ui.widgets.advice import ErrorStrip
from desktop_app.ui.widgets.brand import Brand
from desktop_app.ui.widgets.buttons import Button, shortcut
from desktop_app.ui.widgets.fields import Labelled
from desktop_app.ui.widgets.panel import Panel, ScrolledColumn, column, row
from desktop_app.ui.widgets.words import rule, small, title
from desktop_app.ui.workers import Jobs

if TYPE_CHECKING:
    from desktop_app.services.session import Session


class UnlockPage(QWidget):
    opened = Signal(object)  # Session
    new_asked = Signal()

    def __init__(self, recent: RecentFiles, jobs: Jobs, path: Path | None = None) -> None:
        super().__init__()
        self._recent, self._jobs = recent, jobs
        self._held = self._wanted = False
        self.path = path or (recent.files[0].path if recent.files else None)
        scroll = ScrolledColumn(margin=24, spacing=16)
        outer = column(self)
        outer.addWidget(scroll)
        look = theme()
        scroll.column.addSpacing(look.px(40))
        middle = QHBoxLayout()
        middle.addStretch(1)
        inside = column(spacing=28)
        inside.addWidget(Brand(font="title"))
        sides = row(spacing=24)
        scroll.flip(sides, below=880)
        sides.addWidget(self._unlock_panel(), 0, Qt.AlignmentFlag.AlignTop)
        sides.addLayout(self._side())
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
        self._sentence = small(self.tr("Everything stays sealed until the passphrase is right."))
        head.addWidget(self._sentence)
        body.addLayout(head)
        self.file = FileButton()
        self.file.clicked.connect(self.choose_file)
        body.addWidget(Labelled(self.tr("File"), self.file))
        self.secret = SecretField(large=True)
        self._secret_line = Labelled(self.tr("Passphrase"), self.secret)
        self.secret.returnPressed.connect(self.unlock)
        body.addWidget(self._secret_line)
        self.keyfile = KeyfileBox()
        body.addWidget(self.keyfile)
        self.errors = ErrorStrip()
        body.addWidget(self.errors)
        buttons = row()
        self.button = Button(self.tr("Unlock"), kind="primary", large=True)
        self.button.setMinimumWidth(look.px(94))
        self.button.clicked.connect(self.unlock)
        self.recovery = Button(self.tr("Use the recovery key…"), kind="quiet", icon="lifebuoy")
        self.recovery.clicked.connect(self._swap_secret)
        buttons.addWidget(self.button)
        buttons.addStretch(1)
        buttons.addWidget(self.recovery)
        body.addLayout(buttons)
        body.addWidget(
            small(self.tr("Opening takes about a second. That is on purpose: it makes guessing slow."), wrap=True)
        )
        self._by_recovery = False
        return panel

    def _side(self) -> QHBoxLayout:
        look = theme()
        wrap = row()
        lines = column(spacing=8)
        if self._recent.files:
            lines.addWidget(self._recent_panel())
            note = small(self.tr("Names and folders are never listed here."))
            note.setContentsMargins(look.px(16), 0, 0, look.px(8))
            lines.addWidget(note)
        ways = Panel()
        ways.setFixedWidth(look.px(328))
        ways.body.setSpacing(0)
        for text, icon, cap, run in (
            (self.tr("Open another file…"), "folder-open", "Ctrl O", self.choose_file),
            (self.tr("Start a new review…"), "plus", "Ctrl N", self.new_asked.emit),
        ):
            button = Button(text, kind="quiet", icon=icon, cap=cap, spread=True)
            button.clicked.connect(run)
            ways.body.addWidget(button)
        lines.addWidget(ways)
        lines.addStretch(1)
        wrap.addLayout(lines)
        return wrap

    def _recent_panel(self) -> Panel:
        from desktop_app.ui.widgets.record_list import Entry, RecordList  # not needed for the first window

        look = theme()
        panel = Panel(self.tr("Recent"))
        panel.setFixedWidth(look.px(328))
        body = panel.flush()
        self.recent_list = RecordList(self.tr("Recent files"), lined=False)
        entries = [
            Entry(
                uid=str(number),
                title=self.tr("File {}").format(number + 1),
                second=self.tr("This computer. Opened {}").format(moment(f.opened, now())),
                lead="lock-key",
            )
            for number, f in enumerate(self._recent.files)
        ]
        self.recent_list.show_entries(entries)
        self.recent_list.setFixedHeight(look.px(48) * len(entries))
        self.recent_list.picked.connect(self._pick_recent)
        self.recent_list.opened.connect(lambda _uid: self.secret.setFocus())
        body.addWidget(self.recent_list)
        body.addWidget(rule())
        foot = row(margin=8)
        forget = Button(self.tr("Forget these"), kind="quiet", icon="x-circle")
        forget.clicked.connect(self._forget)
        foot.addWidget(forget)
        foot.addStretch(1)
        body.addLayout(foot)
        self._recent_box = panel
        return panel

    def _pick_recent(self, uid: str) -> None:
        self.path = self._recent.files[int(uid)].path
        self._show_file()

    def _forget(self) -> None:
        self._recent.forget()
        self._recent_box.hide()

    def _show_file(self) -> None:
        numbers = {f.path: n for n, f in enumerate(self._recent.files, 1)}
        if self.path is None:
            self.file.show_file(self.tr("Choose a file"), "")
        else:
            known = numbers.get(self.path)
            words = self.tr("File {}").format(known) if known else self.tr("File chosen")
            self.file.show_file(words, self.tr("this computer"))

    def choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a review"), "", self.tr("Reviews (*.review);;All files (*)")
        )
        if name:
            self.path = Path(name)
            self._show_file()
            self.secret.setFocus()

    def _swap_secret(self) -> None:
        self._by_recovery = not self._by_recovery
        self._secret_line.rename(self.tr("Recovery key") if self._by_recovery else self.tr("Passphrase"))
        self.secret.clear()
        self.secret.setEchoMode(QLineEdit.EchoMode.Normal if self._by_recovery else QLineEdit.EchoMode.Password)
        self.keyfile.setVisible(not self._by_recovery)
        self.recovery.set_words(
            self.tr("Use the passphrase…") if self._by_recovery else self.tr("Use the recovery key…")
        )
        self.secret.setFocus()

    def hold(self) -> None:
        """The window before this one is still writing the file: typing goes on, opening waits for it."""
        self._held = True

    def release(self) -> None:
        self._held = False
        if self._wanted:
            self._wanted = False
            self._set_busy(False)
            self.unlock()

    def take_focus(self) -> None:
        self.secret.setFocus()

    def forget_typed(self) -> None:
        self.secret.clear()

    def say_what_happened(self, code: str) -> None:
        """The reason comes as a code: the file's name has no business on a locked screen."""
        self.errors.show_error(
            UserError(
                self.tr("The file could not be written when it was locked ({}).").format(code),
                safe=self.tr("All work is kept in the encrypted working copy on this computer."),
                do=self.tr("Unlock it here and press Ctrl+S: the status bar then says what stood in the way."),
                code=code,
                exit_code=Exit.OUTSIDE,
            )
        )

    def unlock(self) -> None:
        if self.path is None:
            self.choose_file()
            return
        if self._held:
            self._wanted = True
            self._set_busy(True)
            return
        self.errors.hide()
        try:
            task = self._task(self.path, self.secret.text(), self.keyfile.read())
        except UserError as error:
            self._failed(error)
            return
        self._set_busy(True)
        self._jobs.start(task, self._done, self._failed, self.tr("Opening"))

    def _task(self, path: Path, text: str, keyfile: bytes | None) -> Callable[[Progress], Session]:
        by_recovery = self._by_recovery

        def open_it(_progress: Progress) -> Session:
            from desktop_app.services.session import Passphrase, RecoveryKey, open_session

            return open_session(path, RecoveryKey(text) if by_recovery else Passphrase(text, keyfile))

        if not text:
            raise UserError(
                self.tr("There is no recovery key.") if by_recovery else self.tr("There is no passphrase."),
                safe=self.tr("Nothing was opened."),
                do=self.tr("Type it above, then press Enter."),
                code="secret-missing",
                exit_code=Exit.SECRET,
            )
        return open_it

    def _set_busy(self, busy: bool) -> None:
        self.button.block(self.tr("Opening…") if busy else "")
        self.secret.setReadOnly(busy)

    def _done(self, session: Session) -> None:
        self._set_busy(False)
        self.secret.clear()
        if self.path is not None:
            self._recent.opened(self.path, now())
        self.opened.emit(session)

    def _failed(self, error: UserError) -> None:
        self._set_busy(False)
        self.errors.show_error(error)
        self.secret.setFocus()
        self.secret.selectAll()
