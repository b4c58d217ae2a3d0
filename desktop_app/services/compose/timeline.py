"""The published summary timeline: curated words where the author wrote some, else the key events."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from desktop_app.common.document import Block, Cell, Dates, Document, Drawn, Paragraph, Table, Text
from desktop_app.domain.chronology import ChronologyEvent, Significance
from desktop_app.domain.event_order import in_order
from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.parts import case, cell, event_date, framed
from desktop_app.services.compose.wording import fixed


def published_events(snapshot: Snapshot) -> list[ChronologyEvent]:
    """Events with published wording; while there are none, those marked key."""
    curated = [e for e in snapshot.events if e.published_wording]
    return in_order(curated or [e for e in snapshot.events if e.significance is Significance.KEY])


def compose(snapshot: Snapshot, as_at: dt.date) -> Document:
    events = published_events(snapshot)
    blocks: list[Block] = [Paragraph(fixed("timeline", "lead"), style="small")]
    if events:
        blocks.append(drawn_table(snapshot, events))
    return framed(snapshot, OutputKind.TIMELINE, as_at, blocks)


def timeline_table(events: list[ChronologyEvent]) -> Table:
    """When, and what happened: for an output that tells it among other things."""
    return Table(
        header=(fixed("timeline", "date"), fixed("timeline", "event")),
        rows=tuple((_when(event), _what(event)) for event in events),
        widths=(1.0, 4.0),
    )


def drawn_table(snapshot: Snapshot, events: list[ChronologyEvent]) -> Table:
    """Drawn above itself as lanes, one an agency, wherever the format can draw.

    The number does not stand beside the date: "1" and "January 2024" in one row read as a day.
    """
    agencies = {agency.uid: agency.name for agency in snapshot.agencies}
    return Table(
        header=tuple(fixed("timeline", column) for column in ("number", "agency", "date", "event")),
        rows=tuple(
            (
                cell(Text(str(number), Dates.FIXED)),
                cell(case(agencies.get(event.agency, ""), event.agency)),
                _when(event),
                _what(event),
            )
            for number, event in enumerate(events, 1)
        ),
        widths=(0.4, 1.4, 1.5, 4.0),
        drawn=Drawn(number=0, lane=1, date=2, years=_years(events), words=fixed("timeline", "drawn")),
    )


def _years(events: list[ChronologyEvent]) -> tuple[Text, ...]:
    """From the year of the first event to that of the last. A year is as coarse as a date gets."""
    days = [day for event in events for day in (event.date.start, event.date.end) if day]
    if not days:
        return ()
    return tuple(Text(str(year), Dates.FIXED, events[0].uid) for year in range(min(days).year, max(days).year + 1))


def _when(event: ChronologyEvent) -> Cell:
    """The day: a clock time belongs to the chronology, and outlives a date that is made coarse."""
    date = event.date
    return cell(event_date(replace(date, time=None, approximate=date.approximate and date.time is None), event.uid))


def _what(event: ChronologyEvent) -> Cell:
    return cell(case(event.published_wording or event.event, event.uid))
