"""The release of what was written: steps become records, an approval is made in a worker, versions are compared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from desktop_app.common.errors import Exit, UserError
from desktop_app.common.progress import Progress
from desktop_app.domain.output import Output
from desktop_app.domain.release import Status
from desktop_app.services.release.approvers import make_approver
from desktop_app.services.release.approving import Approval, Approved, plan_approval, record_approval, run_approval
from desktop_app.services.release.comparing import Comparison, compare_outputs
from desktop_app.services.release.recipients import give
from desktop_app.services.release.steps import record_step, set_withdrawal
from desktop_app.services.release.superseded import Superseded, superseded
from desktop_app.ui.pages.outputs.compare_pane import ComparePane
from desktop_app.ui.pages.outputs.release_form import Asked
from desktop_app.ui.pages.outputs.written_list import name_of
from desktop_app.ui.workers import Job

if TYPE_CHECKING:
    from desktop_app.ui.pages.outputs.page import OutputsPage


class Releasing(QObject):
    def __init__(self, page: OutputsPage) -> None:
        super().__init__(page)
        self._page = page
        self._looked: object = None  # the snapshot that was looked through for what is superseded
        self._job: Job[dict[str, Superseded]] | None = None
        self._approving: Job[None] | None = None
        self.pane = ComparePane()
        page.middle.addWidget(self.pane)
        self.pane.closed.connect(page.show_page)
        written = page.queue.written
        written.asked.connect(self.step)
        written.approver_made.connect(self._add_approver)
        written.given.connect(self._give)
        written.withdrawal.connect(self._withdrawal)
        written.compared.connect(self.compare)
        page.queue.turned.connect(lambda part: self.look() if part == "written" else None)
        page.bar.cancelled.connect(self._cancel)
        page.offer("F9", self.tr("Compare two versions, or go to the next change"), self.next)
        page.offer("Shift+F9", self.tr("The change before"), lambda: self.pane.step(-1))

    def _output(self, uid: str) -> Output:
        return next(output for output in self._page.desk.snapshot.outputs if output.uid == uid)

    def open(self, uid: str) -> bool:
        """Show what was written as `uid`; whether there is such an output."""
        page = self._page
        if all(output.uid != uid for output in page.desk.snapshot.outputs):
            return False
        page.show_part("queue")
        page.queue.turn_to("written")
        page.queue.written.show_outputs(page.desk.snapshot)
        page.queue.written.focus_on(uid)
        return True

    def look(self) -> None:
        """What is superseded, found out in a worker where something changed since it was last."""
        page = self._page
        if page.queue.which.value != "written" or self._looked is page.desk.snapshot or self._job is not None:
            return
        seen, session = page.desk.snapshot, page.desk.session

        def done(found: dict[str, Superseded]) -> None:
            self._job, self._looked = None, seen
            if isValid(page.queue):
                page.queue.written.show_superseded({uid: one.why for uid, one in found.items()})

        def failed(error: UserError) -> None:
            self._job = None
            page.errors.show_error(error)

        what = self.tr("Looking what changed since")
        self._job = page.desk.jobs.start(lambda _progress: superseded(session.whole_snapshot()), done, failed, what)

    def step(self, asked: Asked) -> None:
        page = self._page
        if asked.status is Status.APPROVED:
            self._approve(asked)
            return
        page.bar.forget()  # what was written last is no news any more, and its message takes room
        page.do(
            lambda: record_step(
                page.desk.session,
                asked.output,
                asked.status,
                by=asked.role,
                on=asked.on,
                note=asked.note,
                not_needed=asked.not_needed,
            )
        )

    def _approve(self, asked: Asked) -> None:
        """Ask where the file goes, then make, sign and write it."""
        output = asked.output
        name = f"{output.kind.value}-{output.profile.value}-{output.version}.{output.format}"
        chosen, _ = QFileDialog.getSaveFileName(
            self._page.window(), self.tr("Where the approved file goes"), name, f"*.{output.format}"
        )
        if chosen:
            path = Path(chosen)
            self.approve_to(asked, path if path.suffix else path.with_suffix(f".{output.format}"))

    def approve_to(self, asked: Asked, target: Path) -> None:
        page = self._page
        if self._approving is not None:
            return
        try:
            task = plan_approval(
                page.desk.session,
                asked.output,
                target,
                by=asked.role,
                passphrase=asked.passphrase,
                on=asked.on,
                note=asked.note,
            )
        except UserError as error:
            page.errors.show_error(error)
            return
        page.errors.hide()
        ended: list[Approved] = []

        def make(progress: Progress) -> None:
            ended.append(run_approval(task, progress))

        page.bar.work(True)
        self._approving = page.desk.jobs.start(make, lambda _none: None, page.errors.show_error, self.tr("Approving"))
        self._approving.stepped.connect(page.bar.step)
        self._approving.finished.connect(lambda: self._over(task, ended))

    def _over(self, task: Approval, ended: list[Approved]) -> None:
        """Also when Cancel came too late: a file that was written and signed is always recorded."""
        page, self._approving = self._page, None
        done = ended[0] if ended else None
        changes = record_approval(page.desk.session, task, done) if done else None
        if not isValid(page.bar):
            return
        page.bar.work(False)
        if done is None:
            return
        page.desk.announce(changes)
        if done.result.written:
            page.bar.show_written(done.result)
        else:
            said = "; ".join(f"{item.surface} ({item.where})" for item in done.result.blocked[:3])
            page.errors.show_error(
                UserError(
                    f"It cannot be approved yet: {said}.",
                    safe="Nothing was written.",
                    do="Decide on these words first, and make a new draft.",
                    code="approval-blocked",
                    exit_code=Exit.LOOK,
                )
            )

    def _cancel(self) -> None:
        if self._approving is not None:
            self._approving.cancel()

    def _add_approver(self, role: str, passphrase: str) -> None:
        session = self._page.desk.session
        self._page.do(lambda: make_approver(session, role, "", passphrase)[0])

    def _give(self, uid: str, to: str, how: str, by: str) -> None:
        session = self._page.desk.session
        self._page.do(lambda: give(session, self._output(uid), to=to, how=how, by=by))

    def _withdrawal(self, uid: str, day: object) -> None:
        session = self._page.desk.session
        self._page.do(lambda: set_withdrawal(session, self._output(uid), day))  # type: ignore[arg-type]

    def compare(self, before: str, after: str) -> None:
        """In a worker: two long chronologies take a while."""
        page = self._page
        one, other = self._output(before), self._output(after)
        snapshot = page.desk.snapshot

        def done(found: Comparison) -> None:
            self.pane.show_comparison(name_of(one), name_of(other), found)
            page.show_middle(self.pane)
            self.pane.list.setFocus()

        page.desk.jobs.start(
            lambda _progress: compare_outputs(snapshot, one, other), done, page.errors.show_error, self.tr("Comparing")
        )

    def next(self) -> None:
        """Where two are compared, the next change; else they are, from the list of what was written."""
        page = self._page
        if page.middle.currentWidget() is self.pane:
            self.pane.step(1)
            return
        page.show_part("queue")
        page.queue.turn_to("written")
        if page.queue.written.can_compare:
            page.queue.written.ask_comparison()
        else:
            page.desk.told.emit(self.tr("There are no two versions of this output to compare yet."))
