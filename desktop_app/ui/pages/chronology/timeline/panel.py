"""Lanes and scope strip together, over the rows that the table shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.chronology import EventRow
from desktop_app.services.merging import silences
from desktop_app.ui.pages.chronology.timeline.lanes import Lanes, Tie
from desktop_app.ui.pages.chronology.timeline.span import Span, around, whole
from desktop_app.ui.pages.chronology.timeline.strip import ScopeStrip
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.words import rule


class TimelinePanel(Panel):
    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        self.lanes, self.strip = Lanes(), ScopeStrip()
        self.lanes.picked.connect(self.picked)
        self.strip.moved.connect(self._show_span)
        self.body.addWidget(self.lanes)
        self.body.addWidget(rule())
        self.body.addWidget(self.strip)
        self._whole: Span | None = None
        self._span: Span | None = None

    def show_rows(self, snapshot: Snapshot, rows: Sequence[EventRow], *, narrowed: bool) -> None:
        """`narrowed`: a filter hides rows, so a lane without events says nothing about contact."""
        dates = [r.event.date for r in rows]
        starts = [d.start for d in dates if d.start is not None]
        ends = [d.end for d in dates if d.end is not None]
        review = snapshot.review
        self._whole = whole(starts, ends, (review.scope_start, review.scope_end))
        used = {r.event.agency for r in rows}
        agencies = sorted((a for a in snapshot.agencies if a.uid in used), key=lambda a: a.order)
        ties = [
            Tie(link.a, link.b, link.kind == "contradicts")
            for link in snapshot.event_links
            if link.state == "accepted" and link.kind in ("contradicts", "duplicate")
        ]
        self.lanes.show_all(agencies, rows, () if narrowed else silences(snapshot), ties)
        self.strip.show_scope(self._whole, starts)
        if self._whole is None:
            self._show_span(None)
        elif self._span is None or not self._whole.holds(self._span.first, self._span.last):
            self._show_span(around(self._whole.first, self._whole))

    def _show_span(self, span: Span | None) -> None:
        self._span = span
        self.lanes.show_span(span)
        self.strip.show_span(span)

    def show_current(self, row: EventRow) -> None:
        """Ring the event, and bring it into what is shown."""
        self.lanes.show_current(row.event.uid)
        date = row.event.date
        if self._whole is None or self._span is None or date.start is None or date.end is None:
            return
        if not self._span.holds(date.start, date.end):
            days = self._span.days
            self._show_span(around(date.start, self._whole, days))
