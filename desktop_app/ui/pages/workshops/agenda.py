"""The day: what comes when. Times are worked out from the minutes, whatever is moved or made longer."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import AgendaItem, Workshop
from desktop_app.services.workshop_agenda import DEFAULT_START, hours, prompts_of, timed
from desktop_app.services.workshop_library import agendas
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import AdviceLine
from desktop_app.ui.widgets.buttons import Button, shortcut
from desktop_app.ui.widgets.fields import Chooser, Labelled, LineField, TextField
from desktop_app.ui.widgets.panel import Panel, column, row
from desktop_app.ui.widgets.record_list import Entry, RecordList

_TIME = re.compile(r"\s*([01]?\d|2[0-3])[:.h]?([0-5]\d)?\s*$")


class Agenda(QWidget):
    edited = Signal(object)  # AgendaItem or Workshop, as it should be stored
    add_asked = Signal()
    deleted = Signal(str)
    moved = Signal(str, int)
    template_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._all: dict[str, AgendaItem] = {}
        self._held, self._workshop = AgendaItem(), Workshop()
        self.columns = row(self, spacing=16)
        self.columns.addWidget(self._list_panel(), 3)
        self.columns.addWidget(self._form_panel(), 2)

    def _list_panel(self) -> Panel:
        panel = Panel(self.tr("Agenda"), ruled=True)
        self._note = panel.note
        add = Button(self.tr("Add"), kind="quiet", icon="plus", name=self.tr("Add to the agenda"))
        add.clicked.connect(self.add_asked)
        panel.head.addWidget(add)
        tools = row(spacing=12)
        tools.setContentsMargins(theme().px(16), theme().px(8), theme().px(16), theme().px(8))
        self.starts = LineField()
        self.starts.left.connect(self._start)
        self.template = Chooser([("", self.tr("Use a template")), *((one.id, one.title) for one in agendas())])
        self.template.chosen.connect(self._use)
        self._starts = Labelled(self.tr("Begins at"), self.starts)
        tools.addWidget(self._starts, 1)
        tools.addWidget(Labelled(self.tr("Template"), self.template), 2)
        body = panel.flush()
        body.addLayout(tools)
        self.listing = RecordList(self.tr("Agenda"))
        self.listing.setMinimumHeight(theme().px(432))
        self.listing.picked.connect(self._show)
        shortcut(self.listing, "Alt+Up", lambda: self.moved.emit(self._held.uid, -1))
        shortcut(self.listing, "Alt+Down", lambda: self.moved.emit(self._held.uid, 1))
        body.addWidget(self.listing, 1)
        return panel

    def _form_panel(self) -> Panel:
        self.form = Panel(self.tr("Part of the day"))
        self.title_field, self.minutes, self.about = LineField(), LineField(), TextField(least=2, most=6)
        self.prompt = Chooser()
        self._minutes = Labelled(self.tr("Minutes"), self.minutes)
        self.form.body.addWidget(Labelled(self.tr("What happens"), self.title_field))
        self.form.body.addWidget(self._minutes)
        self.form.body.addWidget(Labelled(self.tr("Question asked in it"), self.prompt))
        self.form.body.addWidget(Labelled(self.tr("For the facilitators only"), self.about))
        foot = row(spacing=8)
        for icon, name, cap, by in (
            ("arrow-up", self.tr("Move up"), "Alt+↑", -1),
            ("arrow-down", self.tr("Move down"), "Alt+↓", 1),
        ):
            button = Button(kind="quiet", icon=icon, name=name, cap=cap)
            button.clicked.connect(lambda _=False, by=by: self.moved.emit(self._held.uid, by))
            foot.addWidget(button)
        remove = Button(kind="quiet", icon="trash", name=self.tr("Delete this part of the agenda"))
        remove.clicked.connect(lambda: self.deleted.emit(self._held.uid))
        foot.addWidget(remove)
        foot.addStretch(1)
        self.form.body.addLayout(foot)
        lines = column(spacing=0)
        lines.addWidget(AdviceLine(self.tr("Those who come are sent the agenda without the facilitators’ notes.")))
        self.form.body.addLayout(lines)
        self.form.body.addStretch(1)
        self.title_field.left.connect(lambda text: self._edit(title=text.strip()))
        self.about.left.connect(lambda text: self._edit(about=text.strip()))
        self.prompt.chosen.connect(lambda value: self._edit(prompt=value))
        self.minutes.left.connect(self._set_minutes)
        return self.form

    def show_workshop(self, snapshot: Snapshot, workshop: Workshop) -> None:
        self._workshop = workshop
        rows = timed(snapshot, workshop)
        self._all = {one.item.uid: one.item for one in rows}
        minutes = sum(item.minutes for item in self._all.values())
        ends = self.tr("{}, ends at {}").format(hours(minutes), f"{rows[-1].ends:%H:%M}") if rows else ""
        self._note.setText(ends)
        self.starts.show_text(f"{workshop.starts or DEFAULT_START:%H:%M}")
        self._starts.advise("")
        self.template.show_value("")
        prompts = [(p.uid, p.text) for p in prompts_of(snapshot, workshop)]
        self.prompt.set_options([("", self.tr("None")), *prompts], self._held.prompt)
        self.listing.show_entries(
            [
                Entry(
                    one.item.uid,
                    one.item.title or self.tr("No words yet"),
                    " · ".join(filter(None, [self.tr("{} min").format(one.item.minutes), one.item.about])),
                    right=f"{one.starts:%H:%M}–{one.ends:%H:%M}",
                )
                for one in rows
            ]
        )
        self.form.setEnabled(bool(rows))
        self._show(self.listing.current)

    def _show(self, uid: str) -> None:
        self._held = held = self._all.get(uid, AgendaItem())
        self.title_field.show_text(held.title)
        self.minutes.show_text(str(held.minutes) if held.uid in self._all else "")
        self._minutes.advise("")
        self.about.show_text(held.about)
        self.prompt.show_value(held.prompt)

    def _edit(self, **fields: Any) -> None:
        changed = replace(self._held, **fields)
        if changed != self._held and self._held.uid in self._all:
            self.edited.emit(changed)

    def _set_minutes(self, text: str) -> None:
        if text.strip().isdecimal() and int(text) <= 24 * 60:
            self._edit(minutes=int(text))
        else:
            self._minutes.advise(self.tr("A whole number of minutes, such as 45."), icon="warning", tone="warn")

    def _start(self, text: str) -> None:
        read = _TIME.match(text)
        if read is None:
            self._starts.advise(self.tr("A time such as 9:30."), icon="warning", tone="warn")
            return
        starts = dt.time(int(read[1]), int(read[2] or 0))
        if starts != self._workshop.starts:
            self.edited.emit(replace(self._workshop, starts=starts))

    def _use(self, template: str) -> None:
        if template:
            self.template_asked.emit(template)
