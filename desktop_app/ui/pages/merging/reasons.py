"""Why somebody is asked, what speaks against it, and what was going on either side of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.dates import in_words
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.merging.gaps import Silence
from desktop_app.services.merging.proposal import LinkProposal
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.agency import AgencyChip
from desktop_app.ui.widgets.badge import IconLabel
from desktop_app.ui.widgets.panel import Panel, clear, column, row
from desktop_app.ui.widgets.words import ElidedLabel, small, words

_MOST_AROUND = 6


class ReasonsPanel(Panel):
    def __init__(self) -> None:
        super().__init__(self.tr("Why you are asked"))
        self._lines = column(spacing=6)
        self.body.addLayout(self._lines)
        self.body.addStretch(1)
        self.said: list[str] = []

    def show_proposal(self, proposal: LinkProposal) -> None:
        reasons = proposal.reasons or (proposal.why,)
        self._show([("check", "good", said) for said in reasons] + [("link-break", "bad", a) for a in proposal.against])

    def show_silence(self, snapshot: Snapshot, silence: Silence) -> None:
        codes = {agency.uid: agency.code for agency in snapshot.agencies}
        said = [self.tr("Nothing recorded for {} days, within the scope").format(silence.days)]
        if silence.active:
            who = ", ".join(sorted(codes.get(uid, "") for uid in silence.active))
            said.append(self.tr("Others were active meanwhile: {}").format(who))
        elif silence.agency:
            said.append(self.tr("Nobody else was active either"))
        if silence.explained:
            said.append(self.tr("Explained: {}").format(silence.explained))
        self._show([("check", "good", line) for line in said])

    def _show(self, lines: Sequence[tuple[str, str, str]]) -> None:
        clear(self._lines)
        self.said = [text for _, _, text in lines]
        for icon, tone, text in lines:
            line = row(spacing=8)
            line.addWidget(IconLabel(icon, tone, 16), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(words(text, wrap=True), 1)
            self._lines.addLayout(line)


class AroundPanel(Panel):
    """The events of the days before and after, so that a pair is not judged alone."""

    def __init__(self) -> None:
        super().__init__(self.tr("Either side of it"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(4))
        self._grid.setColumnStretch(2, 1)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)

    def show_events(self, snapshot: Snapshot, events: Sequence[ChronologyEvent], asked: frozenset[str]) -> None:
        clear(self._grid)
        agencies = {agency.uid: agency for agency in snapshot.agencies}
        at = next((number for number, event in enumerate(events) if event.uid in asked), len(events) // 2)
        first = max(0, min(at - _MOST_AROUND // 2, len(events) - _MOST_AROUND))
        shown = [event for event in events[first : first + _MOST_AROUND] if event.uid not in asked]
        for number, event in enumerate(shown):
            agency = agencies.get(event.agency)
            self._grid.addWidget(small(in_words(event.date) or event.date.wording), number, 0)
            self._grid.addWidget(AgencyChip(agency.order if agency else 0, agency.code if agency else ""), number, 1)
            self._grid.addWidget(ElidedLabel(event.event, tone="text2"), number, 2)
        if not shown:
            self._grid.addWidget(small(self.tr("Nothing else in the week before or after.")), 0, 0, 1, 3)
