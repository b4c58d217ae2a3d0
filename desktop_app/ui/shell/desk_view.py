"""The desk: rail, top bar and the pages, around one open review."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from desktop_app.common.errors import UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.room.starting import room_not_started, start_room
from desktop_app.ui.shell.navigation import PAGES, page_info
from desktop_app.ui.shell.notices import NoticeStrips
from desktop_app.ui.shell.rail import Rail
from desktop_app.ui.shell.search import SearchPalette, Target, event_targets, page_targets, record_targets
from desktop_app.ui.shell.shortcuts import ShortcutList
from desktop_app.ui.shell.top_bar import TopBar
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.words import rule


class DeskView(QWidget):
    lock_asked = Signal()
    failed = Signal(object)  # UserError

    def __init__(self, desk: Desk, read: set[str] | None = None) -> None:
        """`read`: notices of this session that were closed already."""
        super().__init__()
        self.desk = desk
        self.setProperty("role", "window")
        self._pages: dict[str, Page] = {}
        self._stale: dict[str, set[str]] = {}
        self.current = ""
        line = row(self, spacing=0)
        self.rail = Rail()
        line.addWidget(self.rail)
        line.addWidget(rule(upright=True))
        right = column(spacing=0)
        self.top = TopBar()
        right.addWidget(self.top)
        right.addWidget(rule())
        self._notices = NoticeStrips(read if read is not None else set())
        right.addWidget(self._notices)
        self.stack = QStackedWidget()
        right.addWidget(self.stack, 1)
        line.addLayout(right, 1)
        self.rail.chosen.connect(self.show_page)
        self.rail.lock_asked.connect(self.lock_asked)
        self.top.search_asked.connect(self.search)
        self.top.undo_asked.connect(self.undo)
        self.top.redo_asked.connect(self.redo)
        self.top.room_asked.connect(lambda: self.go("workshops", "room"))
        desk.changed.connect(self._changed)
        desk.asked.connect(self.go)
        desk.room_asked.connect(self._open_room)
        self._show_frame()
        self.show_notices()

    def show_notices(self) -> None:
        self._notices.say(self.desk.session.notices)

    @property
    def page(self) -> Page | None:
        return self._pages.get(self.current)

    def show_page(self, name: str, uid: str = "") -> None:
        """Show a page, and in it the record `uid`. The page is built when it is first asked for."""
        if self.page is not None:
            self.page.commit()
        page = self._pages.get(name)
        if page is None:
            page = page_info(name).build(self.desk)
            self._pages[name] = page
            self.stack.addWidget(page)
            page.refresh(frozenset())
        elif name in self._stale:
            page.refresh(frozenset(self._stale[name]))
        self._stale.pop(name, None)
        self.current = name
        self.stack.setCurrentWidget(page)
        self.rail.show_page(page_info(name).under or name)
        if uid:
            page.open_record(uid)

    def go(self, name: str, uid: str = "") -> None:
        """Show a page and bring the keyboard to it: for shortcuts, links and the search."""
        self.show_page(name, uid)
        if self.page is not None and not self.page.isAncestorOf(self.focusWidget() or self):
            self.page.take_focus()
            focused = QApplication.focusWidget()
            if focused is None or not focused.isVisible():  # an empty page hides where its work begins
                Page.take_focus(self.page)

    def step_page(self, number: int) -> None:
        self.go(PAGES[number].name)

    def _changed(self, changes: ChangeSet) -> None:
        self._show_frame()
        for name, page in self._pages.items():
            if name == self.current:
                page.refresh(changes.families)
            else:
                self._stale.setdefault(name, set()).update(changes.families)

    def _open_room(self, pack: Path) -> None:
        """In a process of its own; then the desk locks, for real names never share the projector."""
        try:
            start_room(pack)
        except OSError:
            self.failed.emit(room_not_started())
            return
        self.lock_asked.emit()

    def _show_frame(self) -> None:
        snapshot = self.desk.snapshot
        self.rail.show_counts(snapshot)
        self.top.show_review(snapshot.review)
        self.top.show_undo(self.desk.session.undo_label, self.desk.session.redo_label)

    def undo(self) -> None:
        self._step_back(forwards=False)

    def redo(self) -> None:
        self._step_back(forwards=True)

    def _step_back(self, *, forwards: bool) -> None:
        if self.page is not None:
            self.page.commit()
        session = self.desk.session
        try:
            changes = session.redo() if forwards else session.undo()
        except UserError as error:
            self.failed.emit(error)
            return
        if changes is not None:
            self.desk.announce(changes)
            self.desk.told.emit(
                (self.tr("Done again: {}") if forwards else self.tr("Undone: {}")).format(changes.label)
            )

    def targets(self) -> list[Target]:
        """What Ctrl+K finds: pages, what can be done, records."""
        found = list(page_targets())
        found.append(Target(self.tr("Lock"), "Ctrl+L", "lock-key", run=self.lock_asked.emit))
        found.append(Target(self.tr("Undo"), "Ctrl+Z", "arrow-counter-clockwise", run=self.undo))
        if self.page is not None:
            found += [Target(a.words, a.keys, "play", run=a.run) for a in self.page.actions_here]
        return [*found, *record_targets(self.desk.snapshot)]

    def found(self, words: str) -> list[Target]:
        """Of what is too much for `targets`, what has these words in it."""
        return event_targets(self.desk.session.events, words)

    def search(self) -> None:
        palette = SearchPalette(self, self.targets(), self.found)
        corner = self.mapToGlobal(self.rect().topLeft())
        palette.move(corner.x() + (self.width() - palette.width()) // 2, corner.y() + self.top.height())
        palette.accepted.connect(lambda: self._take(palette.chosen))
        palette.finished.connect(palette.deleteLater)
        palette.open()

    def _take(self, target: Target | None) -> None:
        if target is None:
            return
        if target.run is not None:
            target.run()
        else:
            self.go(target.page, target.uid)

    def shortcut_list(self) -> ShortcutList:
        return ShortcutList(self, page_info(self.current).word, self.page.actions_here if self.page else [])

    def commit(self) -> None:
        if self.page is not None:
            self.page.commit()
