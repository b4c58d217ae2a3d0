"""Actions as at a day: the day in a field and on a line of time, and the actions with what was reported by then."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal

from desktop_app.common.clock import today
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.recommendations import RecommendationView
from desktop_app.ui.pages.recommendations.action_list import ActionList
from desktop_app.ui.statuses import status_looks
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.as_at import AsAtSlider
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.panel import Panel, row
from desktop_app.ui.widgets.words import heading, rule, small


class ActionsPanel(Panel):
    day_chosen = Signal(object)  # dt.date
    add_asked = Signal()
    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        body = self.flush()
        edge = theme().px(16)
        head = row(spacing=12)
        head.setContentsMargins(edge, theme().px(10), edge, theme().px(4))
        head.addWidget(heading(self.tr("Actions")))
        self.add_button = Button(self.tr("Add action"), kind="quiet", icon="plus")
        self.add_button.clicked.connect(self.add_asked)
        head.addStretch(1)
        head.addWidget(self.add_button)
        body.addLayout(head)
        self.when = row(spacing=16)
        self.when.setContentsMargins(edge, 0, edge, theme().px(8))
        self.day_field = DayField(self.tr("As at"))
        self.day_field.setMaximumWidth(theme().px(200))
        self.day_field.left_day.connect(lambda value: self.day_chosen.emit(value or today()))
        self.slider = AsAtSlider(self.tr("Actions as at"))
        self.slider.moved.connect(self.day_chosen)
        self.when.addWidget(self.day_field, 1, Qt.AlignmentFlag.AlignTop)
        self.when.addWidget(self.slider, 3, Qt.AlignmentFlag.AlignTop)
        body.addLayout(self.when)
        body.addWidget(rule())
        self.rows = ActionList(self.tr("Actions"))
        self.rows.picked.connect(self.picked)
        body.addWidget(self.rows)
        self._none = small(self.tr("Nothing answers this recommendation yet. Add the first action."), wrap=True)
        self._none.setContentsMargins(edge, theme().px(12), edge, theme().px(12))
        body.addWidget(self._none)

    def show_actions(self, snapshot: Snapshot, view: RecommendationView, when: dt.date, current: str) -> None:
        self.day_field.show_day(when)
        days = [u.as_at for action in view.actions for u in action.updates if u.as_at is not None]
        self.slider.show_updates(days, when, today())
        self.slider.setVisible(bool(days))
        self.rows.looks = status_looks(snapshot)
        self.rows.show_rows(view.actions, current)
        self.rows.setVisible(bool(view.actions))
        self._none.setVisible(not view.actions)
