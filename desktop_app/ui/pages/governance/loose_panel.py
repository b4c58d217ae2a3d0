"""What rests on nothing, and what nothing rests on, each a step away."""

from __future__ import annotations

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.jigsaw.waiting import say_waiting, warnings_waiting
from desktop_app.services.thread import orphans
from desktop_app.ui.where import place_of
from desktop_app.ui.widgets.listed_panel import ListedPanel
from desktop_app.ui.widgets.record_list import Entry

_JIGSAW = "jigsaw"  # a place on the Outputs page, no record


class LoosePanel(ListedPanel):
    def __init__(self) -> None:
        super().__init__(self.tr("Loose ends"), pitch=32, most=9)
        self.lines.addStretch(1)

    def show_loose_ends(self, snapshot: Snapshot) -> None:
        found = orphans(snapshot)
        warnings = warnings_waiting(snapshot)
        said = self.tr("Everything that is here rests on something.")
        if found or warnings:
            said = self.tr("Enter goes there.")
        entries = [Entry(uid=o.uid, title=o.what, icon="link-break", tone="warn") for o in found]
        if warnings:
            entries.insert(0, Entry(uid=_JIGSAW, title=say_waiting(warnings), icon="puzzle-piece", tone="warn"))
        self.show_listed(snapshot, entries, said)

    def go(self, uid: str) -> None:
        page, target = ("outputs", _JIGSAW) if uid == _JIGSAW else place_of(self._snapshot, uid)
        if page:
            self.followed.emit(page, target)
