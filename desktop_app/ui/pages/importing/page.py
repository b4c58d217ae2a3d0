"""The import page: choose a file, see what would come of it, change the columns, import. One undo takes it back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from desktop_app.common.errors import UserError
from desktop_app.common.progress import Progress
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.dates import DayOrder
from desktop_app.domain.import_plan import ImportKind, ImportPlan
from desktop_app.services.importing import SourceFile, import_label, import_records, plan_import, read_source
from desktop_app.services.return_template import TemplateResult, make_template
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.importing.changes import ChangesPanel
from desktop_app.ui.pages.importing.details import DetailsPanel
from desktop_app.ui.pages.importing.foot import ImportFoot
from desktop_app.ui.pages.importing.plan_view import CountsPanel, MappingPanel, RowsPanel, WaitingPanel
from desktop_app.ui.pages.importing.questions import QuestionsPanel
from desktop_app.ui.pages.importing.template_panel import TemplatePanel
from desktop_app.ui.widgets.buttons import Button, shortcut
from desktop_app.ui.widgets.fields import Chooser, Labelled, LineField
from desktop_app.ui.widgets.panel import Panel, ScrolledColumn, column, row
from desktop_app.ui.widgets.tab_order import stops_of, tab_through
from desktop_app.ui.widgets.words import ElidedLabel, small, title

_AUTO = "auto"
_NEW = "new"
_PAGE_OF = {
    ImportKind.CHRONOLOGY: "chronology",
    ImportKind.PEOPLE: "people",
    ImportKind.RECOMMENDATIONS: "recommendations",
    ImportKind.REFLECTIONS: "workshops",
}


class ImportPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.path: Path | None = None
        self.plan: ImportPlan | None = None
        self._source: SourceFile | None = None  # the file as read, so that another mapping does not read it again
        self._told: dict[str, str] | None = None  # columns as a person set them
        self._order: DayOrder | None = None
        outer = column(self, spacing=0)
        scroll = ScrolledColumn(margin=24, spacing=16)
        outer.addWidget(scroll, 1)
        scroll.column.addWidget(title(self.tr("What would come of this file?")))
        intro = row(spacing=16)
        scroll.flip(intro, below=640)
        said = small(self.tr("Word, Excel, OpenDocument, CSV, TSV or text. The file itself is only read."), wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        intro.addWidget(said, 1)
        self.ask_template = Button(self.tr("Make a return template…"), kind="quiet", icon="file-plus")
        self.ask_template.clicked.connect(self._toggle_template)
        intro.addWidget(self.ask_template, 0, Qt.AlignmentFlag.AlignLeft)
        scroll.column.addLayout(intro)
        scroll.column.addWidget(self._choices(scroll))
        self.template = TemplatePanel()
        self.template.hide()
        self.template.wanted.connect(self._make_template)
        scroll.column.addWidget(self.template)
        scroll.column.addWidget(self.errors)
        self.counts, self.mapping, self.first, self.waiting = CountsPanel(), MappingPanel(), RowsPanel(), WaitingPanel()
        self.questions, self.changes, self.details = QuestionsPanel(), ChangesPanel(), DetailsPanel()
        self.mapping.changed.connect(lambda mapping: self.prepare(mapping))
        self.questions.columns_right.connect(lambda: self.prepare(self.mapping.mapping))
        self.questions.ordered.connect(self._order_said)
        self._panels: tuple[Panel, ...] = (
            *(self.counts, self.questions, self.mapping, self.first, self.changes, self.waiting, self.details),
        )
        for panel in self._panels:
            panel.hide()
            scroll.column.addWidget(panel)
        scroll.column.addStretch(1)
        self.foot = ImportFoot()
        self.button = self.foot.button
        self.button.clicked.connect(self.apply)
        self.foot.leave.clicked.connect(self._leave)
        outer.addWidget(self.foot)
        self._show_button()
        self.offer("Ctrl+O", self.tr("Choose a file"), self.choose_file)
        self.offer("Ctrl+Return", self.tr("Import what is shown"), self.apply)
        shortcut(self, "Escape", self._leave)

    def _choices(self, scroll: ScrolledColumn) -> Panel:
        panel = Panel()
        line = row(spacing=16)
        scroll.flip(line, below=640)
        file_line = row()
        self.file = Button(self.tr("Choose a file…"), kind="secondary", icon="folder-open", cap="Ctrl O")
        self.file.clicked.connect(self.choose_file)
        self._name = ElidedLabel(self.tr("No file chosen"), tone="text2")
        file_line.addWidget(self.file)
        file_line.addWidget(self._name, 1)
        panel.body.addLayout(file_line)
        self.kind = Chooser(
            [
                (_AUTO, self.tr("As the file looks")),
                (ImportKind.CHRONOLOGY.value, self.tr("An agency’s chronology")),
                (ImportKind.PEOPLE.value, self.tr("People and bodies")),
                (ImportKind.REFLECTIONS.value, self.tr("Reflections from a workshop")),
                (ImportKind.RECOMMENDATIONS.value, self.tr("Recommendations")),
            ],
            _AUTO,
        )
        self.kind.chosen.connect(lambda _value: self.prepare())
        line.addWidget(Labelled(self.tr("What it holds"), self.kind), 1)
        self.agency = Chooser()
        self.agency.chosen.connect(lambda _value: self._agency_chosen())
        line.addWidget(Labelled(self.tr("Which agency sent it"), self.agency), 1)
        self.new_agency = LineField(placeholder=self.tr("for example Eastmarch Police"))
        self.new_agency.left.connect(lambda _text: self._tell_template())
        self.new_agency.left.connect(lambda _text: self.prepare())
        self._new_line = Labelled(self.tr("Name of the new agency"), self.new_agency)
        self._new_line.hide()
        line.addWidget(self._new_line, 1)
        panel.body.addLayout(line)
        return panel

    def refresh(self, families: frozenset[str]) -> None:
        agencies = [(a.code, f"{a.code}  {a.name}") for a in self.desk.snapshot.agencies]
        options = [("", self.tr("As the file’s name says")), *agencies, (_NEW, self.tr("A new agency…"))]
        self.agency.set_options(options, self.agency.value)

    def open_record(self, uid: str) -> None:
        self._clear()  # `uid` is the kind of import that was asked for
        self.kind.show_value(uid)
        self.file.setFocus()

    def take_focus(self) -> None:
        self.file.setFocus()

    def choose_file(self) -> None:
        kinds = self.tr("Files agencies send (*.docx *.xlsx *.xls *.ods *.csv *.tsv *.txt);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a file to import"), "", kinds)
        if name:
            self.choose(Path(name))

    def choose(self, path: Path) -> None:
        self.path, self._source, self._told, self._order = path, None, None, None
        self.details.forget()
        self._name.set_text(path.name)
        self.prepare()

    def _agency_chosen(self) -> None:
        new = self.agency.value == _NEW
        self._told = None  # columns were told for another agency
        self._tell_template()
        self._new_line.setVisible(new)
        if new:
            self.new_agency.setFocus()
        else:
            self.prepare()

    @property
    def _agency_words(self) -> str:
        return self.new_agency.text().strip() if self.agency.value == _NEW else self.agency.value

    def prepare(self, mapping: dict[str, str] | None = None) -> None:
        """Read the file in a worker and show what would come of it. Nothing is written. `mapping` is what a person
        said of the columns; it holds until another file or agency is chosen.
        """
        if self.path is None:
            return
        self._told = mapping or self._told
        path, session, agency, known = self.path, self.desk.session, self._agency_words, self._source
        told, order = self._told, self._order
        kind = None if self.kind.value == _AUTO else ImportKind(self.kind.value)

        def read(progress: Progress) -> tuple[SourceFile, ImportPlan]:
            source = known or read_source(path, progress)
            plan = plan_import(session.whole_snapshot(), source, kind, agency, told, order, progress)
            return source, plan

        self.errors.hide()
        self.button.block(self.tr("The file is being read."))
        self.desk.jobs.start(read, self._show, self._failed, self.tr("Reading the file"))

    def _order_said(self, order: DayOrder) -> None:
        self._order = order
        self.prepare()

    def _show(self, found: tuple[SourceFile, ImportPlan]) -> None:
        self._source, plan = found
        self.plan = plan
        answered = self.questions.has_focus
        self.kind.show_value(plan.kind.value)
        self.counts.show_plan(plan)
        self.mapping.show_plan(plan)
        self.first.show_rows(plan.sample)
        for panel in (self.waiting, self.questions, self.changes, self.details):
            panel.show_plan(plan)
        self.counts.show()
        self.mapping.setVisible(bool(plan.mapping.columns))
        self._show_button()
        tab_through(stops_of(self.template, *self._panels, self.foot))
        if answered:  # the button that was pressed is gone: on to the next question, or to what comes after the last
            next_stop = self.questions.answers[0] if self.questions.answers else self.button
            next_stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _failed(self, error: UserError) -> None:
        self.plan = None
        self.errors.show_error(error)
        self._show_button()
        if error.code == "agency-needed":
            self.agency.setFocus()

    def _show_button(self) -> None:
        plan, why = self.plan, ""
        count = len(plan.rows) + len(plan.waiting_records) + plan.changed_alone if plan else 0
        if plan is None:
            why = self.tr("Choose a file first.")
        elif any(question.about == "mapping" for question in plan.questions):
            why = self.tr("Say first whether the columns are right.")
        elif not (count or plan.waiting or plan.refused or plan.extra or plan.missing):
            why = self.tr("Nothing in this file is new.")
        self.foot.show_count(count, why)

    def apply(self) -> None:
        plan = self.plan
        if plan is None or not self.button.isEnabled():
            if plan is not None and self.questions.answers:  # what the import waits for
                self.questions.answers[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        session, stored = self.desk.session, list[ChangeSet]()
        self.errors.hide()
        try:
            records = import_records(session, plan, self._agency_words, self.details.value)
        except UserError as error:
            self.errors.show_error(error)
            return

        def store(progress: Progress) -> None:
            stored.append(session.store(import_label(plan), records, progress))

        self.button.block(self.tr("The rows are being stored."))
        job = self.desk.jobs.start(store, lambda _none: None, self.errors.show_error, self.tr("Importing"))
        # A Cancel that comes once all is stored would keep back what the job hands over.
        job.finished.connect(lambda: self._stored(plan, stored))

    def _stored(self, plan: ImportPlan, stored: list[ChangeSet]) -> None:
        changes = self.desk.session.follow(stored[0]) if stored else None
        if not isValid(self):  # locked or drawn anew since
            return
        if changes is None:  # cancelled, or refused: as before
            self._show_button()
            return
        self.desk.announce(changes)
        self._clear()
        if self.isVisible():
            self.desk.go(_PAGE_OF[plan.kind])
        self.desk.told.emit(self.tr("Imported. Ctrl+Z takes it all back."))

    def _clear(self) -> None:
        self.path, self.plan, self._source, self._told, self._order = None, None, None, None, None
        self.details.forget()
        self._name.set_text(self.tr("No file chosen"))
        self.errors.hide()
        for panel in self._panels:
            panel.hide()
        self._show_button()

    def _toggle_template(self) -> None:
        self.template.setVisible(not self.template.isVisible())
        self._tell_template()
        if self.template.isVisible():
            self.template.button.setFocus()

    def _tell_template(self) -> None:
        words = self._agency_words
        known = bool(words) and self.agency.value != _NEW
        self.template.show_agency(self.agency.currentText() if known else words)

    def _make_template(self, target: Path) -> None:
        snapshot, agency = self.desk.snapshot, self._agency_words
        columns, mandatory = self.template.columns, self.template.mandatory
        form = target.suffix.lower().lstrip(".")

        def make(_progress: Progress) -> TemplateResult:
            return make_template(snapshot, agency, form, target, columns=columns, mandatory=mandatory)

        self.errors.hide()
        self.desk.jobs.start(make, self.template.show_result, self.errors.show_error, self.tr("Making the template"))

    def _leave(self) -> None:
        kind = ImportKind(self.kind.value) if self.kind.value != _AUTO else ImportKind.CHRONOLOGY
        self._clear()
        self.desk.go(_PAGE_OF[kind])
