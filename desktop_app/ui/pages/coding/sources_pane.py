"""What there is to read: one kind of record at a time, narrowed by words, with the letters it is marked with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop_app.domain.event_query import EventQuery
from desktop_app.services.coding.sources import CODABLE, Source, marked_sources, source
from desktop_app.services.session import Session
from desktop_app.ui.pages.coding.field_words import kind_words
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.fields import Chooser, LineField
from desktop_app.ui.widgets.panel import column
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import rule, small

_MOST = 400  # rows: more than anybody reads through without narrowing them


class SourcesPane(QFrame):
    picked = Signal(str)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self._session: Session | None = None
        lines = column(self, spacing=0)
        top = column(spacing=8)
        edge = theme().px(16)
        top.setContentsMargins(edge, theme().px(12), edge, theme().px(12))
        self.kind = Chooser(kind_words(), "events")
        self.kind.setAccessibleName(self.tr("What to read"))
        self.kind.chosen.connect(lambda _kind: self.fill())
        self.words = LineField(placeholder=self.tr("words in it"))
        self.words.setAccessibleName(self.tr("Only those with these words"))
        self.words.textChanged.connect(lambda _text: self.fill())
        top.addWidget(self.kind)
        top.addWidget(self.words)
        lines.addLayout(top)
        lines.addWidget(rule())
        self.list = RecordList(self.tr("What there is to read"))
        self.list.picked.connect(self.picked)
        self.words.returnPressed.connect(self.list.setFocus)
        self.list.opened.connect(lambda _uid: self.opened.emit())
        lines.addWidget(self.list, 1)
        self._foot = small("", wrap=True)
        self._foot.setContentsMargins(edge, theme().px(10), edge, theme().px(10))
        lines.addWidget(self._foot)

    def show_review(self, session: Session, current: str) -> None:
        self._session = session
        self.fill(current)

    def show_kind(self, kind: str, current: str) -> None:
        """This kind, unnarrowed, so that `current` is in sight."""
        self.kind.show_value(kind)
        self.words.blockSignals(True)
        self.words.show_text("")
        self.words.blockSignals(False)
        self.fill(current)

    def fill(self, current: str = "") -> None:
        session = self._session
        if session is None:
            return
        found, more = self._found(session, current)
        letters = {theme.uid: theme.letter for theme in session.snapshot.themes}
        on: dict[str, list[str]] = {}
        for coding in session.snapshot.codings:
            on.setdefault(coding.of, []).append(letters.get(coding.theme, "?"))
        self.list.show_entries([self._entry(one, on.get(one.uid, [])) for one in found], current)
        said = self.tr("The first {}; words narrow them.").format(_MOST) if more else ""
        self._foot.setText(said or ("" if found else self.tr("Nothing of this kind has these words.")))
        self._foot.setVisible(bool(self._foot.text()))
        if not found:
            self.picked.emit("")

    def _found(self, session: Session, current: str) -> tuple[list[Source], bool]:
        """Up to `_MOST`, `current` among them; whether there are more."""
        snapshot, kind, words = session.snapshot, self.kind.value, self.words.text()
        if kind == "events":
            ids = session.events.ids(EventQuery(words=words))
            shown = list(ids[:_MOST])
            at = session.events.id_of(current) if current else None
            if at is not None and at not in shown and not words:
                shown.insert(0, at)
            return [source(snapshot, kind, event) for event in session.events.at(shown)], len(ids) > _MOST
        if kind == "marked":
            held = list(marked_sources(session).values())
        else:
            held = [source(snapshot, kind, record) for record in getattr(snapshot, kind)]
        held = [one for one in held if one.texts]
        wanted = words.casefold().split()
        found = [one for one in held if all(word in _read(one) for word in wanted)]
        return found[:_MOST], len(found) > _MOST

    def _entry(self, one: Source, letters: list[str]) -> Entry:
        first = one.texts[0][1] if one.texts else ""
        title = f"{one.label}  {first}" if one.family == "events" else first
        marked = ", ".join(dict.fromkeys(letters))
        said = self.tr("marked {}").format(marked) if letters else self.tr("not marked yet")
        second = said if one.family == "events" else f"{one.label}; {said}"
        icon, tone = ("highlighter-circle", "accent") if letters else ("circle-dashed", "text2")
        return Entry(uid=one.uid, title=" ".join(title[:200].split()), second=second, icon=icon, tone=tone)


def _read(one: Source) -> str:
    return " ".join([one.label, *(words for _, words in one.texts)]).casefold()


def kind_of(family: str) -> str:
    """The kind to choose for a record of this family."""
    return family if family in CODABLE else "marked"
