"""The who-knew-what page: choose a day, then an agency, and read what it knew by then and what it did not."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QStackedWidget, QWidget

from desktop_app.common.errors import UserError
from desktop_app.common.progress import Progress
from desktop_app.domain.chronology import ChronologyEvent, Knowledge
from desktop_app.services.who_knew import AgencyKnew, entries_of, forget, learned, who_knew
from desktop_app.ui.dates_words import long_day
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.knowing.entries import agency_entries, event_entries
from desktop_app.ui.pages.knowing.learned_form import LearnedForm
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import EmptyState
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.record_list import RecordList
from desktop_app.ui.widgets.two_panes import TwoPanes
from desktop_app.ui.widgets.words import ElidedLabel, rule, small

_USED = frozenset({"events", "agencies", "knowledge", "event_links"})


class KnowingPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.day: dt.date | None = None
        self.found: tuple[AgencyKnew, ...] = ()
        self.form = LearnedForm()
        self.events = RecordList(self.tr("What they knew, and what they did not"))
        self._wanted = ""  # the event to stand on when the list comes anew
        self._asked = 0  # the newest question: an older answer is let go of
        outer = row(self, spacing=0)
        self._stack = QStackedWidget()
        outer.addWidget(self._stack)
        self.panes = TwoPanes(self._left(), self._right(), (self.tr("Agencies"), self.tr("Events")), below=700)
        self._stack.addWidget(self.panes)
        self.nothing = EmptyState(
            self.tr("No event has a date yet"),
            self.tr("Bring in the agencies’ chronologies; then each day can be asked about."),
            self.tr("Import a chronology…"),
            icon="download-simple",
        )
        self.nothing.acted.connect(lambda: self.desk.go("import", "chronology"))
        self._stack.addWidget(self.nothing)
        self.offer("Alt+Right", self.tr("The next day with an event"), lambda: self.step(1))
        self.offer("Alt+Left", self.tr("The day with an event before"), lambda: self.step(-1))
        self.offer("K", self.tr("Say when they learned of it"), self.form.when.setFocus)
        self.offer("Escape", self.tr("Back to the list"), self._to_events)

    def _left(self) -> QWidget:
        look = theme()
        pane = QFrame()
        pane.setProperty("role", "surface")
        lines = column(pane, spacing=0)
        head = column(spacing=8)
        head.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(12))
        self.field = DayField(self.tr("By the end of"))
        self.field.left_day.connect(self._typed)
        head.addWidget(self.field)
        steps = row(spacing=8)
        for icon, name, keys, by in (
            ("arrow-left", self.tr("The day with an event before"), "Alt+Left", -1),
            ("arrow-right", self.tr("The next day with an event"), "Alt+Right", 1),
        ):
            button = Button(icon=icon, name=name, cap=keys)
            button.clicked.connect(lambda _on=False, by=by: self.step(by))
            steps.addWidget(button)
        steps.addStretch(1)
        head.addLayout(steps)
        lines.addLayout(head)
        lines.addWidget(rule())
        self.agencies = RecordList(self.tr("Agencies"))
        self.agencies.picked.connect(lambda _uid: self._show_agency())
        self.agencies.opened.connect(lambda _uid: self._to_events())
        self.agencies.setMinimumHeight(look.px(56))
        lines.addWidget(self.agencies, 1)
        pane.setMinimumWidth(look.px(220))
        return pane

    def _right(self) -> QWidget:
        look = theme()
        pane = QWidget()
        lines = column(pane, spacing=0)
        head = column(spacing=4)
        head.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(12))
        self._title = ElidedLabel(font="title")
        head.addWidget(self._title)
        self._note = small(self.tr("When an event was, and when an agency knew of it, are two things."), wrap=True)
        head.addWidget(self._note)
        head.addWidget(self.errors)
        lines.addLayout(head)
        lines.addWidget(rule())
        self.events.picked.connect(lambda _uid: self._show_event())
        self.events.opened.connect(lambda _uid: self.form.when.setFocus())
        self.events.setMinimumHeight(look.px(56))
        lines.addWidget(self.events, 1)
        lines.addWidget(rule())
        self.form.learned.connect(self._learn)
        self.form.forgotten.connect(self._forget)
        self.form.followed.connect(lambda: self.desk.go("chronology", self.events.current))
        lines.addWidget(self.form)
        pane.setMinimumWidth(look.px(280))
        return pane

    def take_focus(self) -> None:
        (self.agencies if self.panes.together else self.events).setFocus()

    def _to_events(self) -> None:
        self.panes.turn_to("second")
        self.events.setFocus()

    @property
    def here(self) -> str:
        return self.events.current

    @property
    def _days(self) -> list[dt.date]:
        return sorted({event.date.start for event in self.desk.snapshot.events if event.date.start})

    def refresh(self, families: frozenset[str]) -> None:
        if families and not families & _USED and self.found:
            return
        days = self._days
        self._stack.setCurrentWidget(self.panes if days else self.nothing)
        if days:
            self._ask(self.day or self.desk.snapshot.review.trigger_event_date or days[-1])

    def open_record(self, uid: str) -> None:
        """An event: who knew what on its day; it stays chosen where it is in the list."""
        event = self._event(uid)
        if event is not None and event.date.start is not None:
            self._wanted = uid
            self._ask(event.date.end or event.date.start)

    def _typed(self, day: object) -> None:
        if isinstance(day, dt.date):
            self._ask(day)

    def step(self, by: int) -> None:
        days = self._days
        if not days or self.day is None:
            return
        at = bisect_right(days, self.day) if by > 0 else bisect_left(days, self.day) - 1
        if 0 <= at < len(days):
            self._ask(days[at])

    def _ask(self, day: dt.date) -> None:
        self.day = day
        self.field.show_day(day)
        self._asked += 1
        asked, session = self._asked, self.desk.session

        def work(progress: Progress) -> tuple[AgencyKnew, ...]:
            progress.step(0, 1, self.tr("Reading who knew what"))
            return who_knew(session.whole_snapshot(), day)

        def ready(found: tuple[AgencyKnew, ...]) -> None:
            if asked == self._asked:
                self.found = found
                self._show()

        job = self.desk.jobs.start(work, ready, self._failed, self.tr("Reading who knew what"))
        self.destroyed.connect(job.cancel)

    def _failed(self, error: UserError) -> None:
        self.errors.show_error(error)

    def _show(self) -> None:
        self.agencies.show_entries(agency_entries(self.found))
        self._show_agency()

    @property
    def knew(self) -> AgencyKnew | None:
        """What the chosen agency knew."""
        return next((knew for knew in self.found if knew.agency.uid == self.agencies.current), None)

    def _show_agency(self) -> None:
        knew = self.knew
        if knew is None or self.day is None:
            return
        name = knew.agency.name or knew.agency.code
        self._title.set_text(self.tr("{}, by {}").format(name, long_day(self.day)))
        self.events.show_entries(event_entries(self.desk.snapshot, knew), self._wanted)
        self._wanted = ""
        self._show_event()

    def _event(self, uid: str) -> ChronologyEvent | None:
        return next((event for event in self.desk.snapshot.events if event.uid == uid), None)

    @property
    def _entry(self) -> Knowledge | None:
        entries = entries_of(self.desk.snapshot, self.events.current)
        return next((entry for entry in entries if entry.agency == self.agencies.current), None)

    def _show_event(self) -> None:
        event = self._event(self.events.current)
        self.form.setVisible(event is not None)
        if event is not None:
            self.form.show_event(event, self._entry)

    def _learn(self, when: str, how: str) -> None:
        event, agency, session = self._event(self.events.current), self.agencies.current, self.desk.session
        if event is not None:
            self._wanted = event.uid
            if self.do(lambda: learned(session, event, agency, when, how)):
                self.events.setFocus()

    def _forget(self) -> None:
        entry, session = self._entry, self.desk.session
        if entry is not None:
            self._wanted = self.events.current
            self.do(lambda: forget(session, entry))

    def resizeEvent(self, event: QResizeEvent) -> None:
        along, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.form.fields.setDirection(along if event.size().width() >= theme().px(420) else down)
        self._note.setVisible(event.size().height() >= theme().px(560))
        super().resizeEvent(event)
