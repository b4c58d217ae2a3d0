"""Two versions of one record, field by field, one record at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop_app.domain.copies import Otherwise
from desktop_app.services.copies.bringing import Waiting, keep_mine, take_theirs
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import Panel, clear, column, row
from desktop_app.ui.widgets.words import give_no_more, small, words


class Versions(Panel):
    settled = Signal(object, object)  # how (keep_mine or take_theirs), CopyConflict

    def __init__(self) -> None:
        super().__init__(self.tr("Changed in both"), " ", ruled=True)
        self._held: Waiting | None = None
        self._why = words("", font="bold", wrap=True)
        self.body.addWidget(self._why)
        self.heads = row(spacing=16)
        self._mine, self._theirs = QFrame(), QFrame()
        self._columns = []
        for frame, head in ((self._mine, self.tr("In the review")), (self._theirs, self.tr("In the copy"))):
            frame.setProperty("role", "sunken")
            lines = column(frame, margin=12, spacing=8)
            lines.addWidget(small(head))
            inner = column(spacing=8)
            lines.addLayout(inner)
            lines.addStretch(1)
            self._columns.append(inner)
            self.heads.addWidget(frame, 1)
        self.body.addLayout(self.heads)
        self.mine = Button(self.tr("Keep the review’s"), cap="Alt+1")
        self.theirs = Button(self.tr("Take the copy’s"), cap="Alt+2")
        self.mine.clicked.connect(lambda: self._settle(keep_mine))
        self.theirs.clicked.connect(lambda: self._settle(take_theirs))
        buttons = FlowRow(spacing=12, pitch=8)
        buttons.add(self.mine)
        buttons.add(self.theirs)
        self.body.addWidget(buttons)

    def show_waiting(self, found: Sequence[Waiting]) -> None:
        self._held = found[0] if found else None
        self.setVisible(bool(found))
        for lines in self._columns:
            clear(lines)
        if self._held is None:
            return
        self.note.setText(self.tr("1 of {}").format(len(found)))
        conflict = self._held.conflict
        kind = conflict.family.replace("_", " ").capitalize()
        self._why.setText(f"{kind}: {self._reasons()[conflict.why]}")
        for difference in self._held.differences:
            for lines, said in zip(self._columns, (difference.mine, difference.theirs), strict=True):
                lines.addWidget(small(difference.field.replace("_", " ").capitalize()))
                shown = words(said or self.tr("Nothing"), wrap=True, tone="text" if said else "text2")
                lines.addWidget(give_no_more(shown))

    def _reasons(self) -> dict[Otherwise, str]:
        return {
            Otherwise.BOTH_CHANGED: self.tr("changed here, and in the copy as well."),
            Otherwise.DELETED_HERE: self.tr("deleted here, and changed in the copy."),
            Otherwise.DELETED_THERE: self.tr("changed here, and deleted in the copy."),
        }

    def _settle(self, how: object) -> None:
        if self._held is not None:
            self.settled.emit(how, self._held.conflict)
