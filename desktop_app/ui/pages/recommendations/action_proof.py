"""That an action was done and helped: evidence, impact, and the day on which it is asked again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.learning import DONE, Action, ActionStatus
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.fields import Labelled, TextField
from desktop_app.ui.widgets.panel import column


class ActionProof(QWidget):
    """`edited` carries the fields that changed. Shown once an action is done, or when something stands here."""

    edited = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        lines = column(self, spacing=12)
        self.evidence = TextField(placeholder=self.tr("What shows that it was done, and where that is held"))
        self.impact = TextField(placeholder=self.tr("What is different for children or adults, and how anybody knows"))
        self.recheck = DayField(self.tr("Look at its impact again on"))
        lines.addWidget(Labelled(self.tr("Evidence"), self.evidence))
        lines.addWidget(Labelled(self.tr("Impact"), self.impact))
        lines.addWidget(self.recheck)
        self.evidence.left.connect(lambda text: self.edited.emit({"evidence": text.strip()}))
        self.impact.left.connect(lambda text: self.edited.emit({"impact": text.strip()}))
        self.recheck.left_day.connect(lambda value: self.edited.emit({"recheck_on": value}))

    def show_action(self, action: Action) -> None:
        self.evidence.show_text(action.evidence)
        self.impact.show_text(action.impact)
        self.recheck.show_day(action.recheck_on)
        wanted = action.status is ActionStatus.EMBEDDED and action.recheck_on is None
        missing = self.tr("Embedded needs a day on which its impact is looked at again.") if wanted else ""
        self.recheck.advise(missing, icon="warning", tone="warn")
        self.setVisible(action.status in DONE or bool(action.evidence or action.impact or action.recheck_on))
