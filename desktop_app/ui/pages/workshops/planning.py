"""The sheets of a workshop before and after its day: agenda, questions, the room, what was said of the findings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.record import Record
from desktop_app.domain.workshop import AgendaItem, Concern, RecallFeedback, Workshop
from desktop_app.services import workshop_agenda, workshop_edits, workshop_recall
from desktop_app.services.prompt_files import read_prompt_file
from desktop_app.services.workshop_library import agendas, prompt_libraries
from desktop_app.ui.page import Page
from desktop_app.ui.pages.workshops.agenda import Agenda
from desktop_app.ui.pages.workshops.matters import Matters
from desktop_app.ui.pages.workshops.prompts import Prompts
from desktop_app.ui.pages.workshops.recall import Recall
from desktop_app.ui.pages.workshops.room_sheet import RoomSheet


class Planning(QObject):
    """Builds those sheets and turns what is asked on them into changes."""

    def __init__(self, page: Page, shown: Callable[[], Workshop | None]) -> None:
        super().__init__(page)
        self._page, self._shown = page, shown
        self.matters = Matters()
        self.agenda, self.room, self.recall, self.prompts = Agenda(), RoomSheet(page.desk), Recall(), Prompts()
        self.sheets: dict[str, QWidget] = {
            "prompts": self.prompts,
            "agenda": self.agenda,
            "room": self.room,
            "recall": self.recall,
            "matters": self.matters,
        }
        session = page.desk.session
        self.matters.edited.connect(partial(self._put, self.tr("Edit a matter taken forward")))
        self.matters.add_asked.connect(self._add_matter)
        self.matters.deleted.connect(lambda uid: self._delete(Concern, uid))
        self.agenda.edited.connect(partial(self._put, self.tr("Edit the agenda")))
        self.agenda.add_asked.connect(self._add_item)
        self.agenda.deleted.connect(lambda uid: self._delete(AgendaItem, uid))
        self.agenda.moved.connect(self._move)
        self.agenda.template_asked.connect(self._use_template)
        self.prompts.edited.connect(partial(self._put, self.tr("Edit prompt")))
        self.prompts.add_asked.connect(self.add_prompt)
        self.prompts.deleted.connect(lambda uid: page.do(lambda: workshop_edits.delete_prompt(session, uid)))
        self.prompts.library_chosen.connect(self._use_library)
        self.prompts.file_asked.connect(self._choose_prompts)
        self.room.failed.connect(page.errors.show_error)
        self.room.changed.connect(self._changed)
        self.recall.added.connect(self._heard)
        self.recall.edited.connect(partial(self._put, self.tr("Edit what was said of a finding")))
        self.recall.deleted.connect(lambda uid: self._delete(RecallFeedback, uid))

    def show_workshop(self, workshop: Workshop) -> None:
        snapshot = self._page.desk.snapshot
        self.agenda.show_workshop(snapshot, workshop)
        self.prompts.show_prompts(snapshot.prompts, workshop.library)
        self.room.show_workshop(workshop)
        self.recall.show_snapshot(snapshot, workshop.uid)
        self.matters.show_workshop(snapshot, workshop.uid)

    def _put(self, label: str, record: Record) -> None:
        self._page.put(label, record)

    def _delete(self, kind: type[Record], uid: str) -> None:
        if uid:
            self._page.do(lambda: self._page.desk.session.delete(self.tr("Delete"), kind, uid))
            self._page.desk.told.emit(self.tr("Deleted. Ctrl+Z brings it back."))

    def _changed(self, changes: ChangeSet) -> None:
        self._page.errors.hide()
        self._page.desk.announce(changes)

    def _add_item(self) -> None:
        workshop = self._shown()
        if workshop is not None:
            made: list[str] = []

            def add() -> ChangeSet:
                changes, uid = workshop_agenda.add_item(self._page.desk.session, workshop.uid)
                made.append(uid)
                return changes

            if self._page.do(add):
                self.agenda.listing.pick(made[0])
                self.agenda.title_field.setFocus()

    def _move(self, uid: str, by: int) -> None:
        if uid and self._page.do(lambda: workshop_agenda.move_item(self._page.desk.session, uid, by)):
            self.agenda.listing.pick(uid)

    def _use_template(self, template: str) -> None:
        workshop = self._shown()
        chosen = next((one for one in agendas() if one.id == template), None)
        if workshop is not None and chosen is not None:
            self._page.do(lambda: workshop_agenda.use_template(self._page.desk.session, workshop.uid, chosen))

    def _use_library(self, library: str) -> None:
        """One that ships with the program, or one of this review's own; "" asks everything there is."""
        workshop = self._shown()
        if workshop is None:
            return
        chosen = next((one for one in prompt_libraries() if one.id == library), None)
        session = self._page.desk.session
        if chosen is not None:
            self._page.do(lambda: workshop_agenda.use_library(session, workshop, chosen))
        else:
            self._page.do(lambda: workshop_agenda.ask_library(session, workshop, library))

    def _choose_prompts(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self._page, self.tr("A set of prompts"), "", self.tr("Sets of prompts (*.toml *.csv)")
        )
        if chosen:
            self.read_prompts(Path(chosen))

    def read_prompts(self, path: Path) -> None:
        """Ask what stands in a file from now on."""
        workshop, session = self._shown(), self._page.desk.session
        if workshop is not None:
            self._page.do(lambda: workshop_agenda.use_library(session, workshop, read_prompt_file(path)))

    def add_prompt(self) -> None:
        made: list[str] = []

        def add() -> ChangeSet:
            changes, uid = workshop_edits.add_prompt(self._page.desk.session)
            made.append(uid)
            return changes

        if self._page.do(add):
            self.prompts.listing.pick(made[0])
            self.prompts.text_field.setFocus()

    def _add_matter(self) -> None:
        workshop = self._shown()
        if workshop is not None:
            made = Concern(workshop=workshop.uid)
            if self._page.put(self.tr("Add a matter taken forward"), made):
                self.matters.listing.pick(made.uid)
                self.matters.text_field.setFocus()

    def _heard(self, feedback: RecallFeedback) -> None:
        if self._page.do(lambda: workshop_recall.add_feedback(self._page.desk.session, feedback)):
            self.recall.added_one()
