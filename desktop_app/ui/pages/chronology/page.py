"""The chronology page: filters, the table, and beside it one event to read or to edit."""

from __future__ import annotations

from array import array
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.output import OutputKind
from desktop_app.services import saved_views, who_knew
from desktop_app.services.chronology import EventRow, RowMaker
from desktop_app.services.chronology_edits import SHORT_FIELDS, edited, move_within_day, new_event
from desktop_app.services.chronology_filter import EventFilter, query_of
from desktop_app.services.chronology_marks import Marked, marked_of
from desktop_app.services.chronology_window import EventWindow, shown_ids
from desktop_app.services.landmarks import count_from
from desktop_app.services.timeline_source import TimelineSource
from desktop_app.services.word_hits import wanted_of
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.chronology.editor import EventEditor
from desktop_app.ui.pages.chronology.lane_making import FEW, LaneMaking
from desktop_app.ui.pages.chronology.layout import ChronologyLayout
from desktop_app.ui.pages.chronology.seeking import Seeking
from desktop_app.ui.pages.chronology.selection_bar import SelectionBar
from desktop_app.ui.pages.chronology.view_keeping import ViewKeeping
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import shortcut
from desktop_app.ui.widgets.panel import row

_WAITING = "waiting"
_KLOE = "kloe:"  # before the uid of a line of enquiry: show its events
_PAUSE_MS = 250


class ChronologyPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._current = ""
        self.seek = Seeking(desk, self.errors, self.tr("Looking for the words"))
        self._marked: Marked | None = None
        self._drawn: TimelineSource | None = None
        self.selection = SelectionBar(desk, self.do, lambda: self.model.uids(self.table.places))
        self.parts = ChronologyLayout(self.errors, self.selection, self._edit_cell)
        row(self, spacing=0).addWidget(self.parts)
        parts, filters = self.parts, self.parts.filters
        self.filters, self.timeline, self.views = filters, parts.timeline, parts.views
        self.search, self.agencies, self.marks = filters.search, filters.agencies, filters.marks
        self.waiting, self.count = filters.waiting, filters.count
        self.panel, self.model, self.table, self.side = parts.panel, parts.model, parts.table, parts.side
        self.detail = parts.detail
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self._show_timeline)
        self._connect()
        self._offer_all()

    def _connect(self) -> None:
        self.parts.add_asked.connect(self.add_event)
        self.parts.import_asked.connect(self._import)
        self.parts.place_asked.connect(lambda name: self.desk.go(name))
        self.parts.parts_changed.connect(self._show_parts)
        self._keeping = ViewKeeping(self, self.views, self.filters, self.timeline)
        self.views.columns_changed.connect(self._arrange_columns)
        self.filters.changed.connect(self._show_rows)
        self.filters.dates_cleared.connect(self.timeline.clear_filter)
        self.timeline.prepare = LaneMaking(self.desk, self.errors, self.tr("Drawing the lanes"))
        self.timeline.picked.connect(self.open_record)
        self.timeline.opened.connect(self._open_to_edit)
        self.timeline.brushed.connect(self.filters.show_days)
        self.timeline.export_asked.connect(lambda: self.desk.go("outputs", OutputKind.TIMELINE.value))
        self.table.row_picked.connect(self._picked)
        self.table.opened.connect(lambda _row: self.edit())
        self.table.selected.connect(self._selected)
        self.selection.let_go.connect(self.table.select_one)
        self.detail.edit_asked.connect(self.edit)
        self.detail.followed.connect(self.desk.go)
        self.detail.settled.connect(self._settle)

    @cached_property
    def editor(self) -> EventEditor:
        """Made when an event is first edited."""
        editor = self.parts.add_editor()
        editor.edited.connect(lambda event, label: self.put(label, event))
        editor.done.connect(self.stop_editing)
        editor.delete_asked.connect(self._delete)
        editor.known_asked.connect(self._learned)
        editor.named.connect(lambda name: self.do(lambda: count_from(self.desk.session, self._current, name)))
        return editor

    def _offer_all(self) -> None:
        self.offer("N", self.tr("Add an event"), self.add_event)
        self.offer("F2", self.tr("Edit this field, or this event"), self.edit_here)
        self.offer("Ctrl+E", self.tr("Change the selected events"), self._change_selected)
        self.offer("Ctrl+C", self.tr("Copy the selected events"), self.selection.copy)
        self.offer("Alt+Up", self.tr("Earlier within its day"), lambda: self._move(-1))
        self.offer("Alt+Down", self.tr("Later within its day"), lambda: self._move(1))
        self.offer("Ctrl+F", self.tr("Filter by words"), self.search.setFocus)
        self.offer("Ctrl+Shift+F", self.tr("Views and columns"), self.views.open)
        self.offer("Ctrl+H", self.tr("Earlier versions of this text"), self.earlier)
        self.offer("Ctrl+I", self.tr("Import a chronology"), self._import)
        shortcut(self, "Escape", self.stop_editing)

    def take_focus(self) -> None:
        self.table.setFocus()

    @property
    def here(self) -> str:
        return self._current

    def refresh(self, families: frozenset[str]) -> None:
        session = self.desk.session
        snapshot = session.snapshot
        self._marked = marked_of(snapshot, session.events)
        self.filters.show_options(snapshot, session.events.values("themes"), len(self._marked.waiting))
        self.views.show_views(saved_views.views(snapshot))
        self._show_rows()

    def _show_rows(self) -> None:
        session, marked = self.desk.session, self._marked
        if marked is None:
            return
        chosen, events = self.filters.chosen, session.events
        query = query_of(chosen, session.snapshot, marked)
        self._later.stop()
        self.seek.give_up()
        if self._drawn is not None:
            self._drawn.give_up()
        if not query.words:  # quick, and other pages count on it: they lead to a record and see it
            self._show(shown_ids(events, query, marked), chosen)
        elif not self.seek(lambda stop: shown_ids(events, query, marked, stop), lambda ids: self._show(ids, chosen)):
            self.count.setText(self.tr("Looking…"))

    def _show(self, ids: array[int], chosen: EventFilter) -> None:
        session, marked = self.desk.session, self._marked
        if marked is None:
            return
        snapshot = session.snapshot
        selected = self.model.uids(self.table.places) if 1 < self.table.count <= FEW else []
        kept, column_before = self._current, max(self.table.currentIndex().column(), 0)
        self.table.scrollToTop()  # a reset while scrolled deep costs seconds
        self.model.show_rows(EventWindow(session.events, ids, RowMaker(snapshot, marked, wanted_of(chosen.words))))
        total = snapshot.event_count
        words = self.tr("{} of {}") if chosen.narrows else self.tr("{1} events")
        self.count.setText(words.format(f"{len(ids):,}", f"{total:,}"))
        self.waiting.set_narrowing(self.waiting.isChecked())
        self._show_parts()
        self.parts.nothing.setVisible(not total)
        self.side.setVisible(bool(ids))
        self.table.pick_row(max(self.model.place_of(kept), 0), column_before)
        self.table.select_again(selected)
        self.selection.show_count(self.table.count)
        if total <= FEW:
            self._later.stop()
            self._show_timeline()
        else:
            self._later.start()

    def _show_timeline(self) -> None:
        session, marked = self.desk.session, self._marked
        if marked is None or not self.parts.draws_lanes:
            return
        query = replace(query_of(self.filters.chosen, session.snapshot, marked), without=frozenset(marked.folded))
        self._drawn = TimelineSource(session.events, session.snapshot, query)
        self.timeline.show_source(self._drawn)
        self.timeline.show_event(self._current)

    def _show_parts(self) -> None:
        before = self.parts.draws_lanes
        self.parts.show_parts(some=bool(self.desk.snapshot.event_count))
        if self.parts.draws_lanes and not before:
            self._later.start(0)
        self._arrange_columns()

    def _picked(self, number: int) -> None:
        if not 0 <= number < len(self.model.rows):
            return
        shown = self.model.rows[number]
        self._current = shown.event.uid
        self.detail.show_event(self.desk.session, shown)
        self.timeline.show_event(self._current)
        if self.editing:
            self.editor.show_event(self.desk.session, shown.event)

    @property
    def editing(self) -> bool:
        return self.side.currentWidget() is not self.detail

    def open_record(self, uid: str) -> None:
        """Show an event, taking filters away when they hide it; "waiting" and "kloe:UID" filter instead."""
        if uid == _WAITING:
            self.waiting.setChecked(True)
            return
        if uid.startswith(_KLOE):
            self.filters.show_chosen(EventFilter(kloes=frozenset({uid.removeprefix(_KLOE)})))
            return
        if self._marked is not None and uid in self._marked.folded:
            uid = self._marked.folded[uid].lead.uid
        if self.model.place_of(uid) < 0:
            self.timeline.clear_filter()
            self.filters.show_chosen(EventFilter())
        self.table.pick_row(self.model.place_of(uid))

    def _open_to_edit(self, uid: str) -> None:
        self.open_record(uid)
        self.edit()

    def make_fields(self) -> None:
        self.editor.ensurePolished()

    def show_field(self, field: QWidget) -> None:
        if self.editor.isAncestorOf(field):
            self.edit()

    def edit_here(self) -> None:
        """The field the keyboard is on, in its row; elsewhere the whole event beside the table."""
        self.table.edit_here() if self.table.hasFocus() else self.edit()

    def edit(self) -> None:
        event = self._event()
        if event is not None:
            self.editor.show_event(self.desk.session, event)
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
        elif self.table.count > 1:
            self.table.select_one()

    def _edit_cell(self, shown: EventRow, field: str, value: str) -> bool:
        after = edited(shown.event, field, value)
        label = f"Change {SHORT_FIELDS[field]} of {after.ref or 'an event'}"
        # Once the editor has let go of its cell: the rows are made anew by what is stored.
        if after != shown.event:
            QTimer.singleShot(0, self, lambda: self.put(label, after) and self.table.setFocus())
        return True

    def _selected(self, count: int) -> None:
        before = self.selection.isVisible()
        self.selection.show_count(count)
        if self.selection.isVisible() is not before:  # the table is of another height now
            QTimer.singleShot(0, self.table, lambda: self.table.scrollTo(self.table.currentIndex()))

    def _change_selected(self) -> None:
        if self.table.count:
            self.selection.menu.open_at(self.table)

    def _move(self, by: int) -> None:
        if self._current and not self.editing:
            self.do(lambda: move_within_day(self.desk.session, self._current, by))

    def _event(self) -> ChronologyEvent | None:
        return next(iter(self.desk.session.events.named([self._current])), None)

    def add_event(self) -> None:
        """A new event is there at once; Undo takes it away again."""
        event = new_event(self.desk.session, self.agencies.ticked)
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

    def _learned(self, agency: str, when: str, how: str) -> None:
        event = self._event()
        if event is not None and self.do(lambda: who_knew.learned(self.desk.session, event, agency, when, how)):
            self.editor.known.clear()

    def _import(self) -> None:
        self.desk.go("import", "chronology")

    def _arrange_columns(self) -> None:
        self.table.show_columns(self.views.columns, roomy=self.width() >= theme().px(600))
        QTimer.singleShot(0, self.table, lambda: self.table.scrollTo(self.table.currentIndex()))
