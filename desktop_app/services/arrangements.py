"""Setting a review up: new versions of the terms of reference, and what a parallel process stands in the way of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from desktop_app.domain.arrangements import AgencyRequest, ParallelProcess, TermsOfReference
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.record import Record
from desktop_app.domain.review import Kloe
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.session import Session


def new_terms(snapshot: Snapshot) -> TermsOfReference:
    """The next version, beginning with the words of the one before, which stays as it was agreed."""
    if not snapshot.terms:
        return TermsOfReference(version=1)
    last = max(snapshot.terms, key=lambda terms: terms.version)
    fresh = TermsOfReference()
    return replace(
        last, uid=fresh.uid, version=last.version + 1, replaces=last.uid, agreed_on=None, agreed_by="", changed=""
    )


def delete_kloe(session: Session, uid: str) -> ChangeSet:
    """Take a line of enquiry out, and out of the events and findings that bear on it; one step of undo."""
    snapshot = session.snapshot
    findings = [held for held in snapshot.findings if uid in held.kloes]
    events = [held for held in snapshot.events if uid in held.kloes]
    puts: list[Record] = [replace(held, kloes=tuple(k for k in held.kloes if k != uid)) for held in findings]
    puts += [replace(held, kloes=tuple(k for k in held.kloes if k != uid)) for held in events]
    return session.replace_all("Delete a line of enquiry", tuple(puts), ((Kloe, uid),))


@dataclass(frozen=True, slots=True)
class Constraint:
    """What may not be done yet, because of `process`. `uid` is the person or event, "" for publication."""

    process: ParallelProcess
    uid: str
    what: str


def constraints_on(snapshot: Snapshot, uid: str, today: dt.date) -> list[Constraint]:
    """What stands in the way of speaking to a person, or of using an event, on a day."""
    return [
        Constraint(process, uid, process.constraint or process.title)
        for process in running(snapshot, today)
        if uid in process.people or uid in process.events
    ]


def holding_publication(snapshot: Snapshot, today: dt.date) -> list[Constraint]:
    return [
        Constraint(process, "", process.publication_constraint or process.title)
        for process in running(snapshot, today)
        if process.no_publication
    ]


def running(snapshot: Snapshot, today: dt.date) -> list[ParallelProcess]:
    return [p for p in snapshot.parallel_processes if p.ended is None or p.ended > today]


def overdue(request: AgencyRequest, today: dt.date) -> bool:
    """Asked for, due, and neither received nor answered with “nothing held”."""
    return request.received is None and not request.nil_return and request.due is not None and request.due < today
