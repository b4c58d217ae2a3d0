"""People and bodies: a list of who is who, and the one that is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desktop_app.common.errors import UserError
from desktop_app.common.progress import Progress
from desktop_app.domain.output import ProfileName
from desktop_app.domain.people import Body, Person, PersonKind, RelationKind
from desktop_app.services.ladders import choose_rung
from desktop_app.services.people import WrittenForm, accept_form, pseudonym_advice, written_as
from desktop_app.services.register_leaving import delete_entry
from desktop_app.services.relations import add_relation, relations_of, remove_relation
from desktop_app.services.telling import ladder_rows, told_so_far
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.people.agreed import AgreedPanel
from desktop_app.ui.pages.people.entries import people_entries, said_instead
from desktop_app.ui.pages.people.forms import BodyForm, PersonForm
from desktop_app.ui.pages.people.ladder_panel import LadderPanel
from desktop_app.ui.pages.people.relations_panel import RelationsPanel
from desktop_app.ui.pages.people.written import WrittenPanel
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import EmptyState
from desktop_app.ui.widgets.badge import IconLabel
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.list_and_detail import ListAndDetail
from desktop_app.ui.widgets.panel import ScrolledColumn, column, row
from desktop_app.ui.widgets.record_list import RecordList
from desktop_app.ui.widgets.words import set_tone, small, title


class PeoplePage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._current = ""
        outer = column(self, spacing=0)
        self._split = self._build()
        outer.addWidget(self._split, 1)
        self._nothing = EmptyState(
            self.tr("Nobody is in the register yet"),
            self.tr("Outputs are anonymised by this register. Add people one by one, or bring it in from a CSV file."),
            self.tr("Add somebody"),
            cap="N",
            otherwise=self.tr("Import people…"),
        )
        self._nothing.acted.connect(self.add_person)
        self._nothing.acted_otherwise.connect(lambda: desk.go("import", "people"))
        outer.addWidget(self._nothing, 1)
        self.offer("N", self.tr("Add somebody"), self.add_person)
        self.offer("Ctrl+Shift+N", self.tr("Add another like this one"), self.add_another)
        self.offer("F2", self.tr("Change the pseudonym"), self.change_pseudonym)
        self.offer("Y", self.tr("Take the proposed form as another name"), self.accept_first_form)
        self.offer("Ctrl+I", self.tr("Import people and bodies"), lambda: desk.go("import", "people"))

    def _add_menu(self) -> Button:
        self._menu = QMenu(self)
        self._menu.addAction(self.tr("Child, adult or family"), self.add_person)
        self._menu.addAction(self.tr("Professional"), lambda: self.add_person(PersonKind.PRACTITIONER))
        self._menu.addAction(self.tr("Body, school or place"), self.add_body)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Import from a CSV file…"), lambda: self.desk.go("import", "people"))
        add = Button(self.tr("Add"), icon="plus", cap="N")
        add.clicked.connect(lambda: self._menu.popup(add.mapToGlobal(add.rect().bottomLeft())))
        return add

    def _build(self) -> ListAndDetail:
        look = theme()
        self.list = RecordList(self.tr("People and bodies"), lined=False)
        self.list.picked.connect(self._show)
        self.list.opened.connect(lambda _uid: self.change_pseudonym())
        split = ListAndDetail(self.list, self.tr("Who is who"), width=400)
        split.head.addWidget(self._add_menu())
        heads = row()
        heads.setContentsMargins(look.px(16), 0, look.px(16), look.px(6))
        heads.addWidget(small(self.tr("In this file"), tone="text3"), 55)
        heads.addWidget(small(self.tr("In every output"), tone="text3"), 45)
        split.above.addLayout(heads)
        self._fill(split.detail)
        return split

    def _fill(self, scroll: ScrolledColumn) -> None:
        look = theme()
        scroll.column.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(24))
        head = row()
        self._name = title("")
        head.addWidget(self._name)
        head.addWidget(IconLabel("arrow-right", "text2", 18))
        self._instead = title("")
        set_tone(self._instead, "accent")
        head.addWidget(self._instead)
        head.addStretch(1)
        change = Button(self.tr("Change pseudonym"), icon="pencil-simple", cap="F2")
        change.clicked.connect(self.change_pseudonym)
        head.addWidget(change)
        scroll.flip(head, below=560)
        scroll.column.addLayout(head)
        scroll.column.addWidget(self.errors)
        self._written, self._agreed, self.ladder = WrittenPanel(), AgreedPanel(), LadderPanel()
        self._written.accepted.connect(self._accept)
        self._written.add_wanted.connect(self._add_form)
        beside = row(spacing=16)
        beside.addWidget(self._written, 5)
        beside.addWidget(self._agreed, 3)
        scroll.flip(beside, below=620)
        scroll.column.addLayout(beside)
        self.ladder.chose.connect(self._tell)
        self.ladder.reader_changed.connect(self._show_ladders)
        self.ladder.ledger_wanted.connect(lambda: self.desk.go("outputs", "jigsaw"))
        scroll.column.addWidget(self.ladder)
        self._person, self._body = PersonForm(), BodyForm()
        for form in (self._person, self._body):
            form.edited.connect(lambda record, label: self.put(label, record))
            for pair in form.pairs:
                scroll.flip(pair, below=420)
            scroll.column.addWidget(form)
        self._relations = RelationsPanel()
        self._relations.added.connect(self._add_relation)
        self._relations.removed.connect(lambda uid: self.do(lambda: remove_relation(self.desk.session, uid)))
        self._relations.opened.connect(self.list.pick)
        scroll.flip(self._relations.adding, below=480)
        scroll.column.addWidget(self._relations)
        foot = row()
        delete = Button(self.tr("Delete from the register"), kind="quiet", icon="trash")
        delete.clicked.connect(self._delete)
        foot.addWidget(delete)
        foot.addStretch(1)
        scroll.column.addLayout(foot)
        scroll.column.addStretch(1)

    def take_focus(self) -> None:
        self.list.setFocus()

    @property
    def here(self) -> str:
        return self._current

    def refresh(self, families: frozenset[str]) -> None:
        snapshot = self.desk.snapshot
        entries = people_entries(snapshot)
        self._nothing.setVisible(not entries)
        self._split.setVisible(bool(entries))
        self.list.show_entries(entries, self._current)
        if families and not families & {"people", "bodies"}:
            self._show_ladders()
            self._show_relations()
            return
        self._show(self.list.current)

    def open_record(self, uid: str) -> None:
        self.list.pick(uid)

    def _record(self) -> Person | Body | None:
        snapshot = self.desk.snapshot
        records: tuple[Person | Body, ...] = (*snapshot.people, *snapshot.bodies)
        return next((record for record in records if record.uid == self._current), None)

    def _show(self, uid: str) -> None:
        changed = uid != self._current
        self._current = uid
        record = self._record()
        if record is None:
            return
        self._name.setText(record.name or self.tr("No name yet"))
        self._instead.setText(said_instead(record))
        self._agreed.setVisible(isinstance(record, Person))
        self._relations.setVisible(isinstance(record, Person))
        self._person.setVisible(isinstance(record, Person))
        self._body.setVisible(isinstance(record, Body))
        if isinstance(record, Person):
            self._person.show_person(self.desk.snapshot, record)
            self._agreed.show_person(record, pseudonym_advice(self.desk.snapshot, record))
        else:
            self._body.show_body(record)
        self._show_ladders()
        self._show_relations()
        if changed:
            self._written.say(self.tr("Looking through the texts…"))
        self._find_forms(record.key or record.uid)

    def _find_forms(self, key: str) -> None:
        """Reading every text takes a while in a large review: in a worker, on a snapshot."""
        session = self.desk.session

        def look(_progress: Progress) -> list[WrittenForm]:
            return written_as(session.whole_snapshot(), key)

        def show(forms: list[WrittenForm]) -> None:
            record = self._record()
            if record is not None and key in (record.key, record.uid):
                self._written.show_forms(forms)

        self.desk.jobs.start(look, show, self._failed, self.tr("Looking through the texts"))

    def _show_ladders(self) -> None:
        record, snapshot = self._record(), self.desk.snapshot
        if record is None:
            return
        self.ladder.show_rows(ladder_rows(snapshot, record.uid))
        self.ladder.show_told(told_so_far(snapshot, record.uid, self.ladder.readers.reader), said_instead(record))

    def _tell(self, reader: ProfileName, about: str, rung: str) -> None:
        self.do(lambda: choose_rung(self.desk.session, reader, about, rung))

    def _show_relations(self) -> None:
        people = self.desk.snapshot.people
        others = [(p.uid, p.name) for p in people if p.uid != self._current and p.name]
        self._relations.show_relations(relations_of(self.desk.snapshot, self._current), others)

    def _add_relation(self, kind: str, other: str) -> None:
        self.do(lambda: add_relation(self.desk.session, self._current, RelationKind(kind), other))

    def _accept(self, form: str) -> None:
        if self.do(lambda: accept_form(self.desk.session, self._current, form)):
            self.desk.told.emit(self.tr("From now on it is replaced like the rest."))

    def accept_first_form(self) -> None:
        if self._written.proposed:
            self._accept(self._written.proposed[0])

    def _add_form(self) -> None:
        form = self._person if isinstance(self._record(), Person) else self._body
        form.aliases.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._split.detail.ensureWidgetVisible(form.aliases)

    def _failed(self, error: UserError) -> None:
        self.errors.show_error(error)

    def change_pseudonym(self) -> None:
        record = self._record()
        field = self._person.pseudonym if isinstance(record, Person) else self._body.pseudonym
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()
        self._split.detail.ensureWidgetVisible(field)

    def add_person(self, kind: PersonKind = PersonKind.PERSON) -> None:
        self._add(Person(kind=kind))

    def add_body(self) -> None:
        self._add(Body())

    def add_another(self) -> None:
        """Of the kind that is open, from wherever one is typing: what was typed is kept first."""
        if focused := self.focusWidget():
            focused.clearFocus()
        record = self._record()
        if isinstance(record, Body):
            self._add(Body(kind=record.kind))
        else:
            self.add_person(record.kind if record else PersonKind.PERSON)

    def _add(self, record: Person | Body) -> None:
        if self.put("Add to the register", record):
            self.list.pick(record.uid)
            form = self._person if isinstance(record, Person) else self._body
            form.name.setFocus()
            self._split.detail.ensureWidgetVisible(form.left)

    def _delete(self) -> None:
        record = self._record()
        if record is not None:
            self.do(lambda: delete_entry(self.desk.session, record.uid))
            self.desk.told.emit(self.tr("Deleted. Ctrl+Z brings it back."))
