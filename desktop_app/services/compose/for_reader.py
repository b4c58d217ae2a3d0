"""An output composed for one reader: of a record from which what the reader is not given was taken out first.

A composer never knows for whom it writes. What it is handed lacks whole kinds of records, fields and passages, and has
the author's abridged words in place of explicit ones; so no composer can print them by mistake.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any, TypeVar

from desktop_app.anonymise.profiles import Profile, Rung
from desktop_app.anonymise.withheld import explicit_words, reads_explicit, withheld
from desktop_app.common.document import Block, Dates, Document, Table, Text
from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.review import Narrative
from desktop_app.domain.snapshot import Snapshot, family_types
from desktop_app.services.compose import compose
from desktop_app.services.compose.unfinished import unfinished
from desktop_app.services.compose.wording import words

RecordT = TypeVar("RecordT", ChronologyEvent, Narrative)
_NO_CALENDAR = frozenset({Rung.RELATIVE, Rung.LEFT_OUT})


def compose_for(
    snapshot: Snapshot, kind: OutputKind, profile: Profile, as_at: dt.date, *, draft: bool = True
) -> Document:
    """The output's words for this reader, still identified. Columns that say nothing any more are left out.

    A draft says so at its foot, and the panel's lists what is unfinished; what was approved does neither, and is the
    same else.
    """
    document = compose(given(snapshot, kind, profile.name), kind, as_at)
    emptied = any(rule.field for rule in withheld(profile.name, kind))
    blocks = document.blocks
    if draft:
        marking = document.footer.words
        foot = words("common", "draft") + (f". {marking}" if marking else "")
        document = replace(document, footer=Text(foot, Dates.FIXED))
        # Looked for in the whole record: in what this reader is given, links to what was taken out would seem broken.
        blocks = (*blocks, *unfinished(snapshot, kind, profile.name))
    return replace(document, blocks=tuple(_for_reader(block, profile, emptied) for block in blocks))


def given(snapshot: Snapshot, kind: OutputKind, reader: ProfileName) -> Snapshot:
    """The record as this reader's copy of this output may use it."""
    changed: dict[str, tuple[Any, ...]] = {}
    if not reads_explicit(reader):
        if any(n.explicit for n in snapshot.narratives):
            changed["narratives"] = tuple(_abridged(n) for n in snapshot.narratives)
        if any(e.explicit for e in snapshot.events):
            changed["events"] = tuple(_abridged(e) for e in snapshot.events)
    for rule in withheld(reader, kind):
        records = changed.get(rule.family, getattr(snapshot, rule.family))
        if rule.key:
            changed[rule.family] = tuple(r for r in records if r.key != rule.key)
        elif rule.field:
            blank = {rule.field: ""}
            changed[rule.family] = tuple(replace(r, **blank) for r in records)
        else:
            changed[rule.family] = ()
    return _with(snapshot, changed) if changed else snapshot


def _with(snapshot: Snapshot, changed: dict[str, tuple[Any, ...]]) -> Snapshot:
    return Snapshot(**{name: changed.get(name, getattr(snapshot, name)) for name in family_types()})


def _abridged(record: RecordT) -> RecordT:
    """Without its explicit details: everything said about them elsewhere in the record goes too."""
    if not record.explicit:
        return record
    if isinstance(record, Narrative):
        return replace(record, text=record.abridged or explicit_words())
    told = record.abridged or record.published_wording or explicit_words()
    curated = told if record.published_wording else ""
    return replace(record, event=told, published_wording=curated, action="", outcome="", comment="", child_seen="")


def _for_reader(block: Block, profile: Profile, emptied: bool) -> Block:
    if not isinstance(block, Table):
        return block
    if block.drawn is not None:
        # Lanes of time have years written along them.
        return replace(block, drawn=None) if profile.case_dates in _NO_CALENDAR else block
    return _without_empty_columns(block) if emptied else block


def _without_empty_columns(table: Table) -> Table:
    filled = [i for i in range(len(table.header)) if any(t.words for row in table.rows for t in row[i].paragraphs)]
    if len(filled) == len(table.header) or not filled:
        return table
    return replace(
        table,
        header=tuple(table.header[i] for i in filled),
        rows=tuple(tuple(row[i] for i in filled) for row in table.rows),
        widths=tuple(table.widths[i] for i in filled),
    )
