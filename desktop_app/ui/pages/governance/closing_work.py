"""Closing under way: what it would do and doing it, in a worker; afterwards record and recovery key are shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.common.errors import UserError
from desktop_app.common.progress import Progress
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.snapshot import family_types
from desktop_app.services.retention import Closed, ClosingPlan, close_under_rule, closing_plan
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.governance.closing_panel import ClosingPanel


class ClosingWork(QObject):
    closed = Signal(object)  # Closed

    def __init__(self, desk: Desk, panel: ClosingPanel) -> None:
        super().__init__()
        self._desk, self._panel = desk, panel
        panel.plan_asked.connect(self.plan)
        panel.form.asked.connect(self.close)

    def plan(self) -> None:
        if self._busy():
            return
        session = self._desk.session

        def task(_progress: Progress) -> ClosingPlan:
            return closing_plan(session.whole_snapshot())

        what = self.tr("Reading what would stay")
        self._panel.look.block(what + "…")
        self._desk.jobs.start(task, self._planned, self._failed, what)

    def close(self, role: str, reason: str, passphrase: str) -> None:
        if self._busy():
            return
        session, rule = self._desk.session, self._panel.rule.value

        def task(_progress: Progress) -> Closed:
            return close_under_rule(session, rule, passphrase, by_role=role, reason=reason)

        what = self.tr("Closing the review")
        self._panel.form.work(what + "…")
        self._desk.jobs.start(task, self._over, self._failed, what, whole=True)

    def _busy(self) -> bool:
        if not self._desk.jobs.busy:
            self._panel.errors.hide()
            self._panel.form.errors.hide()
            return False
        self._desk.told.emit(self.tr("Something else is still being done. Try again in a moment."))
        return True

    def _planned(self, plan: ClosingPlan) -> None:
        self._panel.look.block("")
        self._panel.show_plan(plan)

    def _over(self, closed: Closed) -> None:
        self._panel.form.work("")
        self._panel.form.clear()
        self._panel.forget_plan()
        self.closed.emit(closed)
        self._desk.announce(ChangeSet("Close the review", frozenset((name, "") for name in family_types())))

    def _failed(self, error: UserError) -> None:
        self._panel.look.block("")
        self._panel.form.work("")
        strip = self._panel.form.errors if self._panel.planned else self._panel.errors
        strip.show_error(error)
