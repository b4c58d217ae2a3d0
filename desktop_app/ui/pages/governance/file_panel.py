"""Is the file whole? Asked for by a button, and answered in sentences."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop_app.services.checking import CheckReport
from desktop_app.ui.widgets.advice import AdviceLine
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import Panel, clear, column, row
from desktop_app.ui.widgets.words import small

_MOST = 12


class FilePanel(Panel):
    asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("The file"), ruled=True)
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
        if report.ok:
            self._say(self.tr("The file is whole, its ledger unbroken, and every link leads somewhere."), "good")
        for problem in report.problems[:_MOST]:
            where = f" ({problem.where})" if problem.where else ""
            self._say(problem.what + where, "bad")
        left = len(report.loose_ends)
        if left:
            self._say(self.tr("{} loose ends are unfinished work, not faults.").format(left), "text2")

    def _say(self, text: str, tone: str) -> None:
        icon = {"good": "check-circle", "bad": "warning-circle"}.get(tone, "info")
        self._said.addWidget(AdviceLine(text, icon=icon, tone=tone))
