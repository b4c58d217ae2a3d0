"""Ctrl+K: one search over pages, actions and records, by their labels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QWidget

from desktop_app.domain.event_query import EventQuery
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.session import EventReader
from desktop_app.ui.shell.navigation import OTHERS, PAGES, SETTINGS
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.where import place_of
from desktop_app.ui.widgets.panel import column
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import small

_PARTS = (
    ("Settings: security, passphrase, recovery key, shares", "key", "security"),
    ("Settings: backups", "copy", "backups"),
    ("Settings: locking", "lock-key", "locking"),
)
_MOST = 60


@dataclass(frozen=True, slots=True)
class Target:
    """Somewhere to go or something to do. `words` is what is searched and shown."""

    words: str
    second: str
    icon: str
    page: str = ""
    uid: str = ""
    run: Callable[[], object] | None = None


def page_targets() -> Iterator[Target]:
    for info in (*PAGES, *OTHERS):
        yield Target(info.word, info.keys, info.icon, info.name)
    for words, icon, part in _PARTS:
        yield Target(words, "", icon, SETTINGS.name, part)


def record_targets(snapshot: Snapshot) -> Iterator[Target]:
    """Every record that has a page, by its own label; events are looked up as one types."""
    for person in snapshot.people:
        yield Target(person.name, person.role or person.kind.value, "users", "people", person.uid)
    for body in snapshot.bodies:
        yield Target(body.name, body.role or body.kind.value, "buildings", "people", body.uid)
    for rec in snapshot.recommendations:
        yield Target(
            f"Recommendation {rec.number}  {rec.title or rec.text}", "", "list-numbers", "recommendations", rec.uid
        )
    for finding in snapshot.findings:
        yield Target(
            f"Finding {finding.number}  {finding.title or finding.statement}", "", "lightbulb", "analysis", finding.uid
        )
    for held in snapshot.themes:
        yield Target(f"Theme  {held.name}", held.letter, "highlighter-circle", "themes", held.uid)
    for workshop in snapshot.workshops:
        yield Target(workshop.title, workshop.type, "chats-circle", "workshops", workshop.uid)
    for said in snapshot.reflections:
        yield Target(f"Reflection  {said.text}", "", "chat-text", "workshops", said.uid)
    for action in snapshot.actions:
        page, _ = place_of(snapshot, action.uid)
        yield Target(f"Action {action.number}  {action.text}", "", "check-circle", page, action.uid)


def event_targets(events: EventReader, words: str) -> list[Target]:
    """The first events with these words in them."""
    if not words.strip():
        return []
    found = events.at(events.ids(EventQuery(words=words))[:_MOST])
    return [Target(f"{e.ref}  {e.event}", e.date.wording, "rows", "chronology", e.uid) for e in found]


class SearchPalette(QDialog):
    """Type, arrow down, Enter. `chosen` is the target taken, None when it was left."""

    def __init__(self, parent: QWidget, targets: list[Target], find: Callable[[str], list[Target]]) -> None:
        """`find` gives what is too much to be listed in `targets`, for the words typed."""
        super().__init__(parent, Qt.WindowType.Popup)
        look = theme()
        self.setAccessibleName(self.tr("Find a record or an action"))
        self.setFixedSize(look.px(640), look.px(440))
        self._targets, self._find = targets, find
        self._shown: list[Target] = []
        outer = column(self)
        frame = QFrame()
        frame.setProperty("role", "palette")
        outer.addWidget(frame)
        lines = column(frame, margin=12, spacing=8)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("A page, an action, a name, a ref, words of an event"))
        self.field.setAccessibleName(self.tr("Find"))
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        lines.addWidget(self.field)
        self.results = RecordList(self.tr("What was found"), lined=False)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.clicked.connect(lambda _index: self._take())
        lines.addWidget(self.results, 1)
        lines.addWidget(small(self.tr("Arrows choose, Enter goes there, Escape closes.")))
        self.chosen: Target | None = None
        self._filter("")
        self.field.setFocus()

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        hits = [t for t in self._targets if all(word in t.words.casefold() for word in wanted)]
        if not wanted:
            hits = [t for t in hits if not t.uid or t.page == SETTINGS.name]
        self._shown = [*hits, *self._find(text)][:_MOST]
        self.results.show_entries(
            [Entry(uid=str(n), title=t.words, right=t.second, icon=t.icon) for n, t in enumerate(self._shown)], "0"
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step and self._shown:
                row = (int(self.results.current or 0) + step) % len(self._shown)
                self.results.pick(str(row))
                return True
        return super().eventFilter(watched, event)

    def _take(self) -> None:
        current = self.results.current
        if current:
            self.chosen = self._shown[int(current)]
        self.accept()
