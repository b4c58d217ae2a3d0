"""The page of themes: reading and marking, or the themes with all that is under each."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.services.coding.sources import source_of
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.coding.read_view import ReadView
from desktop_app.ui.pages.coding.themes_view import ThemesView
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.words import rule


class CodingPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        lines = column(self, spacing=0)
        head = row(spacing=12)
        edge = theme().px(16)
        head.setContentsMargins(edge, theme().px(12), edge, theme().px(12))
        views = [("read", self.tr("Read and mark")), ("themes", self.tr("Themes"))]
        self.which = Segmented(self.tr("Show"), views, "read")
        self.which.chosen.connect(self._turn)
        head.addWidget(self.which)
        head.addSpacing(theme().px(12))
        self.read, self.themes = ReadView(self), ThemesView(self)
        head.addWidget(self.read.bar, 1)
        self._spare = QWidget()  # keeps the choice at the left while the bar is hidden
        head.addWidget(self._spare, 1)
        lines.addLayout(head)
        lines.addWidget(self.errors)
        lines.addWidget(rule())
        self.themes.followed.connect(self.open_record)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.read)
        self._stack.addWidget(self.themes)
        lines.addWidget(self._stack, 1)
        self.offer("M", self.tr("Mark the chosen words with a theme"), self._mark)
        self.offer("Shift+M", self.tr("Move the chosen mark to another theme"), self.read.marks.move_on)
        self.offer("R", self.tr("What this passage rests on"), self.read.resting.choose)
        self.offer("N", self.tr("Add a theme"), self._add)
        self.offer("F4", self.tr("Put two themes together"), self.themes.choose_merge)
        self.offer("F5", self.tr("Marks follow words that were edited"), self.themes.settle)
        self.offer("Ctrl+Delete", self.tr("Delete this theme"), self._delete)
        self.offer("Alt+1", self.tr("Read and mark"), lambda: self._choose("read"))
        self.offer("Alt+2", self.tr("Themes"), lambda: self._choose("themes"))

    @property
    def here(self) -> str:
        return self.themes.uid if self.which.value == "themes" else self.read.uid

    def take_focus(self) -> None:
        (self.themes.list if self.which.value == "themes" else self.read.sources.list).setFocus()

    def open_record(self, uid: str) -> None:
        """A theme, a mark, or a record that can be marked."""
        snapshot = self.desk.snapshot
        if any(held.uid == uid for held in snapshot.themes):
            self._choose("themes")
            self.themes.list.pick(uid)
            return
        coding = next((held for held in snapshot.codings if held.uid == uid), None)
        source = source_of(self.desk.session, coding.of if coding else uid)
        if source is not None:
            self.which.show_value("read")
            self._turn("read")
            self.read.open(source, uid if coding else "")

    def refresh(self, families: frozenset[str]) -> None:
        self._turn(self.which.value)

    def _turn(self, which: str) -> None:
        """Only what is in sight is brought up to date."""
        if which == "themes":
            self.themes.show_review()
        else:
            self.read.show_review()
        self.read.bar.setVisible(which == "read")
        self._spare.setVisible(which != "read")
        self._stack.setCurrentWidget(self.themes if which == "themes" else self.read)

    def _choose(self, which: str) -> None:
        self.which.show_value(which)
        self._turn(which)
        self.take_focus()

    def _mark(self) -> None:
        if self.which.value == "read":
            self.read.choose_theme()

    def _add(self) -> None:
        self._choose("themes")
        self.themes.add()

    def _delete(self) -> None:
        if self.which.value == "themes":
            self.themes.delete()
