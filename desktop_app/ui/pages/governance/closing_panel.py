"""Closing the review: under which rule and when, what would stay and go, and the form that does it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.legal_hold import standing_hold
from desktop_app.services.retention import ClosingPlan, retention_rules
from desktop_app.services.retention_rules import destruction_due
from desktop_app.ui.dates_words import day
from desktop_app.ui.pages.governance.closing_form import ClosingForm
from desktop_app.ui.widgets.advice import AdviceLine, ErrorStrip
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Chooser, Labelled
from desktop_app.ui.widgets.panel import Panel, column, row
from desktop_app.ui.widgets.words import heading, small, words


class ClosingPanel(Panel):
    rule_chosen = Signal(str)
    plan_asked = Signal()
    decide_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Keeping and closing"), ruled=True)
        options = [("", self.tr("None chosen yet")), *((rule.id, rule.name) for rule in retention_rules())]
        self.rule = Chooser(options)
        self.rule.chosen.connect(self.rule_chosen)
        self._rule = Labelled(self.tr("Retention rule"), self.rule)
        self.body.addWidget(self._rule)
        self.due = AdviceLine()
        self.body.addWidget(self.due)
        self.body.addWidget(
            small(
                self.tr(
                    "Closing destroys everything that identifies anybody and keeps findings, recommendations and "
                    "actions in their anonymised words. It cannot be undone."
                ),
                wrap=True,
            )
        )
        self.errors = ErrorStrip()
        self.body.addWidget(self.errors)
        line = row()
        self.look = Button(self.tr("See what would stay and what would go"), icon="list-dashes")
        self.look.clicked.connect(self.plan_asked)
        line.addWidget(self.look)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self._plan_part())
        self.form = ClosingForm()
        self.form.hide()
        self.body.addWidget(self.form)

    def _plan_part(self) -> QWidget:
        self._plan = QWidget()
        lines = column(self._plan, spacing=12)
        self.sides = row(spacing=16)
        self._kept, self._gone = words("", wrap=True), words("", wrap=True)
        for head, text in (
            (self.tr("Stays, anonymised"), self._kept),
            (self.tr("Goes, for good"), self._gone),
        ):
            side = column(spacing=4)
            side.addWidget(heading(head))
            side.addWidget(text)
            side.addStretch(1)
            self.sides.addLayout(side, 1)
        lines.addLayout(self.sides)
        self._waits = AdviceLine()
        lines.addWidget(self._waits)
        across = row()
        self.decide = Button(self.tr("Decide about them in Outputs"), icon="file-text")
        self.decide.clicked.connect(self.decide_asked)
        across.addWidget(self.decide)
        across.addStretch(1)
        lines.addLayout(across)
        self._plan.hide()
        return self._plan

    def show_keeping(self, snapshot: Snapshot, today: dt.date) -> None:
        chosen = snapshot.review.retention_rule
        self.rule.show_value(chosen)
        rule = next((rule for rule in retention_rules() if rule.id == chosen), None)
        self._rule.advise(f"{rule.what} {rule.source}" if rule else self.tr("Choose the one that applies here."))
        self._show_due(snapshot, chosen, today)
        held = standing_hold(snapshot) is not None
        self.form.allow(self.tr("A legal hold stands: nothing may be destroyed.") if held else "")

    def _show_due(self, snapshot: Snapshot, chosen: str, today: dt.date) -> None:
        due = destruction_due(snapshot, chosen)
        years = next((rule.years for rule in retention_rules() if rule.id == chosen), 0)
        if due is None:
            said = self.tr(
                "Counted from the first publication. Under “Published”, say which output was published, and when."
            )
            self.due.say(said if years else "")
        elif due <= today:
            self.due.say(self.tr("Closing has been due since {}.").format(day(due)), icon="warning", tone="warn")
        else:
            self.due.say(self.tr("Closing is due on {}.").format(day(due)), icon="hourglass", tone="text2")

    def show_plan(self, plan: ClosingPlan) -> None:
        """What closing now would do; the form comes once nothing waits for a decision."""
        self._kept.setText("\n".join(plan.kept) or self.tr("Nothing yet."))
        self._gone.setText("\n".join(plan.gone) or self.tr("Nothing."))
        count = len(plan.undecided)
        many = self.tr("{} forms of words in what would stay wait for a decision first: {}.")
        one = self.tr("{} form of words in what would stay waits for a decision first: {}.")
        shown = ", ".join(f"“{item.surface}”" for item in plan.undecided[:6]) + (", …" if count > 6 else "")
        self._waits.say(
            (one if count == 1 else many).format(count, shown) if count else "", icon="warning", tone="warn"
        )
        self.decide.setVisible(bool(count))
        self._plan.show()
        self.form.setVisible(not count)

    def forget_plan(self) -> None:
        """The review has changed since it was looked at."""
        self._plan.hide()
        self.form.hide()

    @property
    def planned(self) -> bool:
        return not self._plan.isHidden()
