"""The line of filters above the table, and what they come to."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal

from desktop_app.domain.dates import in_words
from desktop_app.domain.partial_date import PartialDate, Precision
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.chronology_filter import EventFilter
from desktop_app.services.chronology_marks import MARKS
from desktop_app.ui.pages.chronology.columns import MATTERS_WORDS
from desktop_app.ui.pages.chronology.detail import SOURCE_TYPES
from desktop_app.ui.pages.chronology.more_filters import MoreFilters
from desktop_app.ui.statuses import mark_look
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import LineField
from desktop_app.ui.widgets.filter_chip import FilterChip
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.words import small

_GROUPS = ("significance", "source_types", "people", "themes", "episodes")


class Filters(FlowRow):
    """`changed` when the rows are to be others. `dates_cleared` when the days chosen on the timeline were let go."""

    changed = Signal()
    dates_cleared = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=8, pitch=8)
        self._first: dt.date | None = None
        self._last: dt.date | None = None
        self.search = LineField(placeholder=self.tr("Words in these events"))
        self.search.setAccessibleName(self.tr("Words in these events"))
        self.search.setToolTip(self.tr("Beginnings of words; words in quotation marks are found together"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(theme().px(176))
        self.search.textChanged.connect(lambda _text: self.changed.emit())
        self.agencies = FilterChip(self.tr("All agencies"), self.tr("Agencies: {}"))
        self.marks = FilterChip(self.tr("All marks"), self.tr("Marks: {}"))
        self.marks.show_options([(mark, mark_look(mark).word) for mark in MARKS])
        self.kloes = FilterChip(self.tr("KLOE: any"), self.tr("KLOE: {}"))
        self.more = MoreFilters()
        for chip in (self.agencies, self.marks, self.kloes):
            chip.narrowed.connect(lambda _keys: self.changed.emit())
        self.more.narrowed.connect(self.changed)
        self.dates = Button("", icon="x")
        self.dates.setToolTip(self.tr("Take these dates away"))
        self.dates.set_narrowing(True)
        self.dates.clicked.connect(self._clear_dates)
        self.dates.hide()
        self.waiting = Button(self.tr("Waiting"), icon="question")
        self.waiting.setToolTip(self.tr("Rows of an import that somebody must look at"))
        self.waiting.setCheckable(True)
        self.waiting.toggled.connect(lambda _on: self.changed.emit())
        self.count = small("")
        chips = (self.agencies, self.marks, self.kloes, self.more, self.dates, self.waiting)
        for widget in (self.search, *chips, self.count):
            self.add(widget)

    def show_options(self, snapshot: Snapshot, themes: list[str], waiting: int) -> None:
        self.agencies.show_options([(a.uid, f"{a.code}  {a.name}") for a in snapshot.agencies])
        self.kloes.show_options([(k.uid, f"{k.number}  {k.question}"[:80]) for k in snapshot.kloes])
        self.kloes.setVisible(bool(snapshot.kloes))
        self.more.show_options(
            {
                "significance": (
                    self.tr("How much it matters"),
                    [(value.value, self.tr(str(words))) for value, words in MATTERS_WORDS.items()],
                ),
                "source_types": (self.tr("When it was written"), SOURCE_TYPES),
                "people": (self.tr("Who is in it"), [(p.uid, p.name) for p in snapshot.people]),
                "themes": (self.tr("Theme"), [(name, name) for name in themes]),
                "episodes": (
                    self.tr("Key practice episode"),
                    [(e.uid, f"{e.number}  {e.title}") for e in snapshot.episodes],
                ),
            },
            {
                "no_action": self.tr("No action, and no reason why"),
                "outside": self.tr("Outside the scope of the review"),
            },
        )
        self.waiting.set_words(self.tr("Waiting {}").format(waiting))
        self.waiting.setVisible(bool(waiting) or self.waiting.isChecked())
        self.waiting.set_narrowing(self.waiting.isChecked())

    @property
    def chosen(self) -> EventFilter:
        more = {name: self.more.ticked(name) for name in _GROUPS}
        return EventFilter(
            words=self.search.text(),
            agencies=self.agencies.ticked,
            marks=self.marks.ticked,
            kloes=self.kloes.ticked,
            first=self._first,
            last=self._last,
            waiting=self.waiting.isChecked(),
            no_action=self.more.flag("no_action"),
            outside=self.more.flag("outside"),
            **more,
        )

    def show_chosen(self, chosen: EventFilter) -> None:
        """A view that was saved, or everything. Told once."""
        self.blockSignals(True)
        self.search.setText(chosen.words)
        for chip, ticked in ((self.agencies, chosen.agencies), (self.marks, chosen.marks), (self.kloes, chosen.kloes)):
            chip.set_ticked(ticked)
        self.more.set_all(
            {name: getattr(chosen, name) for name in _GROUPS},
            frozenset(name for name in ("no_action", "outside") if getattr(chosen, name)),
        )
        self.waiting.setChecked(chosen.waiting)
        self._first, self._last = chosen.first, chosen.last
        self._show_dates()
        self.blockSignals(False)
        self.changed.emit()

    def show_days(self, first: dt.date | None, last: dt.date | None) -> None:
        """Days chosen on the timeline."""
        self._first, self._last = first, last
        self._show_dates()
        self.changed.emit()

    def _show_dates(self) -> None:
        self.dates.setVisible(self._first is not None or self._last is not None)
        if self._first is not None and self._last is not None:
            precision = Precision.DAY if self._first == self._last else Precision.RANGE
            self.dates.set_words(in_words(PartialDate(self._first, self._last, precision)))
        elif self._first or self._last:
            one = self._first or self._last
            words = self.tr("From {}") if self._first else self.tr("Until {}")
            self.dates.set_words(words.format(in_words(PartialDate(one, one, Precision.DAY))))

    def _clear_dates(self) -> None:
        self.dates_cleared.emit()
        self.show_days(None, None)
