"""A legal hold: whether one stands, who placed it and why; placing and lifting one."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop_app.domain.review import LegalHold
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.legal_hold import standing_hold
from desktop_app.ui.dates_words import day
from desktop_app.ui.widgets.advice import AdviceLine, ErrorStrip
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Labelled, LineField
from desktop_app.ui.widgets.panel import Panel, row
from desktop_app.ui.widgets.words import small


class HoldPanel(Panel):
    placed = Signal(str, str)  # role, reason
    lifted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(self.tr("Legal hold"), ruled=True)
        self._stands = False
        self.state = AdviceLine()
        self.body.addWidget(self.state)
        self.why = small("", wrap=True)
        self.body.addWidget(self.why)
        self.errors = ErrorStrip()
        self.body.addWidget(self.errors)
        self.role = LineField(placeholder=self.tr("for example legal services"))
        self.reason = LineField(placeholder=self.tr("for example inquest opened"))
        self.body.addWidget(Labelled(self.tr("On whose word (a role)"), self.role))
        self._reason = Labelled(self.tr("Why"), self.reason)
        self.body.addWidget(self._reason)
        line = row()
        self.button = Button(self.tr("Place a legal hold"), icon="lock-key")
        self.button.clicked.connect(self._act)
        line.addWidget(self.button)
        line.addStretch(1)
        self.body.addLayout(line)

    def show_hold(self, snapshot: Snapshot) -> None:
        hold = standing_hold(snapshot)
        self._stands = hold is not None
        if hold is not None:
            self.state.say(self._said(hold), icon="lock-key", tone="warn")
            self.why.setText(self.tr("Why: {}").format(hold.reason))
            self.why.setVisible(bool(hold.reason))
        else:
            none = self.tr("None stands: the review may be closed under its retention rule.")
            self.state.say(none, icon="info", tone="text2")
            past = next((h for h in reversed(snapshot.holds) if h.lifted), None)
            self.why.setText(self._was(past) if past else "")
            self.why.setVisible(past is not None)
        self.button.set_words(self.tr("Lift the hold") if self._stands else self.tr("Place a legal hold"))
        self._reason.rename(self.tr("Why it may end") if self._stands else self.tr("Why"))
        if not self._stands:
            self.reason.setPlaceholderText(self.tr("for example inquest opened"))
        else:
            self.reason.setPlaceholderText(self.tr("for example inquest over"))

    def taken(self) -> None:
        """What was asked for was done: the form is empty again."""
        self.errors.hide()
        self.role.show_text("")
        self.reason.show_text("")

    def _said(self, hold: LegalHold) -> str:
        if hold.placed is None:
            return self.tr("A legal hold stands. Nothing of this review may be destroyed.")
        said = self.tr("A legal hold stands, placed by {} on {}. Nothing of this review may be destroyed.")
        return said.format(hold.placed_by, day(hold.placed))

    def _was(self, hold: LegalHold) -> str:
        said = self.tr("The last one was placed by {} on {} ({}), and lifted by {} on {} ({}).")
        parts = (hold.placed_by, day(hold.placed), hold.reason, hold.lifted_by, day(hold.lifted), hold.lifted_reason)
        return said.format(*parts)

    def _act(self) -> None:
        (self.lifted if self._stands else self.placed).emit(self.role.text(), self.reason.text())
