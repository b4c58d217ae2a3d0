"""The overview page."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from desktop_app.common.clock import now, today
from desktop_app.services.backups import backup_state
from desktop_app.services.clocks import ClockView
from desktop_app.services.glance import at_a_glance, latest_outputs
from desktop_app.services.outputs import OUTPUTS
from desktop_app.services.overview import OverviewView, overview
from desktop_app.ui.dates_words import long_day, moment
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.overview import rows
from desktop_app.ui.pages.overview.stages import StagesLine
from desktop_app.ui.statuses import status_looks
from desktop_app.ui.where import place_of
from desktop_app.ui.widgets.advice import WarningStrip
from desktop_app.ui.widgets.panel import Panel, ScrolledColumn, clear, column, row
from desktop_app.ui.widgets.words import rule, small, title

_MOST_LOOSE_ENDS = 5


class OverviewPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        outer = column(self)
        scroll = ScrolledColumn(margin=24, spacing=16)
        outer.addWidget(scroll)
        head = row()
        head.addWidget(title(self.tr("Where the review stands")))
        head.addStretch(1)
        self._date = small("")
        head.addWidget(self._date)
        scroll.column.addLayout(head)
        scroll.column.addWidget(self.errors)
        self._drill = WarningStrip(
            self.tr("No backup has been tried out for 30 days. Until one is, nobody knows that they work."),
            self.tr("Backups"),
        )
        self._drill.acted.connect(lambda: desk.go("settings", "backups"))
        scroll.column.addWidget(self._drill)
        stages = Panel()
        self._stages = StagesLine()
        stages.body.addWidget(self._stages)
        scroll.column.addWidget(stages)
        self._next = Panel(self.tr("What to do next"), self.tr("soonest first"), ruled=True)
        self._clocks = Panel(self.tr("Clocks"), ruled=True)
        self._recommendations = Panel(self.tr("Recommendations"), self.tr("as at today"))
        self._loose = Panel(self.tr("Loose ends"), ruled=True)
        self._returns = Panel(self.tr("Agency returns"))
        self._glance = Panel(self.tr("At a glance"), ruled=True)
        self._outputs = Panel(self.tr("Latest outputs"), ruled=True)
        upper, middle, lower = row(spacing=16), row(spacing=16), row(spacing=16)
        upper.addWidget(self._next, 2)
        upper.addWidget(self._clocks, 1)
        middle.addWidget(self._glance, 2)
        middle.addWidget(self._outputs, 1)
        for panel in (self._recommendations, self._loose, self._returns):
            lower.addWidget(panel, 1)
        for line in (upper, middle, lower):
            scroll.flip(line, below=960)
            scroll.column.addLayout(line)
        scroll.column.addStretch(1)

    def refresh(self, families: frozenset[str]) -> None:
        view = overview(self.desk.snapshot, today())
        self._date.setText(long_day(today()))
        self._drill.setVisible(backup_state(self.desk.session).drill_due)
        self._stages.show_stages(view.stages)
        self._show_steps(view)
        self._show_clocks(view)
        self._show_glance()
        self._show_outputs()
        self._show_statuses(view)
        self._show_loose_ends(view)
        self._show_returns(view)

    def _emptied(self, panel: Panel) -> QVBoxLayout:
        body = panel.flush()
        clear(body)
        return body

    def _show_steps(self, view: OverviewView) -> None:
        body = self._emptied(self._next)
        for number, step in enumerate(view.next_steps):
            if number:
                body.addWidget(rule())
            body.addWidget(
                rows.step_row(
                    step,
                    partial(self.desk.go, step.page, step.place or ("waiting" if step.button == "Look" else "")),
                    first=number == 0,
                )
            )
        if not view.next_steps:
            body.addWidget(self._said(self.tr("Nothing is waiting.")))
        body.addStretch(1)

    def _said(self, text: str) -> Panel:
        holder = Panel()
        holder.setProperty("role", "")
        holder.body.addWidget(small(text, wrap=True))
        return holder

    def _show_clocks(self, view: OverviewView) -> None:
        body = self._emptied(self._clocks)
        for number, clock in enumerate(view.clocks):
            if number:
                body.addWidget(rule())
            body.addWidget(rows.clock_row(clock, self._left(clock), partial(self.desk.go, "governance", clock.uid)))
        if not view.clocks:
            body.addWidget(self._said(self.tr("No time limits are kept for this review yet. Governance has them.")))
        body.addStretch(1)

    def _left(self, clock: ClockView) -> str:
        days = (clock.due - today()).days if clock.due else 0
        return self.tr("{} days left").format(days) if days != 1 else self.tr("1 day left")

    def _show_glance(self) -> None:
        body = self._emptied(self._glance)
        for number, glance in enumerate(at_a_glance(self.desk.snapshot, today())):
            if number:
                body.addWidget(rule())
            body.addWidget(rows.glance_row(glance, partial(self.desk.go, glance.page, glance.place)))
        body.addStretch(1)

    def _show_outputs(self) -> None:
        body = self._emptied(self._outputs)
        names = {info.kind: info.name for info in OUTPUTS}
        found = latest_outputs(self.desk.snapshot)
        for number, output in enumerate(found):
            if number:
                body.addWidget(rule())
            when = moment(output.written, now()) if output.written else ""
            detail = self.tr("version {}, {}, for {}").format(output.version, when, output.profile.value)
            go = partial(self.desk.go, "outputs", output.kind.value)
            body.addWidget(rows.output_row(names[output.kind], detail, go))
        if not found:
            body.addWidget(self._said(self.tr("Nothing has left the review yet.")))
        body.addStretch(1)

    def _show_statuses(self, view: OverviewView) -> None:
        body, looks = self._emptied(self._recommendations), status_looks(self.desk.snapshot)
        for status, numbers in view.by_status:
            body.addWidget(rows.status_row(looks[status], numbers, self._go_recommendation))
        if not view.by_status:
            body.addWidget(self._said(self.tr("None yet.")))
        body.addStretch(1)

    def _go_recommendation(self, number: int) -> None:
        found = (r.uid for r in self.desk.snapshot.recommendations if r.number == number)
        self.desk.go("recommendations", next(found, ""))

    def _show_loose_ends(self, view: OverviewView) -> None:
        body = self._emptied(self._loose)
        self._loose.note.setText(str(len(view.loose_ends)) if view.loose_ends else "")
        for number, orphan in enumerate(view.loose_ends[:_MOST_LOOSE_ENDS]):
            if number:
                body.addWidget(rule())
            page, uid = place_of(self.desk.snapshot, orphan.uid)
            body.addWidget(rows.orphan_row(orphan, partial(self.desk.go, page or "thread", uid)))
        more = len(view.loose_ends) - _MOST_LOOSE_ENDS
        if more > 0:
            body.addWidget(rule())
            body.addWidget(self._said(self.tr("and {} more").format(more)))
        if not view.loose_ends:
            body.addWidget(self._said(self.tr("Everything that is here rests on something.")))
        body.addStretch(1)

    def _show_returns(self, view: OverviewView) -> None:
        body = self._emptied(self._returns)
        events = sum(r.events for r in view.returns)
        self._returns.note.setText(self.tr("{} events").format(events) if events else "")
        for received in view.returns:
            body.addWidget(rows.return_row(received))
        if not view.returns:
            body.addWidget(self._said(self.tr("None yet. Agencies send Word, Excel or CSV files.")))
        body.addStretch(1)
