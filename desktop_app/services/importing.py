"""Files somebody sent: what they would add, shown before anything is written (`importing_apply` writes it)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop_app.common.collection import collection_paused
from desktop_app.common.errors import Exit, UserError
from desktop_app.common.ids import new_uid
from desktop_app.common.progress import Progress
from desktop_app.domain.dates import DayOrder
from desktop_app.domain.import_plan import ImportKind, ImportPlan
from desktop_app.domain.people import Person
from desktop_app.domain.snapshot import Snapshot
from desktop_app.importers.chronology import plan_chronology
from desktop_app.importers.guess import guess_kind
from desktop_app.importers.people import plan_people
from desktop_app.importers.read import read_tables
from desktop_app.importers.recommendations import plan_recommendations
from desktop_app.importers.reflections import plan_reflections
from desktop_app.importers.source_file import SourceFile
from desktop_app.services.agencies import agency_called, next_ref
from desktop_app.services.importing_apply import apply_import, import_label, import_records
from desktop_app.services.people import pseudonym_advice

__all__ = [
    "SourceFile",
    "apply_import",
    "import_label",
    "import_records",
    "plan_import",
    "prepare_import",
    "read_source",
]


def read_source(path: Path, progress: Progress | None = None) -> SourceFile:
    """The file as tables and lines: read once, however often it is planned. Raises UserError."""
    return read_tables(path, progress)


def prepare_import(
    snapshot: Snapshot,
    path: Path,
    kind: ImportKind | None = None,
    agency: str = "",
    mapping: dict[str, str] | None = None,
    day_order: DayOrder | None = None,
    progress: Progress | None = None,
) -> ImportPlan:
    """What importing `path` would do: `read_source` and `plan_import` in one."""
    with collection_paused():
        return plan_import(snapshot, read_source(path, progress), kind, agency, mapping, day_order, progress)


def plan_import(
    snapshot: Snapshot,
    source: SourceFile,
    kind: ImportKind | None = None,
    agency: str = "",
    mapping: dict[str, str] | None = None,
    day_order: DayOrder | None = None,
    progress: Progress | None = None,
) -> ImportPlan:
    """What importing it would do. Nothing is written. `kind` None lets the file's own shape tell.

    `agency` is the code or name of the agency whose chronology it is; `mapping` is field -> heading; `day_order`
    answers the plan's question about its dates. Raises UserError, and what `progress` raises.
    """
    found = kind or (ImportKind.CHRONOLOGY if mapping else _kind_of(snapshot, source, agency))
    if found is ImportKind.CHRONOLOGY:
        sender = agency_called(snapshot, agency or _agency_in_name(snapshot, source.name))
        return plan_chronology(
            source,
            sender,
            mapping=mapping,
            existing=snapshot.events if any(held.uid == sender.uid for held in snapshot.agencies) else (),
            returns=[sent for sent in snapshot.returns if sent.agency == sender.uid],
            remembered=[held for held in snapshot.return_mappings if held.agency == sender.uid],
            day_order=day_order,
            next_ref=next_ref(snapshot, sender),
            return_uid=new_uid(),
            progress=progress,
        )
    if found is ImportKind.PEOPLE:
        return _with_pseudonym_notes(snapshot, plan_people(source, (*snapshot.people, *snapshot.bodies)))
    if found is ImportKind.REFLECTIONS:
        return plan_reflections(source, snapshot.reflections)
    return plan_recommendations(source, snapshot.recommendations, snapshot.actions)


def _kind_of(snapshot: Snapshot, source: SourceFile, agency: str) -> ImportKind:
    """By its headings; headings that tell nothing may still be those that an agency's earlier return had."""
    try:
        return guess_kind(source)
    except UserError:
        if not agency or not any(m.agency == agency_called(snapshot, agency).uid for m in snapshot.return_mappings):
            raise
        return ImportKind.CHRONOLOGY


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
