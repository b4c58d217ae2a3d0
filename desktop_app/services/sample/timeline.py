"""What the author curated on the combined chronology: key events and episodes, links, gaps, who learned of what."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.chronology import EventLink, Gap, KeyPracticeEpisode, Knowledge, Significance
from desktop_app.domain.dates import read_date
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
    records += [
        KeyPracticeEpisode(
            number=int(text(item, "number")),
            title=text(item, "title"),
            events=tuple(events[ref].uid for ref in numbers(item, "events")),
            why=text(item, "why"),
            appraisal=text(item, "appraisal"),
            factors=tuple(numbers(item, "factors")),
        )
        for item in items(data, "episode")
    ]
    records += [
        Knowledge(
            event=events[text(item, "event")].uid,
            agency=codes[text(item, "agency")],
            when=read_date(text(item, "when")),
            how=text(item, "how"),
        )
        for item in items(data, "knowledge")
    ]
    return records
