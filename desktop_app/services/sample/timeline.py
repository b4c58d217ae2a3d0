"""What the author curated on the combined chronology: key events, published wording, links and explained gaps."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.chronology import EventLink, Gap, Significance
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.sample.data import date, items, load, numbers, text


def timeline_records(snapshot: Snapshot) -> list[Record]:
    data = load("timeline.toml")
    events = {event.ref: event for event in snapshot.events}
    kloes = {str(kloe.number): kloe.uid for kloe in snapshot.kloes}
    codes = {agency.code: agency.uid for agency in snapshot.agencies}
    records: list[Record] = []
    for item in items(data, "event"):
        event = events[text(item, "ref")]
        records.append(
            replace(
                event,
                significance=Significance.KEY if item.get("key") else event.significance,
                published_wording=text(item, "published"),
                kloes=tuple(kloes[number] for number in numbers(item, "kloes")),
            )
        )
    records += [
        EventLink(
            kind=text(item, "kind"),
            a=events[text(item, "a")].uid,
            b=events[text(item, "b")].uid,
            why=text(item, "why"),
            state=text(item, "state"),
            score=1.0,
        )
        for item in items(data, "link")
    ]
    records += [
        Gap(
            agency=codes.get(text(item, "agency"), ""),
            start=date(item, "start"),
            end=date(item, "end"),
            explained=text(item, "explained"),
        )
        for item in items(data, "gap")
    ]
    return records
