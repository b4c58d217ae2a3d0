"""The page of the family and those affected."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.family import FamilyPoint, Involvement
from desktop_app.domain.record import Record
from desktop_app.services.compose.family_method import method_sentences
from desktop_app.services.family import REASONED, points_of, rest_on_point, taken_up, wants_reason
from desktop_app.services.passages import write_passage
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.family.kinds import involvement_kind, point_kind
from desktop_app.ui.records_page import KindInfo, RecordsPage
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Labelled, LineField
from desktop_app.ui.widgets.filter_chip import FilterChip
from desktop_app.ui.widgets.panel import Panel, column, row
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import rule, small, words

_ROW, _MOST = 48, 6


class FamilyPage(RecordsPage):
    def __init__(self, desk: Desk) -> None:
        empty = (
            self.tr("Nobody is recorded yet"),
            self.tr("Say who was asked to take part and what came of it; who was not asked belongs here too."),
        )
        super().__init__(desk, self.tr("Family and those affected"), (involvement_kind(), point_kind()), empty)
        self.offer("F3", self.tr("Add something this person said"), self.said.setFocus)
        self.offer("F4", self.tr("Use the drafted sentence in the report"), self.use_method)

    def build_more(self) -> None:
        for panel in (self._points_panel(), self._rests_panel(), self._method_panel()):
            self.split.detail.column.addWidget(panel)

    def _points_panel(self) -> QWidget:
        self.points_panel = Panel(self.tr("What they said"), " ", ruled=True)
        lines = self.points_panel.flush()
        self.points = RecordList(self.tr("What they said"))
        self.points.opened.connect(self.list.pick)
        self.points.doubleClicked.connect(lambda _index: self.list.pick(self.points.current))
        lines.addWidget(self.points)
        under = column(spacing=8)
        edge = theme().px(16)
        under.setContentsMargins(edge, theme().px(12), edge, theme().px(12))
        self.said = LineField(placeholder=self.tr("one point, as they would put it"))
        self.said.returnPressed.connect(self.add_said)
        under.addWidget(Labelled(self.tr("Add something this person said"), self.said))
        under.addWidget(small(self.tr("Enter adds it; it can then be evidence for a finding."), wrap=True))
        lines.addWidget(rule())
        lines.addLayout(under)
        return self.points_panel

    def _rests_panel(self) -> QWidget:
        self.rests_panel = Panel(self.tr("Findings that rest on it"), ruled=True)
        self.findings = FilterChip(self.tr("No finding rests on it"), self.tr("Evidence for finding {}"))
        self.findings.narrowed.connect(self._rest)
        line = row()
        line.addWidget(self.findings)
        line.addStretch(1)
        self.rests_panel.body.addLayout(line)
        return self.rests_panel

    def _method_panel(self) -> QWidget:
        self.method_panel = Panel(self.tr("What the report says of it, drafted"), ruled=True)
        self.method = words("", wrap=True)
        self.method_panel.body.addWidget(self.method)
        self._used = small("", wrap=True)
        self.method_panel.body.addWidget(self._used)
        line = row()
        self.use = Button(self.tr("Use it in the report"), icon="file-text", cap="F4")
        self.use.clicked.connect(self.use_method)
        line.addWidget(self.use)
        line.addStretch(1)
        self.method_panel.body.addLayout(line)
        return self.method_panel

    def show_more(self, record: Record | None, kind: KindInfo | None) -> None:
        snapshot = self.desk.snapshot
        self.points_panel.setVisible(isinstance(record, Involvement))
        self.rests_panel.setVisible(isinstance(record, FamilyPoint))
        method = method_sentences(snapshot)
        self.method_panel.setVisible(bool(method))
        self.method.setText(method)
        written = next((n.text for n in snapshot.narratives if n.key == "family"), "")
        self._used.setText(
            self.tr("The report has this passage of yours instead: “{}”").format(_short(written))
            if written and written != method
            else self.tr("Outputs print this until you write a passage of your own. It names nobody.")
        )
        self.use.setEnabled(written != method)
        if isinstance(record, Involvement):
            self._show_points(record)
            self.forms["involvements"].show_field("reason", record.approach in REASONED or bool(record.reason))
            missing = self.tr("Say why: a reason that is missing is a loose end.") if wants_reason(record) else ""
            self.forms["involvements"].advise("reason", missing, icon="warning", tone="warn")
        elif isinstance(record, FamilyPoint):
            offered = [(f.uid, f"{f.number}  {f.title or f.statement[:60]}") for f in snapshot.findings]
            ticked = [finding.uid for finding in taken_up(snapshot).get(record.uid, ())]
            self.findings.show_ticked(offered, ticked)
            self.findings.setEnabled(bool(offered))

    def _show_points(self, entry: Involvement) -> None:
        found = points_of(self.desk.snapshot, entry.uid)
        self.points_panel.note.setText(str(len(found)) if found else "")
        entries = []
        for view in found:
            by = ", ".join(str(number) for number in view.findings)
            second = self.tr("taken up by finding {}").format(by) if by else self.tr("no finding takes it up yet")
            entries.append(Entry(uid=view.point.uid, title=view.point.text, second=second, lead="quotes"))
        self.points.show_entries(entries)
        self.points.setVisible(bool(entries))
        self.points.setFixedHeight(theme().px(_ROW) * min(max(len(entries), 1), _MOST) + 2)

    def add_said(self) -> None:
        text = self.said.text().strip()
        if text and self.put(self.tr("Add what was said"), FamilyPoint(involvement=self._uid, text=text)):
            self.said.show_text("")
            self.said.setFocus()

    def _rest(self, ticked: frozenset[str]) -> None:
        held = {finding.uid for finding in taken_up(self.desk.snapshot).get(self._uid, ())}
        session, point = self.desk.session, self._uid
        for finding in ticked ^ held:
            self.do(lambda finding=finding: rest_on_point(session, finding, point, rests=finding in ticked))  # type: ignore[misc]

    def use_method(self) -> None:
        """The drafted sentence becomes the author's passage, to be edited beside the outputs."""
        method = method_sentences(self.desk.snapshot)
        if method and self.do(lambda: write_passage(self.desk.session, "family", method)):
            self.desk.told.emit(self.tr("The passage “Family and those affected” now says this."))


def _short(text: str) -> str:
    return text if len(text) <= 120 else text[:120].rsplit(" ", 1)[0] + " …"
