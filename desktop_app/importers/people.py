"""The register as a CSV (or sheet): people, practitioners, bodies, schools and places, with what is printed instead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from desktop_app.domain.dates import read_date
from desktop_app.domain.import_plan import ImportKind, ImportPlan, NeedsDecision, Refused, Row
from desktop_app.domain.partial_date import Precision
from desktop_app.domain.people import Body, BodyKind, Person, PersonKind, RegisterEntry, register_of
from desktop_app.importers.chronology import sample_of
from desktop_app.importers.mapping import Layout, find_layout, no_heading
from desktop_app.importers.read import read_tables
from desktop_app.importers.refusals import refuse
from desktop_app.importers.source_file import SourceFile, TableRow

_KINDS = (*(k.value for k in PersonKind), *(k.value for k in BodyKind))


def plan_people(source: SourceFile, existing: Iterable[Person | Body] = ()) -> ImportPlan:
    """Columns `uid,kind,name,aliases,pseudonym,descriptor,role,born`; aliases parted by ";". Only kind and name must
    be filled. The same uid as one already held is a duplicate, and so is the same name unless two different uids say
    that they are two. Raises UserError no-heading.
    """
    layouts = [layout for table in source.tables if (layout := find_layout(table, "people"))]
    if not layouts:
        raise no_heading(source, "people")
    held = _Held()
    for known in existing:
        held.add(known)
    rows: list[Row] = []
    waiting_records: list[Row] = []
    waiting: list[NeedsDecision] = []
    duplicates: list[int] = []
    refused: list[Refused] = []
    read = 0
    for layout in layouts:
        sheet = layout.table.name
        for row in layout.table.rows[layout.first :]:
            if row.is_blank or layout.is_heading_again(row):
                continue
            read += 1
            entry, why = _entry(layout, row)
            if entry is None:
                refused.append(Refused(row.number, why, sheet))
            elif held.has(entry):
                duplicates.append(row.number)
            elif why:
                waiting_records.append(Row(row.number, (entry,), sheet))
                born = layout.value(row, "born")
                waiting.append(NeedsDecision(row.number, "born", born, why, entry.uid, sheet))
            else:
                rows.append(Row(row.number, (entry,), sheet))
            if entry is not None:
                held.add(entry)
    return ImportPlan(
        source=source.name,
        kind=ImportKind.PEOPLE,
        sha256=source.sha256,
        rows_read=read,
        mapping=layouts[0].mapping,
        rows=tuple(rows),
        waiting_records=tuple(waiting_records),
        duplicates=tuple(duplicates),
        waiting=tuple(waiting),
        refused=tuple(refused),
        notes=source.notes,
        sample=sample_of(layouts[0]),
    )


class _Held:
    """Who is there already, by uid and by name."""

    def __init__(self) -> None:
        self.keys: set[str] = set()
        self.names: dict[str, bool] = {}  # name -> whether everyone so called has a uid

    def add(self, entry: Person | Body) -> None:
        name = _folded(entry.name)
        self.names[name] = self.names.get(name, True) and bool(entry.key)
        self.keys |= {entry.key} if entry.key else set()

    def has(self, entry: Person | Body) -> bool:
        name = _folded(entry.name)
        return entry.key in self.keys or (name in self.names and not (entry.key and self.names[name]))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _entry(layout: Layout, row: TableRow) -> tuple[Person | Body | None, str]:
    """(the record or None, why it is refused or must be looked at)."""
    value = {f: " ".join(layout.value(row, f).split()) for f in ("uid", "kind", "name", "pseudonym", "descriptor")}
    kind = value["kind"].casefold()
    role = " ".join(layout.value(row, "role").split())
    if kind not in _KINDS:
        shown = f"'{value['kind']}'" if kind else "blank"
        return None, f"the kind is {shown}; it must be one of {', '.join(_KINDS)}"
    if not value["name"]:
        return None, "the name is blank"
    aliases = tuple(dict.fromkeys(a.strip() for a in layout.value(row, "aliases").split(";") if a.strip()))
    if kind not in {k.value for k in PersonKind}:
        body = Body(
            key=value["uid"],
            kind=BodyKind(kind),
            name=value["name"],
            aliases=aliases,
            pseudonym=value["pseudonym"],
            descriptor=value["descriptor"],
            role=role,
        )
        return body, ""
    born, why = _born(layout.value(row, "born"))
    person = Person(
        key=value["uid"],
        kind=PersonKind(kind),
        name=value["name"],
        aliases=aliases,
        pseudonym=value["pseudonym"],
        descriptor=value["descriptor"],
        role=role,
        born=born,
    )
    return person, why


def _born(text: str) -> tuple[dt.date | None, str]:
    """An exact day of birth; anything else must be looked at."""
    if not text.strip():
        return None, ""
    date = read_date(text)
    if date.is_exact and date.precision is Precision.DAY:
        return date.start, ""
    return None, date.problem or "the date of birth is not one day"


def read_register(path: Path) -> tuple[RegisterEntry, ...]:
    """The register of a people CSV, for work without a review: every row, namesakes too. Raises UserError: what
    `read_tables` raises, no-heading, and bad-register for a row that cannot be used: no name goes unmatched unnoticed.
    """
    source = read_tables(path)
    layouts = [layout for table in source.tables if (layout := find_layout(table, "people"))]
    if not layouts:
        raise no_heading(source, "people")
    people: list[Person] = []
    bodies: list[Body] = []
    for layout in layouts:
        for row in layout.table.rows[layout.first :]:
            if row.is_blank or layout.is_heading_again(row):
                continue
            entry, why = _entry(layout, row)
            if entry is None:
                what = f"Row {row.number} of {path.name} cannot be used: {why}."
                raise refuse(what, "Correct the row and try again.", "bad-register")
            if isinstance(entry, Person):
                people.append(entry)
            else:
                bodies.append(entry)
    return register_of(tuple(people), tuple(bodies))
