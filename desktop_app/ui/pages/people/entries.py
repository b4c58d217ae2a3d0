"""The register as list rows: in this file, and in every output."""

from __future__ import annotations

from desktop_app.domain.people import Body, BodyKind, Person, PersonKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.ui.widgets.record_list import Entry

BODY_KINDS: tuple[tuple[str, str], ...] = (
    (BodyKind.BODY.value, "Agency or public body"),
    (BodyKind.ORGANISATION.value, "Organisation"),
    (BodyKind.SCHOOL.value, "School"),
    (BodyKind.PLACE.value, "Place"),
)


def said_instead(record: Person | Body) -> str:
    """What outputs print. Without a pseudonym a body is named as it is, a person described; else asked about."""
    if record.pseudonym or (isinstance(record, Person) and record.descriptor):
        return record.pseudonym or record.descriptor
    return "named as it is" if isinstance(record, Body) else "asked about"


def people_entries(snapshot: Snapshot) -> list[Entry]:
    family = [p for p in snapshot.people if p.kind is PersonKind.PERSON]
    practitioners = [p for p in snapshot.people if p.kind is PersonKind.PRACTITIONER]
    groups: list[tuple[str, list[Person] | list[Body]]] = [
        ("Family and friends", family),
        ("Professionals", practitioners),
        ("Bodies and places", list(snapshot.bodies)),
    ]
    entries = []
    for name, records in groups:
        if records:
            entries.append(Entry(group=name))
        for record in records:
            second = record.role or (record.kind.value if isinstance(record, Body) else "")
            entries.append(
                Entry(
                    uid=record.uid, title=record.name or "No name yet", second=second or " ", arrow=said_instead(record)
                )
            )
    return entries
