"""Two versions of one thing said in a room, side by side, one pair at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.rooms import settling
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import Panel, column, row
from desktop_app.ui.widgets.words import small, words


class Conflicts(Panel):
    settled = Signal(object, object)  # how (a function of services.rooms.settling), Versions

    def __init__(self) -> None:
        super().__init__(self.tr("Two versions of one note"))
        self._held: settling.Versions | None = None
        self._why = small("", wrap=True)
        self.body.addWidget(self._why)
        self.pair = row(spacing=16)
        self._mine, self._rooms = words("", wrap=True), words("", wrap=True)
        for head, text in ((self.tr("In the review"), self._mine), (self.tr("In the room"), self._rooms)):
            box = QFrame()
            box.setProperty("role", "sunken")
            lines = column(box, margin=12, spacing=4)
            lines.addWidget(small(head))
            lines.addWidget(text, 1)
            self.pair.addWidget(box, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self.pair)
        self.mine = Button(self.tr("Keep the review’s"))
        self.rooms = Button(self.tr("Take the room’s"))
        self.both = Button(self.tr("Keep both"))
        buttons = FlowRow(spacing=12, pitch=8)
        for button, how in (
            (self.mine, settling.keep_mine),
            (self.rooms, settling.take_the_rooms),
            (self.both, settling.keep_both),
        ):
            buttons.add(button)
            button.clicked.connect(lambda _=False, how=how: self.settled.emit(how, self._held))
        self.body.addWidget(buttons)
        self.hide()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        found = settling.waiting(snapshot)
        self._held = found[0] if found else None
        if self._held is not None:
            self.note.setText(self.tr("1 of {}").format(len(found)))
            self._why.setText(self._held.why)
            self._mine.setText(self._held.mine)
            self._rooms.setText(self._held.rooms)
        if self._held is None or self.parentWidget() is not None:
            self.setVisible(self._held is not None)
