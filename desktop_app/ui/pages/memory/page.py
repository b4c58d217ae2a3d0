"""Which published reviews are remembered on this computer, what they said, and the dataset made of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QFileDialog

from desktop_app.common.errors import UserError
from desktop_app.common.progress import Progress
from desktop_app.domain.remembered import RememberedReview
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.dataset import Dataset, write_dataset
from desktop_app.services.memory.content import public_id
from desktop_app.services.memory.keeping import Added, Contents, forget, note_added, remember, remembered
from desktop_app.services.memory.published import standing_publications
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.memory.sayings import Sayings
from desktop_app.ui.remembered_words import count_words, month_words, title_words
from desktop_app.ui.widgets.advice import AdviceLine
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.list_and_detail import ListAndDetail
from desktop_app.ui.widgets.panel import column
from desktop_app.ui.widgets.record_list import Entry, RecordList

T = TypeVar("T")


class MemoryPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._reviews: dict[str, RememberedReview] = {}
        self.listing = RecordList(self.tr("Reviews remembered"))
        self.listing.picked.connect(self._show)
        self._split = ListAndDetail(self.listing, self.tr("Published reviews"), width=340)
        lines = column(self, spacing=0)
        lines.addWidget(self._split)
        detail = self._split.detail
        detail.column.addWidget(self.errors)
        self.done = AdviceLine()
        detail.column.addWidget(self.done)
        self._buttons = FlowRow(spacing=8, pitch=8)
        self.add = Button(self.tr("Add this review"), kind="primary", icon="plus", cap="N")
        self.add.clicked.connect(self.add_this)
        self.out = Button(self.tr("Forget the chosen one"), icon="trash", cap="Ctrl+Del")
        self.out.clicked.connect(self.forget_chosen)
        self.data = Button(self.tr("Write the dataset"), icon="database")
        self.data.clicked.connect(self.choose_folder)
        for button in (self.add, self.out, self.data):
            self._buttons.add(button)
        detail.column.addWidget(self._buttons)
        self.sayings = Sayings()
        detail.column.addWidget(self.sayings)
        detail.column.addStretch(1)
        self._split.say(
            self.tr(
                "Kept on this computer, outside every review, in the words that were published. A review is added by "
                "hand, once a public briefing or report of it is out."
            )
        )
        self.offer("N", self.tr("Add this review"), self.add_this)
        self.offer("Ctrl+Delete", self.tr("Forget the chosen review"), self.forget_chosen)
        self.offer("", self.tr("Write the dataset"), self.choose_folder)

    def take_focus(self) -> None:
        (self.listing if self._reviews else self.add).setFocus()

    def refresh(self, families: frozenset[str]) -> None:
        if families and "outputs" not in families:
            return
        try:
            contents = remembered()
        except UserError as error:
            self.errors.show_error(error)
            contents = Contents(())
        if contents.notice:
            self.done.say(contents.notice, icon="warning", tone="warn")
        own = public_id(self.desk.snapshot.review.uid)
        self._reviews = {review.id: review for review in contents.reviews}
        held = own in self._reviews
        if held and not standing_publications(self.desk.snapshot):
            taken_down = self.tr(
                "What this review published has been taken down: forget it here too, or say it is out."
            )
            self.done.say(taken_down, icon="warning", tone="warn")
        self.add.setText(self.tr("Bring this review up to date") if held else self.tr("Add this review"))
        entries = [
            Entry(
                review.id,
                title_words(review),
                self.tr("This review: {}").format(count_words(review)) if review.id == own else count_words(review),
                right=month_words(review),
            )
            for review in contents.reviews
        ]
        self.listing.show_entries(entries, self.listing.current)
        self.out.block("" if entries else self.tr("Nothing is remembered yet"))
        self.data.block("" if entries else self.tr("Nothing is remembered yet"))
        self._show(self.listing.current)

    def _show(self, ident: str) -> None:
        self.sayings.show_review(self._reviews.get(ident))

    def add_this(self) -> None:
        if not self.desk.jobs.busy:
            self.commit()
            take = self.desk.session.whole_snapshot
            self._start(partial(_remember, take), self._added, self.tr("Looking through what was published"))

    def _added(self, added: Added) -> None:
        self._block("")
        note_added(self.desk.session, added)
        if added.review is None:
            waiting = ", ".join(f"“{item.surface}”" for item in added.blocked[:4])
            self.done.say(
                self.tr("Not added: words wait for a decision first, under Outputs: {}.").format(waiting),
                icon="warning",
                tone="warn",
            )
            return
        self.refresh(frozenset())
        self.listing.pick(added.review.id)
        said = self.tr("Remembered, as published: {}.").format(count_words(added.review))
        if added.left_out:
            said += " " + self.tr("{} more are in no published output, and were left out.").format(added.left_out)
        self.done.say(said, icon="check-circle", tone="good")

    def forget_chosen(self) -> None:
        ident = self.listing.current
        if ident not in self._reviews or self.desk.jobs.busy:
            return
        try:
            gone = forget(ident)
        except UserError as error:
            self.errors.show_error(error)
            return
        self.errors.hide()
        self.refresh(frozenset())
        self.done.say(
            self.tr("“{}” is forgotten. The review itself is untouched, and can be added again.").format(
                title_words(gone)
            ),
            icon="check-circle",
            tone="good",
        )

    def choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("A folder for the dataset"))
        if chosen:
            self.write(Path(chosen))

    def write(self, folder: Path) -> None:
        if not self.desk.jobs.busy:
            self._start(partial(write_dataset, folder), self._written, self.tr("Writing the dataset"))

    def _written(self, made: Dataset) -> None:
        self._block("")
        if not made.written:
            found = ", ".join(f"“{item.surface}”" for item in made.blocked[:4])
            said = self.tr("Nothing was written: these words could identify somebody: {}.").format(found)
            self.done.say(said, icon="warning", tone="warn")
            return
        counts = ", ".join(f"{count} {name}" for name, count in made.rows)
        said = self.tr("Written to “{}”: {}. What each field is stands in learning-1.md there.")
        self.done.say(said.format(made.folder.name, counts), icon="check-circle", tone="good")

    def _start(self, task: Callable[[Progress], T], done: Callable[[T], None], what: str) -> None:
        self._block(what)
        self.errors.hide()
        self.done.say("")
        self.desk.jobs.start(task, done, self._failed, what)

    def _failed(self, error: UserError) -> None:
        self._block("")
        self.errors.show_error(error)

    def _block(self, why: str) -> None:
        for button in (self.add, self.out, self.data):
            button.block(why)


def _remember(take: Callable[[], Snapshot], _progress: Progress) -> Added:
    return remember(take())
