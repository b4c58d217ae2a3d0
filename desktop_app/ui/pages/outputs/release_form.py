"""The next step of an output: which, who took it, when; for an approval, the approver's own passphrase."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.common.clock import today
from desktop_app.domain.output import Output
from desktop_app.domain.release import Status
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.release.approvers import standing
from desktop_app.services.release.approving import compiled_by
from desktop_app.services.release.rules import rule_for, step_words
from desktop_app.services.release.steps import LOOKS, may_follow, steps_of
from desktop_app.ui.unlock.secret_field import SecretField
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.check_box import CheckBox
from desktop_app.ui.widgets.day_field import DayField, exact_day
from desktop_app.ui.widgets.fields import Chooser, Labelled, LineField
from desktop_app.ui.widgets.panel import column
from desktop_app.ui.widgets.words import small


@dataclass(frozen=True, slots=True)
class Asked:
    """A step as filled in. `passphrase` is the approver's, "" for every other step."""

    output: Output
    status: Status
    role: str
    on: dt.date | None
    note: str
    not_needed: bool
    passphrase: str = field(default="", repr=False)


class ReleaseForm(QWidget):
    asked = Signal(object)  # Asked

    def __init__(self, snapshot: Snapshot, output: Output) -> None:
        super().__init__()
        self._output = output
        self._second = rule_for(output.profile).second_person
        self._steps = steps_of(snapshot, output.uid)
        offered = may_follow(output, self._steps)
        lines = column(self, spacing=8)
        self.status = Chooser([(s.value, self.tr(step_words(s).name)) for s in offered], offered[0].value)
        self.status.chosen.connect(lambda _value: self._follow())
        lines.addWidget(Labelled(self.tr("Next step"), self.status))
        self._asks = small("", wrap=True)
        lines.addWidget(self._asks)
        self.role = LineField()
        self._who = Labelled(self.tr("Who took it (a role)"), self.role)
        lines.addWidget(self._who)
        self._approvers = standing(snapshot)
        others = [held.role for held in self._approvers if not compiled_by(held, self._steps)]
        roles = [(held.role, held.role) for held in self._approvers]
        self.approver = Chooser(roles, others[0] if others else "")
        self.approver.chosen.connect(lambda _value: self._follow())
        self._approver = Labelled(self.tr("Approver"), self.approver)
        lines.addWidget(self._approver)
        self.secret = SecretField()
        proves = self.tr(
            "It proves that whoever knows it signed this very file, and nothing was changed since. It cannot prove "
            "that two people sat here."
        )
        self._secret = Labelled(self.tr("The approver’s own passphrase"), self.secret, proves)
        lines.addWidget(self._secret)
        self.on = DayField(self.tr("On"))
        self.on.show_day(today())
        lines.addWidget(self.on)
        self.note = LineField()
        lines.addWidget(Labelled(self.tr("Note"), self.note))
        self.not_needed = CheckBox(self.tr("It is not needed, and the note says why"))
        lines.addWidget(self.not_needed)
        self.button = Button(self.tr("Record this step"), icon="check-circle")
        self.button.clicked.connect(self._ask)
        lines.addWidget(self.button)
        for last in (self.note, self.secret):
            last.returnPressed.connect(self._ask)
        self._follow()

    @property
    def _signs(self) -> bool:
        return self._second and self.status.value == Status.APPROVED.value

    def _follow(self) -> None:
        status = Status(self.status.value)
        told = step_words(status)
        self._asks.setText(self.tr(told.asks))
        self.role.setPlaceholderText(self.tr(told.who))
        self._who.setVisible(not self._signs)
        self._approver.setVisible(self._signs)
        self._secret.setVisible(self._signs)
        self.not_needed.setVisible(status in LOOKS)
        approving = status is Status.APPROVED
        self.button.set_words(self.tr("Approve, and write the file…") if approving else self.tr("Record this step"))
        reason = self._in_the_way() if self._signs else ""
        self._approver.advise(reason, icon="warning", tone="warn")
        self.button.block(reason)

    def _in_the_way(self) -> str:
        """Why the approver that is chosen cannot sign; "" when they can."""
        chosen = next((held for held in self._approvers if held.role == self.approver.value), None)
        if chosen is None:
            return self.tr("Nobody may approve yet: add an approver below.")
        if compiled_by(chosen, self._steps):
            return self.tr("Who compiled it cannot approve it: choose somebody else, or add an approver below.")
        return ""

    def _ask(self) -> None:
        if not self.button.isEnabled():
            return
        status = Status(self.status.value)
        secret = self.secret.text() if self._signs else ""
        self.secret.clear()
        self.asked.emit(
            Asked(
                self._output,
                status,
                self.approver.value if self._signs else self.role.text(),
                exact_day(self.on.line.text()),
                self.note.text(),
                self.not_needed.isChecked() and status in LOOKS,
                secret,
            )
        )
