"""Everything under a theme, with its words; above it, how many marks are on each agency's account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.coding.under import Marked
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import WarningStrip
from desktop_app.ui.widgets.agency import AgencyChip
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import Panel, column
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import rule, words

_ROW, _MOST = 48, 12
_LEADS = {
    "events": "rows",
    "reflections": "chats-circle",
    "family_points": "users",
    "narratives": "text-align-left",
    "agency_requests": "buildings",
    "episodes": "bookmark-simple",
}


class UnderPanel(Panel):
    followed = Signal(str)
    settled = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Everything under it"), " ", ruled=True)
        lines = self.flush()
        edge = theme().px(16)
        top = column(spacing=8)
        top.setContentsMargins(edge, theme().px(12), edge, theme().px(12))
        self.agencies = FlowRow(spacing=20, pitch=6)
        top.addWidget(self.agencies)
        self.moved = WarningStrip("", self.tr("Follow the words"))
        self.moved.acted.connect(self.settled)
        top.addWidget(self.moved)
        lines.addLayout(top)
        lines.addWidget(rule())
        self.list = RecordList(self.tr("Everything under it"))
        self.list.opened.connect(self.followed)
        self.list.doubleClicked.connect(lambda _index: self.followed.emit(self.list.current))
        lines.addWidget(self.list)
        self._bare = words(self.tr("Nothing is marked with it yet."), tone="text2")
        self._bare.setContentsMargins(edge, theme().px(12), edge, theme().px(12))
        lines.addWidget(self._bare)

    def show_marked(self, snapshot: Snapshot, marked: Sequence[Marked]) -> None:
        self.note.setText(self.tr("Enter reads it where it stands") if marked else "")
        self._show_agencies(snapshot, marked)
        strayed = sum(one.anchor.how in ("moved", "reworded") for one in marked)
        gone = sum(one.anchor.how == "gone" for one in marked)
        said = self.tr("The words of {} marks were edited since; those of {} are gone.").format(strayed + gone, gone)
        self.moved.label.setText(said)
        self.moved.setVisible(bool(strayed or gone))
        self.list.show_entries([self._entry(one) for one in marked])
        self.list.setFixedHeight(theme().px(_ROW) * max(1, min(len(marked), _MOST)) + 2)
        self.list.setVisible(bool(marked))
        self._bare.setVisible(not marked)

    def _show_agencies(self, snapshot: Snapshot, marked: Sequence[Marked]) -> None:
        counted = Counter(one.source.agency for one in marked)
        self.agencies.empty()
        for agency in sorted(snapshot.agencies, key=lambda held: held.order):
            if counted[agency.uid]:
                self.agencies.add(AgencyChip(agency.order, f"{agency.code or agency.name}  {counted[agency.uid]}"))
        if counted[""]:
            self.agencies.add(words(self.tr("No agency’s account  {}").format(counted[""]), tone="text2"))
        self.agencies.setVisible(bool(marked))

    def _entry(self, one: Marked) -> Entry:
        said = {
            "whole": self.tr("{}, the whole record"),
            "moved": self.tr("{}, words moved since"),
            "reworded": self.tr("{}, words changed a little since"),
            "gone": self.tr("{}, words gone since"),
        }.get(one.anchor.how, "{}")
        quote = " ".join(one.words[:240].split())
        memo = f"; {one.coding.memo}" if one.coding.memo else ""
        return Entry(
            uid=one.coding.uid,
            title=f"“{quote}”" if one.anchor.how != "whole" else quote,
            second=said.format(one.source.label) + memo,
            lead=_LEADS[one.source.family],
            tone="warn" if one.anchor.how == "gone" else "text2",
        )
