"""Beside the unlock panel: files opened since the program started, another file, a new review."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.common.clock import now
from desktop_app.ui.dates_words import moment
from desktop_app.ui.recent import RecentFiles
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import Panel, column, row
from desktop_app.ui.widgets.words import rule, small

_WIDE = 328


class FileWays(QWidget):
    picked = Signal(object)  # Path
    entered = Signal()  # a file of the list was taken: on to its secret
    open_asked = Signal()
    new_asked = Signal()
    restore_asked = Signal()

    def __init__(self, recent: RecentFiles) -> None:
        super().__init__()
        self._recent = recent
        look = theme()
        lines = column(self, spacing=8)
        if recent.files:
            self._recent_box = self._recent_panel()
            lines.addWidget(self._recent_box)
            note = small(self.tr("Names and folders are never listed here."))
            note.setContentsMargins(look.px(16), 0, 0, look.px(8))
            lines.addWidget(note)
        ways = Panel()
        ways.setFixedWidth(look.px(_WIDE))
        ways.body.setSpacing(0)
        for text, icon, cap, asked in (
            (self.tr("Open another file…"), "folder-open", "Ctrl O", self.open_asked),
            (self.tr("Start a new review…"), "plus", "Ctrl N", self.new_asked),
            (self.tr("Restore from a backup…"), "clock-counter-clockwise", "", self.restore_asked),
        ):
            button = Button(text, kind="quiet", icon=icon, cap=cap, spread=True)
            button.clicked.connect(asked)
            ways.body.addWidget(button)
        lines.addWidget(ways)
        lines.addStretch(1)

    def _recent_panel(self) -> Panel:
        from desktop_app.ui.widgets.record_list import Entry, RecordList  # not needed for the first window

        look = theme()
        panel = Panel(self.tr("Recent"))
        panel.setFixedWidth(look.px(_WIDE))
        body = panel.flush()
        self.recent_list = RecordList(self.tr("Recent files"), lined=False)
        entries = [
            Entry(
                uid=str(number),
                title=self.tr("File {}").format(number + 1),
                second=self.tr("This computer. Opened {}").format(moment(f.opened, now())),
                lead="lock-key",
            )
            for number, f in enumerate(self._recent.files)
        ]
        self.recent_list.show_entries(entries)
        self.recent_list.setFixedHeight(look.px(48) * len(entries))
        self.recent_list.picked.connect(self._pick)
        self.recent_list.opened.connect(lambda _uid: self.entered.emit())
        body.addWidget(self.recent_list)
        body.addWidget(rule())
        foot = row(margin=8)
        forget = Button(self.tr("Forget these"), kind="quiet", icon="x-circle")
        forget.clicked.connect(self._forget)
        foot.addWidget(forget)
        foot.addStretch(1)
        body.addLayout(foot)
        return panel

    def _pick(self, uid: str) -> None:
        path: Path = self._recent.files[int(uid)].path
        self.picked.emit(path)

    def _forget(self) -> None:
        self._recent.forget()
        self._recent_box.hide()
