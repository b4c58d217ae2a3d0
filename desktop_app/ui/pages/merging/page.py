"""The merging page: a queue of proposals, both accounts side by side, and one key an answer. Nothing merges itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.common.errors import UserError
from desktop_app.common.progress import Progress
from desktop_app.domain.changes import ChangeSet
from desktop_app.services.merging import CONTRADICTS, decide, decide_instead, decide_silence, resolve
from desktop_app.services.merging.queue import CONTRADICTION, SAME, QueueItem, build_queue, restated
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.merging.asking import AskingPane
from desktop_app.ui.pages.merging.queue_pane import QueuePane
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import EmptyState
from desktop_app.ui.widgets.panel import row
from desktop_app.ui.widgets.two_panes import TwoPanes
from desktop_app.ui.workers import Job

# What is compared: a change elsewhere leaves the queue as it is.
_COMPARED = frozenset({"events", "agencies", "people", "reviews", "returns"})
_ANSWERS = frozenset({"event_links", "gaps"})


class MergingPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.items: tuple[QueueItem, ...] = ()
        self.shown: list[QueueItem] = []
        self._current: QueueItem | None = None
        self._job: Job[tuple[QueueItem, ...]] | None = None
        self._compared = False
        self._back = ""  # what was just taken back, to be shown again
        outer = row(self, spacing=0)
        self.queue = QueuePane()
        self.queue.narrowed.connect(self._show_queue)
        self.queue.list.picked.connect(self.open_record)
        self.panes = TwoPanes(self.queue, self._right(), (self.tr("Queue"), self.tr("Accounts")))
        self.queue.list.opened.connect(lambda _uid: self.panes.turn_to("second"))
        outer.addWidget(self.panes)
        for keys, words, run in (
            ("A", self.tr("Accept"), partial(self.answer, "accepted")),
            ("R", self.tr("Refuse"), partial(self.answer, "refused")),
            ("C", self.tr("They contradict"), self.contradict),
            ("L", self.tr("Later"), partial(self.answer, "later")),
            ("U", self.tr("Take the last answer back"), self.take_back),
            ("Alt+Down", self.tr("The next one"), partial(self.step, 1)),
            ("Alt+Up", self.tr("The one before"), partial(self.step, -1)),
            ("Ctrl+R", self.tr("Give a reason"), self.bar.reason.setFocus),
            ("Escape", self.tr("Back to the queue"), self._to_queue),
        ):
            self.offer(keys, words, run)

    def _right(self) -> QWidget:
        self._stack = QStackedWidget()
        self._stack.setMinimumWidth(theme().px(280))
        self.asking = AskingPane(self.errors)
        self.asking.stepped.connect(self.step)
        self.asking.comparison.followed.connect(lambda uid: self.desk.go("chronology", uid))
        self.bar = self.asking.bar
        self.bar.answered.connect(self.answer)
        self.bar.contradicts.connect(self.contradict)
        self.bar.undo_asked.connect(self.take_back)
        self._stack.addWidget(self.asking)
        self.busy = self._state(
            self.tr("Comparing the accounts"), self.tr("Each agency’s account is read beside the others’."), "", None
        )
        self.nothing = self._state(
            self.tr("Nothing to compare yet"),
            self.tr("Bring in the chronologies of two agencies or more; what may be one event is proposed here."),
            self.tr("Import a chronology…"),
            lambda: self.desk.go("import", "chronology"),
        )
        self.finished = self._state(
            self.tr("Everything has been looked at"),
            self.tr("Answers are kept, also when a return is sent again. “All answers” shows them."),
            self.tr("Show all answers"),
            lambda: self.queue.states.show_all(),
        )
        self.filtered = self._state(
            self.tr("Nothing here under these filters"),
            self.tr("Other proposals are waiting."),
            self.tr("Show all"),
            self._show_all,
        )
        self.stopped = self._state(
            self.tr("Comparing was stopped"),
            self.tr("Nothing was changed."),
            self.tr("Compare again"),
            self._compare,
        )
        self._stack.setCurrentWidget(self.busy)
        return self._stack

    def _state(self, head: str, text: str, action: str, run: Callable[[], object] | None) -> EmptyState:
        state = EmptyState(head, text, action, icon="arrow-right")
        if run is not None:
            state.acted.connect(run)
        self._stack.addWidget(state)
        return state

    def take_focus(self) -> None:
        self._focus_work()

    def _focus_work(self) -> None:
        """Where the keys A, R, C, L and the arrows are understood."""
        (self.queue.list if not self.queue.isHidden() else self.bar.accept).setFocus()

    @property
    def here(self) -> str:
        return self._current.uid if self._current else ""

    def refresh(self, families: frozenset[str]) -> None:
        if not families or not self._compared or families & _COMPARED:
            self.queue.show_agencies(self.desk.snapshot)
            self._compare()
        elif families & _ANSWERS:
            self.items = restated(self.items, self.desk.session.whole_snapshot())
            self._show_queue()

    def _compare(self) -> None:
        """In a worker: thousands of events take seconds. A newer question replaces the one under way."""
        if self._job is not None:
            self._job.finished.disconnect(self._over)
            self._job.cancel()
        self._compared = True
        self._stack.setCurrentWidget(self.busy)
        session = self.desk.session

        def work(progress: Progress) -> tuple[QueueItem, ...]:
            return build_queue(session.whole_snapshot(), progress)

        job = self.desk.jobs.start(work, self._ready, self._failed, self.tr("Comparing the accounts"))
        self._job = job
        job.finished.connect(self._over)
        self.destroyed.connect(job.cancel)  # a page built anew for another text size is not told of older work

    def _over(self) -> None:
        self._job = None
        self._stack.setCurrentWidget(self.stopped)  # unless there is a result, which comes after this

    def _ready(self, items: tuple[QueueItem, ...]) -> None:
        self.items = items
        self._show_queue()

    def _failed(self, error: UserError) -> None:
        self.errors.show_error(error)

    def _show_queue(self) -> None:
        snapshot = self.desk.snapshot
        before = [item.uid for item in self.shown]
        at = before.index(self.here) if self.here in before else 0
        wanted = self.queue.wanted(self.items)
        uids = [item.uid for item in wanted]
        here = self._back if self._back in uids else self.here
        current = here if here in uids else uids[min(at, len(uids) - 1)] if uids else ""
        self.shown = self.queue.show_items(snapshot, self.items, current)
        if current == self._back:
            self._back = ""
        if current:
            self.open_record(current)
            self._stack.setCurrentWidget(self.asking)
        else:
            self._current = None
            self._stack.setCurrentWidget(self._empty())

    def _empty(self) -> QWidget:
        if not self.items:
            return self.nothing
        narrowed = self.queue.kinds.ticked or self.queue.agencies.ticked
        return self.filtered if narrowed else self.finished

    def _show_all(self) -> None:
        for chip in (self.queue.kinds, self.queue.agencies, self.queue.states):
            chip.show_all()

    def open_record(self, uid: str) -> None:
        item = next((item for item in self.shown if item.uid == uid), None)
        if item is None:
            return
        self._current = item
        if self.queue.list.current != uid:
            self.queue.list.pick(uid)
        snapshot = self.desk.snapshot
        self.asking.show_item(snapshot, item, self.shown.index(item) + 1, len(self.shown))

    def step(self, by: int) -> None:
        if self._current is None:
            return
        uids = [item.uid for item in self.shown]
        at = uids.index(self._current.uid) + by
        if 0 <= at < len(uids):
            self.queue.list.pick(uids[at])

    def answer(self, state: str) -> None:
        item = self._current
        if item is None:
            return
        reason, session = self.bar.reason.text(), self.desk.session
        if item.silence is not None:
            silence = item.silence
            self._do_and_go_on(lambda: decide_silence(session, silence, state, reason))
            return
        proposal = item.proposal
        if proposal is None:
            return
        link = proposal.link
        if item.kind == CONTRADICTION and item.state == state == "accepted" and link is not None:
            self._do_and_go_on(lambda: resolve(session, link, reason))
        else:
            self._do_and_go_on(lambda: decide(session, proposal, state, reason))

    def contradict(self) -> None:
        """Two events, and they speak against each other."""
        item, session, reason = self._current, self.desk.session, self.bar.reason.text()
        if item is not None and item.kind == SAME and item.proposal is not None:
            proposal = item.proposal
            self._do_and_go_on(lambda: decide_instead(session, proposal, CONTRADICTS, reason))

    def _do_and_go_on(self, change: Callable[[], ChangeSet]) -> None:
        """Store the answer and show the next; what was being typed belongs to the answer."""
        before = self.here
        uids = [item.uid for item in self.shown]
        following = uids[uids.index(before) + 1 :][:1]
        self.bar.reason.show_text("")
        if self.do(change):
            if self.here == before and following and following[0] in {item.uid for item in self.shown}:
                self.queue.list.pick(following[0])
            self.desk.told.emit(self.tr("Kept. U takes it back."))
            self._focus_work()

    def take_back(self) -> None:
        """Undo, and show again what was answered."""
        before = {item.uid: item.state for item in self.items}
        if not self.do(self.desk.session.undo):
            return
        now = restated(self.items, self.desk.session.whole_snapshot())
        self._back = next((item.uid for item in now if before.get(item.uid) != item.state), "")
        self._show_queue()

    def _to_queue(self) -> None:
        self.panes.turn_to("first")
        self.queue.list.setFocus()
