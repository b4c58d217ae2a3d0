"""The workshops page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.record import Record
from desktop_app.domain.workshop import Participant, Reflection, Workshop
from desktop_app.services import workshop_edits as edits
from desktop_app.services.workshop_advice import attribution_advice
from desktop_app.services.workshops import reflections_by_prompt
from desktop_app.ui.dates_words import day
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.workshops.attendance import Attendance
from desktop_app.ui.pages.workshops.event_form import EventForm
from desktop_app.ui.pages.workshops.head import Head
from desktop_app.ui.pages.workshops.planning import Planning
from desktop_app.ui.pages.workshops.reflection_form import ReflectionForm
from desktop_app.ui.pages.workshops.reflection_list import ReflectionList, rows_of
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import EmptyState
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.list_and_detail import ListAndDetail
from desktop_app.ui.widgets.panel import Panel, column
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import small


class WorkshopsPage(Page):
    """A workshop's sheets, from planning it to what was said of the findings."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._uid = ""
        self.listing = RecordList(self.tr("Workshops"))
        self.listing.picked.connect(self._show)
        self._split = ListAndDetail(self.listing, "", width=288)
        column(self).addWidget(self._split)
        add = Button(kind="quiet", icon="plus", name=self.tr("Add workshop"), cap="N")
        add.clicked.connect(self.add)
        self._split.head.addWidget(add)
        self.head = Head(self._sheet_names())
        self._split.detail.column.addWidget(self.head)
        self.form, self.event_form, self.attendance = ReflectionForm(), EventForm(), Attendance()
        self.planning = Planning(self, self._workshop)
        self.prompts = self.planning.prompts
        self.form.hide()
        self._build_said()
        self._sheets: dict[str, QWidget] = {
            "said": self._said,
            "event": self.event_form,
            "people": self.attendance,
            **self.planning.sheets,
        }
        detail = self._split.detail
        for part in (self.errors, self.form, *self._sheets.values()):
            detail.column.addWidget(part)
        detail.column.addStretch(1)
        flips: list[tuple[QBoxLayout, int]] = [(self.attendance.columns, 600), (self.prompts.columns, 600)]
        flips += [(self.planning.agenda.columns, 640), (self.planning.recall.columns, 640)]
        flips += [(self.planning.recall.pair, 480), (self.planning.room.conflicts.pair, 480)]
        flips += [(self.form.first, 480), (self.form.second, 480), (self.event_form.pair, 480)]
        for line, below in flips:
            detail.flip(line, below=below)
        self._connect()
        self._offer_actions()
        self.show_sheet("said")

    def _sheet_names(self) -> list[tuple[str, str]]:
        return [
            ("said", self.tr("What was said")),
            ("event", self.tr("The event")),
            ("people", self.tr("Who came")),
            ("prompts", self.tr("Prompts")),
            ("agenda", self.tr("Agenda")),
            ("room", self.tr("The room")),
            ("recall", self.tr("Findings, heard")),
        ]

    def _build_said(self) -> None:
        self.said = ReflectionList(self.tr("What was said"))
        self._said = Panel()
        self._said.flush().addWidget(self.said)
        self._no_words = small(
            self.tr("Nothing is written down yet. Press R, type what was said, Ctrl+Enter."), wrap=True
        )
        edge = theme().px(16)
        self._no_words.setContentsMargins(edge, edge, edge, edge)
        self._said.body.addWidget(self._no_words)

    def _connect(self) -> None:
        self.said.picked.connect(self._change)
        self.form.kept.connect(self._keep)
        self.form.edited.connect(partial(self._put, self.tr("Edit reflection")))
        self.form.deleted.connect(self._delete_reflection)
        self.form.closed.connect(self._close_form)
        self.form.choices_changed.connect(self._advise)
        self.event_form.edited.connect(partial(self._put, self.tr("Edit workshop")))
        self.attendance.edited.connect(partial(self._put, self.tr("Edit participant")))
        self.attendance.add_asked.connect(self.add_participant)
        self.attendance.deleted.connect(self._delete_participant)
        self.head.sheet_chosen.connect(self.show_sheet)
        self.head.add_asked.connect(self.write_down)
        self.head.delete_asked.connect(self.delete)

    def _offer_actions(self) -> None:
        self.offer("N", self.tr("Add a workshop"), self.add)
        self.offer("R", self.tr("Write down what was said"), self.write_down)
        self.offer("F2", self.tr("Change the title"), self._rename)
        for number, (name, words) in enumerate(self._sheet_names(), 1):
            self.offer(f"Alt+{number}", words, partial(self.show_sheet, name))
        self.offer("Ctrl+I", self.tr("Import what was said"), lambda: self.desk.go("import", "reflections"))

    @property
    def here(self) -> str:
        return self._uid

    def take_focus(self) -> None:
        self.listing.setFocus()

    def open_record(self, uid: str) -> None:
        """A workshop, or something that was said at one; "room" shows how a room is opened."""
        if uid == "room":
            self.show_sheet("room")
            self.planning.room.passphrase.setFocus()
            return
        said = next((r for r in self.desk.snapshot.reflections if r.uid == uid), None)
        self.listing.pick(said.workshop if said else uid)
        if said is not None:
            self.show_sheet("said")
            self.said.pick(uid)
            self._change(uid)

    def refresh(self, families: frozenset[str]) -> None:
        workshops = self.desk.snapshot.workshops
        count = len(workshops)
        self._split.heading.setText(self.tr("1 workshop") if count == 1 else self.tr("{} workshops").format(count))
        entries = [
            Entry(w.uid, w.title or self.tr("No title yet"), day(w.date) or self.tr("No date yet")) for w in workshops
        ]
        with QSignalBlocker(self.listing):  # what is current is shown once, below
            self.listing.show_entries(entries, self._uid)
        if not workshops:
            empty = EmptyState(
                self.tr("No workshops yet"),
                self.tr(
                    "Write down what practitioners, managers or the family said, without writing down who said it."
                ),
                self.tr("Add the first"),
                cap="N",
            )
            empty.acted.connect(self.add)
            self._uid = ""
            self._split.show_empty(empty)
            return
        self._split.show_empty(None)
        self._show(self.listing.current)

    def _workshop(self) -> Workshop | None:
        return next((w for w in self.desk.snapshot.workshops if w.uid == self._uid), None)

    def _show(self, uid: str) -> None:
        if uid != self._uid:
            self._keep_typed()
            self.errors.hide()
            self.form.hide()
        self._uid = uid
        held = self._workshop()
        if held is None:
            return
        snapshot = self.desk.snapshot
        self.head.title.set_text(held.title or self.tr("No title yet"))
        kind = held.type.replace("-", " ").capitalize()
        self.head.second.set_text(", ".join(part for part in (kind, day(held.date), held.place) if part))
        groups = reflections_by_prompt(snapshot, uid)
        rows = rows_of([(prompt, said) for prompt, said in groups if said])
        self.said.show_rows(rows)
        self.said.setVisible(bool(rows))
        self._no_words.setVisible(not rows)
        self.form.show_prompts(sorted(snapshot.prompts, key=lambda p: (p.library, p.order)))
        self._renew_form()
        self.event_form.show_workshop(held)
        self.attendance.show_participants([p for p in snapshot.participants if p.workshop == uid], snapshot.agencies)
        self.planning.show_workshop(held)
        self._open_draft()

    def _renew_form(self) -> None:
        """After undo or a change from elsewhere the form shows what is stored; what is new in it stays."""
        if self.form.isHidden() or self.form.is_new:
            return
        held = next((r for r in self.desk.snapshot.reflections if r.uid == self.form.reflection.uid), None)
        if held is None:
            self.form.hide()
        else:
            self.form.show_reflection(held, is_new=False)

    def show_field(self, field: QWidget) -> None:
        for name, sheet in self._sheets.items():
            if sheet.isAncestorOf(field):
                self.show_sheet(name)

    def show_sheet(self, name: str) -> None:
        self.head.show_sheet(name)
        if name != "said":
            self._keep_typed()
            self.form.hide()
        for key, sheet in self._sheets.items():
            sheet.setVisible(key == name)

    def _rename(self) -> None:
        self.show_sheet("event")
        self.event_form.title_field.setFocus()

    def _put(self, label: str, record: Record) -> None:
        self.put(label, record)

    def _make(self, make: Callable[[], tuple[ChangeSet, str]]) -> str:
        """The uid of what was made, "" when it was refused."""
        made: list[str] = []

        def change() -> ChangeSet:
            changes, uid = make()
            made.append(uid)
            return changes

        return made[0] if self.do(change) else ""

    def add(self) -> None:
        uid = self._make(lambda: edits.add_workshop(self.desk.session))
        if uid:
            self.listing.pick(uid)
            self._rename()

    def delete(self) -> None:
        if self._uid and self.do(lambda: edits.delete_workshop(self.desk.session, self._uid)):
            self.listing.setFocus()
            self.desk.told.emit(self.tr("Workshop deleted, with what was said there. Ctrl+Z brings it back."))

    def write_down(self) -> None:
        """An empty form, with the choices of the last one kept: a table's notes are mostly alike."""
        if not self._uid:
            return
        self.show_sheet("said")
        self._open_form()
        self.form.text_field.setFocus()

    def _open_form(self) -> None:
        last = self.form.reflection
        fresh = Reflection(workshop=self._uid)
        if not self.form.isHidden() and self.form.is_new:
            fresh = replace(fresh, prompt=last.prompt, capture=last.capture, consent=last.consent, valence=last.valence)
        elif self.desk.snapshot.prompts:
            fresh = replace(fresh, prompt=self._prompt_here())
        self.form.show_reflection(fresh, is_new=True)
        self.form.show()

    def _prompt_here(self) -> str:
        """The prompt of the reflection that is chosen, else the first one used here, else the first of all."""
        said = [row.reflection for row in self.said.rows if row.reflection is not None]
        chosen = [r.prompt for r in said if r.uid == self.said.current] or [r.prompt for r in said]
        return chosen[0] if chosen else min(self.desk.snapshot.prompts, key=lambda p: (p.library, p.order)).uid

    def _keep(self) -> None:
        reflection = self.form.reflection
        if self.do(lambda: edits.add_reflection(self.desk.session, reflection)):
            self.keep_draft(self._draft_key, "")
            self.write_down()

    def _keep_typed(self) -> None:
        """Words typed and not yet kept are kept: leaving, locking and closing ask nothing and lose nothing."""
        reflection = self.form.reflection
        if not self.form.isHidden() and self.form.is_new and reflection.text:
            self.form.hide()
            self.keep_draft(self._draft_key, "")
            self.do(lambda: edits.add_reflection(self.desk.session, reflection))

    def commit(self) -> None:
        """Words of a new one that is still being typed are kept as a draft in the file, not yet as a step."""
        super().commit()
        if self._uid and not self.form.isHidden() and self.form.is_new:
            self.keep_draft(self._draft_key, self.form.reflection.text)

    @property
    def _draft_key(self) -> str:
        return f"reflection:{self._uid}"

    def _open_draft(self) -> None:
        draft = self.desk.session.draft(self._draft_key)
        if draft and self.form.isHidden():
            self._open_form()
            self.form.text_field.setPlainText(draft)

    def _change(self, uid: str) -> None:
        held = next((r for r in self.desk.snapshot.reflections if r.uid == uid), None)
        if held is not None:
            self._keep_typed()
            self.form.show_reflection(held, is_new=False)
            self.form.show()
            self.form.text_field.setFocus()
            self._split.detail.ensureWidgetVisible(self.form)

    def _close_form(self) -> None:
        self._keep_typed()
        self.form.hide()
        self.said.setFocus()

    def _advise(self) -> None:
        self.form.advise(attribution_advice(self.desk.snapshot, self.form.reflection))

    def _delete_reflection(self, uid: str) -> None:
        self.form.hide()
        self.do(lambda: self.desk.session.delete("Delete reflection", Reflection, uid))
        self.said.setFocus()
        self.desk.told.emit(self.tr("Deleted. Ctrl+Z brings it back."))

    def add_participant(self) -> None:
        uid = self._make(lambda: edits.add_participant(self.desk.session, self._uid))
        if uid:
            self.attendance.listing.pick(uid)
            self.attendance.name.setFocus()

    def _delete_participant(self, uid: str) -> None:
        self.do(lambda: self.desk.session.delete("Delete participant", Participant, uid))
