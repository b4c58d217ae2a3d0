"""The combined chronology: every agency's account in one table, imprecise dates in their documented order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop_app.common.document import Block, Dates, Document, Paragraph, Table, Text
from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.dates import in_words
from desktop_app.domain.event_order import in_order
from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.parts import case, cell, framed
from desktop_app.services.compose.wording import fixed


def compose(snapshot: Snapshot, as_at: dt.date) -> Document:
    events = in_order(snapshot.events)
    blocks: list[Block] = [Paragraph(fixed("chronology", "lead"), style="small")]
    if events:
        blocks.append(event_table(snapshot, events))
    return framed(snapshot, OutputKind.CHRONOLOGY, as_at, blocks, landscape=True)


def event_table(snapshot: Snapshot, events: Sequence[ChronologyEvent]) -> Table:
    agencies = {agency.uid: agency for agency in snapshot.agencies}
    columns = ("ref", "date", "agency", "source", "event", "action", "comment")
    rows = []
    for event in events:
        agency = agencies.get(event.agency)
        values = {
            "ref": Text(event.ref, Dates.FIXED, event.uid),  # ours, not the agency's: it names nobody
            "date": case(in_words(event.date) or event.date.wording, event.uid),
            "agency": case(agency.name if agency else "", event.uid),
            "source": case(event.source, event.uid),
            "event": case(event.event, event.uid),
            "action": case(event.action, event.uid),
            "comment": case(event.comment, event.uid),
        }
        rows.append(tuple(cell(values[column]) for column in columns))
    widths = {"ref": 0.8, "date": 1.2, "agency": 1.2, "source": 1.3, "event": 4.0, "action": 2.2, "comment": 2.2}
    return Table(
        header=tuple(fixed("chronology", column) for column in columns),
        rows=tuple(rows),
        widths=tuple(widths[column] for column in columns),
    )
