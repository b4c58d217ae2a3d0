"""How the sample review was set up and overseen: terms, panel, parallel processes, requests, meetings."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from typing import Any, TypeVar

from desktop_app.domain.arrangements import AgencyRequest, PanelMember, ParallelProcess, ProcessKind, TermsOfReference
from desktop_app.domain.governance import Meeting
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.sample.data import Item, items, load

RecordT = TypeVar("RecordT", bound=Record)


def arrangement_records(snapshot: Snapshot) -> list[Record]:
    """Agencies are named by their codes in the data; a meeting was told the updates since the one before."""
    data = load("arrangements.toml")
    agencies = {agency.code: agency.uid for agency in snapshot.agencies}

    def of(record: type[RecordT], item: Item, **given: Any) -> RecordT:
        known = {field.name for field in fields(record)}
        return record(**({name: value for name, value in item.items() if name in known} | given))

    terms: list[TermsOfReference] = []
    for item in items(data, "terms"):
        terms.append(of(TermsOfReference, item, replaces=terms[-1].uid if terms else ""))
    return [
        *terms,
        *(of(PanelMember, item, agency=agencies.get(item.get("agency", ""), "")) for item in items(data, "panel")),
        *(of(ParallelProcess, item, kind=ProcessKind(item["kind"])) for item in items(data, "process")),
        *(of(AgencyRequest, item, agency=agencies[item["agency"]]) for item in items(data, "request")),
        *_meetings(snapshot, items(data, "meeting"), of),
    ]


def _meetings(snapshot: Snapshot, held: list[Item], of: Any) -> list[Meeting]:
    made: list[Meeting] = []
    since = dt.date.min
    for item in held:
        until = item["told_until"]
        told = [u.uid for u in snapshot.updates if u.as_at is not None and since < u.as_at <= until]
        made.append(of(Meeting, item, updates=tuple(told)))
        since = until
    return made
