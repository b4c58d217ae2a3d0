"""What is still missing before the review is set up, each a step away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.setup_state import Missing
from desktop_app.ui.widgets.listed_panel import ListedPanel
from desktop_app.ui.widgets.record_list import Entry


class MissingPanel(ListedPanel):
    asked = Signal(str, str)  # family, uid or ""

    def __init__(self) -> None:
        super().__init__(self.tr("What is still missing"), pitch=32, most=9)
        self._held: dict[str, Missing] = {}

    def show_missing(self, found: Sequence[Missing]) -> None:
        self._held = {f"{number} {item.code}": item for number, item in enumerate(found)}
        entries = [
            Entry(uid=key, title=item.what, icon="plus" if _is_begun(item) else "warning", tone="warn")
            for key, item in self._held.items()
        ]
        said = self.tr("Enter goes there, or begins what is not there yet.")
        self.show_listed(Snapshot(), entries, said if found else self.tr("Everything a review begins with is here."))

    def go(self, uid: str) -> None:
        item = self._held.get(uid)
        if item is not None:
            self.asked.emit(item.family, item.uid)


def _is_begun(item: Missing) -> bool:
    """Does going there begin a record that is not there yet?"""
    return not item.uid and item.family != "bodies"
