"""What was promised for a day that has passed, each a step away."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.promises import promises
from desktop_app.ui.where import place_of
from desktop_app.ui.widgets.listed_panel import ListedPanel
from desktop_app.ui.widgets.record_list import Entry


class PromisesPanel(ListedPanel):
    """Sentences that promise something for a time that is over."""

    def __init__(self) -> None:
        super().__init__(self.tr("Promises whose date has passed"), pitch=48, most=6)

    def show_promises(self, snapshot: Snapshot, today: dt.date) -> None:
        found = promises(snapshot, today)
        said = self.tr("Say what became of each, in a newer update.")
        entries = [
            Entry(uid=f"{n} {p.uid}", title=p.sentence, second=p.where, icon="hourglass", tone="warn")
            for n, p in enumerate(found)
        ]
        none = self.tr("No text promises anything for a day that has passed.")
        self.show_listed(snapshot, entries, said if found else none)

    def go(self, uid: str) -> None:
        """A row's uid has its number before it: one text may promise twice."""
        page, target = place_of(self._snapshot, uid.partition(" ")[2])
        self.followed.emit(page or "outputs", target)
