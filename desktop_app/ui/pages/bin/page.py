"""What was deleted: put back with one key, or removed for good, which says what it could not reach."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractItemView

from desktop_app.common.clock import now
from desktop_app.common.errors import UserError
from desktop_app.common.progress import Progress
from desktop_app.services.bin import BinItem, PurgeRecord, bin_items, purge, restore_from_bin
from desktop_app.ui.dates_words import moment
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.bin.kinds import kind_words, words_of
from desktop_app.ui.widgets.advice import AdviceLine, EmptyState
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import Panel, column
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import small, title


class BinPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._items: dict[str, BinItem] = {}
        lines = column(self, margin=24, spacing=16)
        lines.addWidget(title(self.tr("What was deleted")))
        lines.addWidget(self.errors)
        self.done = AdviceLine()
        lines.addWidget(self.done)
        self._panel = Panel()
        body = self._panel.flush()
        self.listing = RecordList(self.tr("Deleted records"))
        self.listing.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.listing.opened.connect(lambda _uid: self.put_back())
        body.addWidget(self.listing)
        lines.addWidget(self._panel, 1)
        self._buttons = FlowRow(spacing=8, pitch=8)
        self.back = Button(self.tr("Put back"), kind="primary", icon="arrow-counter-clockwise", cap="Enter")
        self.back.clicked.connect(self.put_back)
        self.one = Button(self.tr("Remove this one for good"), icon="trash")
        self.one.clicked.connect(self.remove_one)
        self.all = Button(self.tr("Remove everything here for good"), kind="quiet", icon="trash")
        self.all.clicked.connect(self.remove_all)
        for button in (self.back, self.one, self.all):
            self._buttons.add(button)
        lines.addWidget(self._buttons)
        self._note = small(
            self.tr(
                "Removing for good cannot be undone. It takes the words out of the file, the version beside it, undo "
                "and the backups on this computer, and leaves a line in the ledger that says when, not what. Copies "
                "kept elsewhere still hold them."
            ),
            wrap=True,
        )
        lines.addWidget(self._note)
        self._empty = EmptyState(
            self.tr("The bin is empty"), self.tr("What is deleted anywhere in the review comes here."), icon="trash"
        )
        lines.addWidget(self._empty, 1)
        self.offer("Ctrl+Return", self.tr("Put back"), self.put_back)

    def take_focus(self) -> None:
        self.listing.setFocus()

    def refresh(self, families: frozenset[str]) -> None:
        self._items = {item.uid: item for item in bin_items(self.desk.session)}
        entries = [
            Entry(uid, words_of(item) or self.tr("Without words"), kind_words(item.kind), right=self._when(item))
            for uid, item in self._items.items()
        ]
        self.listing.show_entries(entries, self.listing.current)
        for widget in (self._panel, self._buttons, self._note):
            widget.setVisible(bool(entries))
        self._empty.setVisible(not entries)

    def _when(self, item: BinItem) -> str:
        return moment(item.deleted_at, now()) if item.deleted_at else self.tr("some time ago")

    def _current(self) -> BinItem | None:
        return self._items.get(self.listing.current)

    def put_back(self) -> None:
        item = self._current()
        if item is not None and self.do(lambda: restore_from_bin(self.desk.session, [item])):
            self.done.say(self.tr("Put back. Ctrl+Z takes it away again."), icon="check-circle", tone="good")

    def remove_one(self) -> None:
        item = self._current()
        if item is not None:
            self._remove([item])

    def remove_all(self) -> None:
        self._remove(list(self._items.values()))

    def _remove(self, items: list[BinItem]) -> None:
        if self.desk.jobs.busy or not items:
            return
        self._block(self.tr("Removing…"))
        self.desk.jobs.start(self._task(items), self._removed, self._failed, self.tr("Removing for good"))

    def _task(self, items: list[BinItem]) -> Callable[[Progress], PurgeRecord]:
        session = self.desk.session

        def remove(_progress: Progress) -> PurgeRecord:
            return purge(session, items)

        return remove

    def _block(self, why: str) -> None:
        for button in (self.back, self.one, self.all):
            button.block(why)

    def _removed(self, record: PurgeRecord) -> None:
        self._block("")
        self.refresh(frozenset())
        count = self.tr("1 record") if record.count == 1 else self.tr("{} records").format(record.count)
        said = self.tr("{} removed for good, {}. The ledger says so in entry {} ({}).").format(
            count, moment(record.at, now()), record.entry, record.mac
        )
        if record.backups_trouble:
            trouble = self.tr("Older backups still hold it: {}").format(record.backups_trouble)
            self.done.say(f"{said} {trouble}", icon="warning", tone="warn")
        else:
            self.done.say(said, icon="check-circle", tone="good")

    def _failed(self, error: UserError) -> None:
        self._block("")
        self.errors.show_error(error)
