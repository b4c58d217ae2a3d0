"""The left pane: how much is looked at, what narrows the queue, and the queue."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.merging.queue import KINDS, QueueItem
from desktop_app.ui.pages.merging.kinds import asked, states
from desktop_app.ui.pages.merging.queue_list import QueueList
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.filter_chip import FilterChip
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import column
from desktop_app.ui.widgets.words import heading, rule, small

OPEN = ("proposed", "later")


class QueuePane(QFrame):
    narrowed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        look = theme()
        lines = column(self, spacing=0)
        head = column(spacing=8)
        head.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(12))
        self._heading = heading("")
        head.addWidget(self._heading)
        self.progress = small("")
        head.addWidget(self.progress)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(look.px(4))
        self._bar.setAccessibleName(self.tr("Looked at so far"))
        head.addWidget(self._bar)
        chips = FlowRow(spacing=8, pitch=8)
        self.kinds = FilterChip(self.tr("All kinds"), self.tr("Kind: {}"))
        self.kinds.show_options([(kind, asked(kind).row.rstrip("?")) for kind in KINDS])
        self.agencies = FilterChip(self.tr("All agencies"), self.tr("Agencies: {}"))
        self.states = FilterChip(self.tr("All answers"), self.tr("Answers: {}"))
        self.states.show_ticked(states(), OPEN)
        for chip in (self.kinds, self.agencies, self.states):
            chips.add(chip)
            chip.narrowed.connect(lambda _keys: self.narrowed.emit())
        head.addWidget(chips)
        lines.addLayout(head)
        lines.addWidget(rule())
        self.list = QueueList()
        lines.addWidget(self.list, 1)
        self.setMinimumWidth(look.px(240))

    def show_agencies(self, snapshot: Snapshot) -> None:
        self.agencies.show_options([(a.uid, f"{a.code}  {a.name}") for a in snapshot.agencies])

    def wanted(self, items: Sequence[QueueItem]) -> list[QueueItem]:
        """What the chips let through; what was put off comes after what nobody has looked at."""
        kinds, agencies, states_ = self.kinds.ticked, self.agencies.ticked, self.states.ticked
        found = [
            item
            for item in items
            if (not kinds or item.kind in kinds)
            and (not agencies or agencies & set(item.agencies))
            and (not states_ or item.state in states_)
        ]
        return sorted(found, key=lambda item: item.state == "later")

    def show_items(self, snapshot: Snapshot, items: Sequence[QueueItem], current: str) -> list[QueueItem]:
        shown = self.wanted(items)
        done = sum(item.looked_at for item in items)
        waiting = sum(item.state == "proposed" for item in items)
        self._heading.setText(self.tr("{} to compare").format(waiting) if waiting else self.tr("All looked at"))
        self.progress.setText(self.tr("{} of {} looked at").format(done, len(items)))
        self._bar.setRange(0, max(len(items), 1))
        self._bar.setValue(done if items else 1)
        self.list.show_items(snapshot, shown, current)
        return shown
