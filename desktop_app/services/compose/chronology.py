"""The combined chronology: every agency's account in one table, imprecise dates in their documented order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from desktop_app.common.document import Block, Dates, Document, Paragraph, Table, Text
from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.event_order import in_order
from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.glossary import glossary
from desktop_app.services.compose.parts import case, cell, event_date, framed, section
from desktop_app.services.compose.presets import preset_of
from desktop_app.services.compose.timeline import published_events
from desktop_app.services.compose.wording import fixed, words
from desktop_app.services.merging.groups import folded_away
from desktop_app.services.merging.proposal import CONTRADICTS

SUMMARY = ("date", "agency", "event")  # the author's words, and nothing of what agencies sent
_WIDTHS = {
    "ref": 0.8,
    "date": 1.2,
    "agency": 1.2,
    "source": 1.3,
    "event": 4.0,
    "action": 2.2,
    "comment": 2.2,
    "child_seen": 1.8,
    "enquiry": 0.8,
}


def compose(snapshot: Snapshot, as_at: dt.date) -> Document:
    curated = preset_of(snapshot, OutputKind.CHRONOLOGY).columns == SUMMARY
    events = published_events(snapshot) if curated else in_order(snapshot.events)
    blocks: list[Block] = [Paragraph(fixed("chronology", "lead_summary" if curated else "lead"), style="small")]
    if events:
        blocks.append(event_table(snapshot, events))
        blocks += section(fixed("chronology", "glossary"), glossary(snapshot, blocks))
    return framed(snapshot, OutputKind.CHRONOLOGY, as_at, blocks, landscape=True)


def event_table(snapshot: Snapshot, events: Sequence[ChronologyEvent]) -> Table:
    """One row an event; accounts that somebody said are of one event share a row, each in its own paragraph."""
    columns = preset_of(snapshot, OutputKind.CHRONOLOGY).columns
    folded = folded_away(snapshot)
    together = {group.lead.uid: group.events for group in folded.values()}
    agencies = {agency.uid: agency.name for agency in snapshot.agencies}
    found_out = _found_out(snapshot, events)
    asked = {kloe.uid: kloe.number for kloe in snapshot.kloes}
    rows = []
    for event in events:
        if event.uid not in folded:
            accounts = together.get(event.uid, (event,))
            values = [_values(account, agencies, asked, curated=columns == SUMMARY) for account in accounts]
            notes = [note for account in accounts for note in found_out.get(account.uid, ())]
            cells = {column: [*_each_once(value[column] for value in values)] for column in columns}
            if "comment" in cells:
                cells["comment"] += notes
            rows.append(tuple(cell(*cells[column]) for column in columns))
    return Table(
        header=tuple(fixed("chronology", column) for column in columns),
        rows=tuple(rows),
        widths=tuple(_WIDTHS[column] for column in columns),
    )


def _found_out(snapshot: Snapshot, events: Sequence[ChronologyEvent]) -> dict[str, list[Text]]:
    """By uid of an event, what was found out about each contradiction it is in; for the readers who are given that."""
    refs = {event.uid: event.ref for event in events}
    notes: dict[str, list[Text]] = {}
    for link in snapshot.event_links:
        if link.kind == CONTRADICTS and link.state == "accepted" and link.resolution:
            for uid, other in ((link.a, link.b), (link.b, link.a)):
                said = words("chronology", "resolved", ref=refs.get(other, ""), found=link.resolution)
                notes.setdefault(uid, []).append(case(said, uid))
    return notes


def _values(
    event: ChronologyEvent, agencies: Mapping[str, str], asked: Mapping[str, int], *, curated: bool
) -> dict[str, Text]:
    numbers = sorted(asked[uid] for uid in event.kloes if uid in asked)
    return {
        "ref": Text(event.ref, Dates.FIXED, event.uid),  # ours, not the agency's: it names nobody
        "date": event_date(event.date, event.uid),
        "agency": case(agencies.get(event.agency, ""), event.uid),
        "source": case(event.source, event.uid),
        "event": case((curated and event.published_wording) or event.event, event.uid),
        "action": case(event.action, event.uid),
        "comment": case(event.comment, event.uid),
        "child_seen": case(event.child_seen, event.uid),
        "enquiry": Text(", ".join(str(number) for number in numbers), Dates.FIXED, event.uid),
    }


def _each_once(texts: Iterable[Text]) -> tuple[Text, ...]:
    """Two accounts that say the same say it once."""
    return tuple({text.words: text for text in reversed(list(texts))}.values())[::-1]
