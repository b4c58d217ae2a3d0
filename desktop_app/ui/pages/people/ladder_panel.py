"""How much each reader is told: one ladder a kind of fact, from everything to nothing.

Arrow keys go along the rungs and from ladder to ladder; Space or Enter tells the reader looked at that much.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from desktop_app.domain.output import ProfileName
from desktop_app.services.telling import LadderRow, ToldSoFar
from desktop_app.ui.pages.people.readers import ReaderChoice
from desktop_app.ui.pages.people.rung_cell import Rung
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import AdviceLine, WarningStrip
from desktop_app.ui.widgets.panel import Panel, clear, column, row
from desktop_app.ui.widgets.words import small, words

_LABEL_WIDTH = 104
_DOWNWARDS_BELOW = 660  # px at 100 %: under it, rungs stand one under the other


class LadderPanel(Panel):
    chose = Signal(object, str, str)  # profile, about, rung
    ledger_wanted = Signal()
    reader_changed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("How much each reader is told"))
        self.readers = ReaderChoice()
        self.readers.chosen.connect(lambda _reader: self.reader_changed.emit())
        self.body.addWidget(self.readers)
        ends = row()
        ends.setContentsMargins(theme().px(_LABEL_WIDTH + 8), 0, 0, 0)
        self._end_labels = (small(self.tr("Everything")), small(self.tr("Nothing")))
        ends.addWidget(self._end_labels[0])
        ends.addStretch(1)
        ends.addWidget(self._end_labels[1])
        self.body.addLayout(ends)
        self._lines = column(spacing=6)
        self.body.addLayout(self._lines)
        self._how = AdviceLine("")
        self.body.addWidget(self._how)
        self._strip = WarningStrip("", self.tr("Open the ledger"), icon="puzzle-piece")
        self._strip.acted.connect(self.ledger_wanted)
        self.body.addWidget(self._strip)
        self._rows: tuple[LadderRow, ...] = ()
        self.rungs: list[list[Rung]] = []
        self._across: list[QBoxLayout] = []

    def show_rows(self, rows: Sequence[LadderRow]) -> None:
        """The keyboard stays where it is when only who stands where has changed."""
        shape = [(line.about, line.name, [cell.rung for cell in line.cells]) for line in rows]
        if shape != [(line.about, line.name, [cell.rung for cell in line.cells]) for line in self._rows]:
            self._build(rows)
        self._rows = tuple(rows)
        for line, cells in zip(rows, self.rungs, strict=True):
            for cell, rung in zip(line.cells, cells, strict=True):
                rung.show_cell(cell, line.name, self.readers.reader, self.readers.names)

    def show_told(self, told: ToldSoFar, label: str) -> None:
        """What is out already, in a sentence; nothing is said of somebody nothing is known of."""
        reader = self.readers.names[self.readers.reader]
        self._strip.setVisible(told.facts > 0)
        facts = self.tr("1 fact") if told.facts == 1 else self.tr("{} facts").format(told.facts)
        places = (
            self.tr("1 output") if told.outputs == 1 else self.tr("{} outputs or public sources").format(told.outputs)
        )
        more = self.tr(" Together they could show who this is.") if told.too_much else ""
        said = self.tr("{}: readers get {} about {} from {}.").format(reader, facts, label, places)
        if self.readers.reader is ProfileName.PUBLIC:
            said = self.tr("Public readers get {} about {} from {}.").format(facts, label, places)
        self._strip.label.setText(said + more)

    def _build(self, rows: Sequence[LadderRow]) -> None:
        clear(self._lines)
        self.rungs, self._across = [], []
        for at, line in enumerate(rows):
            whole, ladder = row(spacing=8), row(spacing=0)
            label = words(line.name, tone="text2")
            label.setMinimumWidth(theme().px(_LABEL_WIDTH))
            whole.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
            whole.addLayout(ladder, 1)
            self.rungs.append([self._rung(at, number) for number in range(len(line.cells))])
            for rung, cell in zip(self.rungs[-1], line.cells, strict=True):
                ladder.addWidget(rung, 9 + len(cell.words) + 2 * min(len(cell.readers), 3))
            self._across += [whole, ladder]
            self._lines.addLayout(whole)
        self._lay_out()

    def _rung(self, at: int, number: int) -> Rung:
        rung = Rung()
        rung.moved.connect(lambda down, along: self._step(at, number, down, along))
        rung.wanted.connect(lambda: self.chose.emit(self.readers.reader, self._rows[at].about, rung.cell.rung))
        rung.reached.connect(lambda: self._how.say(f"{rung.cell.words}: {rung.how()}"))
        return rung

    def _step(self, at: int, number: int, down: int, along: int) -> None:
        """Where rungs stand one under the other, down goes along them and on to the next ladder."""
        if not self._side_by_side and down:
            beyond = not 0 <= number + down < len(self.rungs[at])
            if not beyond:
                self._move(at, number + down)
            elif 0 <= at + down < len(self.rungs):
                self._move(at + down, 0 if down > 0 else len(self.rungs[at + down]) - 1)
            return
        self._move(at + down, number + along)

    def _move(self, at: int, number: int) -> None:
        if 0 <= at < len(self.rungs):
            line = self.rungs[at]
            if 0 <= number < len(line) or len(line) != len(self._line_in_focus()):
                line[min(max(number, 0), len(line) - 1)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _line_in_focus(self) -> list[Rung]:
        return next((line for line in self.rungs if any(rung.hasFocus() for rung in line)), [])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @property
    def _side_by_side(self) -> bool:
        return self.width() >= theme().px(_DOWNWARDS_BELOW)

    def _lay_out(self) -> None:
        """Side by side where there is room for the words, else one under the other."""
        across = self._side_by_side
        way = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        for layout in self._across:
            layout.setDirection(way)
        for label in self._end_labels:
            label.setVisible(across)
