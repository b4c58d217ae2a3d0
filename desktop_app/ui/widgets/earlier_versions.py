"""What a text said before: choose one, read it, put it back. Putting back is a change like any other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.common.clock import now
from desktop_app.ui.dates_words import moment
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import TextField
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import title


@dataclass(frozen=True, slots=True)
class EarlierText:
    """`until`: when the change came that took it away. `shown`: how `text` is read."""

    text: str
    until: dt.datetime
    shown: str


class EarlierVersions(QDialog):
    """`chosen` is the text to put back, "" when the list was only read."""

    def __init__(self, parent: QWidget, name: str, versions: Sequence[EarlierText]) -> None:
        super().__init__(parent)
        look = theme()
        self.setWindowTitle("Candour")
        self.setAccessibleName(name)
        self.resize(look.px(640), look.px(520))
        self.chosen = ""
        self._versions = list(versions)
        self._current = self._versions[0]
        lines = column(self, margin=24, spacing=12)
        lines.addWidget(title(name))
        self.listing = RecordList(self.tr("Versions, newest first"))
        self.listing.show_entries(
            [
                Entry(str(n), " ".join(v.shown.split()), self.tr("Until {}").format(moment(v.until, now())))
                for n, v in enumerate(self._versions)
            ],
            "0",
        )
        self.listing.picked.connect(self._show)
        lines.addWidget(self.listing, 1)
        self.text = TextField(least=6, most=9)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("What it said"))
        lines.addWidget(self.text)
        foot = row()
        self.back = Button(self.tr("Put this one back"), kind="primary", icon="arrow-counter-clockwise")
        self.back.clicked.connect(self._take)
        close = Button(self.tr("Close"), cap="Esc")
        close.clicked.connect(self.reject)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(close)
        lines.addLayout(foot)
        self._show("0")
        self.listing.setFocus()

    def _show(self, uid: str) -> None:
        self._current = self._versions[int(uid)]
        self.text.show_text(self._current.shown)

    def _take(self) -> None:
        self.chosen = self._current.text
        self.accept()
