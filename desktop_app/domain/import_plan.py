"""What reading a file somebody sent came to, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Counts in equal counts out: rows_read = added + duplicates + needs_decision rows + refused.

    `waiting` has one entry a row, so its length is the number of rows that wait, also when sheets number alike.
    A row stands in exactly one of `rows` (added), `duplicates`, `waiting` or `refused`. A row in `waiting` is
    stored too (its records are in `waiting_records`): needing a decision never drops it.
    """

    source: str
    kind: ImportKind
    sha256: str
    rows_read: int
    mapping: ColumnMapping
    rows: tuple[Row, ...] = ()
    waiting_records: tuple[Row, ...] = ()
    duplicates: tuple[int, ...] = ()
    waiting: tuple[NeedsDecision, ...] = ()
    refused: tuple[Refused, ...] = ()
    notes: tuple[str, ...] = ()  # hidden sheets, macros left alone, sheets not read ...
    sample: tuple[tuple[str, ...], ...] = ()  # first rows as read, for the preview
    extra: tuple[Record, ...] = field(default=())  # records found besides rows, e.g. abbreviations
