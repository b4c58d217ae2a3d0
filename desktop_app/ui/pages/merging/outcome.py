"""What accepting would make of two accounts: one row, told by the more exact of them, with both as its sources."""

from __future__ import annotations

from desktop_app.domain.dates import in_words
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.merging.groups import group_of
from desktop_app.services.merging.proposal import LinkProposal
from desktop_app.ui.statuses import mark_look
from desktop_app.ui.widgets.agency import AgencyChip
from desktop_app.ui.widgets.badge import Badge, Look
from desktop_app.ui.widgets.panel import Panel, clear, column, row
from desktop_app.ui.widgets.words import small, words


class OutcomePanel(Panel):
    def __init__(self) -> None:
        super().__init__(self.tr("What you would get"))
        self._lines = column(spacing=8)
        self.body.addLayout(self._lines)
        self.body.addWidget(small(self.tr("Both originals stay as they were sent, one click away."), wrap=True))
        self.body.addStretch(1)
        self.said = ""

    def show_proposal(self, snapshot: Snapshot, proposal: LinkProposal) -> None:
        clear(self._lines)
        group = group_of([proposal.a, proposal.b])
        agencies = {agency.uid: agency for agency in snapshot.agencies}
        head = row(spacing=12)
        when = in_words(group.lead.date) or group.lead.date.wording or self.tr("No date")
        head.addWidget(words(when, font="bold"))
        for uid in group.agencies:
            agency = agencies.get(uid)
            head.addWidget(AgencyChip(agency.order if agency else 0, agency.code if agency else ""))
        head.addStretch(1)
        self._lines.addLayout(head)
        self.said = group.lead.event
        self._lines.addWidget(words(self.said, wrap=True))
        marks = row()
        marks.addWidget(Badge(mark_look(f"{len(group.events)} sources")))
        if proposal.against:
            marks.addWidget(Badge(Look(self.tr("They disagree"), "link-break", "bad")))
        marks.addStretch(1)
        self._lines.addLayout(marks)
