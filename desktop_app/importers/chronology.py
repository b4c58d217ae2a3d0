"""An agency's chronology return becomes events: every row added, there already, changed, waiting, or refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from desktop_app.common.collection import collection_paused
from desktop_app.common.progress import NoProgress, Progress
from desktop_app.domain.chronology import ChronologyEvent, ChronologyReturn, ReturnMapping, Significance
from desktop_app.domain.dates import DayOrder, read_date, state_of
from desktop_app.domain.import_plan import ImportKind, ImportPlan, NeedsDecision, Row
from desktop_app.domain.people import Agency
from desktop_app.importers.abbreviations import abbreviations_of
from desktop_app.importers.chronology_dates import RowDates
from desktop_app.importers.chronology_rows import Columns, Draft, RowReader, needs_decision
from desktop_app.importers.made_rows import MadeRows
from desktop_app.importers.mapping import Layout, check_chosen, find_layout, no_heading, notes_on, sample_of
from desktop_app.importers.preamble import details_of, is_about_itself
from desktop_app.importers.remembered import Remembered
from desktop_app.importers.resent import Resent, compare
from desktop_app.importers.source_file import SourceFile, Table

_SIGNIFICANCE = {
    "key": Significance.KEY,
    "kpe": Significance.KEY,
    "high": Significance.SIGNIFICANT,
    "significant": Significance.SIGNIFICANT,
    "y": Significance.SIGNIFICANT,
    "yes": Significance.SIGNIFICANT,
}


def plan_chronology(
    source: SourceFile,
    agency: Agency,
    *,
    mapping: Mapping[str, str] | None = None,
    existing: Iterable[ChronologyEvent] = (),
    returns: Iterable[ChronologyReturn] = (),
    remembered: Sequence[ReturnMapping] = (),
    day_order: DayOrder | None = None,
    next_ref: int = 1,
    return_uid: str,
    progress: Progress | None = None,
) -> ImportPlan:
    """What importing `source` as `agency`'s chronology would do. `mapping` (field -> heading) overrides the proposal,
    and `remembered`: how columns were read in earlier returns of the agency.

    `existing` are the review's events, by which rows sent before are known again; `returns` the agency's returns.
    `day_order` answers the question of the plan that is about it. Raises UserError no-heading, unknown-field, and
    whatever `progress` raises.
    """
    if mapping:
        check_chosen(mapping, "chronology")
    before = Remembered(remembered, asks=not mapping)
    watch = progress or NoProgress()
    with collection_paused():
        read = _read(source, mapping, before, day_order, watch)
        known = [event for event in existing if event.agency == agency.uid]
        resent = compare(read.rows.drafts, known, list(returns), return_uid, watch)
        made = _Maker(agency, return_uid, next_ref).sort(resent.fresh)
    return replace(
        _plan_of(source, read, before, resent, made),
        agency=agency,
        return_uid=return_uid,
        details=details_of(source, read.layouts),
        day_order=read.order.value if read.order else "",
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """The tables of a return, read. `notes` tell of tables that were not; `order` is what a person said of it."""

    order: DayOrder | None
    layouts: list[Layout]
    notes: list[str]
    dates: RowDates
    rows: RowReader


def _read(
    source: SourceFile,
    mapping: Mapping[str, str] | None,
    before: Remembered,
    day_order: DayOrder | None,
    progress: Progress,
) -> _Read:
    """Raises UserError no-heading, and whatever `progress` raises."""
    layouts, notes = _layouts(source, mapping, before)
    if not layouts:
        raise no_heading(source, "chronology")
    order = day_order or before.day_order  # remembered with the layout that was found
    columns = [Columns.of(layout) for layout in layouts]
    dates = RowDates((day for held in columns for day in held.days), order)
    reader = RowReader(dates, progress, sum(len(held.rows) for held in columns))
    for held in columns:
        reader.read(held)
    return _Read(order, layouts, notes, dates, reader)


def _plan_of(source: SourceFile, read: _Read, before: Remembered, resent: Resent, made: _Made) -> ImportPlan:
    """What is told of the rows, and what is to be done with them."""
    first = read.layouts[0]
    told = (*read.notes, *before.notes, *_unused(read.layouts), *notes_on(read.layouts, read.rows.rows_read))
    return ImportPlan(
        source=source.name,
        kind=ImportKind.CHRONOLOGY,
        sha256=source.sha256,
        rows_read=read.rows.rows_read,
        mapping=first.mapping,
        rows=made.rows,
        waiting_records=(*made.waiting_records, *resent.waiting_records),
        duplicates=tuple(resent.unchanged),
        waiting=(*made.waiting, *resent.waiting),
        refused=tuple(read.rows.refused),
        notes=(*source.notes, *told, *read.dates.notes, *_repeated(read.rows.repeated), *resent.notes),
        sample=sample_of(first),
        extra=abbreviations_of(source, read.layouts),
        changed=tuple(resent.changed),
        changed_records=tuple(resent.records),
        missing=tuple(resent.missing),
        questions=(*before.questions, *read.dates.questions),
        supersedes=resent.supersedes,
    )


def _layouts(
    source: SourceFile, mapping: Mapping[str, str] | None, before: Remembered
) -> tuple[list[Layout], list[str]]:
    """Tables with headings, and those that go on without: as many columns, and dates where dates were."""
    layouts: list[Layout] = []
    notes: list[str] = []
    for table in source.tables:
        layout = find_layout(table, "chronology", mapping) if mapping else before.layout_of(table)
        if layout is None and layouts and _goes_on(layouts[-1], table):
            layout = replace(layouts[-1], table=table, first=0)
        if layout is not None:
            layouts.append(layout)
        elif _says_something(table):
            notes.append(f"'{table.name}' was not read: it has no heading row like a chronology's.")
    return layouts, notes


def _says_something(table: Table) -> bool:
    """Is there anything in it that a person would miss? A glossary and a return's own statements are read elsewhere."""
    if all(row.is_blank for row in table.rows) or find_layout(table, "glossary") is not None:
        return False
    return not is_about_itself(table)


def _goes_on(before: Layout, table: Table) -> bool:
    rows = [row for row in table.rows if not row.is_blank]
    dated = sum(state_of(read_date(before.value(row, "date"))) == "exact" for row in rows[:20])
    return bool(rows) and max(len(r.cells) for r in rows) == len(before.heading) and dated * 2 > min(len(rows), 20)


def _unused(layouts: list[Layout]) -> list[str]:
    unused = dict.fromkeys(heading for layout in layouts for heading in layout.mapping.unused)
    return ["Columns not read: " + ", ".join(f"'{h}'" for h in unused) + "."] if unused else []


def _repeated(count: int) -> list[str]:
    return [f"{count} repeated heading row(s) were passed over."] if count else []


@dataclass(frozen=True, slots=True)
class _Made:
    """`rows` to add, made when they are looked at; rows that wait, and why each waits."""

    rows: MadeRows[tuple[Draft, int]]
    waiting_records: list[Row]
    waiting: list[NeedsDecision]


class _Maker:
    """Makes events of drafts, numbered in the order of the rows."""

    def __init__(self, agency: Agency, return_uid: str, next_ref: int) -> None:
        self.agency, self.return_uid, self._numbers = agency, return_uid, count(next_ref)

    def sort(self, drafts: Iterable[Draft]) -> _Made:
        sure: list[tuple[Draft, int]] = []
        waiting_records: list[Row] = []
        waiting: list[NeedsDecision] = []
        for draft, number in zip(drafts, self._numbers, strict=False):
            if not draft.problems:
                sure.append((draft, number))
                continue
            row = self._row((draft, number))
            waiting_records.append(row)
            waiting.append(needs_decision(draft, row.records[0].uid))
        return _Made(MadeRows(sure, self._row), waiting_records, waiting)

    def _row(self, numbered: tuple[Draft, int]) -> Row:
        draft, number = numbered
        sheet = draft.layout.table.name
        return Row(draft.row.number, (self._event(draft, number, sheet),), sheet)

    def _event(self, draft: Draft, number: int, sheet: str) -> ChronologyEvent:
        layout, row = draft.layout, draft.row
        texts = draft.texts()
        return ChronologyEvent(
            ref=f"{self.agency.code}-{number:03d}",
            agency=self.agency.uid,
            date=draft.date,
            significance=_SIGNIFICANCE.get(layout.value(row, "significance").casefold().strip(), Significance.ROUTINE),
            chronology_return=self.return_uid,
            sheet=sheet,
            row=row.number,
            sender_ref=draft.sender_ref,
            sent=draft.sums(texts),
            source=texts["source"],
            event=texts["event"],
            action=texts["action"],
            outcome=texts["outcome"],
            child_seen=texts["child_seen"],
            comment=texts["comment"],
            comment_author=texts["comment_author"],
        )
