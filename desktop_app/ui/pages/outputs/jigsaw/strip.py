"""Below the queue, in a sentence or two: what this output adds to what readers can put together, and two ways on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from desktop_app.services.jigsaw import Draft, Ledger
from desktop_app.services.jigsaw.said import counted, say_beside, say_undone, to_coarsen
from desktop_app.ui.widgets.badge import IconLabel
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.links import Link
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.words import words


class JigsawStrip(QFrame):
    """`coarsen` and `keep` carry the register uid of the person told of, `coarsen` "" for outputs that differ."""

    coarsen = Signal(str)
    keep = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "warning")
        self._person, self._waits, self._quiet = "", False, False
        line = row(self, margin=12, spacing=10)
        line.addWidget(IconLabel("puzzle-piece", "warn", 20), 0, Qt.AlignmentFlag.AlignTop)
        said = column(spacing=2)
        self.label = words("", wrap=True)
        said.addWidget(self.label)
        ways = FlowRow(spacing=12)
        self.first, self.second = Link(""), Link(self.tr("Why they stay"))
        self.first.clicked.connect(lambda: self.coarsen.emit(self._person))
        self.second.clicked.connect(lambda: self.keep.emit(self._person))
        ways.add(self.first)
        ways.add(self.second)
        said.addWidget(ways)
        line.addLayout(said, 1)
        self.hide()

    def be_quiet(self, quiet: bool) -> None:
        """While the facts themselves are in sight."""
        self._quiet = quiet
        self.setVisible(self._waits and not quiet)

    def show_ledger(self, found: Ledger, draft: Draft) -> None:
        """Hidden while nothing waits for the author."""
        waiting = [person for person in found.people if person.waits]
        self._waits = bool(waiting or found.undone)
        self.be_quiet(self._quiet)
        if waiting:
            person = waiting[0]
            said = say_beside(person.jigsaw, person.label, draft.place)
            if len(waiting) > 1:
                more = (
                    self.tr("Of {} others too much is told as well.")
                    if len(waiting) > 2
                    else self.tr("Of one other too much is told as well.")
                )
                said += " " + more.format(counted(len(waiting) - 1))
            self._person = person.jigsaw.person
            few = to_coarsen(person.jigsaw)
            way = self.tr("Coarsen {}").format(counted(few)) if few else self.tr("See them")
        elif found.undone:
            said, self._person = say_undone(found.undone[0]), ""
            way = self.tr("See both")
        else:
            return
        self.label.setText(said)
        self.setAccessibleName(said)
        self.first.setText(way)
        self.first.setAccessibleName(way)
        self.first.updateGeometry()
        self.second.setVisible(bool(waiting))
