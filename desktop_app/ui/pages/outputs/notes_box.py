"""What a careful reader would ask about the output: sentences, each with a way to go there. None of them blocks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.proofing import Note
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.where import place_of
from desktop_app.ui.widgets.badge import IconLabel
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.links import Link
from desktop_app.ui.widgets.panel import ScrolledColumn, clear, column, row
from desktop_app.ui.widgets.words import small

_ROOM = 132  # px at 100 %: the queue needs the rest


class NotesBox(QFrame):
    followed = Signal(str, str)
    passage_asked = Signal(str)  # uid of a passage: it is edited on this page

    def __init__(self) -> None:
        super().__init__()
        self._any = self._quiet = False
        self.setProperty("role", "warning")
        lines = column(self, margin=8, spacing=0)
        head = row(spacing=8)
        head.addWidget(IconLabel("warning", "warn", 18))
        self._head = small("", tone="text")
        head.addWidget(self._head, 1)
        self._fold = Button(self.tr("Show"), kind="quiet")
        self._fold.clicked.connect(self._toggle)
        head.addWidget(self._fold)
        lines.addLayout(head)
        self._scroll = ScrolledColumn(margin=4, spacing=4)
        self._scroll.setMaximumHeight(theme().px(_ROOM))
        self._scroll.hide()
        lines.addWidget(self._scroll)

    def _toggle(self) -> None:
        shown = self._scroll.isHidden()
        self._scroll.setVisible(shown)
        self._fold.set_words(self.tr("Hide") if shown else self.tr("Show"))

    def be_quiet(self, quiet: bool) -> None:
        """While the steps of what was written need the room: they are about a file that is made already."""
        self._quiet = quiet
        self.setVisible(self._any and not quiet)

    def show_notes(self, snapshot: Snapshot, notes: Sequence[Note]) -> None:
        clear(self._scroll.column)
        self._any = bool(notes)
        self.setVisible(self._any and not self._quiet)
        said = self.tr("1 thing to look at before it leaves") if len(notes) == 1 else self.tr("{} things to look at")
        self._head.setText(said.format(len(notes)))
        passages = {narrative.uid for narrative in snapshot.narratives}
        for note in notes:
            line = row(spacing=8)
            label = small(note.what, tone="text", wrap=True)
            label.setContentsMargins(0, theme().px(4), 0, 0)  # on one line with the words of the link
            line.addWidget(label, 1)
            page, uid = place_of(snapshot, note.source)
            if page or note.source in passages:
                go = Link(self.tr("Go there"))
                go.setAccessibleDescription(note.what)
                if page:
                    go.clicked.connect(lambda _on=False, p=page, u=uid: self.followed.emit(p, u))
                else:
                    go.clicked.connect(lambda _on=False, u=note.source: self.passage_asked.emit(u))
                line.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
            self._scroll.column.addLayout(line)
        self._scroll.column.addStretch(1)
