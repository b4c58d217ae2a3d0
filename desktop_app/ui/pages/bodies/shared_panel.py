"""Letters that stand for several things: each of them, a step away from where it is kept."""

from __future__ import annotations

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.body_names import OneAbbreviation
from desktop_app.ui.where import place_of
from desktop_app.ui.widgets.listed_panel import ListedPanel
from desktop_app.ui.widgets.record_list import Entry


class SharedPanel(ListedPanel):
    def __init__(self) -> None:
        super().__init__(self.tr("What the letters stand for"), pitch=32, most=6)

    def show_shared(self, snapshot: Snapshot, held: OneAbbreviation) -> None:
        entries = [
            Entry(uid=uid, title=long, icon="text-aa") for uid, long in zip(held.uids, held.stands_for, strict=True)
        ]
        said = self.tr("Readers are given one expansion. Give one of them other letters. Enter goes there.")
        self.show_listed(snapshot, entries, said)

    def go(self, uid: str) -> None:
        page, target = place_of(self._snapshot, uid)
        if page:
            self.followed.emit(page, target)
