"""Over the lanes: what a lane is, zoom, the dates that filter the table, and the way to an export."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.event_query import LaneKind
from desktop_app.ui.dates_words import day
from desktop_app.ui.pages.chronology.timeline.stretch import Stretch
from desktop_app.ui.theme.lines import draw_elided
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import column
from desktop_app.ui.widgets.segmented import Segmented

_LEAST_WORDS = 120


class Echo(QWidget):
    """One line in what room there is; a screen reader hears it from the lanes themselves."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setFixedHeight(theme().px(32))

    @property
    def words(self) -> str:
        return self._words

    def show_words(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self.setToolTip(words)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRect(0, 0, self.width(), self.height())
        draw_elided(QPainter(self), box, self._words, theme().font("small"), theme().colour("text2"))


class Tools(QWidget):
    """`by` carries a `LaneKind`, `zoomed` "in", "out" or "fit"; `filtering`: filter to what is shown, or stop."""

    by = Signal(object)
    zoomed = Signal(str)
    filtering = Signal(bool)
    export = Signal()

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        self._line = FlowRow(spacing=8, pitch=4)
        outer = column(self)
        outer.setContentsMargins(look.px(8), look.px(6), look.px(8), look.px(6))
        outer.addWidget(self._line)
        self.lanes = Segmented(
            self.tr("Lanes"),
            [
                (LaneKind.AGENCY, self.tr("Agencies")),
                (LaneKind.PERSON, self.tr("People")),
                (LaneKind.THEME, self.tr("Themes")),
            ],
            LaneKind.AGENCY,
        )
        self.lanes.chosen.connect(lambda value: self.by.emit(LaneKind(value)))
        self._line.add(self.lanes)
        for name, icon, words, keys in (
            ("out", "minus", self.tr("Show more time"), "-"),
            ("in", "plus", self.tr("Show less time"), "+"),
            ("fit", "arrows-out-line-horizontal", self.tr("Show the whole scope"), "0"),
        ):
            button = Button(kind="quiet", icon=icon, name=words, cap=keys)
            button.clicked.connect(lambda _on=False, name=name: self.zoomed.emit(name))
            self._line.add(button)
        self.echo = Echo()
        self._line.add(self.echo)
        self.filter = Button(self.tr("Filter by dates"), kind="quiet", icon="funnel")
        self.filter.setCheckable(True)
        self.filter.setToolTip(self.tr("Show only these dates in the table. Shift and drag chooses others."))
        self.filter.clicked.connect(self.filtering)
        self._line.add(self.filter)
        out = Button(self.tr("Export…"), kind="quiet", icon="export")
        out.setToolTip(self.tr("The summary timeline, under Outputs, for a reader you choose"))
        out.clicked.connect(self.export)
        self._line.add(out)
        self._buttons: list[QWidget] = [self.lanes, *self.findChildren(Button)]

    def show_filter(self, chosen: Stretch | None) -> None:
        """The dates in force are the words of the button; pressing it takes them away."""
        self.filter.setChecked(chosen is not None)
        if chosen is None:
            self.filter.set_words(self.tr("Filter by dates"))
            self._fit()
            return
        first, last = (day(date) for date in chosen.days)
        self.filter.set_words(first if first == last else self.tr("{} to {}").format(first, last))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The line of words takes what room there is in the row; where that is too little it goes, not a button."""
        look = theme()
        taken = sum(button.sizeHint().width() + look.px(8) for button in self._buttons) + 2 * look.px(8)
        room = self.width() - taken - look.px(8)
        self.echo.setVisible(room >= look.px(_LEAST_WORDS))
        self.echo.setFixedWidth(max(room, look.px(24)))
