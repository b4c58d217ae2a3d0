"""What was decided before, with a way to take a decision back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.output import Choice, SurfaceDecision
from desktop_app.domain.snapshot import Snapshot
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import rule, small


class DecidedList(QWidget):
    """`undecided` carries the uid of a decision that is to be taken again."""

    undecided = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        lines = column(self, spacing=0)
        self.list = RecordList(self.tr("Decided"), arrow_at=0.5)
        lines.addWidget(self.list, 1)
        lines.addWidget(rule())
        foot = row(margin=12, spacing=8)
        self._reason = small("", wrap=True)
        foot.addWidget(self._reason, 1)
        self.again = Button(self.tr("Decide again"), icon="arrow-counter-clockwise")
        self.again.clicked.connect(lambda: self.undecided.emit(self.list.current))
        foot.addWidget(self.again)
        lines.addLayout(foot)
        self._decisions: dict[str, SurfaceDecision] = {}
        self.list.picked.connect(self._say)

    def show_decisions(self, snapshot: Snapshot) -> None:
        self._decisions = {d.uid: d for d in snapshot.surface_decisions}
        names = {entry.uid: entry.pseudonym or entry.name for entry in snapshot.register}
        ordered = sorted(snapshot.surface_decisions, key=lambda d: d.surface.casefold())
        self.list.show_entries([self._entry(decision, names) for decision in ordered])
        self.again.setEnabled(bool(ordered))
        self._say(self.list.current)

    def _entry(self, decision: SurfaceDecision, names: dict[str, str]) -> Entry:
        if decision.choice is Choice.KEEP:
            instead = self.tr("left as it stands")
        elif decision.choice is Choice.REGISTER:
            instead = names.get(decision.entry, self.tr("the register entry"))
        elif decision.choice is Choice.OMIT:
            instead = self.tr("taken out")
        else:
            instead = decision.replacement
        return Entry(uid=decision.uid, title=decision.surface, arrow=instead)

    def _say(self, uid: str) -> None:
        decision = self._decisions.get(uid)
        reason = decision.reason if decision else ""
        self._reason.setText(self.tr("Why: {}").format(reason) if reason else self.tr("No reason was given."))
        self._reason.setVisible(decision is not None)
