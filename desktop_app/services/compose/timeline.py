"""The published summary timeline: curated words where the author wrote some, else the key events."""

from __future__ import annotations

import datetime as dt

from desktop_app.common.document import Block, Document, Paragraph, Table
from desktop_app.domain.chronology import ChronologyEvent, Significance
from desktop_app.domain.dates import in_words
from desktop_app.domain.event_order import in_order
from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.parts import case, cell, framed
from desktop_app.services.compose.wording import fixed


def published_events(snapshot: Snapshot) -> list[ChronologyEvent]:
    """Events with published wording; while there are none, those marked key."""
    curated = [e for e in snapshot.events if e.published_wording]
    return in_order(curated or [e for e in snapshot.events if e.significance is Significance.KEY])


def compose(snapshot: Snapshot, as_at: dt.date) -> Document:
    events = published_events(snapshot)
    blocks: list[Block] = [Paragraph(fixed("timeline", "lead"), style="small")]
    if events:
        blocks.append(timeline_table(events))
    return framed(snapshot, OutputKind.TIMELINE, as_at, blocks)


def timeline_table(events: list[ChronologyEvent]) -> Table:
    return Table(
        header=(fixed("timeline", "date"), fixed("timeline", "event")),
        rows=tuple(
            (
                cell(case(in_words(event.date) or event.date.wording, event.uid)),
                cell(case(event.published_wording or event.event, event.uid)),
            )
            for event in events
        ),
        widths=(1.0, 4.0),
    )
