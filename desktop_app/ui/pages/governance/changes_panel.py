"""What has changed between two days; Enter goes to the record."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, Signal

from desktop_app.domain.learning import ActionStatus
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.as_at import Change, changed
from desktop_app.services.recommendation_edits import as_read
from desktop_app.ui.dates_words import day
from desktop_app.ui.statuses import status_look
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.where import place_of
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.panel import Panel, row
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import rule, small

_ROW, _MOST = 48, 6
_MONTHS_BACK = 90  # days: a board meets each quarter
_ICONS = {
    "update": ("chat-text", "text2"),
    "status": ("play", "text2"),
    "due": ("calendar-blank", "text2"),
    "milestone": ("flag", "good"),
    "overdue": ("warning", "warn"),
    "answer": ("check-circle", "text2"),
}


class ChangesPanel(Panel):
    followed = Signal(str, str)

    def __init__(self, today: dt.date) -> None:
        super().__init__(self.tr("What has changed"), " ", ruled=True)
        self._snapshot = Snapshot()
        self.since_day, self.until_day = today - dt.timedelta(days=_MONTHS_BACK), today
        lines = self.flush()
        edge = theme().px(16)
        self.pair = row(spacing=12)
        self.pair.setContentsMargins(edge, theme().px(10), edge, theme().px(10))
        self.since, self.until = DayField(self.tr("Since")), DayField(self.tr("As at"))
        self.since.left_day.connect(self._since)
        self.until.left_day.connect(self._until)
        self.pair.addWidget(self.since, 1)
        self.pair.addWidget(self.until, 1)
        lines.addLayout(self.pair)
        lines.addWidget(rule())
        self.list = RecordList(self.tr("What has changed"))
        lines.addWidget(self.list)
        self._foot = small("", wrap=True)
        self._foot.setContentsMargins(edge, theme().px(10), edge, theme().px(10))
        lines.addWidget(self._foot)
        self.list.opened.connect(self._open)
        self.list.doubleClicked.connect(lambda _index: self._open(self.list.current))

    def show_changes(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.since.show_day(self.since_day)
        self.until.show_day(self.until_day)
        found = changed(snapshot, self.since_day, self.until_day)
        self.note.setText(str(len(found)) if found else "")
        self.list.show_entries([self._entry(n, change) for n, change in enumerate(reversed(found))])
        self.list.setFixedHeight(theme().px(_ROW) * min(max(len(found), 1), _MOST) + 2)
        self.list.setVisible(bool(found))
        said = self.tr("Newest first. Enter goes there.")
        self._foot.setText(said if found else self.tr("Nothing was reported or changed between these days."))

    def _entry(self, number: int, change: Change) -> Entry:
        icon, tone = _ICONS[change.kind]
        what = self._what(change)
        why = self.tr("why: {}").format(change.reason) if change.reason else ""
        second = ", ".join(filter(None, [day(change.on), why]))
        return Entry(uid=f"{number} {change.uid}", title=what, second=second, icon=icon, tone=tone)

    def _what(self, change: Change) -> str:
        match change.kind:
            case "update":
                return self.tr("Action {}: {}").format(change.number, as_read(self._snapshot, change.after))
            case "status":
                before, after = self._status(change.before), self._status(change.after)
                return self.tr("Action {} was {}, is {}").format(change.number, before, after)
            case "due":
                before, after = _day(change.before), _day(change.after)
                return self.tr("Action {} was due {}, is due {}").format(change.number, before, after)
            case "milestone":
                return self.tr("Action {}: milestone met, {}").format(change.number, change.after)
            case "overdue":
                return self.tr("Action {} went past its date, {}").format(change.number, _day(change.after))
            case _:
                answer = {"accepted": self.tr("accepted"), "not-accepted": self.tr("not accepted")}.get(change.after)
                if answer is None:
                    return self.tr("The answer to recommendation {} was taken back").format(change.number)
                return self.tr("Recommendation {} was answered: {}").format(change.number, answer)

    def _status(self, value: str) -> str:
        known = value in set(ActionStatus)
        return status_look(self._snapshot, ActionStatus(value)).word.lower() if known else value

    def _since(self, value: dt.date | None) -> None:
        self.since_day = min(value, self.until_day) if value else self.since_day
        self.show_changes(self._snapshot)

    def _until(self, value: dt.date | None) -> None:
        self.until_day = max(value, self.since_day) if value else self.until_day
        self.show_changes(self._snapshot)

    def _open(self, row_uid: str) -> None:
        page, target = place_of(self._snapshot, row_uid.partition(" ")[2])
        if page:
            self.followed.emit(page, target)


def _day(value: str) -> str:
    return day(dt.date.fromisoformat(value)) if value else QCoreApplication.translate("ChangesPanel", "on no day")
