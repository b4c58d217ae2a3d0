"""The register as a CSV (or sheet): people, practitioners, bodies, schools and places, with what is printed instead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from desktop_app.domain.dates import read_date
from desktop_app.domain.import_plan import ImportKind, ImportPlan, NeedsDecision, Refused, Row
from desktop_app.domain.partial_date import Precision
from desktop_app.domain.people import Body, BodyKind, Person, PersonKind, RegisterEntry, register_of
from desktop_app.importers.listed_values import listed_texts
from desktop_app.importers.mapping import Layout, find_layout, no_heading, notes_on, sample_of
from desktop_app.importers.read import read_tables
from desktop_app.importers.refusals import refuse
from desktop_app.importers.row_doubts import doubts_of, plainly
from desktop_app.importers.source_file import SourceFile, TableRow

_KINDS = (*(k.value for k in PersonKind), *(k.value for k in BodyKind))


def plan_people(source: SourceFile, existing: Iterable[Person | Body] = ()) -> ImportPlan:
    """Columns `uid,kind,name,aliases,pseudonym,descriptor,role,born`; aliases parted by ";". Only kind and name must
    be filled. The same uid and name as one already held is a duplicate, and so is the same name unless two different
    uids say that they are two. A uid taken by another name waits, without its uid: nobody is left out of the register.
    Raises UserError no-heading.
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
    unheld: list[int] = []  # duplicates that give other names for somebody than the register has
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
                continue
            field, text = "born", layout.value(row, "born")
            if held.is_taken(entry):
                taken = "the uid is taken by another name: kept as one of its own, without the uid"
                field, text, why = "uid", entry.key, "; ".join(filter(None, (taken, why)))
                entry = replace(entry, key="")
            if held.has(entry):
                duplicates.append(row.number)
                unheld += [row.number] if held.lacks_aliases_of(entry) else []
                continue
            if why:
                waiting_records.append(Row(row.number, (entry,), sheet))
                waiting.append(NeedsDecision(row.number, field, text, why, entry.uid, sheet))
            else:
                rows.append(Row(row.number, (entry,), sheet))
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
        notes=(*source.notes, *notes_on(layouts, read), *_unheld(unheld)),
        sample=sample_of(layouts[0]),
    )


def _unheld(rows: list[int]) -> list[str]:
    if not rows:
        return []
    listed = ", ".join(str(row) for row in rows[:20]) + (" …" if len(rows) > 20 else "")
    return [f"Already in the register, but with other names in the file that were not added: row(s) {listed}."]


class _Held:
    """Who is there already, by uid and by name."""

    def __init__(self) -> None:
        self.keys: dict[str, set[str]] = {}  # uid -> the names its holders go by, aliases too
        self.names: dict[str, bool] = {}  # name -> whether everyone so called has a uid
        self.called: dict[str, set[str]] = {}  # name -> every name of those so called

    def add(self, entry: Person | Body) -> None:
        name = _folded(entry.name)
        every = {name, *(_folded(alias) for alias in entry.aliases)}
        self.names[name] = self.names.get(name, True) and bool(entry.key)
        self.called.setdefault(name, set()).update(every)
        if entry.key:
            self.keys.setdefault(entry.key, set()).update(every)

    def is_taken(self, entry: Person | Body) -> bool:
        """Does somebody of another name have its uid?"""
        return entry.key in self.keys and _folded(entry.name) not in self.keys[entry.key]

    def has(self, entry: Person | Body) -> bool:
        name = _folded(entry.name)
        return entry.key in self.keys or (name in self.names and not (entry.key and self.names[name]))

    def lacks_aliases_of(self, entry: Person | Body) -> bool:
        """Are there aliases in a duplicate that the one held does not have?"""
        known = self.keys.get(entry.key, set()) | self.called.get(_folded(entry.name), set())
        return not {_folded(alias) for alias in entry.aliases} <= known


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _entry(layout: Layout, row: TableRow) -> tuple[Person | Body | None, str]:
    """(the record or None, why it is refused or must be looked at). Cells that may have slid into other columns are
    not read at all: a nickname would be printed as a pseudonym.
    """
    if doubts := doubts_of(layout, row):
        return None, plainly(doubts)
    value = {f: " ".join(layout.value(row, f).split()) for f in ("uid", "kind", "name", "pseudonym", "descriptor")}
    kind = value["kind"].casefold()
    role = " ".join(layout.value(row, "role").split())
    if kind not in _KINDS:
        shown = f"'{value['kind']}'" if kind else "blank"
        return None, f"the kind is {shown}; it must be one of {', '.join(_KINDS)}"
    if not value["name"]:
        return None, "the name is blank"
    others = layout.value(row, "aliases")
    others_listed = listed_texts(others)  # as `candour list FILE people` prints them
    split = others.split(";") if others_listed is None else others_listed
    aliases = tuple(dict.fromkeys(a.strip() for a in split if a.strip()))
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
    found: list[Person | Body] = []
    for layout in layouts:
        for row in layout.table.rows[layout.first :]:
            if row.is_blank or layout.is_heading_again(row):
                continue
            entry, why = _entry(layout, row)
            if entry is None:
                what = f"Row {row.number} of {path.name} cannot be used: {why}."
                raise refuse(what, "Correct the row and try again.", "bad-register")
            found.append(entry)
    apart = _told_apart(found)
    people = tuple(entry for entry in apart if isinstance(entry, Person))
    return register_of(people, tuple(entry for entry in apart if isinstance(entry, Body)))


def _told_apart(entries: list[Person | Body]) -> list[Person | Body]:
    """Each with a uid of its own, so that every name is matched: a repeated uid gets a number ("p-1 (2)"), and rows
    of the same uid and name become one with the aliases of all.
    """
    kept: dict[str, Person | Body] = {}
    for entry in entries:
        key, number = entry.key or entry.uid, 1
        while key in kept and _folded(kept[key].name) != _folded(entry.name):
            number += 1
            key = f"{entry.key} ({number})"
        if key in kept:
            held = kept[key]
            kept[key] = replace(
                held,
                aliases=tuple(dict.fromkeys((*held.aliases, *entry.aliases))),
                pseudonym=held.pseudonym or entry.pseudonym,
                descriptor=held.descriptor or entry.descriptor,
            )
        else:
            kept[key] = replace(entry, key=key)
    return list(kept.values())
