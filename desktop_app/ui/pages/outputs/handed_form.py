"""Who was given an output, and by when it comes down."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.output import Output
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.fields import Labelled, LineField
from desktop_app.ui.widgets.panel import column


class HandedForm(QWidget):
    given = Signal(str, str, str)  # to whom, how, who gave it
    withdrawal = Signal(object)  # the day, or None for the rule's

    def __init__(self, output: Output) -> None:
        super().__init__()
        lines = column(self, spacing=8)
        self.to, self.how, self.by = LineField(), LineField(placeholder=self.tr("secure mail")), LineField()
        lines.addWidget(Labelled(self.tr("Given to"), self.to))
        lines.addWidget(Labelled(self.tr("How"), self.how))
        lines.addWidget(Labelled(self.tr("By whom (a role)"), self.by))
        self.button = Button(self.tr("Note the recipient"), icon="plus")
        self.button.clicked.connect(self._give)
        self.by.returnPressed.connect(self._give)
        lines.addWidget(self.button)
        self.day = DayField(self.tr("To be taken down by"), self.tr("Empty: as the rules say."))
        self.day.show_day(output.withdraw_by)
        self.day.left_day.connect(self._day)
        lines.addWidget(self.day)
        self._held = output.withdraw_by

    def _give(self) -> None:
        self.given.emit(self.to.text(), self.how.text(), self.by.text())

    def _day(self, day: object) -> None:
        if day != self._held:
            self.withdrawal.emit(day)
