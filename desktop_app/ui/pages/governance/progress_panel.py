"""How far actions have come, as pictures that are read out in words: by body, and month by month."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.learning import ActionStatus
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.progress import by_body, by_status, over_time
from desktop_app.ui.pages.governance.progress_list import ProgressList, in_words
from desktop_app.ui.statuses import status_looks
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.badge import Badge, Look
from desktop_app.ui.widgets.check_box import CheckBox
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.words import rule, small


class ProgressPanel(Panel):
    def __init__(self) -> None:
        super().__init__(self.tr("How far it has come"), " ", ruled=True)
        self._snapshot, self._today = Snapshot(), dt.date.min
        lines = self.flush()
        edge = theme().px(16)
        choices = FlowRow(spacing=12)
        choices.line.setContentsMargins(edge, theme().px(10), edge, theme().px(10))
        self.by = Segmented(
            self.tr("Progress by"), (("body", self.tr("By body")), ("time", self.tr("Over time"))), "body"
        )
        self.by.chosen.connect(lambda _key: self._show())
        self.in_words = CheckBox(self.tr("Numbers in words"), self.tr("Numbers in words"))
        self.in_words.clicked.connect(lambda _on: self._show())
        choices.add(self.by)
        choices.add(self.in_words)
        lines.addWidget(choices)
        lines.addWidget(rule())
        self.list = ProgressList(self.tr("Progress"))
        lines.addWidget(self.list)
        self._key = FlowRow(spacing=8)
        self._key.line.setContentsMargins(edge, theme().px(10), edge, theme().px(10))
        lines.addWidget(self._key)
        self._foot = small("", wrap=True)
        self._foot.setContentsMargins(edge, 0, edge, theme().px(10))
        lines.addWidget(self._foot)

    def show_progress(self, snapshot: Snapshot, today: dt.date) -> None:
        self._snapshot, self._today = snapshot, today
        self._show()

    def _show(self) -> None:
        snapshot, body = self._snapshot, self.by.value != "time"
        rows = by_body(snapshot, self._today) if body else over_time(snapshot, self._today)
        looks = status_looks(snapshot)
        self.list.words = self.in_words.isChecked()
        self.list.show_progress(rows, looks, nobody=body)
        whole = by_status(snapshot, self._today)
        self._key.empty()
        for status, count in whole.counts:
            self._key.add(Badge(_counted(looks, status, count)))
        self.list.setVisible(bool(rows))
        self._key.setVisible(bool(rows))
        said = self.tr("All together: {}.").format(in_words(whole, looks))
        self._foot.setText(said if rows else self.tr("No actions yet."))


def _counted(looks: dict[ActionStatus, Look], status: ActionStatus, count: int) -> Look:
    look = looks[status]
    return Look(f"{look.word}: {count}", look.icon, look.tone)
