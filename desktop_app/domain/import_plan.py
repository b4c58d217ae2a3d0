"""What reading a file somebody sent came to, before anything is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.domain.people import Agency
from desktop_app.domain.record import Record


class ImportKind(StrEnum):
    CHRONOLOGY = "chronology"
    PEOPLE = "people"
    REFLECTIONS = "reflections"
    RECOMMENDATIONS = "recommendations"


@dataclass(frozen=True, slots=True)
class Row:
    """One source row: the records it would add, in order. `number` is as the sender would count it, from 1."""

    number: int
    records: tuple[Record, ...]
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class NeedsDecision:
    """The row is kept, and a person must look at one field of it."""

    row: int
    field: str
    text: str
    why: str
    event: str = ""  # uid of the record it concerns, when the row is also added
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    row: int
    why: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """`columns` maps a field of the record (e.g. "event") to the heading it is read from."""

    columns: dict[str, str]
    unused: tuple[str, ...] = ()  # headings nothing is read from
    heading_row: int = 1
    headings: tuple[str, ...] = ()  # all of the heading row, normalised: by them a file of the same making is known


@dataclass(frozen=True, slots=True)
class FieldChange:
    """`before` is what the review holds, `after` what the file says now."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row sent before, now with other words. `kept` are fields that were edited in the review since: the review's
    words stay, and a person is asked. A row that `waits` is counted among those that wait.
    """

    row: int
    event: str  # uid
    ref: str
    changes: tuple[FieldChange, ...]
    kept: tuple[FieldChange, ...] = ()
    sheet: str = ""
    waits: bool = False


@dataclass(frozen=True, slots=True)
class MissingRow:
    """An event of the return this file sends again, with no row in it any more. It is kept, and marked."""

    event: str  # uid
    ref: str
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Question:
    """One decision for the whole file. `answers` are what it may be answered with; `rows` is how many it settles."""

    about: str  # "day-order" | "mapping"
    why: str
    rows: int = 0
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnDetails:
    """What a return says about itself, in front of its rows or as a person typed it."""

    author: str = ""
    dated: dt.date | None = None
    records_searched: str = ""
    signed_off_by: str = ""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Counts in equal counts out: rows_read = added + duplicates + changed + needs_decision rows + refused.

    `waiting` has one entry a row, so its length is the number of rows that wait, also when sheets number alike.
    A row stands in exactly one of `rows` (added), `duplicates`, `changed` (unless it waits), `waiting` or `refused`.
    A row in `waiting` is stored too (its records are in `waiting_records`): needing a decision never drops it.
    """

    source: str
    kind: ImportKind
    sha256: str
    rows_read: int
    mapping: ColumnMapping
    rows: Sequence[Row] = ()
    waiting_records: tuple[Row, ...] = ()
    duplicates: tuple[int, ...] = ()
    waiting: tuple[NeedsDecision, ...] = ()
    refused: tuple[Refused, ...] = ()
    notes: tuple[str, ...] = ()  # hidden sheets, macros left alone, sheets not read ...
    sample: tuple[tuple[str, ...], ...] = ()  # first rows as read, for the preview
    extra: tuple[Record, ...] = field(default=())  # records found besides rows, e.g. abbreviations
    changed: tuple[ChangedRow, ...] = ()
    changed_records: tuple[Row, ...] = ()  # of `changed`, those that do not wait: edits, and what was said before
    missing: tuple[MissingRow, ...] = ()
    questions: tuple[Question, ...] = ()
    agency: Agency | None = None  # whose chronology it is; not yet in the review when it is new
    return_uid: str = ""  # uid the ChronologyReturn will have
    details: ReturnDetails = ReturnDetails()
    supersedes: str = ""  # uid of the ChronologyReturn that this file sends again
    day_order: str = ""  # how its dates in figures were read when somebody had to say it

    @property
    def changed_alone(self) -> int:
        """Rows that are changed and wait for nobody."""
        return sum(not row.waits for row in self.changed)
