"""What this partnership calls each status of an action: shown and printed in place of the usual word."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop_app.domain.learning import ActionStatus
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.status_labels import LONGEST, labels
from desktop_app.ui.statuses import STATUS
from desktop_app.ui.widgets.fields import Labelled, LineField
from desktop_app.ui.widgets.panel import Panel, row
from desktop_app.ui.widgets.words import small


class LabelsPanel(Panel):
    named = Signal(object, str)  # ActionStatus, what it is called from now on

    def __init__(self) -> None:
        super().__init__(self.tr("What statuses are called"), ruled=True)
        hint = self.tr("Outputs and pages use these words. An empty one keeps the usual word.")
        self.body.addWidget(small(hint, wrap=True))
        self.fields: dict[ActionStatus, LineField] = {}
        self.rows: list[QHBoxLayout] = []
        across = row(spacing=12)
        for number, (status, look) in enumerate(STATUS.items()):
            if number % 2 == 0:
                across = row(spacing=12)
                self.rows.append(across)
                self.body.addLayout(across)
            field = LineField(placeholder=look.word)
            field.setMaxLength(LONGEST)
            field.left.connect(partial(self._left, status))
            self.fields[status] = field
            across.addWidget(Labelled(look.word, field), 1, Qt.AlignmentFlag.AlignTop)

    def show_labels(self, snapshot: Snapshot) -> None:
        own = labels(snapshot)
        for status, field in self.fields.items():
            field.show_text(own.get(status, ""))

    def _left(self, status: ActionStatus, text: str) -> None:
        self.named.emit(status, text)
