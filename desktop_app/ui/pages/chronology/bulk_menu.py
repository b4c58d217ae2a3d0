"""What can be done to all the events that are selected: one menu, each choice one step for Undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.chronology_edits import BulkEdit, add_to, set_child_seen, set_significance, take_from
from desktop_app.ui.pages.chronology.columns import MATTERS_WORDS
from desktop_app.ui.widgets.buttons import Button


class BulkMenu(Button):
    """`edit_asked` carries a BulkEdit, `episode_asked` the uid of an episode, "" for a new one."""

    edit_asked = Signal(object)
    theme_asked = Signal()
    episode_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("", icon="pencil-simple", cap="Ctrl+E", menu_arrow=True)
        self.set_words(self.tr("Change them"))
        self._menu = QMenu(self)
        self.asked = self._menu.aboutToShow  # the page then fills it, for the events that are selected now
        self.clicked.connect(self.open)

    def open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def open_at(self, table: QWidget) -> None:
        """By its shortcut: here when it is in sight, else (one event is selected) at the table's corner."""
        self.open() if self.isVisible() else self._menu.popup(table.mapToGlobal(table.rect().topLeft()))

    def fill(self, snapshot: Snapshot, themes: Sequence[str], shares: Mapping[str, Mapping[str, int]], of: int) -> None:
        """`shares`: of the `of` events, how many have each value of a list; all means that a tick takes it out."""
        self._menu.clear()
        matters = self._menu.addMenu(self.tr("How much it matters"))
        for value, words in MATTERS_WORDS.items():
            self._offer(matters, self.tr(str(words)), set_significance(value))
        seen = self._menu.addMenu(self.tr("Child seen"))
        for text, words in (("Yes", self.tr("Yes, seen")), ("No", self.tr("Not seen")), ("", self.tr("Not recorded"))):
            self._offer(seen, words, set_child_seen(text))
        kloes = [(kloe.uid, f"{kloe.number}  {kloe.question}"[:80]) for kloe in snapshot.kloes]
        people = [(person.uid, person.name) for person in snapshot.people]
        self._list("kloes", self.tr("Key lines of enquiry"), kloes, shares, of)
        themed = self._list("themes", self.tr("Themes"), [(name, name) for name in themes], shares, of)
        themed.setEnabled(True)
        themed.addAction(self.tr("New theme…")).triggered.connect(lambda _on=False: self.theme_asked.emit())
        self._list("people", self.tr("People"), people, shares, of)
        episodes = self._menu.addMenu(self.tr("Key practice episode"))
        for episode in snapshot.episodes:
            episodes.addAction(_plain(f"{episode.number}  {episode.title}")).triggered.connect(
                lambda _on=False, uid=episode.uid: self.episode_asked.emit(uid)
            )
        episodes.addAction(self.tr("New episode…")).triggered.connect(lambda _on=False: self.episode_asked.emit(""))

    def _offer(self, menu: QMenu, words: str, edit: BulkEdit) -> None:
        menu.addAction(_plain(words)).triggered.connect(lambda _on=False: self.edit_asked.emit(edit))

    def _list(
        self,
        field: str,
        heading: str,
        options: Sequence[tuple[str, str]],
        shares: Mapping[str, Mapping[str, int]],
        of: int,
    ) -> QMenu:
        menu = self._menu.addMenu(heading)
        menu.setEnabled(bool(options))
        for value, words in options:
            held = shares[field].get(value, 0)
            some = self.tr("{}  ({} of {})").format(words, held, of) if 0 < held < of else words
            action = menu.addAction(_plain(some))
            action.setCheckable(True)
            action.setChecked(held == of)
            edit = take_from(field, value) if held == of else add_to(field, value)
            action.triggered.connect(lambda _on=False, e=edit: self.edit_asked.emit(e))
        return menu


def _plain(words: str) -> str:
    return words.replace("&", "&&")
