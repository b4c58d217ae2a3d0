"""Files somebody sent: what they would add, shown first; then one undoable import."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from desktop_app.common.clock import today
from desktop_app.common.errors import Exit, UserError
from desktop_app.common.ids import new_uid
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.chronology import ChronologyReturn, ImportIssue
from desktop_app.domain.import_plan import ImportKind, ImportPlan
from desktop_app.domain.learning import Action
from desktop_app.domain.people import Agency, Person
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Reflection
from desktop_app.importers.chronology import plan_chronology
from desktop_app.importers.guess import guess_kind
from desktop_app.importers.people import plan_people
from desktop_app.importers.read import read_tables
from desktop_app.importers.recommendations import plan_recommendations
from desktop_app.importers.reflections import plan_reflections
from desktop_app.importers.source_file import SourceFile
from desktop_app.services.agencies import agency_called, next_ref
from desktop_app.services.people import pseudonym_advice
from desktop_app.services.session import Session


def prepare_import(
    snapshot: Snapshot,
    path: Path,
    kind: ImportKind | None = None,
    agency: str = "",
    mapping: dict[str, str] | None = None,
) -> ImportPlan:
    """What importing `path` would do. Nothing is written. `kind` None lets the file's own shape tell.

    `agency` is the code or name of the agency whose chronology it is; `mapping` is field -> heading.
    """
    source = read_tables(path)
    found = kind or guess_kind(source)
    if found is ImportKind.CHRONOLOGY:
        return _plan_chronology(snapshot, source, agency, mapping)
    if found is ImportKind.PEOPLE:
        return _with_pseudonym_notes(snapshot, plan_people(source, (*snapshot.people, *snapshot.bodies)))
    if found is ImportKind.REFLECTIONS:
        return plan_reflections(source, snapshot.reflections)
    return plan_recommendations(source, snapshot.recommendations)


def _with_pseudonym_notes(snapshot: Snapshot, plan: ImportPlan) -> ImportPlan:
    """A register that would give somebody away is imported all the same, and said, by row and never by name."""
    rows = [(row.number, record) for row in plan.rows for record in row.records if isinstance(record, Person)]
    together = replace(snapshot, people=(*snapshot.people, *(person for _, person in rows)))
    notes = [
        f"row {number}, pseudonym: {note}"
        for number, person in rows
        if person.pseudonym
        for note in pseudonym_advice(together, person)
    ]
    return replace(plan, notes=(*plan.notes, *notes))


def _plan_chronology(snapshot: Snapshot, source: SourceFile, agency: str, mapping: dict[str, str] | None) -> ImportPlan:
    sender = agency_called(snapshot, agency or _agency_in_name(snapshot, source.name))
    return plan_chronology(
        source,
        sender,
        mapping=mapping,
        existing=tuple(e for e in snapshot.events if e.agency == sender.uid),
        next_ref=next_ref(snapshot, sender),
        return_uid=new_uid(),
    )


def _agency_in_name(snapshot: Snapshot, file_name: str) -> str:
    """Without --agency: the one known agency whose code or name stands in the file's name."""
    words = set(file_name.rsplit(".", 1)[0].replace("-", " ").replace("_", " ").casefold().split())
    joined = file_name.casefold().replace("-", " ").replace("_", " ")
    named = {a.code for a in snapshot.agencies if a.code.casefold() in words or a.name.casefold() in joined}
    if len(named) == 1:
        return named.pop()
    raise UserError(
        "It is not clear which agency this chronology comes from.",
        safe="Nothing was imported.",
        do="Say which, with --agency NAME or by choosing it on the import page.",
        code="agency-needed",
        exit_code=Exit.USAGE,
    )


def apply_import(session: Session, plan: ImportPlan, agency: str = "") -> ChangeSet:
    """Store a plan as one undo step: its rows, the rows that wait with their issues, and where they came from."""
    snapshot = session.snapshot
    records: list[Record] = []
    if plan.kind is ImportKind.CHRONOLOGY:
        records += _return_records(snapshot, plan, agency)
    records += _fresh_extras(snapshot, plan)
    records += _placed(snapshot, [record for row in (*plan.rows, *plan.waiting_records) for record in row.records])
    return_uid = next((r.uid for r in records if isinstance(r, ChronologyReturn)), "")
    records += [
        ImportIssue(
            kind="decide", chronology_return=return_uid, event=w.event, row=w.row, field=w.field, text=w.text, why=w.why
        )
        for w in plan.waiting
    ]
    records += [ImportIssue(kind="refused", chronology_return=return_uid, row=r.row, why=r.why) for r in plan.refused]
    if not records:
        return ChangeSet("Import")
    return session.put(f"Import {plan.kind.value}", *records)


def _return_records(snapshot: Snapshot, plan: ImportPlan, agency: str) -> list[Record]:
    sender = _sender(snapshot, plan, agency)
    versions = [r.version for r in snapshot.returns if r.agency == sender.uid]
    uid = _return_uid(plan)
    received = ChronologyReturn(
        agency=sender.uid,
        file_name=plan.source,
        sha256=plan.sha256,
        version=max(versions, default=0) + 1,
        received=today(),
        rows_read=plan.rows_read,
    )
    known = any(a.uid == sender.uid for a in snapshot.agencies)
    return [*([] if known else [sender]), replace(received, uid=uid) if uid else received]


def _sender(snapshot: Snapshot, plan: ImportPlan, agency: str) -> Agency:
    """The agency the plan was made for; the same new one when it was not in the review before."""
    sender = agency_called(snapshot, agency or _agency_in_name(snapshot, plan.source))
    uids = {getattr(record, "agency", "") for row in (*plan.rows, *plan.waiting_records) for record in row.records}
    return replace(sender, uid=uids.pop()) if len(uids) == 1 and sender.uid not in uids else sender


def _return_uid(plan: ImportPlan) -> str:
    for row in (*plan.rows, *plan.waiting_records):
        for record in row.records:
            uid: str = getattr(record, "chronology_return", "")
            if uid:
                return uid
    return ""


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
