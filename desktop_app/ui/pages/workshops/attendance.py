"""Who came. A sheet of its own: nothing that was said leads to anybody on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.people import Agency
from desktop_app.domain.workshop import Participant
from desktop_app.services.workshop_library import wider_group
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import AdviceLine
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.check_box import CheckBox
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.fields import Chooser, Labelled, LineField
from desktop_app.ui.widgets.panel import Panel, column, row
from desktop_app.ui.widgets.record_list import Entry, RecordList


class Attendance(QWidget):
    edited = Signal(object)  # Participant, as it should be stored
    add_asked = Signal()
    deleted = Signal(str)
    letter_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._all: dict[str, Participant] = {}
        self._held = Participant()
        self.columns = row(self, spacing=16)
        people = Panel(self.tr("Who was there"), ruled=True)
        self._note = people.note
        add = Button(self.tr("Add"), kind="quiet", icon="plus", name=self.tr("Add a participant"))
        add.clicked.connect(self.add_asked)
        people.head.addWidget(add)
        note = AdviceLine(self.tr("Kept apart: no reflection refers to anybody here."))
        lines = column(spacing=0)
        lines.setContentsMargins(theme().px(16), theme().px(8), theme().px(16), theme().px(8))
        lines.addWidget(note)
        body = people.flush()
        body.addLayout(lines)
        self.listing = RecordList(self.tr("Who was there"))
        self.listing.setMinimumHeight(theme().px(240))
        self.listing.picked.connect(self._show)
        body.addWidget(self.listing, 1)
        self.columns.addWidget(people, 1)
        self.columns.addWidget(self._form(), 1)

    def _form(self) -> Panel:
        self.form = Panel(self.tr("Participant"))
        self.name, self.role, self.support, self.wider = LineField(), LineField(), LineField(), LineField()
        self.agency = Chooser()
        for label, field in (
            (self.tr("Name"), self.name),
            (self.tr("Role group"), self.role),
            (self.tr("Next group up, where too few share the role"), self.wider),
            (self.tr("Agency"), self.agency),
            (self.tr("Support offered"), self.support),
        ):
            self.form.body.addWidget(Labelled(label, field))
        self.reply = Chooser(
            [("", self.tr("No answer yet")), ("coming", self.tr("Coming")), ("not-coming", self.tr("Not coming"))]
        )
        self.invited, self.read = DayField(self.tr("Invited on")), DayField(self.tr("Pre-reading sent on"))
        self.days = row(spacing=12)
        self.days.addWidget(self.invited, 1)
        self.days.addWidget(self.read, 1)
        self.form.body.addLayout(self.days)
        self.form.body.addWidget(Labelled(self.tr("Their answer"), self.reply))
        self.attended = CheckBox(self.tr("Came"))
        self.witness = CheckBox(self.tr("May be a witness"))
        for box in (self.attended, self.witness):
            self.form.body.addWidget(box)
        letter = Button(self.tr("Copy the invitation"), icon="copy")
        letter.clicked.connect(lambda: self.letter_asked.emit(self._held.uid))
        foot = row()
        foot.addWidget(letter)
        remove = Button(kind="quiet", icon="trash", name=self.tr("Delete this participant"))
        remove.clicked.connect(lambda: self.deleted.emit(self._held.uid))
        foot.addWidget(remove)
        foot.addStretch(1)
        self.form.body.addLayout(foot)
        self.form.body.addStretch(1)
        self.name.left.connect(lambda text: self._edit(name=text.strip()))
        self.role.left.connect(lambda text: self._edit(role_group=text.strip()))
        self.wider.left.connect(lambda text: self._edit(wider_group=text.strip()))
        self.support.left.connect(lambda text: self._edit(support_offered=text.strip()))
        self.invited.left_day.connect(lambda value: self._edit(invited=value))
        self.read.left_day.connect(lambda value: self._edit(pre_reading_sent=value))
        self.reply.chosen.connect(lambda value: self._edit(reply=value))
        self.agency.chosen.connect(lambda value: self._edit(agency=value))
        self.attended.clicked.connect(lambda on: self._edit(attended=on))
        self.witness.clicked.connect(lambda on: self._edit(may_be_witness=on))
        return self.form

    def show_participants(self, participants: Sequence[Participant], agencies: Sequence[Agency]) -> None:
        names = {agency.uid: agency.name for agency in agencies}
        self._all = {p.uid: p for p in participants}
        came = sum(p.attended for p in participants)
        self._note.setText(self.tr("{} came").format(came) if participants else "")
        self.agency.set_options([("", self.tr("None")), *names.items()])
        entries = []
        for p in participants:
            second = ", ".join(part for part in (p.role_group, names.get(p.agency, "")) if part)
            said = "" if p.attended else self.tr("did not come")
            said = self.tr("said no") if p.reply == "not-coming" else said
            entries.append(Entry(p.uid, p.name or self.tr("No name yet"), second or " ", right=said))
        self.listing.show_entries(entries)
        self.form.setEnabled(bool(entries))
        self._show(self.listing.current)

    def _show(self, uid: str) -> None:
        self._held = held = self._all.get(uid, Participant())
        self.name.show_text(held.name)
        self.role.show_text(held.role_group)
        self.support.show_text(held.support_offered)
        self.wider.show_text(held.wider_group)
        self.wider.setPlaceholderText(wider_group(held.role_group) if held.role_group else "")
        self.agency.show_value(held.agency)
        self.invited.show_day(held.invited)
        self.read.show_day(held.pre_reading_sent)
        self.reply.show_value(held.reply)
        self.attended.setChecked(held.attended)
        self.witness.setChecked(held.may_be_witness)

    def _edit(self, **fields: Any) -> None:
        changed = replace(self._held, **fields)
        if changed != self._held and self._held.uid in self._all:
            self.edited.emit(changed)
