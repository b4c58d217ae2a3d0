"""The rows of a chronology return, read to the point where each can become an event."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.common.progress import Progress
from desktop_app.domain.import_plan import NeedsDecision, Refused
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.row_sums import SUMMED, sums_of
from desktop_app.importers.chronology_dates import Clock, Problem, RowDates, said_of, timed, wording_of
from desktop_app.importers.mapping import Layout
from desktop_app.importers.row_doubts import doubts_of, surplus
from desktop_app.importers.source_file import TableRow

_NOTHING = re.compile(r"[\s\-–—./?]*")  # a cell with only a dash says nothing
_STEP = 2000  # rows between two looks at whether somebody pressed Cancel
TEXTS = ("source", "event", "action", "outcome", "child_seen", "comment", "comment_author")
_AS_WRITTEN = "Time as written: {}."
_WRITTEN = re.compile(r"Time as written: (.*)\.")  # at the start of a comment, to its line's end


class Draft(NamedTuple):
    """A row that will be an event, or is one already. `problems` is why it waits, () for nearly every row."""

    layout: Layout
    row: TableRow
    day: PartialDate
    clock: Clock
    event: str
    source: str
    problems: tuple[Problem, ...] = ()

    @property
    def date(self) -> PartialDate:
        return timed(self.day, self.clock)

    @property
    def sender_ref(self) -> str:
        return self.layout.value(self.row, "sender_ref").strip()

    def texts(self) -> dict[str, str]:
        """The event's text fields. What the time column says beyond a time of day goes in front of the comment."""
        layout, row = self.layout, self.row
        found = {field: layout.value(row, field) for field in TEXTS}
        said = said_of(self.day, self.clock)
        if said or len(row.cells) > layout.width:
            extra = surplus(layout, row)
            parts = (_AS_WRITTEN.format(said) if said else "", found["comment"])
            beyond = "Under no heading: " + " | ".join(extra) if extra else ""
            found["comment"] = "\n".join(part for part in (*parts, beyond) if part)
        return found

    def sums(self, texts: dict[str, str]) -> str:
        return sums_of((self.day.wording, self.clock.written, *(texts[field] for field in SUMMED[2:])))


def time_as_written(comment: str) -> str:
    """What a comment made by `Draft.texts` says of the time column, "" when nothing."""
    written = _WRITTEN.match(comment)
    return written[1] if written else ""


class Columns(NamedTuple):
    """What the reading of each row looks at, column by column, for the rows below the headings."""

    layout: Layout
    rows: Sequence[TableRow]
    days: Sequence[str]
    ends: Sequence[str]
    times: Sequence[str]
    events: Sequence[str]
    sources: Sequence[str]

    @classmethod
    def of(cls, layout: Layout) -> Columns:
        days, ends, times = ([*map(str.strip, layout.texts(field))] for field in ("date", "end_date", "time"))
        rows = layout.table.rows[layout.first :]
        return cls(layout, rows, days, ends, times, layout.texts("event"), layout.texts("source"))

    def piece(self, start: int, length: int) -> Columns:
        """So many rows from there."""
        end = start + length
        layout, rows, days, ends, times, events, sources = self
        return Columns(
            layout,
            rows[start:end],
            days[start:end],
            ends[start:end],
            times[start:end],
            events[start:end],
            sources[start:end],
        )


class RowReader:
    """Goes through layouts, counting each row exactly once: a draft, refused, or a heading repeated."""

    def __init__(self, dates: RowDates, progress: Progress, total: int) -> None:
        self._dates, self._progress, self._total = dates, progress, total
        self.drafts: list[Draft] = []
        self.refused: list[Refused] = []
        self.rows_read = 0
        self.repeated = 0
        self._passed = 0
        self._previous: PartialDate | None = None
        self._context: dt.date | None = None  # the last day known, for a year left out

    def read(self, columns: Columns) -> None:
        self._previous = self._context = None
        for start in range(0, len(columns.rows), _STEP):
            self._progress.step(self._passed + start, self._total, "Reading the rows")
            self._read_piece(columns.piece(start, _STEP))
        self._passed += len(columns.rows)

    def _read_piece(self, columns: Columns) -> None:
        """The one place that is run for every row: what nearly every row needs, and nothing else."""
        layout, *texts = columns
        heading = layout.heading[layout.columns["event"][0]].casefold()
        width, separator, length = layout.width, layout.table.separator, len(heading)
        sure, clocks, dates = self._dates.sure, self._dates.clocks, self._dates
        previous, context = self._previous, self._context
        read, keep, new = 0, self.drafts.append, tuple.__new__  # Draft(...) takes twice as long
        for row, day, end, time, event, source in zip(*texts, strict=True):
            if not event and not day and row.is_blank:
                continue
            if len(event) == length and event.casefold() == heading and layout.is_heading_again(row):
                self.repeated += 1
                continue
            read += 1
            wording = wording_of(day, end) if end else day
            date = sure.get(wording) or dates.read(wording, previous, context)
            clock = clocks.get(time) or dates.clock(time)
            draft: Draft | None = new(Draft, (layout, row, date, clock, event, source, ()))
            odd = separator or row.formulas or len(row.cells) > width or date.problem or clock.trouble
            if odd or not event[:1].isalnum() or not source[:1].isalnum():
                draft = self._doubted(Draft(layout, row, date, clock, event, source))
            previous = timed(date, clock) if clock.trouble else date
            context = date.start or context
            if draft is not None:
                keep(draft)
        self.rows_read += read
        self._previous, self._context = previous, context

    def _doubted(self, draft: Draft) -> Draft | None:
        """The draft with everything that makes it wait; None when the row is refused, for it says nothing."""
        layout, row = draft.layout, draft.row
        problems: list[Problem] = list(doubts_of(layout, row))
        if draft.day.problem:
            problems.append(("date", draft.day.wording, draft.day.problem))
        if draft.clock.trouble:
            problems.append(("time", draft.clock.written, draft.clock.trouble))
        if _says_nothing(draft.event):
            why = f"nothing written in '{layout.mapping.columns['event']}'"
            if not doubts_of(layout, row):
                self.refused.append(Refused(row.number, why, layout.table.name))
                return None
            problems.append(("event", draft.event, why))
        if _says_nothing(draft.source):
            problems.append(("source", draft.source, "no source of information"))
        return draft._replace(problems=tuple(problems)) if problems else draft


def _says_nothing(text: str) -> bool:
    return not text or (not text[0].isalnum() and _NOTHING.fullmatch(text) is not None)


def needs_decision(draft: Draft, event: str) -> NeedsDecision:
    """Why the draft waits, with the words of the first of its problems. `event` is the uid of what is stored."""
    field, words, _ = draft.problems[0]
    said = said_of(draft.day, draft.clock)
    if said and said not in words:
        words = f"{words} (time: {said})"
    why = "; ".join(dict.fromkeys(problem[2] for problem in draft.problems))
    return NeedsDecision(draft.row.number, field, words.strip(), why, event, draft.layout.table.name)
