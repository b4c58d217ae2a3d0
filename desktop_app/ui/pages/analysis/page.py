"""The analysis page."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu

from desktop_app.domain.learning import Finding
from desktop_app.domain.record import Record
from desktop_app.domain.review import Kloe
from desktop_app.services.findings import KINDS, add_family_point, delete_finding, new_finding, resting_on
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.analysis.entries import analysis_entries
from desktop_app.ui.pages.analysis.evidence_panel import EvidencePanel
from desktop_app.ui.pages.analysis.finding_form import FindingForm
from desktop_app.ui.pages.analysis.kloe_form import KloeForm
from desktop_app.ui.said_before import SaidBeforePanel
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import EmptyState
from desktop_app.ui.widgets.badge import Badge, Look
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.list_and_detail import ListAndDetail
from desktop_app.ui.widgets.panel import Panel, column, row
from desktop_app.ui.widgets.record_list import RecordList
from desktop_app.ui.widgets.thread import Node, ThreadView
from desktop_app.ui.widgets.words import title

_KIND_LOOKS = {
    "systems": Look(KINDS["systems"], "tree-structure", "accent"),
    "practice": Look(KINDS["practice"], "hand-palm", "neutral"),
    "good-practice": Look(KINDS["good-practice"], "thumbs-up", "good"),
}


class AnalysisPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._uid = ""
        self.list = RecordList(self.tr("Findings and key lines of enquiry"))
        self.list.picked.connect(self._show)
        self._split = ListAndDetail(self.list, self.tr("What was found"), width=320)
        column(self).addWidget(self._split)
        self._split.head.addWidget(self._add_button())
        self._split.above.addWidget(self._ways())
        detail = self._split.detail
        detail.column.addLayout(self._head())
        detail.column.addWidget(self.errors)
        self.form, self.evidence, self.kloe = FindingForm(), EvidencePanel(), KloeForm()
        detail.flip(self.form.across, below=560)
        for form in (self.form, self.evidence, self.kloe):
            form.edited.connect(self._put)
        self.evidence.followed.connect(desk.go)
        self.evidence.family_said.connect(self._family_said)
        self.evidence.board_asked.connect(lambda: desk.go("board", self._uid))
        self.kloe.followed.connect(self.list.pick)
        self._rests = Panel(self.tr("What rests on it"))
        self._thread = ThreadView()
        self._thread.followed.connect(desk.go)
        self._rests.body.addWidget(self._thread)
        self.said_before = SaidBeforePanel(desk)
        for panel in (self.form, self.evidence, self._rests, self.said_before, self.kloe):
            detail.column.addWidget(panel)
        detail.column.addStretch(1)
        self.offer("N", self.tr("Add a finding"), self.add_finding)
        self.offer("Ctrl+Shift+K", self.tr("Add a key line of enquiry"), self.add_kloe)
        self.offer("F3", self.tr("Add evidence"), self.evidence.field.setFocus)
        self.offer("F4", self.tr("This finding’s evidence on the board"), lambda: desk.go("board", self._uid))
        self.offer("F5", self.tr("Read closely, and mark themes"), lambda: desk.go("themes"))
        self.offer("Ctrl+H", self.tr("Earlier versions of this text"), self.earlier)
        self.offer("Ctrl+Delete", self.tr("Delete this one"), self.delete)

    def _add_button(self) -> Button:
        self._menu = QMenu(self)
        self._menu.addAction(self.tr("Finding"), self.add_finding)
        self._menu.addAction(self.tr("Key line of enquiry"), self.add_kloe)
        add = Button(kind="quiet", icon="plus", name=self.tr("Add a finding or a line of enquiry"))
        add.clicked.connect(lambda: self._menu.popup(add.mapToGlobal(add.rect().bottomLeft())))
        return add

    def _ways(self) -> FlowRow:
        ways = FlowRow(spacing=4, pitch=4)
        ways.setContentsMargins(theme().px(8), 0, theme().px(8), theme().px(8))
        for text, icon, page in (
            (self.tr("Themes"), "highlighter-circle", "themes"),
            (self.tr("The thread"), "git-merge", "thread"),
        ):
            way = Button(text, kind="quiet", icon=icon)
            way.clicked.connect(partial(self.desk.go, page))
            ways.add(way)
        return ways

    def _head(self) -> QHBoxLayout:
        head = row(spacing=12)
        self._title = title("")
        self._title.setWordWrap(True)
        self._badge = Badge(_KIND_LOOKS["systems"])
        remove = Button(kind="quiet", icon="trash", name=self.tr("Delete this one"), cap="Ctrl+Del")
        remove.clicked.connect(self.delete)
        head.addWidget(self._title, 1)
        head.addWidget(self._badge)
        head.addWidget(remove)
        head.setContentsMargins(0, 0, 0, theme().px(4))
        return head

    @property
    def here(self) -> str:
        return self._uid

    def take_focus(self) -> None:
        self.list.setFocus()

    def open_record(self, uid: str) -> None:
        self.list.pick(uid)

    def refresh(self, families: frozenset[str]) -> None:
        snapshot = self.desk.snapshot
        entries = analysis_entries(snapshot)
        self.list.show_entries(entries, self._uid)
        if entries:
            self._split.show_empty(None)
            self._show(self.list.current)
            return
        empty = EmptyState(
            self.tr("No findings yet"),
            self.tr("A finding says what in the system made it hard or easy to do the right thing, and rests on events "
                    "and on what people told the review."),
            self.tr("Add the first"),
            cap="N",
        )  # fmt: skip
        empty.acted.connect(self.add_finding)
        self._uid = ""
        self._split.show_empty(empty)

    def _record(self) -> Finding | Kloe | None:
        snapshot = self.desk.snapshot
        records: tuple[Finding | Kloe, ...] = (*snapshot.findings, *snapshot.kloes)
        return next((record for record in records if record.uid == self._uid), None)

    def _show(self, uid: str) -> None:
        self._uid = uid
        record = self._record()
        finding = isinstance(record, Finding)
        for panel in (self.form, self.evidence, self._rests, self.said_before, self._badge):
            panel.setVisible(finding)
        self.kloe.setVisible(isinstance(record, Kloe))
        if isinstance(record, Finding):
            self._show_finding(record)
        elif record is not None:
            self._title.setText(self.tr("Key line of enquiry {}").format(record.number))
            self.kloe.show_kloe(self.desk.snapshot, record)

    def _show_finding(self, finding: Finding) -> None:
        snapshot = self.desk.snapshot
        self._title.setText(f"{finding.number}  {finding.title or self.tr('No title yet')}")
        self._badge.show_look(_KIND_LOOKS.get(finding.kind, _KIND_LOOKS["systems"]))
        self.form.show_finding(snapshot, finding)
        self.evidence.show_finding(snapshot, finding)
        self.said_before.show_record(snapshot, finding.uid)
        nodes = [Node(self.tr("Finding {}").format(finding.number), icon="lightbulb", itself=True)]
        resting = resting_on(snapshot, finding.uid)
        nodes += [
            Node(f"Recommendation {r.number}  {r.title}", icon="list-numbers", page="recommendations", uid=r.uid)
            for r in sorted(resting, key=lambda r: r.number)
        ]
        if not resting:
            nodes.append(Node(label=self.tr("No recommendation rests on it yet")))
        self._thread.show_nodes(nodes)

    def _put(self, record: Record) -> None:
        self.put(self.tr("Edit finding") if isinstance(record, Finding) else self.tr("Edit line of enquiry"), record)

    def _family_said(self, text: str) -> None:
        finding = self._record()
        if isinstance(finding, Finding):
            self.do(lambda: add_family_point(self.desk.session, finding, text))

    def add_finding(self) -> None:
        finding = new_finding(self.desk.snapshot)
        if self.put(self.tr("Add finding"), finding):
            self.list.pick(finding.uid)
            self.form.title_field.setFocus()

    def add_kloe(self) -> None:
        kloe = Kloe(number=max((k.number for k in self.desk.snapshot.kloes), default=0) + 1)
        if self.put(self.tr("Add line of enquiry"), kloe):
            self.list.pick(kloe.uid)
            self.kloe.question.setFocus()

    def earlier(self) -> None:
        """Of the text that is being written in, else of what the finding says."""
        field = self.text_in_focus()
        self.commit()
        record = self._record()
        if isinstance(record, Finding):
            self.show_earlier(self.tr("Earlier versions"), record, field or "statement")
        elif record is not None:
            self.show_earlier(self.tr("Earlier versions"), record, field or "question")

    def delete(self) -> None:
        record, session = self._record(), self.desk.session
        if isinstance(record, Finding):
            self.do(lambda: delete_finding(session, record.uid))
        elif record is not None:
            self.do(lambda: session.delete("Delete line of enquiry", Kloe, record.uid))
        else:
            return
        self.desk.told.emit(self.tr("Deleted. Ctrl+Z brings it back."))
