"""Two panes side by side, or one of them where there is no room for both, with a choice of which."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.segmented import Segmented


class TwoPanes(QWidget):
    """`first` is a list `width` px wide (at 100 %), `second` what is chosen in it; under `below` px one is shown."""

    def __init__(
        self, first: QWidget, second: QWidget, words: tuple[str, str], *, width: int = 312, below: int = 760
    ) -> None:
        super().__init__()
        self._first, self._second, self._width, self._below = first, second, width, below
        lines = column(self, spacing=0)
        self._turns = QWidget()
        turns = row(self._turns, margin=8)
        self.which = Segmented(self.tr("Show"), [("first", words[0]), ("second", words[1])], "second")
        self.which.chosen.connect(lambda _key: self._arrange())
        turns.addWidget(self.which)
        turns.addStretch(1)
        self._turns.hide()
        lines.addWidget(self._turns)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(first)
        self._split.addWidget(second)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([theme().px(width), theme().px(1400)])
        lines.addWidget(self._split, 1)
        first.hide()  # until there is known to be room: widths counted once push the window wider

    @property
    def together(self) -> bool:
        return self.width() >= theme().px(self._below)

    def turn_to(self, part: str) -> None:
        """`part` is "first" or "second": in sight from now on, also where only one is."""
        self.which.show_value(part)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        together = self.together
        self._turns.setVisible(not together)
        self._first.setVisible(together or self.which.value == "first")
        self._second.setVisible(together or self.which.value == "second")
