"""An agency's chronology return becomes events: every row added, already there, waiting for somebody, or refused."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from desktop_app.domain.chronology import ChronologyEvent, Significance
from desktop_app.domain.dates import read_date, state_of
from desktop_app.domain.import_plan import ImportKind, ImportPlan, NeedsDecision, Refused, Row
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.people import Agency
from desktop_app.importers.abbreviations import abbreviations_of
from desktop_app.importers.chronology_dates import MonthFirst, Problem, date_of_row
from desktop_app.importers.mapping import Layout, check_chosen, find_layout, no_heading, notes_on
from desktop_app.importers.row_doubts import doubts_of, surplus
from desktop_app.importers.source_file import SourceFile, Table, TableRow

_NOTHING = re.compile(r"[\s\-–—./?]*")  # a cell with only a dash says nothing
_SIGNIFICANCE = {
    "key": Significance.KEY,
    "kpe": Significance.KEY,
    "high": Significance.SIGNIFICANT,
    "significant": Significance.SIGNIFICANT,
    "y": Significance.SIGNIFICANT,
    "yes": Significance.SIGNIFICANT,
}
_AS_WRITTEN = "Time as written: {}."
_WRITTEN = re.compile(r"Time as written: (.*)\.")  # at the start of a comment, to its line's end
Seen = tuple[str, dt.time | None, str, str, str]  # date as written, time, time as written, event, source


def plan_chronology(
    source: SourceFile,
    agency: Agency,
    *,
    mapping: Mapping[str, str] | None = None,
    existing: Iterable[ChronologyEvent] = (),
    next_ref: int = 1,
    return_uid: str,
) -> ImportPlan:
    """What importing `source` as `agency`'s chronology would do. `mapping` (field -> heading) overrides the proposal.

    `existing` are the review's events: a row with the same agency, date wording, event text and source is a
    duplicate. Raises UserError no-heading, unknown-field.
    """
    if mapping:
        check_chosen(mapping, "chronology")
    layouts, notes = _layouts(source, mapping)
    if not layouts:
        raise no_heading(source, "chronology")
    known = {_seen(event) for event in existing if event.agency == agency.uid}
    collector = _Collector(agency, return_uid, next_ref, known, MonthFirst.in_layouts(layouts))
    for layout in layouts:
        collector.read(layout)
    first = layouts[0]
    return ImportPlan(
        source=source.name,
        kind=ImportKind.CHRONOLOGY,
        sha256=source.sha256,
        rows_read=collector.rows_read,
        mapping=first.mapping,
        rows=tuple(collector.rows),
        waiting_records=tuple(collector.waiting_records),
        duplicates=tuple(collector.duplicates),
        waiting=tuple(collector.waiting),
        refused=tuple(collector.refused),
        notes=(*source.notes, *notes, *_unused(layouts), *notes_on(layouts, collector.rows_read), *collector.notes),
        sample=sample_of(first),
        extra=abbreviations_of(source, layouts),
    )


def _layouts(source: SourceFile, mapping: Mapping[str, str] | None) -> tuple[list[Layout], list[str]]:
    """Tables with headings, and those that go on without: as many columns, and dates where dates were."""
    layouts: list[Layout] = []
    notes: list[str] = []
    for table in source.tables:
        layout = find_layout(table, "chronology", mapping)
        if layout is None and layouts and _goes_on(layouts[-1], table):
            layout = replace(layouts[-1], table=table, first=0)
        if layout is not None:
            layouts.append(layout)
        elif any(not row.is_blank for row in table.rows) and find_layout(table, "glossary") is None:
            notes.append(f"'{table.name}' was not read: it has no heading row like a chronology's.")
    return layouts, notes


def _goes_on(before: Layout, table: Table) -> bool:
    rows = [row for row in table.rows if not row.is_blank]
    dated = sum(state_of(read_date(before.value(row, "date"))) == "exact" for row in rows[:20])
    return bool(rows) and max(len(r.cells) for r in rows) == len(before.heading) and dated * 2 > min(len(rows), 20)


def _unused(layouts: list[Layout]) -> list[str]:
    unused = dict.fromkeys(heading for layout in layouts for heading in layout.mapping.unused)
    return ["Columns not read: " + ", ".join(f"'{h}'" for h in unused) + "."] if unused else []


def sample_of(layout: Layout) -> tuple[tuple[str, ...], ...]:
    """The first five filled rows below the headings, as read."""
    rows = [row for row in layout.table.rows[layout.first : layout.first + 30] if not row.is_blank][:5]
    return tuple(tuple(row.text(column) for column in range(len(layout.heading))) for row in rows)


def _seen(event: ChronologyEvent) -> Seen:
    written = _WRITTEN.match(event.comment)
    return (event.date.wording, event.date.time, written[1] if written else "", event.event, event.source)


class _Collector:
    """Sorts rows into the four baskets of a plan, counting each exactly once."""

    def __init__(self, agency: Agency, return_uid: str, next_ref: int, known: set[Seen], month_first: MonthFirst):
        self.agency, self.return_uid, self.next_ref, self.known = agency, return_uid, next_ref, known
        self.month_first = month_first
        self.rows: list[Row] = []
        self.waiting_records: list[Row] = []
        self.duplicates: list[int] = []
        self.waiting: list[NeedsDecision] = []
        self.refused: list[Refused] = []
        self.rows_read = 0
        self._repeated = 0

    @property
    def notes(self) -> list[str]:
        return [f"{self._repeated} repeated heading row(s) were passed over."] if self._repeated else []

    def read(self, layout: Layout) -> None:
        previous: PartialDate | None = None
        context: dt.date | None = None  # the last day known, for a year left out
        first_heading = layout.heading[0].casefold() if layout.heading else ""
        for row in layout.table.rows[layout.first :]:
            if row.is_blank:
                continue
            if row.text(0).casefold() == first_heading and layout.is_heading_again(row):
                self._repeated += 1
                continue
            self.rows_read += 1
            date, unread_time, problems = date_of_row(layout, row, previous, context, self.month_first)
            previous, context = date, date.start or context
            self._sort(layout, row, date, unread_time, problems)

    def _sort(self, layout: Layout, row: TableRow, date: PartialDate, time: str, problems: list[Problem]) -> None:
        """`time` is what the time column says beyond the time of `date`: it goes in front of the comment."""
        sheet, text, source = layout.table.name, layout.value(row, "event"), layout.value(row, "source")
        doubts = doubts_of(layout, row)
        if _NOTHING.fullmatch(text):
            why = f"nothing written in '{layout.mapping.columns['event']}'"
            if not doubts:
                self.refused.append(Refused(row.number, why, sheet))
                return
            problems.append(("event", text, why))
        if (date.wording, date.time, time, text, source) in self.known:
            self.duplicates.append(row.number)
            return
        if _NOTHING.fullmatch(source):
            problems.append(("source", source, "no source of information"))
        problems = doubts + problems
        event = self._event(layout, row, date, time, text, source)
        if not problems:
            self.rows.append(Row(row.number, (event,), sheet))
            return
        self.waiting_records.append(Row(row.number, (event,), sheet))
        why = "; ".join(dict.fromkeys(problem[2] for problem in problems))
        words = f"{problems[0][1]} (time: {time})" if time and time not in problems[0][1] else problems[0][1]
        self.waiting.append(NeedsDecision(row.number, problems[0][0], words.strip(), why, event.uid, sheet))

    def _event(
        self, layout: Layout, row: TableRow, date: PartialDate, time: str, text: str, source: str
    ) -> ChronologyEvent:
        value = layout.value
        extra = surplus(layout, row)
        comment = (
            _AS_WRITTEN.format(time) if time else "",
            value(row, "comment"),
            "Under no heading: " + " | ".join(extra) if extra else "",
        )
        self.next_ref += 1
        return ChronologyEvent(
            ref=f"{self.agency.code}-{self.next_ref - 1:03d}",
            agency=self.agency.uid,
            date=date,
            source=source,
            event=text,
            action=value(row, "action"),
            outcome=value(row, "outcome"),
            child_seen=value(row, "child_seen"),
            comment="\n".join(part for part in comment if part),
            comment_author=value(row, "comment_author"),
            significance=_SIGNIFICANCE.get(value(row, "significance").casefold().strip(), Significance.ROUTINE),
            chronology_return=self.return_uid,
            sheet=layout.table.name,
            row=row.number,
        )
