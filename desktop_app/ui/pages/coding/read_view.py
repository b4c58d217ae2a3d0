"""Reading and marking: what there is to read, the text with its margin, and its marks."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop_app.services.coding.marking import mark, move, unmark
from desktop_app.services.coding.sources import Source, source_of
from desktop_app.services.coding.themes import new_theme
from desktop_app.services.coding.under import on
from desktop_app.ui.page import Page
from desktop_app.ui.pages.coding.marks_panel import MarksPanel
from desktop_app.ui.pages.coding.reader import Reader
from desktop_app.ui.pages.coding.resting import Resting
from desktop_app.ui.pages.coding.sources_pane import SourcesPane, kind_of
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import Panel, column, row
from desktop_app.ui.widgets.record_list import Entry
from desktop_app.ui.widgets.two_panes import TwoPanes
from desktop_app.ui.widgets.type_ahead import TypeAhead
from desktop_app.ui.widgets.words import ElidedLabel, small

_LARGE = 150  # per cent: from here on the text needs the room of the hint under it


class ReadView(QWidget):
    """`bar` names what is read and marks it: it stands in the head of the page."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page, self._desk = page, page.desk
        self.uid, self._mark_uid = "", ""
        self._source: Source | None = None
        self._showing = False
        self.sources = SourcesPane()
        self.sources.picked.connect(self._show)
        self.sources.opened.connect(self.read)
        self.panes = TwoPanes(self.sources, self._reading(), (self.tr("List"), self.tr("Text")), width=340, below=820)
        column(self).addWidget(self.panes)

    def _reading(self) -> QWidget:
        pane = QWidget()
        lines = column(pane, margin=16, spacing=12)
        self.bar = QWidget()
        head = row(self.bar, spacing=8)
        self.title = ElidedLabel(font="heading")
        self.mark_button = Button(self.tr("Mark"), kind="primary", icon="highlighter-circle", cap="M")
        self.mark_button.clicked.connect(self.choose_theme)
        head.addWidget(self.title, 1)
        head.addWidget(self.mark_button)
        self.resting = Resting(self._page)
        lines.addWidget(self.resting)
        paper = Panel()
        paper.flush()
        self.reader = Reader()
        paper.body.addWidget(self.reader)
        lines.addWidget(paper, 1)
        hint = self.tr("Shift and the arrows choose words; M marks them, or the whole record where none are.")
        said = small(hint, wrap=True)
        self.reader.setAccessibleDescription(hint)
        lines.addWidget(said)
        said.setHidden(theme().scale >= _LARGE)
        self.marks = MarksPanel()
        self.marks.picked.connect(self._pick_mark)
        self.marks.opened.connect(lambda _uid: self._to_words())
        self.marks.removed.connect(self._remove)
        self.marks.moving.connect(self._move)
        self.marks.noted.connect(self._note)
        lines.addWidget(self.marks)
        return pane

    def show_review(self) -> None:
        self.sources.show_review(self._desk.session, self.uid)
        self._show(self.sources.list.current)

    def open(self, source: Source, coding: str = "") -> None:
        """This record, and of its marks that one."""
        self.uid, self._mark_uid = source.uid, coding
        self.sources.show_kind(kind_of(source.family), source.uid)
        self._show(source.uid)
        self.panes.turn_to("second")
        self._to_words()

    def _show(self, uid: str) -> None:
        if self._showing:
            return
        self._showing = True
        other = uid != self.uid
        self.uid = uid
        self._source = source_of(self._desk.session, uid) if uid else None
        self._mark_uid = "" if other and self._mark_uid not in self._here() else self._mark_uid
        self._paint(moved=other)
        self._showing = False

    def _here(self) -> set[str]:
        return {coding.uid for coding in self._desk.snapshot.codings if coding.of == self.uid}

    def _paint(self, *, moved: bool = False) -> None:
        of, snapshot = self._source, self._desk.snapshot
        self.mark_button.setEnabled(of is not None)
        self.resting.show_passage(of.uid if of else "")
        if of is None:
            self.title.set_text(self.tr("Nothing to read yet"))
            self.reader.clear()
            self.marks.show_marks([], {})
            return
        self.title.set_text(of.label)
        marks = on(self._desk.session, of)
        themes = {held.uid: held for held in snapshot.themes}
        looks = {held.uid: (held.letter or held.name[:1], held.colour) for held in snapshot.themes}
        self.marks.show_marks(marks, themes, self._mark_uid)
        self._mark_uid = self.marks.list.current
        self.reader.show_source(of, marks, looks, self._mark_uid)
        if moved:
            self.reader.let_go()

    def _pick_mark(self, uid: str) -> None:
        if not self._showing and uid != self._mark_uid:
            self._mark_uid = uid
            self._showing = True
            self._paint()
            self._showing = False

    def _to_words(self) -> None:
        one = self.marks.current
        if one is not None and one.anchor.how not in ("whole", "gone"):
            self.reader.choose(one.coding.field, one.anchor.start, one.anchor.end)
        self.reader.setFocus()

    def read(self) -> None:
        self.panes.turn_to("second")
        self.reader.setFocus()

    def _themes(self) -> list[Entry]:
        held = self._desk.snapshot.themes
        return [Entry(uid=t.uid, number=t.letter, title=t.name, second=t.definition or " ") for t in held]

    def choose_theme(self) -> TypeAhead | None:
        """Type the beginning of a theme, or of a new one; Enter marks with it."""
        if self._source is None:
            return None
        said = self.tr("A theme, its letter, or the name of a new one")
        asked = TypeAhead(self, self.tr("Mark with a theme"), said, self._themes(), new=self.tr("New theme “{}”"))
        asked.accepted.connect(lambda: self._mark(asked.chosen, asked.made))
        asked.finished.connect(lambda _code: self.reader.setFocus())
        asked.finished.connect(asked.deleteLater)
        asked.show_over(self)
        return asked

    def _mark(self, theme_uid: str, name: str) -> None:
        of, words = self._source, self.reader.chosen()
        if of is None:
            return
        if self.reader.textCursor().hasSelection() and not words.field:
            self._desk.told.emit(self.tr("Choose words of the text: headings are not part of it."))
            return
        session = self._desk.session
        if name:
            made = new_theme(session.snapshot, name)
            if not self._page.put(self.tr("Add a theme"), made):
                return
            theme_uid = made.uid
        marked = []

        def work() -> object:
            coding, changes = mark(session, theme_uid, of.family, of.uid, words.field, words.start, words.end)
            marked.append(coding.uid)
            return changes

        if theme_uid and self._page.do(work):  # type: ignore[arg-type]
            self._mark_uid = marked[0]
            self._showing = True
            self._paint()
            self._showing = False

    def _move(self, uid: str) -> None:
        asked = TypeAhead(self, self.tr("Move to another theme"), self.tr("A theme, or its letter"), self._themes())
        session = self._desk.session
        asked.accepted.connect(lambda: asked.chosen and self._page.do(lambda: move(session, [uid], asked.chosen)))
        asked.finished.connect(asked.deleteLater)
        asked.show_over(self)

    def _remove(self, uid: str) -> None:
        if self._page.do(lambda: unmark(self._desk.session, uid)):
            self._desk.told.emit(self.tr("The mark is taken away. Ctrl+Z brings it back."))

    def _note(self, uid: str, words: str) -> None:
        coding = next((held for held in self._desk.snapshot.codings if held.uid == uid), None)
        if coding is not None and coding.memo != words:
            self._page.put(self.tr("Note on a mark"), replace(coding, memo=words))
