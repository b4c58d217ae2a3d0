"""What a return says about itself around its rows: who wrote it, when, which records were searched, who signed it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from desktop_app.domain.dates import read_date, state_of
from desktop_app.domain.import_plan import ReturnDetails
from desktop_app.domain.partial_date import Precision
from desktop_app.importers.mapping import Layout
from desktop_app.importers.source_file import SourceFile, Table, TableRow

_LONGEST = 2000  # characters of one statement
_LABELS = {
    "author": r"(?:chronology |return |report )?(?:completed|compiled|prepared|written|produced|authored) by"
    r"|(?:name of |chronology |return |report )?author(?:'s name| name)?|name of (?:person completing|compiler)"
    r"|(?:agency )?(?:imr |chronology )author|cwblhawyd gan",
    "dated": r"date (?:completed|of completion|of return|of chronology|of this return|prepared|submitted)"
    r"|(?:chronology |return )?(?:completed|submitted) on|dyddiad cwblhau",
    "records_searched": r"(?:agency )?records? (?:searched|reviewed|checked|examined|accessed|considered)"
    r"|(?:sources|systems|files) (?:searched|reviewed|checked|consulted)|record systems? searched",
    "signed_off_by": r"(?:signed[ -]?off|approved|authorised|quality assured|countersigned|qa'?d) by|sign[ -]?off"
    r"|signed ?\(?manager\)?",
}
_STATEMENT = re.compile(
    "|".join(rf"(?P<{field}>{labels})" for field, labels in _LABELS.items()),
    re.I,
)
_GAP = re.compile(r"\s*[:\-–—\t|]+\s*|\s{2,}")
_DATE_TAIL = re.compile(r"(.+?)[\s,;]+(?:on|date[d:]*)?\s*[:(]?\s*(\d{1,2}[ /.\-].{3,16}?\d{2,4})\)?$", re.I)


def details_of(source: SourceFile, layouts: Sequence[Layout]) -> ReturnDetails:
    """From lines and cells such as "Completed by: A. Writer"; what is not said stays empty."""
    found: dict[str, str] = {}
    for label, value in _statements(source, layouts):
        if match := _STATEMENT.fullmatch(label.strip(" .:*")):
            field = match.lastgroup or ""
            value = " ".join(value.split())[:_LONGEST]
            if value and field not in found:
                found[field] = value
    author, dated = _with_date(found.get("author", ""))
    signed, signed_on = _with_date(found.get("signed_off_by", ""))
    said = found.get("dated", "") or dated or signed_on
    day = read_date(said) if said else None
    known = day is not None and state_of(day) == "exact" and day.precision is Precision.DAY
    return ReturnDetails(author, day.start if day and known else None, found.get("records_searched", ""), signed)


def is_about_itself(table: Table) -> bool:
    """Is it one of the small tables in front of a return that say who made it?"""
    rows = [row for row in table.rows[:40] if not row.is_blank]
    said = sum(
        any(_STATEMENT.fullmatch(row.text(c).strip(" .:*")) for c in range(min(len(row.cells), 4))) for row in rows
    )
    return said > 0 and said * 2 >= len(rows)


def _with_date(name: str) -> tuple[str, str]:
    """ "A. Writer, 3 May 2024" taken apart; the date is "" when there is none."""
    match = _DATE_TAIL.fullmatch(name)
    if match and state_of(read_date(match[2])) == "exact":
        return match[1].strip(" ,;-"), match[2]
    return name, ""


def _statements(source: SourceFile, layouts: Sequence[Layout]) -> Iterator[tuple[str, str]]:
    """(label, value) of every line outside the rows that could be one."""
    read = {id(layout.table): layout.first for layout in layouts}
    if source.form == "docx":
        yield from _of_lines(source.lines)
    for table in source.tables:
        first = read.get(id(table))
        rows = table.rows[: min(first, 40)] if first is not None else table.rows[:40]
        for row in rows:
            yield from _of_row(row)


def _of_lines(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        parts = _GAP.split(line, maxsplit=1)
        if len(parts) == 2:
            yield parts[0], parts[1]


def _of_row(row: TableRow) -> Iterator[tuple[str, str]]:
    cells = [text for column in range(min(len(row.cells), 12)) if (text := row.text(column).strip())]
    yield from pairwise(cells)
    for cell in cells:
        yield from _of_lines(cell.split("\n"))
