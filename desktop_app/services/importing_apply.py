"""A plan becomes one undoable step: its rows, what waits, what changed, and where it all came from."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from desktop_app.common.clock import today
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.chronology import ChronologyReturn, ImportIssue, ReturnMapping
from desktop_app.domain.import_plan import ImportKind, ImportPlan, ReturnDetails
from desktop_app.domain.learning import Action
from desktop_app.domain.people import Agency
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Reflection
from desktop_app.services.agencies import agency_called
from desktop_app.services.importing_updates import with_sealed_updates
from desktop_app.services.session import Session

_SENT_AGAIN = "the return was sent again"


def apply_import(
    session: Session, plan: ImportPlan, agency: str = "", details: ReturnDetails | None = None
) -> ChangeSet:
    """Store a plan as one undo step. `agency` is for plans of other kinds than chronologies and may stay empty;
    `details` is what a person made of the return's own statements. The same file a second time changes nothing.
    """
    records = import_records(session, plan, agency, details)
    return session.put(import_label(plan), *records) if records else ChangeSet("Import")


def import_label(plan: ImportPlan) -> str:
    """What its undo step is called."""
    return f"Import {plan.kind.value}"


def import_records(
    session: Session, plan: ImportPlan, agency: str = "", details: ReturnDetails | None = None
) -> list[Record]:
    """What storing a plan would store, as `apply_import`; nothing when all of it is here."""
    snapshot = session.snapshot
    sender = _sender(snapshot, plan, agency)
    if sender is not None and _holds_already(snapshot, plan, sender):
        return []
    records = _fresh_extras(snapshot, plan)
    stored = (*plan.rows, *plan.waiting_records, *plan.changed_records)
    placed = _placed(snapshot, [record for row in stored for record in row.records])
    records += with_sealed_updates(snapshot.review, placed, plan.sha256)
    records += _issues(plan)
    if sender is not None:
        marked = session.events.named([missing.event for missing in plan.missing])
        records += [replace(event, missing_from=plan.return_uid) for event in marked]
        records += _settled_issues(snapshot, plan)
        records = [*_return_records(snapshot, plan, sender, details or plan.details), *records]
    return records


def _sender(snapshot: Snapshot, plan: ImportPlan, agency: str) -> Agency | None:
    """The agency a chronology comes from; None for other kinds."""
    if plan.kind is not ImportKind.CHRONOLOGY:
        return None
    return plan.agency or agency_called(snapshot, agency)


def _holds_already(snapshot: Snapshot, plan: ImportPlan, sender: Agency) -> bool:
    """Is it a file that was imported before, with nothing in it that is not here?"""
    known = any(sent.sha256 == plan.sha256 and sent.agency == sender.uid for sent in snapshot.returns)
    new = plan.rows or plan.waiting_records or plan.changed_records or plan.missing
    return known and not new


def _return_records(snapshot: Snapshot, plan: ImportPlan, sender: Agency, details: ReturnDetails) -> list[Record]:
    versions = [r.version for r in snapshot.returns if r.agency == sender.uid]
    received = ChronologyReturn(
        uid=plan.return_uid,
        agency=sender.uid,
        file_name=plan.source,
        sha256=plan.sha256,
        version=max(versions, default=0) + 1,
        author=details.author,
        dated=details.dated,
        received=today(),
        records_searched=details.records_searched,
        signed_off_by=details.signed_off_by,
        rows_read=plan.rows_read,
        supersedes=plan.supersedes,
    )
    known = any(a.uid == sender.uid for a in snapshot.agencies)
    return [*([] if known else [sender]), received, *_mapping_record(snapshot, plan, sender)]


def _mapping_record(snapshot: Snapshot, plan: ImportPlan, sender: Agency) -> list[Record]:
    """How the columns were read, for the agency's next return; nothing when that is known already."""
    mapping = ReturnMapping(
        agency=sender.uid,
        headings=plan.mapping.headings,
        fields=tuple(plan.mapping.columns),
        columns=tuple(plan.mapping.columns.values()),
        day_order=plan.day_order,
    )
    for held in snapshot.return_mappings:
        if (held.agency, held.kind, held.headings) == (sender.uid, mapping.kind, mapping.headings):
            mapping = replace(mapping, uid=held.uid)
            return [] if mapping == held else [mapping]
    return [mapping]


def _issues(plan: ImportPlan) -> list[Record]:
    sent = plan.return_uid
    waiting: list[Record] = [
        ImportIssue(
            kind="decide", chronology_return=sent, event=w.event, row=w.row, field=w.field, text=w.text, why=w.why
        )
        for w in plan.waiting
    ]
    return waiting + [ImportIssue(kind="refused", chronology_return=sent, row=r.row, why=r.why) for r in plan.refused]


def _settled_issues(snapshot: Snapshot, plan: ImportPlan) -> list[Record]:
    """Open questions that the return sent again has answered: its refused rows are listed anew, and a field that its
    sender changed is asked about anew or not at all.
    """
    if not plan.supersedes:
        return []
    changed = {(row.event, change.field) for row in plan.changed for change in row.changes}
    settled: list[Record] = []
    for issue in snapshot.issues:
        again = issue.kind == "refused" and issue.chronology_return == plan.supersedes
        if not issue.resolved and (again or (issue.event, issue.field) in changed):
            settled.append(replace(issue, resolved=_SENT_AGAIN))
    return settled


def _fresh_extras(snapshot: Snapshot, plan: ImportPlan) -> list[Record]:
    """Records found beside the rows that the review does not hold yet (abbreviations, by their short form)."""
    known = {a.short for a in snapshot.abbreviations}
    return [extra for extra in plan.extra if getattr(extra, "short", "") not in known]


def _placed(snapshot: Snapshot, records: list[Record]) -> list[Record]:
    """Imported actions go on from the numbers there are; reflections go to the newest workshop, if there is one."""
    first = max((action.number for action in snapshot.actions), default=0)
    dated = sorted(snapshot.workshops, key=lambda workshop: workshop.date or dt.date.min)
    placed: list[Record] = []
    for record in records:
        if isinstance(record, Action):
            placed.append(replace(record, number=first + record.number))
        elif isinstance(record, Reflection) and not record.workshop and dated:
            placed.append(replace(record, workshop=dated[-1].uid))
        else:
            placed.append(record)
    return placed
