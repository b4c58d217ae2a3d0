"""Safeguarding matters that were taken out of a workshop: what it is, who acts by when, and that it was done."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Concern
from desktop_app.ui.pages.workshops.form_foot import end_form
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import AdviceLine
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Labelled, LineField, TextField
from desktop_app.ui.widgets.panel import Panel, column, row
from desktop_app.ui.widgets.record_list import Entry, RecordList


class Matters(QWidget):
    edited = Signal(object)  # Concern, as it should be stored
    add_asked = Signal()
    deleted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._all: dict[str, Concern] = {}
        self._held = Concern()
        self.columns = row(self, spacing=16)
        listed = Panel(self.tr("Taken forward"), ruled=True)
        self._note = listed.note
        add = Button(self.tr("Add"), kind="quiet", icon="plus", name=self.tr("Add a matter"))
        add.clicked.connect(self.add_asked)
        listed.head.addWidget(add)
        lines = column(spacing=0)
        lines.setContentsMargins(theme().px(16), theme().px(8), theme().px(16), theme().px(8))
        lines.addWidget(AdviceLine(self.tr("Summaries count these and say no more.")))
        body = listed.flush()
        body.addLayout(lines)
        self.listing = RecordList(self.tr("Taken forward"))
        self.listing.setMinimumHeight(theme().px(240))
        self.listing.picked.connect(self._show)
        body.addWidget(self.listing, 1)
        self.columns.addWidget(listed, 1)
        self.columns.addWidget(self._form(), 1)

    def _form(self) -> Panel:
        self.form = Panel(self.tr("The matter"))
        self.text_field = TextField(least=3, most=8)
        self.who, self.when, self.done = LineField(), LineField(), LineField()
        for label, field in (
            (self.tr("What it is"), self.text_field),
            (self.tr("Who acts"), self.who),
            (self.tr("By when"), self.when),
            (self.tr("What was done, and when"), self.done),
        ):
            self.form.body.addWidget(Labelled(label, field))
        self._advice = AdviceLine()
        end_form(self.form, self._advice, self.tr("Delete this matter"), lambda: self.deleted.emit(self._held.uid))
        self.text_field.left.connect(lambda text: self._edit(text=text.strip()))
        self.who.left.connect(lambda text: self._edit(who_acts=text.strip()))
        self.when.left.connect(lambda text: self._edit(by_when=text.strip()))
        self.done.left.connect(lambda text: self._edit(done=text.strip()))
        return self.form

    def show_workshop(self, snapshot: Snapshot, workshop: str) -> None:
        matters = [c for c in snapshot.concerns if c.workshop == workshop]
        self._all = {c.uid: c for c in matters}
        waiting = sum(not c.done for c in matters)
        self._note.setText(self.tr("{} open").format(waiting) if waiting else "")
        self.listing.show_entries([self._entry(c) for c in matters])
        self.form.setEnabled(bool(matters))
        self._show(self.listing.current)

    def _entry(self, held: Concern) -> Entry:
        if held.done:
            return Entry(
                held.uid, held.text or self.tr("No words yet"), self.tr("Done"), icon="check-circle", tone="good"
            )
        if not held.who_acts:
            nobody = self.tr("Nobody acts on it yet")
            return Entry(held.uid, held.text or self.tr("No words yet"), nobody, icon="warning", tone="warn")
        second = ", ".join(filter(None, (held.who_acts, held.by_when)))
        return Entry(held.uid, held.text or self.tr("No words yet"), second, icon="hourglass")

    def _show(self, uid: str) -> None:
        self._held = held = self._all.get(uid, Concern())
        self.text_field.show_text(held.text)
        self.who.show_text(held.who_acts)
        self.when.show_text(held.by_when)
        self.done.show_text(held.done)
        nobody = uid in self._all and not held.who_acts
        self._advice.say(
            self.tr("Pass it on under your safeguarding procedure today. Here stands only who does.") if nobody else "",
            icon="warning",
            tone="warn",
        )

    def _edit(self, **fields: str) -> None:
        changed = replace(self._held, **fields)  # type: ignore[arg-type]  # each caller names a field of words
        if changed != self._held and self._held.uid in self._all:
            self.edited.emit(changed)
