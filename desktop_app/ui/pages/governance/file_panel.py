"""Is the file whole? Asked for by a button, and answered in sentences."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop_app.services.checking import CheckReport
from desktop_app.ui.widgets.advice import AdviceLine, ErrorStrip
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Labelled, LineField
from desktop_app.ui.widgets.panel import Panel, clear, column, row
from desktop_app.ui.widgets.words import small

_MOST = 12


class FilePanel(Panel):
    asked = Signal()  # `anchor` holds what was printed, "" for nothing

    def __init__(self) -> None:
        super().__init__(self.tr("The file"), ruled=True)
        self.anchor = LineField(placeholder=self.tr("for example 212:9f0c2ab81d3e"))
        note = self.tr("It stands at the foot of an output. With it, a ledger that was cut since shows.")
        self.body.addWidget(Labelled(self.tr("Anchor of an older print, if there is one"), self.anchor, note))
        self.anchor.returnPressed.connect(self.asked)
        self.errors = ErrorStrip()
        self.body.addWidget(self.errors)
        line = row(spacing=12)
        self.button = Button(self.tr("Check the file"), icon="shield-check")
        self.button.clicked.connect(self.asked)
        line.addWidget(self.button)
        line.addWidget(small(self.tr("Reads every page, the ledger and every link."), wrap=True), 1)
        self.body.addLayout(line)
        self._said = column(spacing=6)
        self.body.addLayout(self._said)

    def show_report(self, report: CheckReport) -> None:
        clear(self._said)
        self.errors.hide()
        if report.ok:
            self._say(self.tr("The file is whole, its ledger unbroken, and every link leads somewhere."), "good")
        for problem in report.problems[:_MOST]:
            where = f" ({problem.where})" if problem.where else ""
            self._say(problem.what + where, "bad")
        left = len(report.loose_ends)
        if left:
            one = self.tr("1 loose end is unfinished work, not a fault.")
            self._say(one if left == 1 else self.tr("{} loose ends are unfinished work, not faults.").format(left))
        if report.unseen:
            self._say("\n– ".join([self.tr("No check of the file can see:"), *report.unseen]))

    def _say(self, text: str, tone: str = "text2") -> None:
        icon = {"good": "check-circle", "bad": "warning-circle"}.get(tone, "info")
        self._said.addWidget(AdviceLine(text, icon=icon, tone=tone))
