"""What is offered while several events are selected: change them all, copy them, let them go."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.changes import ChangeSet
from desktop_app.services import episodes
from desktop_app.services.chronology_edits import LISTS, BulkEdit, add_to, as_tsv, change_all, counted, share_of
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.chronology.ask_line import AskLine
from desktop_app.ui.pages.chronology.bulk_menu import BulkMenu
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.words import words

Do = Callable[[Callable[[], ChangeSet | None]], bool]


class SelectionBar(FlowRow):
    """`uids` gives the selected events when they are wanted; `do` makes a change and says what stands in its way."""

    let_go = Signal()

    def __init__(self, desk: Desk, do: Do, uids: Callable[[], list[str]]) -> None:
        super().__init__(spacing=8, pitch=8)
        self._desk, self._do, self._uids = desk, do, uids
        self.said = words("", font="bold")
        self.menu = BulkMenu()
        self.menu.asked.connect(self._fill)
        self.menu.edit_asked.connect(self.change)
        self.menu.theme_asked.connect(self._new_theme)
        self.menu.episode_asked.connect(self._episode)
        copy = Button(self.tr("Copy"), icon="copy", cap="Ctrl+C")
        copy.clicked.connect(self.copy)
        done = Button(self.tr("Select one"), kind="quiet", cap="Esc")
        done.clicked.connect(self.let_go)
        parts: tuple[QWidget, ...] = (self.said, self.menu, copy, done)
        for part in parts:
            self.add(part)
        self.hide()

    def show_count(self, count: int) -> None:
        self.setVisible(count > 1)
        self.said.setText(self.tr("{} events selected").format(count))

    def _fill(self) -> None:
        session, uids = self._desk.session, self._uids()
        shares = {field: share_of(session, uids, field) for field in LISTS}
        self.menu.fill(session.snapshot, session.events.values("themes"), shares, len(uids))

    def change(self, edit: BulkEdit) -> None:
        uids = self._uids()
        changes: list[ChangeSet | None] = []

        def make() -> ChangeSet | None:
            changes.append(change_all(self._desk.session, uids, edit))
            return changes[0]

        if self._do(make):
            done = changes[0]
            self._desk.told.emit(
                self.tr("{} changed. Ctrl+Z takes all of it back.").format(counted(len(done.touched)))
                if done
                else self.tr("They all said so already.")
            )

    def _new_theme(self) -> None:
        head, label = self.tr("A new theme"), self.tr("What it is, in a word or two")

        def take(name: str) -> None:
            if name.strip():
                self.change(add_to("themes", " ".join(name.split())))

        AskLine(self, head, label, self.tr("Add it to them"), take).open()

    def _episode(self, uid: str) -> None:
        session, uids = self._desk.session, self._uids()
        known = next((episode for episode in session.snapshot.episodes if episode.uid == uid), None)
        if known is not None:
            self._do(lambda: episodes.add_events(session, known, uids))
            return
        head, label = self.tr("A new key practice episode"), self.tr("What it is about, in a few words")
        AskLine(self, head, label, self.tr("Make it"), lambda title: self._make_episode(title, uids)).open()

    def _make_episode(self, title: str, uids: Sequence[str]) -> None:
        episodes.check_title(title)
        self._do(lambda: episodes.make_episode(self._desk.session, title, uids)[1])

    def copy(self) -> None:
        """As rows of a spreadsheet; the clipboard is emptied again like whatever is copied here."""
        uids = self._uids()
        if uids:
            QApplication.clipboard().setText(as_tsv(self._desk.session, uids))
            self._desk.told.emit(
                self.tr("{} copied, for ten seconds. They hold real names.").format(counted(len(uids)))
            )
