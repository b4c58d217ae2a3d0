"""The steps an action is made of: what, by when, and when each was met."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.learning import Milestone
from desktop_app.domain.snapshot import Snapshot
from desktop_app.ui.dates_words import day
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button, shortcut
from desktop_app.ui.widgets.day_field import DayField, exact_day
from desktop_app.ui.widgets.fields import Labelled, LineField
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import words

_ROW, _MOST = 48, 5


class Milestones(QWidget):
    edited = Signal(object)  # Milestone
    deleted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._action = ""
        self._steps: dict[str, Milestone] = {}
        lines = column(self, spacing=8)
        lines.addWidget(words(self.tr("Milestones"), font="bold"))
        self.list = RecordList(self.tr("Milestones"))
        self.list.picked.connect(self._show)
        shortcut(self.list, "Delete", lambda: self.deleted.emit(self.list.current))
        lines.addWidget(self.list)
        self.met = DayField(self.tr("This one was met on"))
        self.met.left_day.connect(self._meet)
        lines.addWidget(self.met)
        self.text_field, self.due = LineField(), DayField(self.tr("By"))
        across = row(spacing=12)
        across.addWidget(Labelled(self.tr("New milestone"), self.text_field), 2, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.due, 1, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(across)
        foot = row()
        self.button = Button(self.tr("Add milestone"), icon="plus")
        self.button.clicked.connect(self.add)
        self.text_field.returnPressed.connect(self.add)
        foot.addWidget(self.button)
        foot.addStretch(1)
        lines.addLayout(foot)

    def show_steps(self, snapshot: Snapshot, action: str) -> None:
        if action != self._action:
            self.text_field.show_text("")
            self.due.show_day(None)
        self._action = action
        held = [step for step in snapshot.milestones if step.action == action]
        self._steps = {step.uid: step for step in held}
        self.list.show_entries([self._entry(step) for step in held])
        self.list.setFixedHeight(theme().px(_ROW) * min(max(len(held), 1), _MOST) + 2)
        self.list.setVisible(bool(held))
        self.met.setVisible(bool(held))
        self._show(self.list.current)

    def _entry(self, step: Milestone) -> Entry:
        due = self.tr("by {}").format(day(step.due)) if step.due else self.tr("no day set")
        if step.met_on:
            second, icon, tone = self.tr("met {}").format(day(step.met_on)), "check-circle", "good"
        else:
            second, icon, tone = due, "flag", "text2"
        return Entry(uid=step.uid, title=step.text, second=second, icon=icon, tone=tone)

    def _show(self, uid: str) -> None:
        step = self._steps.get(uid)
        if step is not None:
            self.met.show_day(step.met_on)

    def _meet(self, value: dt.date | None) -> None:
        step = self._steps.get(self.list.current)
        if step is not None and step.met_on != value:
            self.edited.emit(replace(step, met_on=value))

    def add(self) -> None:
        text = self.text_field.text().strip()
        if text:
            due = exact_day(self.due.line.text())
            self.text_field.show_text("")
            self.due.show_day(None)
            self.edited.emit(Milestone(action=self._action, text=text, due=due))
            self.text_field.setFocus()
