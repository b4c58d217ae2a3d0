"""The parts of the chronology page and how they lie: heading, filters, timeline, table, and the side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QSplitter, QStackedWidget, QWidget

from desktop_app.services.chronology import EventRow
from desktop_app.ui.pages.chronology.detail import EventDetail
from desktop_app.ui.pages.chronology.editor import EventEditor
from desktop_app.ui.pages.chronology.event_table import EventTable
from desktop_app.ui.pages.chronology.filters import Filters
from desktop_app.ui.pages.chronology.model import EventModel
from desktop_app.ui.pages.chronology.selection_bar import SelectionBar
from desktop_app.ui.pages.chronology.timeline import TimelinePanel
from desktop_app.ui.pages.chronology.views_menu import ViewsMenu
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import EmptyState
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import Panel, ScrolledColumn, row
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.words import title


class ChronologyLayout(QSplitter):
    """`errors` and `selection` are made by the page, which also connects what is here."""

    parts_changed = Signal()  # timeline or table came into sight, or went
    add_asked = Signal()
    import_asked = Signal()
    place_asked = Signal(str)  # a page that reads the accounts together

    def __init__(self, errors: QWidget, selection: SelectionBar, change: Callable[[EventRow, str, str], bool]) -> None:
        super().__init__(Qt.Orientation.Vertical)  # across once there is room
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        left = ScrolledColumn(margin=16, spacing=12)  # in large type the timeline alone is higher than some windows
        left.setMinimumSize(theme().px(320), theme().px(220))
        self._lines = lines = left.column
        lines.addLayout(self._heading())
        lines.addWidget(errors)
        self.filters = Filters()
        self.filters.add(self._places())
        lines.addWidget(self.filters)
        self.timeline = TimelinePanel()
        self.timeline.hide()  # until there is known to be room: what was counted once pushes the window higher
        lines.addWidget(self.timeline)
        lines.addWidget(selection)
        lines.addWidget(self._table(change), 1)
        self._rest = QWidget()  # takes the height while only the timeline is shown
        self._rest.hide()
        lines.addWidget(self._rest, 1)
        self.nothing = EmptyState(
            self.tr("No chronology yet"),
            self.tr("Agencies send theirs as Word, Excel or CSV files. Bring the first one in, or type an event."),
            self.tr("Import a chronology…"),
            icon="download-simple",
        )
        self.nothing.acted.connect(self.import_asked)
        self.nothing.hide()
        lines.addWidget(self.nothing, 1)
        self.addWidget(left)
        self.addWidget(self._side())
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)

    def _heading(self) -> QBoxLayout:
        self._head = row()
        self._titled = row()
        self._titled.addWidget(title(self.tr("What happened, and who knew")))
        self._titled.addStretch(1)
        self._head.addLayout(self._titled, 1)
        self._buttons = buttons = row()
        self.shown = Segmented(
            self.tr("Show"),
            [("both", self.tr("Both")), ("timeline", self.tr("Timeline")), ("table", self.tr("Table"))],
            "both",
        )
        self.shown.chosen.connect(lambda _value: self.parts_changed.emit())
        buttons.addWidget(self.shown)
        self.views = ViewsMenu()
        buttons.addWidget(self.views)
        bring = Button(self.tr("Import…"), icon="download-simple")
        bring.clicked.connect(self.import_asked)
        buttons.addWidget(bring)
        add = Button(self.tr("Add event"), kind="primary", icon="plus", cap="N")
        add.clicked.connect(self.add_asked)
        buttons.addWidget(add)
        buttons.addStretch(1)
        self._head.addLayout(buttons)
        return self._head

    def _places(self) -> Button:
        """The way to the pages that read the accounts together."""
        together = Button(icon="intersect", name=self.tr("Read the accounts together"))
        places = QMenu(together)
        for name, words in (
            ("merging", self.tr("Compare accounts\tCtrl+M")),
            ("knowing", self.tr("Who knew what\tCtrl+Shift+W")),
            ("episodes", self.tr("Key practice episodes\tCtrl+Shift+E")),
        ):
            places.addAction(words).triggered.connect(lambda _on=False, name=name: self.place_asked.emit(name))
        together.clicked.connect(lambda: places.popup(together.mapToGlobal(together.rect().bottomLeft())))
        return together

    def _table(self, change: Callable[[EventRow, str, str], bool]) -> Panel:
        self.panel = Panel()
        self.panel.body.setContentsMargins(1, 1, 1, 1)
        self.model = EventModel(self, change)
        self.table = EventTable(self.tr("Events"), self.model)
        self.table.setMinimumHeight(theme().px(68))
        self.panel.body.addWidget(self.table)
        return self.panel

    def _side(self) -> QStackedWidget:
        self.side = QStackedWidget()
        self.side.setProperty("role", "surface")
        self.detail = EventDetail()
        self.side.addWidget(self.detail)
        self.side.setMinimumWidth(theme().px(288))
        return self.side

    def add_editor(self) -> EventEditor:
        """Once: making its fields is a quarter of what the page takes to open, and many only read."""
        editor = EventEditor()
        self.side.addWidget(editor)
        return editor

    def show_parts(self, *, some: bool) -> None:
        """Timeline, table or both; a low or narrow window has room for one, and that is the table."""
        shown = self.shown.value
        room = self.height() >= theme().px(640) and self.width() >= theme().px(600)
        if shown == "both" and not room:
            shown = "table"
        self.timeline.setVisible(some and shown != "table")
        self.timeline.show_tall(shown == "timeline")
        self.panel.setVisible(some and shown != "timeline")
        self._rest.setVisible(some and shown == "timeline")

    @property
    def draws_lanes(self) -> bool:
        return self.timeline.isVisibleTo(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The thread moves under the table when the middle would be too narrow to read."""
        look = theme()
        across = event.size().width() >= look.px(860)
        wanted = Qt.Orientation.Horizontal if across else Qt.Orientation.Vertical
        if self.orientation() is not wanted or event.oldSize().width() < 0:
            self.setOrientation(wanted)
            self.setSizes([look.px(900), look.px(312)] if across else [1000, 200])
        down, along = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        left = event.size().width() - (look.px(312) if across else 0)
        beside = left >= look.px(820)
        if (self._head.direction() is along) is not beside:
            self._head.setDirection(along if beside else down)
            self._lines.setSpacing(look.px(12 if beside else 6))
            # Under its title the line is as wide as the page, and in large type too narrow for all of them.
            self._buttons.insertWidget(1, self.views) if beside else self._titled.addWidget(self.views)
        super().resizeEvent(event)
        self.parts_changed.emit()
