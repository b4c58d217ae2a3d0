"""Actions by status; the late ones say how late, and why or that nobody has said."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.governance import ActionLine, actions_by_status
from desktop_app.ui.dates_words import day
from desktop_app.ui.statuses import TONE_OF_WORDS, status_looks
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import small

_ROW, _GROUP, _MOST = 48, 36, 560


class ActionsPanel(Panel):
    opened = Signal(str)  # uid of an action

    def __init__(self) -> None:
        super().__init__(self.tr("Actions by status"), " ", ruled=True)
        lines = self.flush()
        self.list = RecordList(self.tr("Actions"))
        self.list.opened.connect(self.opened)
        self.list.doubleClicked.connect(lambda _index: self.opened.emit(self.list.current))
        lines.addWidget(self.list)
        self._foot = small("", wrap=True)
        edge = theme().px(16)
        self._foot.setContentsMargins(edge, theme().px(10), edge, theme().px(10))
        lines.addWidget(self._foot)

    def show_actions(self, snapshot: Snapshot, today: dt.date) -> None:
        groups = actions_by_status(snapshot, today)
        looks, entries = status_looks(snapshot), list[Entry]()
        height = 2
        for status, lines in groups:
            look = looks[status]
            entries.append(Entry(group=f"{look.word}, {len(lines)}"))
            entries += [self._entry(line, look.icon, TONE_OF_WORDS[look.tone]) for line in lines]
            height += theme().px(_GROUP) + theme().px(_ROW) * len(lines)
        self.list.show_entries(entries)
        self.list.setFixedHeight(min(height, theme().px(_MOST)))
        self.list.setVisible(bool(entries))
        late = [line for _, lines in groups for line in lines if line.days_late]
        total = sum(len(lines) for _, lines in groups)
        self.note.setText(self.tr("{} actions, {} late").format(total, len(late)) if total else "")
        said = self.tr("Enter opens an action beside the recommendation that it answers.")
        self._foot.setText(said if entries else self.tr("No actions yet. They are added under a recommendation."))

    def _entry(self, line: ActionLine, icon: str, tone: str) -> Entry:
        parts = [self.tr("due {}").format(day(line.due)) if line.due else ""]
        if line.days_late or line.revised:
            parts.append(
                self.tr("why: {}").format(line.reason.rstrip(".")) if line.reason else self.tr("no reason given")
            )
        parts.append(line.owner)
        if line.answers:
            parts.append(self.tr("answers {}").format(", ".join(line.answers)))
        late = self.tr("{} days late").format(line.days_late) if line.days_late != 1 else self.tr("1 day late")
        return Entry(
            uid=line.uid,
            number=str(line.number),
            title=line.text,
            second=", ".join(filter(None, parts)) or " ",
            icon="warning" if line.days_late else icon,
            tone="warn" if line.days_late else tone,
            right=late if line.days_late else "",
        )
