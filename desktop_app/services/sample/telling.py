"""How people of the sample belong together, who chose what they are called, and what some readers are told."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.output import ProfileName
from desktop_app.domain.people import Relation, RelationKind
from desktop_app.domain.reader_rungs import ReaderRung
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.sample.data import date, items, load, numbers, text


def telling_records(snapshot: Snapshot) -> list[Record]:
    """Relations, the people whose pseudonym is agreed, and rungs; in the order of the data."""
    people = {person.key: person for person in snapshot.people}
    data = load("telling.toml")
    relations = [
        Relation(person=people[text(item, "person")].uid, kind=RelationKind(text(item, "is")), other=people[other].uid)
        for item in items(data, "relation")
        for other in numbers(item, "of")
    ]
    agreed = [
        replace(people[text(item, "person")], pseudonym_chosen_by=text(item, "by"), pseudonym_agreed=date(item, "on"))
        for item in items(data, "agreed")
    ]
    rungs = [
        ReaderRung(profile=ProfileName(text(item, "reader")), about=text(item, "about"), rung=text(item, "rung"))
        for item in items(data, "rung")
    ]
    return [*relations, *agreed, *rungs]
