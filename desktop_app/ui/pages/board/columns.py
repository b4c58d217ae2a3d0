"""The three sides of the board beside each other, or one of them where there is no room for three."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from desktop_app.domain.board import Side
from desktop_app.services.board import Board, Laid
from desktop_app.ui.pages.board.card_list import CardList, key_of
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.badge import IconLabel
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.words import heading, small

SIDES = tuple(Side)
_ICONS = {Side.FOR: "plus-circle", Side.AGAINST: "minus-circle", Side.CONTEXT: "map-pin"}
TOGETHER = 720  # px at 100 %


def side_words(side: Side) -> tuple[str, str]:
    """What a side is called, and what stands in it while it is empty."""
    said = {
        Side.FOR: ("For it", "Nothing lies for it yet: it rests on no evidence."),
        Side.AGAINST: ("Against it", "Nothing lies against it. Is there anything that would speak against it?"),
        Side.CONTEXT: ("Context", "What helps to read the rest, and is no evidence itself."),
    }[side]
    return QCoreApplication.translate("board", said[0]), QCoreApplication.translate("board", said[1])


class Columns(QWidget):
    """`dropped` gives a card's key, the side it now lies on and its place there."""

    picked = Signal()
    opened = Signal(object)  # Laid
    dropped = Signal(str, str, int)

    def __init__(self) -> None:
        super().__init__()
        lines = column(self, spacing=8)
        self.which = Segmented(
            self.tr("Side of the board"), [(s.value, side_words(s)[0]) for s in SIDES], SIDES[0].value
        )
        self.which.chosen.connect(lambda _side: self._arrange())
        lines.addWidget(self.which)
        across = row(spacing=16)
        self.lists: dict[Side, CardList] = {}
        self._panes: dict[Side, QFrame] = {}
        self._counts: dict[Side, QLabel] = {}
        self._heads: list[QWidget] = []
        for side in SIDES:
            across.addWidget(self._side(side), 1)
        lines.addLayout(across, 1)
        self.side = Side.FOR

    def _side(self, side: Side) -> QFrame:
        pane = QFrame()
        pane.setProperty("role", "panel")
        lines = column(pane, spacing=0)
        top = QWidget()
        head = row(top, spacing=8)
        head.setContentsMargins(theme().px(16), theme().px(12), theme().px(16), theme().px(4))
        name, empty = side_words(side)
        self._counts[side] = small("")
        head.addWidget(IconLabel(_ICONS[side], "text2", 18))
        head.addWidget(heading(name))
        head.addStretch(1)
        head.addWidget(self._counts[side])
        self._heads.append(top)
        lines.addWidget(top)
        made = CardList(name, empty)
        made.picked.connect(lambda _key: self._turn(side))
        made.opened.connect(lambda _key: self.opened.emit(self.current))
        made.sideways.connect(lambda step: self.go(side, step))
        made.dropped.connect(lambda key, at: self.dropped.emit(key, side.value, at))
        self.lists[side], self._panes[side] = made, pane
        lines.addWidget(made, 1)
        lines.addSpacing(theme().px(8))
        return pane

    def show_board(self, board: Board, current: str = "") -> None:
        """The card `current` has the keyboard wherever it lies now."""
        for side in SIDES:
            self.lists[side].show_cards(board[side], current)
            self._counts[side].setText(str(len(board[side])) if board[side] else "")
        for side in SIDES if current else ():
            if any(key_of(card) == current for card in board[side]):
                self.focus_on(side)

    @property
    def current(self) -> Laid | None:
        return self.lists[self.side].current

    def _turn(self, side: Side) -> None:
        if self.lists[side].hasFocus():
            self.side = side
        self.picked.emit()

    def go(self, side: Side, step: int) -> None:
        """The keyboard goes to the column beside."""
        at = SIDES.index(side) + step
        if 0 <= at < len(SIDES):
            self.focus_on(SIDES[at])

    def focus_on(self, side: Side) -> None:
        self.side = side
        self.which.show_value(side.value)
        self._arrange()
        self.lists[side].setFocus()
        self.picked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        together = self.width() >= theme().px(TOGETHER)
        self.which.setVisible(not together)
        for head in self._heads:  # alone, a side is named by the choice above it
            head.setVisible(together)
        for side, pane in self._panes.items():
            pane.setVisible(together or side.value == self.which.value)
