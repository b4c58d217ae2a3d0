"""The page on which names of one body are made one."""

from __future__ import annotations

from desktop_app.services.body_merging import keep_apart, merge_names
from desktop_app.services.body_names import OneAbbreviation, SameBody, one_abbreviation, same_bodies
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.bodies.same_panel import SamePanel
from desktop_app.ui.pages.bodies.shared_panel import SharedPanel
from desktop_app.ui.widgets.advice import EmptyState
from desktop_app.ui.widgets.list_and_detail import ListAndDetail
from desktop_app.ui.widgets.panel import column
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import title


class BodiesPage(Page):
    """A row is a proposal, or letters that stand for two things; rows go as they are answered."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._same: dict[str, SameBody] = {}
        self._shared: dict[str, OneAbbreviation] = {}
        heading = self.tr("One body, several names")
        self.list = RecordList(heading)
        self.list.picked.connect(self._show)
        self.split = ListAndDetail(self.list, heading, width=320)
        column(self).addWidget(self.split)
        self._title = title("")
        self._title.setWordWrap(True)
        self.same, self.shared = SamePanel(), SharedPanel()
        self.same.merged.connect(self.merge)
        self.same.parted.connect(self.part)
        self.shared.followed.connect(desk.go)
        detail = self.split.detail
        for widget in (self._title, self.errors, self.same, self.shared):
            detail.column.addWidget(widget)
        detail.column.addStretch(1)
        self.offer("Ctrl+Return", self.tr("Make these names one body"), self.merge)
        self.offer("Ctrl+Shift+Return", self.tr("They are different bodies"), self.part)

    @property
    def here(self) -> str:
        return self.list.current

    def take_focus(self) -> None:
        self.list.setFocus()

    def open_record(self, uid: str) -> None:
        self.list.pick(uid)

    def refresh(self, families: frozenset[str]) -> None:
        snapshot = self.desk.snapshot
        self._same = {same.keep: same for same in same_bodies(snapshot)}
        self._shared = {f"letters {held.short}": held for held in one_abbreviation(snapshot)}
        entries = [
            Entry(uid=key, title=key, second=self.tr("{} names").format(len(same.names)), icon="intersect", tone="warn")
            for key, same in self._same.items()
        ]
        entries += [
            Entry(
                uid=key,
                title=held.short,
                second=self.tr("stands for {} things").format(len(held.stands_for)),
                icon="warning",
                tone="warn",
            )
            for key, held in self._shared.items()
        ]
        self.list.show_entries(entries, self.list.current)
        self.split.say(self.tr("Each answer is one step of undo, and is not asked again."))
        if not entries:
            nothing = self.tr("No body seems to be written in two ways, and no letters stand for two things.")
            empty = EmptyState(self.tr("Every body has one name"), nothing, self.tr("How the review is set up"))
            empty.acted.connect(lambda: self.desk.go("setup"))
            self.split.show_empty(empty)
            return
        self.split.show_empty(None)
        self._show(self.list.current)

    def _show(self, key: str) -> None:
        self.errors.hide()
        same, held = self._same.get(key), self._shared.get(key)
        self.same.setVisible(same is not None)
        self.shared.setVisible(held is not None)
        if same is not None:
            self._title.setText(self.tr("Are these one body?"))
            self.same.show_same(same)
        elif held is not None:
            self._title.setText(self.tr("{} stands for several things").format(held.short))
            self.shared.show_shared(self.desk.snapshot, held)

    def merge(self) -> None:
        names, keep = self.same.chosen, self.same.keep
        if self.list.current in self._same and self.do(lambda: merge_names(self.desk.session, names, keep)):
            self.desk.told.emit(self.tr("They are one now; the other names lead to it. Ctrl+Z takes it back."))
            self.list.setFocus()

    def part(self) -> None:
        names = self.same.chosen
        if self.list.current in self._same and self.do(lambda: keep_apart(self.desk.session, names)):
            self.desk.told.emit(self.tr("Kept apart, and not asked again. Ctrl+Z takes it back."))
            self.list.setFocus()
