"""Both accounts side by side, row by row, with the words marked that only one of them has."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from desktop_app.domain.chronology import ChronologyEvent, SourceType
from desktop_app.domain.dates import in_words
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.merging.differences import only_here
from desktop_app.services.merging.proposal import LinkProposal
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.agency import AgencyChip
from desktop_app.ui.widgets.links import Link
from desktop_app.ui.widgets.marked_text import MarkedText
from desktop_app.ui.widgets.panel import clear, row
from desktop_app.ui.widgets.words import rule, small

_Says = Callable[[ChronologyEvent], str]


class Comparison(QFrame):
    followed = Signal(str)  # uid of an event

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setAccessibleName(self.tr("The two accounts"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(1, 0, 1, theme().px(4))
        self._grid.setSpacing(0)
        for column in (1, 3):
            self._grid.setColumnStretch(column, 1)
        self.cells: list[MarkedText] = []

    def show_pair(self, snapshot: Snapshot, proposal: LinkProposal) -> None:
        clear(self._grid)
        self.cells = []
        self._head(snapshot, proposal)
        line = 1
        for label, says in self._fields(snapshot):
            mine, theirs = says(proposal.a), says(proposal.b)
            if mine or theirs:
                self._row(line, label, mine, theirs)
                line += 2
        upright = rule(upright=True)
        self._grid.addWidget(upright, 0, 2, line, 1)

    def _head(self, snapshot: Snapshot, proposal: LinkProposal) -> None:
        agencies = {agency.uid: agency for agency in snapshot.agencies}
        look = theme()
        for column, event in ((1, proposal.a), (3, proposal.b)):
            agency = agencies.get(event.agency)
            head = QWidget()
            head.setProperty("role", "sunken")
            line = row(head, spacing=8)
            line.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(8))
            line.addWidget(AgencyChip(agency.order if agency else 0, agency.code if agency else ""))
            link = Link(event.ref, self.tr("Show {} in the chronology").format(event.ref))
            link.clicked.connect(lambda _on=False, uid=event.uid: self.followed.emit(uid))
            line.addWidget(link)
            line.addStretch(1)
            self._grid.addWidget(head, 0, column)

    def _row(self, line: int, label: str, mine: str, theirs: str) -> None:
        look = theme()
        self._grid.addWidget(rule(), line, 0, 1, 4)
        name = small(label)
        name.setContentsMargins(look.px(16), look.px(10), look.px(12), look.px(8))
        name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._grid.addWidget(name, line + 1, 0, Qt.AlignmentFlag.AlignTop)
        for column, said, other in ((1, mine, theirs), (3, theirs, mine)):
            holder = QWidget()
            inner = row(holder, spacing=0)
            inner.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(6))
            cell = (
                MarkedText(said, only_here(said, other)) if said else MarkedText(self.tr("Not recorded"), tone="text3")
            )
            self.cells.append(cell)
            inner.addWidget(cell, 1)
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            holder.setSizePolicy(policy)
            self._grid.addWidget(holder, line + 1, column, Qt.AlignmentFlag.AlignTop)

    def _fields(self, snapshot: Snapshot) -> tuple[tuple[str, _Says], ...]:
        people = {person.uid: person.name for person in snapshot.people}
        return (
            (self.tr("Date"), lambda e: in_words(e.date) or e.date.wording),
            (self.tr("Event"), lambda e: e.event),
            (self.tr("Who"), lambda e: ", ".join(people.get(uid, "") for uid in e.people)),
            (self.tr("Child"), lambda e: e.child_seen),
            (self.tr("Action"), lambda e: e.action),
            (self.tr("Outcome"), lambda e: e.outcome),
            (self.tr("Source"), self._source),
            (self.tr("Comment"), lambda e: e.comment),
        )

    def _source(self, event: ChronologyEvent) -> str:
        when = {
            SourceType.CONTEMPORANEOUS: self.tr("written at the time"),
            SourceType.LATER: self.tr("written later"),
            SourceType.PRACTITIONER: self.tr("a practitioner’s account"),
            SourceType.FAMILY: self.tr("the family’s account"),
        }.get(event.source_type, "")
        return ", ".join(part for part in (event.source, when) if part)
