"""The governance page."""

from __future__ import annotations

from desktop_app.common.clock import today
from desktop_app.common.errors import UserError
from desktop_app.domain.review import Clock
from desktop_app.services.checking import check
from desktop_app.ui.dates_words import long_day
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.governance.actions_panel import ActionsPanel
from desktop_app.ui.pages.governance.clocks_panel import ClocksPanel
from desktop_app.ui.pages.governance.file_panel import FilePanel
from desktop_app.ui.pages.governance.loose_panel import LoosePanel
from desktop_app.ui.pages.governance.review_panel import ReviewPanel
from desktop_app.ui.where import place_of
from desktop_app.ui.widgets.panel import ScrolledColumn, column, row
from desktop_app.ui.widgets.words import small, title


class GovernancePage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        scroll = ScrolledColumn(margin=24, spacing=16)
        column(self).addWidget(scroll)
        head = row()
        head.addWidget(title(self.tr("Who is doing what, and by when")))
        head.addStretch(1)
        head.addWidget(small(self.tr("as at {}").format(long_day(today()))))
        scroll.column.addLayout(head)
        scroll.column.addWidget(self.errors)
        self.actions_panel, self.loose, self.review = ActionsPanel(), LoosePanel(), ReviewPanel()
        self.clocks, self.file = ClocksPanel(), FilePanel()
        left, right, both = column(spacing=16), column(spacing=16), row(spacing=16)
        left.addWidget(self.actions_panel)
        left.addWidget(self.review)
        right.addWidget(self.clocks)
        right.addWidget(self.loose)
        right.addWidget(self.file)
        left.addStretch(1)
        right.addStretch(1)
        both.addLayout(left, 3)
        both.addLayout(right, 2)
        scroll.flip(both, below=900)
        scroll.flip(head, below=560)
        for pair in (*self.review.rows, *self.clocks.rows):
            scroll.flip(pair, below=560)
        scroll.column.addLayout(both)
        scroll.column.addStretch(1)
        self.actions_panel.opened.connect(self._open_action)
        self.loose.followed.connect(desk.go)
        self.clocks.edited.connect(lambda clock: self.put(self.tr("Edit a time limit"), clock))
        self.clocks.deleted.connect(self._delete_clock)
        self.review.edited.connect(lambda review: self.put(self.tr("Edit the review"), review))
        self.file.asked.connect(self.check_file)
        self.offer("F3", self.tr("Actions by status"), self.actions_panel.list.setFocus)
        self.offer("Ctrl+Shift+C", self.tr("Check the file"), self.check_file)

    def take_focus(self) -> None:
        self.actions_panel.list.setFocus()

    def open_record(self, uid: str) -> None:
        """An action or a clock."""
        self.actions_panel.list.pick(uid)
        self.clocks.list.pick(uid)

    def refresh(self, families: frozenset[str]) -> None:
        snapshot = self.desk.snapshot
        self.actions_panel.show_actions(snapshot, today())
        self.clocks.show_clocks(snapshot, today())
        self.loose.show_loose_ends(snapshot)
        self.review.show_review(snapshot.review)

    def _open_action(self, uid: str) -> None:
        page, target = place_of(self.desk.snapshot, uid)
        if page and page != "governance":
            self.desk.go(page, target)

    def _delete_clock(self, uid: str) -> None:
        if uid:
            self.do(lambda: self.desk.session.delete("Delete a time limit", Clock, uid))
            self.desk.told.emit(self.tr("Deleted. Ctrl+Z brings it back."))

    def check_file(self) -> None:
        """The session belongs to this thread, so the check runs here; it takes well under a second."""
        try:
            report = check(self.desk.session)
        except UserError as error:
            self.errors.show_error(error)
            return
        self.errors.hide()
        self.file.show_report(report)
