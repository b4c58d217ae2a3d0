"""The room, from the desk: what is still lacking, its pack, opening it here, and bringing back what it captured."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.common.errors import UserError
from desktop_app.common.progress import Progress
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.room import RoomPack
from desktop_app.domain.workshop import Workshop
from desktop_app.services.rooms import making, returning
from desktop_app.services.workshop_ready import lacking
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.workshops.conflicts import Conflicts
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.unlock.secret_field import SecretField
from desktop_app.ui.widgets.advice import AdviceLine
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Labelled
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import Panel, clear, column
from desktop_app.ui.widgets.words import small, words

_MOST_BLOCKED = 6


class RoomSheet(QWidget):
    failed = Signal(object)  # UserError
    changed = Signal(object)  # ChangeSet

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._workshop = Workshop()
        self._folder: Path | None = None
        lines = column(self, spacing=16)
        lines.addWidget(self._ready_panel())
        lines.addWidget(self._room_panel())
        lines.addWidget(self._back_panel())
        self.conflicts = Conflicts()
        self.conflicts.settled.connect(self._settle)
        lines.addWidget(self.conflicts)

    def _ready_panel(self) -> Panel:
        panel = Panel(self.tr("Is it ready?"))
        self._lacking = column(spacing=4)
        panel.body.addLayout(self._lacking)
        return panel

    def _room_panel(self) -> Panel:
        panel = Panel(self.tr("The room"))
        text = self.tr(
            "A room runs from a pack: pseudonyms, broad dates and questions, under a passphrase of its own. "
            "It cannot open this review. As it opens here the desk locks: real names never share the projector."
        )
        about = words(text, tone="text2", wrap=True)
        about.setMaximumWidth(theme().px(640))
        panel.body.addWidget(about)
        self.passphrase = SecretField()
        self.passphrase.setMaximumWidth(theme().px(400))
        self._secret = Labelled(self.tr("Passphrase of the room, for its facilitators"), self.passphrase)
        panel.body.addWidget(self._secret)
        self._place = small("", wrap=True)
        panel.body.addWidget(self._place)
        self.open_here = Button(self.tr("Open the room here"), kind="primary", icon="presentation")
        self.make_pack = Button(self.tr("Make a room pack"), icon="package")
        choose = Button(self.tr("Choose where"), kind="quiet", icon="folder-open")
        self.open_here.clicked.connect(lambda: self._make(self._open))
        self.make_pack.clicked.connect(lambda: self._make(self._tell_made))
        choose.clicked.connect(self._choose_folder)
        self.passphrase.textChanged.connect(lambda _text: self._block())
        buttons = FlowRow(spacing=12, pitch=8)
        for button in (self.open_here, self.make_pack, choose):
            buttons.add(button)
        panel.body.addWidget(buttons)
        self._blocked = column(spacing=4)
        panel.body.addLayout(self._blocked)
        return panel

    def _back_panel(self) -> Panel:
        panel = Panel(self.tr("What rooms captured"))
        self.bring = Button(self.tr("Bring packs back"), icon="download-simple")
        self.bring.clicked.connect(self._choose_packs)
        buttons = FlowRow()
        buttons.add(self.bring)
        copies = Button(self.tr("A co-author’s copy"), kind="quiet", icon="copy")
        copies.clicked.connect(lambda: self._desk.go("copies"))
        buttons.add(copies)
        panel.body.addWidget(buttons)
        self.outcome = AdviceLine()
        panel.body.addWidget(self.outcome)
        return panel

    def show_workshop(self, workshop: Workshop) -> None:
        if workshop.uid != self._workshop.uid:
            self.passphrase.clear()
            clear(self._blocked)
            self.outcome.say("")
        self._workshop = workshop
        clear(self._lacking)
        missing = lacking(self._desk.snapshot, workshop)
        for sentence in missing:
            self._lacking.addWidget(AdviceLine(sentence, icon="warning", tone="warn"))
        if not missing:
            ready = self.tr("It is ready: support, aftercare, rules, limits, questions and an agenda are there.")
            self._lacking.addWidget(AdviceLine(ready, icon="check-circle", tone="good"))
        self._place.setText(self.tr("Put beside the review, as “{}”.").format(self.target().name))
        if self._folder is not None:
            self._place.setText(self.tr("Put where you chose, as “{}”.").format(self.target().name))
        self.conflicts.show_snapshot(self._desk.snapshot)
        self._block()

    def target(self) -> Path:
        return making.free_name(self._folder or self._desk.session.path.parent)

    def _block(self) -> None:
        reason = "" if self.passphrase.text().strip() else self.tr("Type a passphrase for the room first")
        self.open_here.block(reason)
        self.make_pack.block(reason)

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Where to put the pack"))
        if name:
            self._folder = Path(name)
            self.show_workshop(self._workshop)

    def _make(self, then: Callable[[Path], None]) -> None:
        """Rendered, read back and sealed in a worker; the review keeps what it needs to know the pack again."""
        session, workshop, path, passphrase = self._desk.session, self._workshop, self.target(), self.passphrase.text()
        secret = session.file.room_secret()

        def task(progress: Progress) -> tuple[making.Prepared, RoomPack | None]:
            progress.step(0, 2, self.tr("Preparing the pack"))
            prepared = making.prepare(session.whole_snapshot(), workshop)
            if prepared.brief is None:
                return prepared, None
            progress.step(1, 2, self.tr("Sealing the pack"))
            return prepared, making.write_pack_file(path, prepared.brief, passphrase, secret, workshop.uid)

        def done(made: tuple[making.Prepared, RoomPack | None]) -> None:
            prepared, pack = made
            clear(self._blocked)
            if pack is None:
                self._show_blocked(prepared)
                return
            self.passphrase.clear()
            self.changed.emit(making.keep_pack(session, pack))
            then(path)

        self._desk.jobs.start(task, done, self.failed.emit, self.tr("Making the pack"))

    def _show_blocked(self, prepared: making.Prepared) -> None:
        count = len(prepared.blocked)
        said = self.tr("{} forms of words need a decision before a room may show them:").format(count)
        self._blocked.addWidget(AdviceLine(said, icon="warning", tone="warn"))
        for item in prepared.blocked[:_MOST_BLOCKED]:
            self._blocked.addWidget(small(f"“{item.surface}”, {item.where}", wrap=True))
        decide = Button(self.tr("Decide in Outputs"), kind="quiet", icon="file-text")
        decide.clicked.connect(lambda: self._desk.go("outputs", "workshop-pack"))
        self._blocked.addWidget(decide)

    def _open(self, path: Path) -> None:
        self._desk.room_asked.emit(path)

    def _tell_made(self, path: Path) -> None:
        said = self.tr("“{}” is there. Open it on any computer with “candour room”, and bring it back here.")
        self.outcome.say(said.format(path.name), icon="check-circle", tone="good")

    def _choose_packs(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Packs to bring back"), str(self._desk.session.path.parent), self.tr("Room packs (*.pack)")
        )
        if names:
            self.bring_back([Path(name) for name in names])

    def bring_back(self, paths: list[Path]) -> None:
        session = self._desk.session
        secret, known = session.file.room_secret(), session.snapshot.room_packs

        def task(progress: Progress) -> returning.Read:
            return returning.read_packs(secret, known, paths, progress)

        self._desk.jobs.start(task, self._take_in, self.failed.emit, self.tr("Reading packs"))

    def _take_in(self, read: returning.Read) -> None:
        try:
            done = returning.take_in(self._desk.session, read)
        except UserError as error:
            self.failed.emit(error)
            return
        self.changed.emit(done.changes)
        merge = done.merge
        said = [
            self.tr("{} new, {} corrected, {} withdrawn, {} here already.").format(
                merge.new, merge.corrected, merge.withdrawn, merge.same
            )
        ]
        if merge.conflicts:
            said.append(self.tr("{} for you to settle, below.").format(merge.conflicts))
        said += [
            self.tr("The end of “{}” is missing: there may be more in the room.").format(name) for name in done.cut
        ]
        said += [self.tr("The room of “{}” was not closed.").format(name) for name in done.still_open]
        clean = not (merge.conflicts or done.cut or done.still_open)
        self.outcome.say(" ".join(said), icon="check-circle" if clean else "warning", tone="good" if clean else "warn")

    def _settle(self, settle: Callable[..., ChangeSet], versions: object) -> None:
        try:
            self.changed.emit(settle(self._desk.session, versions))
        except UserError as error:
            self.failed.emit(error)
