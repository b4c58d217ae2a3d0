"""The workshops page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from desktop_app.common.errors import UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.record import Record
from desktop_app.domain.workshop import Participant, Workshop
from desktop_app.services import workshop_edits as edits
from desktop_app.services.workshop_invitations import invitations
from desktop_app.ui.dates_words import day
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.workshops.attendance import Attendance
from desktop_app.ui.pages.workshops.event_form import EventForm
from desktop_app.ui.pages.workshops.head import Head
from desktop_app.ui.pages.workshops.planning import Planning
from desktop_app.ui.pages.workshops.said_sheet import SaidSheet
from desktop_app.ui.widgets.advice import EmptyState
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.list_and_detail import ListAndDetail
from desktop_app.ui.widgets.panel import column
from desktop_app.ui.widgets.record_list import Entry, RecordList


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
        self.sheet, self.event_form, self.attendance = SaidSheet(self), EventForm(), Attendance()
        self.form, self.said = self.sheet.form, self.sheet.listing
        self.planning = Planning(self, self._workshop)
        self.prompts = self.planning.prompts
        self._sheets: dict[str, QWidget] = {
            "said": self.sheet.panel,
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
        flips += [(self.planning.matters.columns, 640)]
        flips += [(self.planning.recall.pair, 480), (self.planning.room.conflicts.pair, 480)]
        flips += [
            (self.form.first, 480),
            (self.form.second, 480),
            (self.event_form.pair, 480),
            (self.attendance.days, 480),
        ]
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
            ("matters", self.tr("Taken forward")),
        ]

    def _connect(self) -> None:
        self.sheet.opened.connect(lambda: self._split.detail.ensureWidgetVisible(self.form))
        self.event_form.edited.connect(partial(self._put, self.tr("Edit workshop")))
        self.attendance.edited.connect(partial(self._put, self.tr("Edit participant")))
        self.attendance.add_asked.connect(self.add_participant)
        self.attendance.deleted.connect(self._delete_participant)
        self.attendance.letter_asked.connect(self._copy_letter)
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
            self.sheet.change(uid)

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
            self.sheet.leave()
            self.errors.hide()
        self._uid = uid
        held = self._workshop()
        if held is None:
            return
        snapshot = self.desk.snapshot
        self.head.title.set_text(held.title or self.tr("No title yet"))
        kind = held.type.replace("-", " ").capitalize()
        self.head.second.set_text(", ".join(part for part in (kind, day(held.date), held.place) if part))
        self.event_form.show_workshop(held)
        self.attendance.show_participants([p for p in snapshot.participants if p.workshop == uid], snapshot.agencies)
        self.planning.show_workshop(held)
        self.sheet.show_workshop(held)

    def show_field(self, field: QWidget) -> None:
        for name, sheet in self._sheets.items():
            if sheet.isAncestorOf(field):
                self.show_sheet(name)

    def show_sheet(self, name: str) -> None:
        self.head.show_sheet(name)
        if name != "said":
            self.sheet.leave()
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
        self.sheet.write_down()

    def commit(self) -> None:
        """What is still being typed is kept as a draft in the file."""
        super().commit()
        self.sheet.keep_draft()

    def add_participant(self) -> None:
        uid = self._make(lambda: edits.add_participant(self.desk.session, self._uid))
        if uid:
            self.attendance.listing.pick(uid)
            self.attendance.name.setFocus()

    def _delete_participant(self, uid: str) -> None:
        self.do(lambda: self.desk.session.delete("Delete participant", Participant, uid))

    def _copy_letter(self, uid: str) -> None:
        """To the clipboard, which is cleared as after any copying here; that it was sent is theirs to enter."""
        workshop = self._workshop()
        if workshop is None:
            return
        try:
            letters = invitations(self.desk.snapshot, workshop)
        except UserError as error:
            self.errors.show_error(error)
            return
        self.errors.hide()
        letter = next((one for one in letters if one.participant.uid == uid), None)
        if letter is None:
            self.desk.told.emit(self.tr("A letter needs a name: say who is asked."))
            return
        QApplication.clipboard().setText(letter.text)
        self.desk.told.emit(self.tr("The letter is on the clipboard for a moment: paste it where you write to them."))
