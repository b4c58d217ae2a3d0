"""What rests on nothing, and what nothing rests on, each a step away."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.thread import orphans
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.where import place_of
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import small

_ROW, _MOST = 32, 9


class LoosePanel(Panel):
    followed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(self.tr("Loose ends"), " ", ruled=True)
        self._snapshot = Snapshot()
        lines = self.flush()
        self.list = RecordList(self.tr("Loose ends"))
        self.list.opened.connect(self._open)
        self.list.doubleClicked.connect(lambda _index: self._open(self.list.current))
        lines.addWidget(self.list)
        self._foot = small("", wrap=True)
        edge = theme().px(16)
        self._foot.setContentsMargins(edge, theme().px(10), edge, theme().px(10))
        lines.addWidget(self._foot)
        lines.addStretch(1)

    def show_loose_ends(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        found = orphans(snapshot)
        self.note.setText(str(len(found)) if found else "")
        self.list.show_entries([Entry(uid=o.uid, title=o.what, icon="link-break", tone="warn") for o in found])
        self.list.setFixedHeight(theme().px(_ROW) * min(max(len(found), 1), _MOST) + 2)
        self.list.setVisible(bool(found))
        said = self.tr("Enter goes there.") if found else self.tr("Everything that is here rests on something.")
        self._foot.setText(said)

    def _open(self, uid: str) -> None:
        page, target = place_of(self._snapshot, uid)
        if page:
            self.followed.emit(page, target)
