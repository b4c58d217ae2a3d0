"""The governance page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.common.clock import today
from desktop_app.common.errors import UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.governance import Meeting
from desktop_app.services.checking import check, read_anchor
from desktop_app.services.clock_edits import delete_clock, edit_clock, say_who
from desktop_app.services.legal_hold import lift_hold, place_hold
from desktop_app.services.retention import Closed
from desktop_app.ui.dates_words import long_day
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.governance.actions_panel import ActionsPanel
from desktop_app.ui.pages.governance.changes_panel import ChangesPanel
from desktop_app.ui.pages.governance.clocks_panel import ClocksPanel
from desktop_app.ui.pages.governance.closing_panel import ClosingPanel
from desktop_app.ui.pages.governance.closing_work import ClosingWork
from desktop_app.ui.pages.governance.destruction_card import DestructionCard
from desktop_app.ui.pages.governance.file_panel import FilePanel
from desktop_app.ui.pages.governance.hold_panel import HoldPanel
from desktop_app.ui.pages.governance.loose_panel import LoosePanel
from desktop_app.ui.pages.governance.meetings_panel import MeetingsPanel
from desktop_app.ui.pages.governance.plans_panel import PlansPanel
from desktop_app.ui.pages.governance.progress_panel import ProgressPanel
from desktop_app.ui.pages.governance.promises_panel import PromisesPanel
from desktop_app.ui.pages.governance.published_panel import PublishedPanel
from desktop_app.ui.unlock.keys_to_put_away import KeysToPutAway
from desktop_app.ui.unlock.recovery_card import RecoveryCard
from desktop_app.ui.where import place_of
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.links import Links
from desktop_app.ui.widgets.panel import Panel, ScrolledColumn, column, row
from desktop_app.ui.widgets.words import small, title

# What the plan of closing was made from: a change to these makes it old.
_LEARNING = frozenset({"findings", "recommendations", "parts", "actions", "updates", "people", "surface_decisions"})


class GovernancePage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        scroll = ScrolledColumn(margin=24, spacing=16)
        self._scroll = scroll
        column(self).addWidget(scroll)
        head = row()
        head.addWidget(title(self.tr("Who is doing what, and by when")))
        head.addStretch(1)
        head.addWidget(small(self.tr("as at {}").format(long_day(today()))))
        scroll.column.addLayout(head)
        ways = FlowRow(spacing=24)  # so that they wrap where the text is large
        for words, to in (
            (self.tr("How the review is set up"), "setup"),
            (self.tr("Family and those affected"), "family"),
            (self.tr("The thread"), "thread"),
            (self.tr("One body, several names"), "bodies"),
        ):
            way = Links("arrow-right", "", ((words, to, ""),))
            way.followed.connect(self.desk.go)
            ways.add(way)
        scroll.column.addWidget(ways)
        scroll.column.addWidget(self.errors)
        self.actions_panel, self.loose = ActionsPanel(), LoosePanel()
        self.clocks, self.file = ClocksPanel(), FilePanel()
        self.published, self.hold, self.closing = PublishedPanel(), HoldPanel(), ClosingPanel()
        self.changes, self.promises = ChangesPanel(today()), PromisesPanel()
        self.progress, self.meetings, self.plans = ProgressPanel(), MeetingsPanel(), PlansPanel()
        self.record, self.card = DestructionCard(), RecoveryCard()
        self._keys = KeysToPutAway(desk, self.card)
        left, right, both = column(spacing=16), column(spacing=16), row(spacing=16)
        sides: tuple[tuple[QVBoxLayout, tuple[Panel, ...]], ...] = (
            (
                left,
                (self.card, self.record, self.actions_panel, self.progress, self.plans, self.changes, self.promises),
            ),
            (left, (self.changes, self.promises, self.closing)),
            (right, (self.clocks, self.meetings, self.loose, self.file, self.published, self.hold)),
        )
        for side, panels in sides:
            for panel in panels:
                side.addWidget(panel)
        left.addStretch(1)
        right.addStretch(1)
        both.addLayout(left, 3)
        both.addLayout(right, 2)
        scroll.flip(both, below=900)
        scroll.flip(head, below=560)
        narrow = (self.changes.pair, self.published.pair, self.closing.sides, self.meetings.foot)
        for pair in (*self.clocks.rows, *self.meetings.form.rows, *narrow):
            scroll.flip(pair, below=560)
        scroll.column.addLayout(both)
        scroll.column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.actions_panel.opened.connect(self._open_action)
        for panel in (self.loose, self.changes, self.promises, self.plans):
            panel.followed.connect(self.desk.go)
        self.clocks.edited.connect(lambda clock: self.do(lambda: edit_clock(self.desk.session, clock)))
        self.clocks.who_said.connect(lambda uid, by: self.do(lambda: say_who(self.desk.session, uid, by)))
        self.clocks.deleted.connect(self._delete_clock)
        self.meetings.edited.connect(lambda meeting: self.put(self.tr("Edit a meeting"), meeting))
        self.meetings.deleted.connect(self._delete_meeting)
        self.file.asked.connect(self.check_file)
        self.published.edited.connect(lambda output: self.put(self.tr("Edit a day of publication"), output))
        self.hold.placed.connect(lambda role, reason: self._hold(place_hold, role, reason))
        self.hold.lifted.connect(lambda role, reason: self._hold(lift_hold, role, reason))
        self.closing.rule_chosen.connect(self._choose_rule)
        self.closing.decide_asked.connect(lambda: self.desk.go("outputs"))
        self._work = ClosingWork(self.desk, self.closing)
        self._work.closed.connect(self._closed)
        self._keys.over.connect(lambda: self._to(self.record))
        self._keys.failed.connect(self.errors.show_error)
        self.offer("F3", self.tr("Actions by status"), self.actions_panel.list.setFocus)
        self.offer("Ctrl+Shift+C", self.tr("Check the file"), self.check_file)
        self.offer("F4", self.tr("What has changed"), self.changes.since.line.setFocus)
        self.offer("Alt+0", self.tr("How far actions have come"), lambda: self._to(self.progress))
        self.offer("Alt+M", self.tr("Add a meeting"), self.meetings.add)
        self.offer("Alt+1", self.tr("Published, and when it comes down"), lambda: self._to(self.published))
        self.offer("Alt+2", self.tr("Legal hold"), lambda: self._to(self.hold))
        self.offer("Alt+3", self.tr("Keeping and closing the review"), lambda: self._to(self.closing))

    def take_focus(self) -> None:
        self.actions_panel.list.setFocus()

    def open_record(self, uid: str) -> None:
        """An action, a clock or a meeting."""
        self.actions_panel.list.pick(uid)
        self.meetings.list.pick(uid)
        self.clocks.list.pick(uid)

    def refresh(self, families: frozenset[str]) -> None:
        snapshot = self.desk.snapshot
        self.actions_panel.show_actions(snapshot, today())
        self.clocks.show_clocks(snapshot, today())
        self.progress.show_progress(snapshot, today())
        self.meetings.show_meetings(snapshot)
        self.loose.show_loose_ends(snapshot)
        self.changes.show_changes(snapshot)
        self.promises.show_promises(snapshot, today())
        self.published.show_published(snapshot, today())
        self.hold.show_hold(snapshot)
        self.closing.show_keeping(snapshot, today())
        self.record.show_records(snapshot)
        if snapshot.destructions:  # the key of a closing that nobody saw to its end
            self._keys.show()
        self.loose.setVisible(not snapshot.destructions)  # what a closed review rested on was destroyed on purpose
        if families & _LEARNING:
            self.closing.forget_plan()

    def _open_action(self, uid: str) -> None:
        page, target = place_of(self.desk.snapshot, uid)
        if page:
            self.desk.go(page, target)

    def _delete_clock(self, uid: str) -> None:
        if uid:
            self.do(lambda: delete_clock(self.desk.session, uid))
            self.desk.told.emit(self.tr("Deleted. Ctrl+Z brings it back."))

    def _delete_meeting(self, uid: str) -> None:
        if uid and self.do(lambda: self.desk.session.delete("Delete a meeting", Meeting, uid)):
            self.desk.told.emit(self.tr("Deleted. Ctrl+Z brings it back."))

    def check_file(self) -> None:
        """The session belongs to this thread, so the check runs here; it takes well under a second."""
        printed = self.file.anchor.text().strip()
        try:
            report = check(self.desk.session, read_anchor(printed) if printed else None)
        except UserError as error:
            self.file.errors.show_error(error)
            return
        self.file.show_report(report)

    def _to(self, panel: QWidget) -> None:
        """Bring the keyboard to a panel, and the panel into sight."""
        panel.setFocus()
        panel.focusNextChild()
        QTimer.singleShot(0, panel, lambda: self._scroll.ensureWidgetVisible(panel, 0, 0))

    def _hold(self, change: Callable[..., ChangeSet], role: str, reason: str) -> None:
        try:
            changes = change(self.desk.session, by_role=role, reason=reason)
        except UserError as error:
            self.hold.errors.show_error(error)
            return
        self.hold.taken()
        self.desk.announce(changes)
        self.hold.button.setFocus()

    def _choose_rule(self, rule: str) -> None:
        review = self.desk.snapshot.review
        self.put(self.tr("Choose a retention rule"), replace(review, retention_rule=rule))

    def _closed(self, closed: Closed) -> None:
        self._keys.show()
        self._to(self.card)
        if closed.backups_trouble:
            what = self.tr("Backups of the identified review are still on this computer. {}")
            self.desk.told.emit(what.format(closed.backups_trouble))
