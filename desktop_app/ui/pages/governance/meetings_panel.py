"""Meetings that oversee the review: when, which body, what it was told and what it decided."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal

from desktop_app.common.clock import today
from desktop_app.domain.governance import Meeting
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.meetings import told_since_last
from desktop_app.ui.dates_words import day
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import Panel, row
from desktop_app.ui.widgets.record_form import FieldInfo, RecordForm
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import rule, small

_ROW, _MOST = 48, 5


def _updates(snapshot: Snapshot) -> list[tuple[str, str]]:
    numbers = {action.uid: action.number for action in snapshot.actions}
    held = sorted(snapshot.updates, key=lambda update: update.as_at or today(), reverse=True)
    return [(u.uid, f"{numbers.get(u.action, 0)}  {day(u.as_at)}  {u.text[:60]}") for u in held]


def _outputs(snapshot: Snapshot) -> list[tuple[str, str]]:
    return [(o.uid, f"{o.kind.value}, {o.profile.value}, {o.version}") for o in snapshot.outputs]


class MeetingsPanel(Panel):
    edited = Signal(object)  # Meeting
    deleted = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Meetings"), " ", ruled=True)
        add = Button(kind="quiet", icon="plus", name=self.tr("Add a meeting"))
        add.clicked.connect(self.add)
        self.head.addWidget(add)
        self._snapshot = Snapshot()
        lines = self.flush()
        self.list = RecordList(self.tr("Meetings"))
        self.list.picked.connect(self._show)
        lines.addWidget(self.list)
        self._rule = rule()
        lines.addWidget(self._rule)
        self.form = RecordForm(self._fields())
        self.form.setProperty("role", "")
        self.form.edited.connect(self.edited)
        lines.addWidget(self.form)
        edge = theme().px(16)
        foot = row(spacing=12)
        foot.setContentsMargins(edge, 0, edge, theme().px(12))
        self.gather = Button(self.tr("All told since the last one"), icon="chat-text")
        self.gather.clicked.connect(self.gather_updates)
        self.remove = Button(self.tr("Delete"), kind="quiet", icon="trash")
        self.remove.clicked.connect(lambda: self.deleted.emit(self.list.current))
        foot.addWidget(self.gather)
        foot.addWidget(self.remove)
        foot.addStretch(1)
        self.foot = foot
        lines.addLayout(foot)
        self._none = small(self.tr("No meeting is kept yet. Add the first with what it decided."), wrap=True)
        self._none.setContentsMargins(edge, theme().px(12), edge, theme().px(12))
        lines.addWidget(self._none)

    def _fields(self) -> tuple[FieldInfo, ...]:
        return (
            FieldInfo("on", self.tr("Held on"), "day"),
            FieldInfo("body", self.tr("Which body met")),
            FieldInfo("purpose", self.tr("What it was about"), "text"),
            FieldInfo("present", self.tr("Who was there (roles or agencies)"), "text"),
            FieldInfo("apologies", self.tr("Apologies")),
            FieldInfo("next_on", self.tr("Next meeting"), "day"),
            FieldInfo("decisions", self.tr("What was decided"), "text"),
            FieldInfo("asked_for", self.tr("What is to be brought to the next one"), "text"),
            FieldInfo("updates", self.tr("Updates told"), "many", self.tr("Told no updates"), options=_updates),
            FieldInfo("outputs", self.tr("Outputs given"), "many", self.tr("Given no output"), options=_outputs),
        )

    def show_meetings(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        held = list(reversed(snapshot.meetings))
        self.note.setText(str(len(held)) if held else "")
        self.list.show_entries([self._entry(meeting) for meeting in held])
        self.list.setFixedHeight(theme().px(_ROW) * min(max(len(held), 1), _MOST) + 2)
        for shown in (self.list, self._rule, self.form, self.gather, self.remove):
            shown.setVisible(bool(held))
        self._none.setVisible(not held)
        self._show(self.list.current)

    def _entry(self, meeting: Meeting) -> Entry:
        body = meeting.body or self.tr("No body named yet")
        told = len(meeting.updates)
        said = self.tr("told 1 update") if told == 1 else self.tr("told {} updates").format(told)
        decided = "" if meeting.decisions else self.tr("no decision noted")
        second = ", ".join(filter(None, [day(meeting.on) or self.tr("no day yet"), said, decided]))
        return Entry(uid=meeting.uid, title=body, second=second, icon="users-three")

    def _held(self, uid: str) -> Meeting | None:
        return next((meeting for meeting in self._snapshot.meetings if meeting.uid == uid), None)

    def _show(self, uid: str) -> None:
        meeting = self._held(uid)
        if meeting is not None:
            self.form.show_record(self._snapshot, meeting)
            self.gather.block("" if told_since_last(self._snapshot, meeting) else self.tr("Nothing new was reported."))

    def add(self) -> None:
        made = Meeting(on=today(), body=self._snapshot.meetings[-1].body if self._snapshot.meetings else "")
        self.edited.emit(made)
        self.list.pick(made.uid)
        self.form.fields["body"].setFocus()

    def gather_updates(self) -> None:
        meeting = self._held(self.list.current)
        if meeting is not None:
            told = told_since_last(self._snapshot, meeting)
            self.edited.emit(replace(meeting, updates=tuple(dict.fromkeys((*meeting.updates, *told)))))
