"""The chronology page: filters, the table, and beside it one event to read or to edit."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSplitter, QStackedWidget, QWidget

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.services.agencies import next_ref
from desktop_app.services.chronology import event_rows
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.chronology.delegate import ROW_HEIGHT, EventDelegate
from desktop_app.ui.pages.chronology.detail import EventDetail
from desktop_app.ui.pages.chronology.editor import EventEditor
from desktop_app.ui.pages.chronology.model import AGENCY, MARKS, WHAT, EventModel
from desktop_app.ui.pages.chronology.timeline import TimelinePanel
from desktop_app.ui.statuses import MARK
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import EmptyState
from desktop_app.ui.widgets.buttons import Button, shortcut
from desktop_app.ui.widgets.fields import LineField
from desktop_app.ui.widgets.filter_chip import FilterChip
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import Panel, column, row
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.table import RecordTable
from desktop_app.ui.widgets.words import small, title

# ref, date, agency, what happened (takes what is left), marks
_WIDE, _NARROW = (92, 178, 84, 300, 190), (84, 128, 68, 200, 112)
_WAITING = "waiting"
_PAUSE_MS = 150  # after the last key, before the table is filtered


class ChronologyPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._current = ""
        outer = row(self, spacing=0)
        self._split = QSplitter(Qt.Orientation.Vertical)  # across once there is room
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        outer.addWidget(self._split)
        self._split.addWidget(self._left())
        self._split.addWidget(self._side())
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self.offer("N", self.tr("Add an event"), self.add_event)
        self.offer("F2", self.tr("Edit this event"), self.edit)
        self.offer("Ctrl+F", self.tr("Filter by words"), self.search.setFocus)
        self.offer("Ctrl+H", self.tr("Earlier versions of this text"), self.earlier)
        self.offer("Ctrl+I", self.tr("Import a chronology"), self._import)
        shortcut(self, "Escape", self.stop_editing)

    def _left(self) -> QWidget:
        look = theme()
        left = QWidget()
        lines = column(left, margin=16, spacing=12)
        self._head = row()
        self._head.addWidget(title(self.tr("What happened, and who knew")))
        self._head.addStretch(1)
        buttons = row()
        self.shown = Segmented(
            self.tr("Show"),
            [("both", self.tr("Both")), ("timeline", self.tr("Timeline")), ("table", self.tr("Table"))],
            "both",
        )
        self.shown.chosen.connect(lambda _value: self._show_parts())
        buttons.addWidget(self.shown)
        bring = Button(self.tr("Import…"), icon="download-simple")
        bring.clicked.connect(self._import)
        buttons.addWidget(bring)
        add = Button(self.tr("Add event"), kind="primary", icon="plus", cap="N")
        add.clicked.connect(self.add_event)
        buttons.addWidget(add)
        buttons.addStretch(1)
        self._head.addLayout(buttons)
        lines.addLayout(self._head)
        lines.addWidget(self.errors)
        lines.addWidget(self._filters())
        self.timeline = TimelinePanel()
        self.timeline.picked.connect(self.open_record)
        self.timeline.hide()  # until there is known to be room: what was counted once pushes the window higher
        lines.addWidget(self.timeline)
        self.panel = Panel()
        self.panel.body.setContentsMargins(1, 1, 1, 1)
        self.model = EventModel(self)
        self.table = RecordTable(self.tr("Events"), self.model, ROW_HEIGHT)
        self.table.setMinimumHeight(look.px(78))
        self.table.draw_with(EventDelegate(self.table))
        self.table.widths(*_WIDE, stretch=WHAT)
        self.table.row_picked.connect(self._picked)
        self.table.opened.connect(lambda _row: self.edit())
        self.panel.body.addWidget(self.table)
        lines.addWidget(self.panel, 1)
        self._rest = QWidget()  # takes the height while only the timeline is shown
        self._rest.hide()
        lines.addWidget(self._rest, 1)
        self._nothing = EmptyState(
            self.tr("No chronology yet"),
            self.tr("Agencies send theirs as Word, Excel or CSV files. Bring the first one in, or type an event."),
            self.tr("Import a chronology…"),
            icon="download-simple",
        )
        self._nothing.acted.connect(self._import)
        self._nothing.hide()
        lines.addWidget(self._nothing, 1)
        left.setMinimumWidth(look.px(320))
        return left

    def _filters(self) -> FlowRow:
        look = theme()
        line = FlowRow(spacing=8, pitch=8)
        self.search = LineField(placeholder=self.tr("Words in these events"))
        self.search.setAccessibleName(self.tr("Words in these events"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(look.px(208))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._show_rows)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.agencies = FilterChip(self.tr("All agencies"), self.tr("Agencies: {}"))
        self.agencies.narrowed.connect(lambda _keys: self._show_rows())
        self.marks = FilterChip(self.tr("All marks"), self.tr("Marks: {}"))
        self.marks.show_options([(mark, mark) for mark in MARK])
        self.marks.narrowed.connect(lambda _keys: self._show_rows())
        self.waiting = Button(self.tr("Waiting"), icon="question")
        self.waiting.setToolTip(self.tr("Rows of an import that somebody must look at"))
        self.waiting.setCheckable(True)
        self.waiting.toggled.connect(lambda _on: self._show_rows())
        self.count = small("")
        for widget in (self.search, self.agencies, self.marks, self.waiting, self.count):
            line.add(widget)
        return line

    def _side(self) -> QWidget:
        self.side = QStackedWidget()
        self.side.setProperty("role", "surface")
        self.detail = EventDetail()
        self.detail.edit_asked.connect(self.edit)
        self.detail.followed.connect(self.desk.go)
        self.detail.settled.connect(self._settle)
        self.editor = EventEditor()
        self.editor.edited.connect(lambda event, label: self.put(label, event))
        self.editor.done.connect(self.stop_editing)
        self.editor.delete_asked.connect(self._delete)
        self.side.addWidget(self.detail)
        self.side.addWidget(self.editor)
        self.side.setMinimumWidth(theme().px(288))
        return self.side

    def take_focus(self) -> None:
        self.table.setFocus()

    @property
    def here(self) -> str:
        return self._current

    def refresh(self, families: frozenset[str]) -> None:
        snapshot = self.desk.snapshot
        self.agencies.show_options([(a.uid, f"{a.code}  {a.name}") for a in snapshot.agencies])
        self._show_rows()

    def _show_rows(self) -> None:
        snapshot = self.desk.snapshot
        rows = event_rows(snapshot, words=self.search.text(), agencies=self.agencies.ticked)
        wanted = self.marks.ticked
        if wanted:
            rows = [r for r in rows if wanted & set(r.marks)]
        waiting = {i.event for i in snapshot.issues if i.kind == "decide" and i.event and not i.resolved}
        only = self.waiting.isChecked()
        self.waiting.setVisible(bool(waiting) or only)
        self.waiting.set_words(self.tr("Waiting {}").format(len(waiting)))
        self.waiting.set_narrowing(only)
        if only:
            rows = [r for r in rows if r.event.uid in waiting]
        kept = self._current
        self.table.scrollToTop()  # a reset while scrolled deep costs seconds
        self.model.show_rows(rows)
        self.count.setText(self.tr("{} of {} events").format(len(rows), len(snapshot.events)))
        narrowed = bool(self.search.text() or self.agencies.ticked or wanted or only)
        self.timeline.show_rows(snapshot, rows, narrowed=narrowed)
        self._show_parts()
        self._nothing.setVisible(not snapshot.events)
        self.side.setVisible(bool(rows))
        place = self.model.place_of(kept)
        self.table.pick_row(max(place, 0))

    def _show_parts(self) -> None:
        """Timeline, table or both; a low or narrow window has room for one, and that is the table."""
        some, shown = bool(self.desk.snapshot.events), self.shown.value
        room = self.height() >= theme().px(640) and self.width() >= theme().px(600)
        if shown == "both" and not room:
            shown = "table"
        self.timeline.setVisible(some and shown != "table")
        self.panel.setVisible(some and shown != "timeline")
        self._rest.setVisible(some and shown == "timeline")

    def _picked(self, number: int) -> None:
        if not 0 <= number < len(self.model.rows):
            return
        shown = self.model.rows[number]
        self._current = shown.event.uid
        self.detail.show_event(self.desk.snapshot, shown)
        self.timeline.show_current(shown)
        if self.editing:
            self.editor.show_event(self.desk.snapshot, shown.event)

    @property
    def editing(self) -> bool:
        return self.side.currentWidget() is self.editor

    def open_record(self, uid: str) -> None:
        """Show an event, taking filters away when they hide it; "waiting" shows the rows that wait for somebody."""
        if uid == _WAITING:
            self.waiting.setChecked(True)
            return
        if self.model.place_of(uid) < 0:
            self.search.clear()
            self.agencies.show_all()
            self.marks.show_all()
            self.waiting.setChecked(False)
            self._show_rows()
        self.table.pick_row(self.model.place_of(uid))

    def show_field(self, field: QWidget) -> None:
        if self.editor.isAncestorOf(field):
            self.edit()

    def edit(self) -> None:
        event = self._event()
        if event is not None:
            self.editor.show_event(self.desk.snapshot, event)
            self.side.setCurrentWidget(self.editor)
            self.editor.date.setFocus()

    def earlier(self) -> None:
        """Of the text that is being written in, else of what happened."""
        field = self.text_in_focus()
        self.commit()
        event = self._event()
        if event is not None:
            self.show_earlier(self.tr("Earlier versions"), event, field or "event")

    def stop_editing(self) -> None:
        if self.editing:
            self.commit()
            self.side.setCurrentWidget(self.detail)
            self.table.setFocus()

    def _event(self) -> ChronologyEvent | None:
        return next((e for e in self.desk.snapshot.events if e.uid == self._current), None)

    def add_event(self) -> None:
        """A new event is there at once; Undo takes it away again."""
        snapshot = self.desk.snapshot
        agency = next((a for a in snapshot.agencies if a.uid in self.agencies.ticked), None)
        agency = agency or (snapshot.agencies[0] if snapshot.agencies else None)
        ref = f"{agency.code}-{next_ref(snapshot, agency):03}" if agency else ""
        event = ChronologyEvent(ref=ref, agency=agency.uid if agency else "")
        if self.put("Add an event", event):
            self.open_record(event.uid)
            self.edit()

    def _delete(self, uid: str) -> None:
        self.side.setCurrentWidget(self.detail)
        if self.do(lambda: self.desk.session.delete("Delete an event", ChronologyEvent, uid)):
            self.desk.told.emit(self.tr("Deleted. Ctrl+Z brings it back."))

    def _settle(self, uid: str) -> None:
        """Somebody has looked at what an import asked about."""
        issue = next((i for i in self.desk.snapshot.issues if i.uid == uid), None)
        if issue is not None:
            self.put("Settle a question from an import", replace(issue, resolved="looked at"))

    def _import(self) -> None:
        self.desk.go("import", "chronology")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The thread moves under the table when the middle would be too narrow to read."""
        look = theme()
        across = event.size().width() >= look.px(860)
        wanted = Qt.Orientation.Horizontal if across else Qt.Orientation.Vertical
        if self._split.orientation() is not wanted or event.oldSize().width() < 0:
            self._split.setOrientation(wanted)
            self._split.setSizes([look.px(900), look.px(312)] if across else [700, 240])
        roomy = event.size().width() >= look.px(600)
        down, along = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        left = event.size().width() - (look.px(312) if across else 0)
        self._head.setDirection(along if left >= look.px(820) else down)
        for part in (AGENCY, MARKS):  # both are said beside the table too
            self.table.setColumnHidden(part, not roomy)
        self.table.widths(*(_WIDE if roomy else _NARROW), stretch=WHAT)
        self._show_parts()
        super().resizeEvent(event)
