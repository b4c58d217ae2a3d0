"""What a finding rests on: every event, reflection and family point, and a search that adds more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.domain.learning import Finding
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.findings import Evidence, candidates, evidence_of, with_evidence, without_evidence
from desktop_app.ui.evidence_icons import ICONS
from desktop_app.ui.pages.analysis.entries import evidence_words
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button, shortcut
from desktop_app.ui.widgets.fields import LineField
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import Panel, column, row
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import rule, small

_ROW, _MOST_SHOWN, _MOST_FOUND = 48, 5, 40


class EvidencePanel(Panel):
    edited = Signal(object)  # Finding
    family_said = Signal(str)  # words that become a point of their own
    followed = Signal(str, str)  # page, uid
    board_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("What it rests on"), " ", ruled=True)
        self._finding, self._snapshot = Finding(uid=""), Snapshot()
        self._held: list[Evidence] = []
        self._found: list[Evidence] = []
        lines = self.flush()
        self.list = RecordList(self.tr("Evidence"))
        self.list.opened.connect(lambda _uid: self._open())
        shortcut(self.list, "Delete", self.take_out)
        lines.addWidget(self.list)
        lines.addLayout(self._tools())
        lines.addWidget(rule())
        lines.addLayout(self._search())

    def _tools(self) -> QVBoxLayout:
        edge = theme().px(16)
        lines = column(spacing=0)
        lines.setContentsMargins(edge, theme().px(8), edge, theme().px(8))
        line = FlowRow(spacing=8, pitch=8)
        self.show_button = Button(self.tr("Show it"), icon="arrow-right", cap="Enter")
        self.show_button.clicked.connect(self._open)
        self.out = Button(self.tr("Take it out"), kind="quiet", cap="Del")
        self.out.clicked.connect(self.take_out)
        self.board_button = Button(self.tr("On the board"), icon="cards", cap="F4")
        self.board_button.clicked.connect(self.board_asked)
        for button in (self.show_button, self.board_button, self.out):
            line.add(button)
        lines.addWidget(line)
        return lines

    def _search(self) -> QVBoxLayout:
        edge = theme().px(16)
        lines = column(spacing=8)
        lines.setContentsMargins(edge, theme().px(12), edge, theme().px(12))
        self.field = LineField(placeholder=self.tr("A ref, a date, words of an event or a reflection"))
        self.field.setAccessibleName(self.tr("Find evidence to add"))
        head = small(self.tr("Add evidence"))
        head.setBuddy(self.field)
        lines.addWidget(head)
        line = row(spacing=8)
        line.addWidget(self.field, 1)
        self.family = Button(self.tr("Add as what the family said"), icon="users")
        self.family.clicked.connect(self._add_family)
        line.addWidget(self.family)
        lines.addLayout(line)
        self.found = RecordList(self.tr("Found"))
        self.found.opened.connect(lambda _uid: self.add())
        self.found.doubleClicked.connect(lambda _index: self.add())
        self.field.textChanged.connect(lambda _text: self._find())
        self.field.returnPressed.connect(self._down)
        lines.addWidget(self.found)
        self._hint = small(self.tr("Enter goes to the list, and Enter there adds the row."))
        lines.addWidget(self._hint)
        return lines

    def show_finding(self, snapshot: Snapshot, finding: Finding) -> None:
        if finding.uid != self._finding.uid:
            self.field.clear()
        self._snapshot, self._finding = snapshot, finding
        self.note.setText(evidence_words(finding))
        self._held = evidence_of(snapshot, finding)
        self.list.show_entries([_entry(n, item) for n, item in enumerate(self._held)])
        self._fit(self.list, len(self._held))
        self.list.setVisible(bool(self._held))
        for button in (self.show_button, self.out):
            button.setVisible(bool(self._held))
        self._find()

    def _fit(self, view: RecordList, rows: int) -> None:
        view.setFixedHeight(theme().px(_ROW) * max(1, min(rows, _MOST_SHOWN)) + 2)

    def _find(self) -> None:
        wanted = self.field.text().casefold().split()
        hits = (
            [
                item
                for item in candidates(self._snapshot, self._finding)
                if all(word in f"{item.title} {item.second}".casefold() for word in wanted)
            ]
            if wanted
            else []
        )
        self._found = hits[:_MOST_FOUND]
        self.found.show_entries([_entry(n, item) for n, item in enumerate(self._found)], "0")
        self._fit(self.found, len(self._found))
        self.found.setVisible(bool(hits))
        self.family.setVisible(bool(wanted))
        said = self.tr("Enter goes to the list, and Enter there adds the row.") if hits else ""
        self._hint.setText(said or (self.tr("Nothing in the review has these words.") if wanted else ""))
        self._hint.setVisible(bool(wanted))

    def _down(self) -> None:
        if self._found:
            self.found.setFocus()

    def add(self) -> None:
        if self.found.current:
            self.edited.emit(with_evidence(self._finding, self._found[int(self.found.current)]))
            self.field.setFocus()

    def _add_family(self) -> None:
        text = self.field.text().strip()
        if text:
            self.field.clear()
            self.family_said.emit(text)
            self.field.setFocus()

    def take_out(self) -> None:
        if self.list.current:
            self.edited.emit(without_evidence(self._finding, self._held[int(self.list.current)]))

    def _open(self) -> None:
        if self.list.current:
            item = self._held[int(self.list.current)]
            if item.page:
                self.followed.emit(item.page, item.target)


def _entry(number: int, item: Evidence) -> Entry:
    return Entry(uid=str(number), title=item.title, second=item.second or " ", lead=ICONS[item.kind])
