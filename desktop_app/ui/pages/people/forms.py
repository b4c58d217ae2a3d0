"""The forms for a person and for a body. Leaving a field is one step; advice never blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.people import Body, BodyKind, Person, PersonKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.people import pseudonym_advice
from desktop_app.services.pseudonyms import with_pseudonym
from desktop_app.ui.pages.people.entries import BODY_KINDS
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.fields import Chooser, Labelled, LineField, TextField
from desktop_app.ui.widgets.panel import Panel, column, row

_KINDS = ((PersonKind.PERSON.value, "Child, adult or family"), (PersonKind.PRACTITIONER.value, "Professional"))


class RegisterForm(QWidget):
    """`edited` carries the record as it should now be stored, and the words for Undo."""

    edited = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        lines = column(self, spacing=16)
        self.right = Panel(self.tr("In every output"), ruled=True)
        self.left = Panel(self.tr("In this file"), ruled=True)
        lines.addWidget(self.right)
        lines.addWidget(self.left)
        self.pairs: list[QHBoxLayout] = []
        self._placed = {self.left: 0, self.right: 0}
        self._record: Person | Body | None = None

    def _place(self, side: Panel, field: QWidget) -> None:
        """Two across."""
        if self._placed[side] % 2 == 0:
            self.pairs.append(row(spacing=12))
            side.body.addLayout(self.pairs[-1])
        self.pairs[-1].addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self._placed[side] += 1

    def _store(self, what: str, **values: Any) -> None:
        if self._record is None:
            return
        changed = replace(self._record, **values)
        if changed != self._record:
            self._record = changed
            self.edited.emit(changed, f"Change {what}")

    def _line(self, side: Panel, label: str, name: str, what: str, placeholder: str = "") -> LineField:
        field = LineField(placeholder=placeholder)
        field.left.connect(lambda text: self._store(what, **{name: text.strip()}))
        self._place(side, Labelled(label, field))
        return field

    def _aliases(self) -> LineField:
        field = LineField(placeholder=self.tr("nicknames and misspellings, with ; between"))
        field.left.connect(lambda text: self._store("other forms of a name", aliases=split_forms(text)))
        self._place(self.left, Labelled(self.tr("Also written"), field))
        return field


def split_forms(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form.strip() for form in text.split(";") if form.strip()))


class PersonForm(RegisterForm):
    def __init__(self) -> None:
        super().__init__()
        self._snapshot = Snapshot()
        self.name = self._line(self.left, self.tr("Name"), "name", "a name")
        self.aliases = self._aliases()
        self.kind = Chooser(_KINDS)
        self.kind.chosen.connect(lambda value: self._store("the kind of person", kind=PersonKind(value)))
        self._place(self.left, Labelled(self.tr("Who they are"), self.kind))
        self.role = self._line(self.left, self.tr("Role in the review"), "role", "a role")
        self.agency = self._line(self.left, self.tr("Agency, for a professional"), "agency", "an agency")
        self.born = DayField(self.tr("Born"))
        self.born.left_day.connect(lambda value: self._store("a date of birth", born=value))
        self._place(self.left, self.born)
        self.pseudonym = LineField()
        self.pseudonym.left.connect(self._rename)
        self._pseudonym_line = Labelled(self.tr("Pseudonym"), self.pseudonym)
        self._place(self.right, self._pseudonym_line)
        self.descriptor = self._line(
            self.right,
            self.tr("Or described as"),
            "descriptor",
            "a description",
            self.tr("for example: a social worker"),
        )
        self.chosen_by = self._line(self.right, self.tr("Chosen by"), "pseudonym_chosen_by", "who chose a pseudonym")
        self.agreed = DayField(self.tr("Agreed"))
        self.agreed.left_day.connect(lambda value: self._store("when a pseudonym was agreed", pseudonym_agreed=value))
        self._place(self.right, self.agreed)
        self.harm = TextField(least=2, most=4)
        self.harm.left.connect(lambda text: self._store("a note on harm", harm_note=text.strip()))
        self.right.body.addWidget(Labelled(self.tr("If people knew"), self.harm))

    def _rename(self, pseudonym: str) -> None:
        if isinstance(self._record, Person):
            changed = with_pseudonym(self._snapshot, self._record, pseudonym)
            self._store("a pseudonym", pseudonym=changed.pseudonym, aliases=changed.aliases)

    def show_person(self, snapshot: Snapshot, person: Person) -> None:
        self._record, self._snapshot = person, snapshot
        self.name.show_text(person.name)
        self.aliases.show_text("; ".join(person.aliases))
        self.kind.show_value(person.kind.value)
        self.role.show_text(person.role)
        self.agency.show_text(person.agency)
        self.born.show_day(person.born)
        self.pseudonym.show_text(person.pseudonym)
        self.descriptor.show_text(person.descriptor)
        self.chosen_by.show_text(person.pseudonym_chosen_by)
        self.agreed.show_day(person.pseudonym_agreed)
        self.harm.show_text(person.harm_note)
        self._pseudonym_line.advise(" ".join(pseudonym_advice(snapshot, person)), icon="warning", tone="warn")


class BodyForm(RegisterForm):
    def __init__(self) -> None:
        super().__init__()
        self.name = self._line(self.left, self.tr("Name"), "name", "a name")
        self.abbreviation = self._line(self.left, self.tr("Abbreviation"), "abbreviation", "an abbreviation")
        self.aliases = self._aliases()
        self.kind = Chooser(BODY_KINDS)
        self.kind.chosen.connect(lambda value: self._store("the kind of body", kind=BodyKind(value)))
        self._place(self.left, Labelled(self.tr("What it is"), self.kind))
        self.role = self._line(self.left, self.tr("Role in the review"), "role", "a role")
        self.pseudonym = LineField(placeholder=self.tr("empty: named as it is"))
        self.pseudonym.left.connect(lambda text: self._store("what is said instead", pseudonym=text.strip()))
        note = self.tr("Schools, practices and streets usually need words such as “the secondary school”.")
        self._place(self.right, Labelled(self.tr("Said instead"), self.pseudonym, note))
        self.descriptor = self._line(
            self.right, self.tr("Or described as"), "descriptor", "a description", self.tr("for example: a town")
        )
        self.wider = self._line(
            self.right, self.tr("The wider area"), "wider", "a wider area", self.tr("for example: the county")
        )

    def show_body(self, body: Body) -> None:
        self._record = body
        self.name.show_text(body.name)
        self.abbreviation.show_text(body.abbreviation)
        self.aliases.show_text("; ".join(body.aliases))
        self.kind.show_value(body.kind.value)
        self.role.show_text(body.role)
        self.pseudonym.show_text(body.pseudonym)
        self.descriptor.show_text(body.descriptor)
        self.wider.show_text(body.wider)
