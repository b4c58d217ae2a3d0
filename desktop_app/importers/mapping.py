"""Which column is which: a proposal from the headings, for a person to see before anything is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.import_plan import ColumnMapping
from desktop_app.importers.headings import LONGEST_HEADING, headings_for, likeness, normalised
from desktop_app.importers.refusals import refuse
from desktop_app.importers.source_file import SourceFile, Table, TableRow, cell_text

SEARCHED = 15  # rows looked through for the headings
_MOST_COLUMNS = 400


@dataclass(frozen=True, slots=True)
class Layout:
    """A table with its headings found: `columns` maps a field to the columns its cells stand in (several where the
    heading is merged across), `first` is the index in `table.rows` of the first row below the headings, `width` the
    number of columns up to the last heading.
    """

    table: Table
    mapping: ColumnMapping
    columns: dict[str, tuple[int, ...]]
    first: int
    heading: tuple[str, ...]
    width: int

    def value(self, row: TableRow, field: str) -> str:
        """The field's text in a row, "" when the table has no such column."""
        columns = self.columns.get(field)
        if columns is None:
            return ""
        if len(columns) == 1:
            return row.text(columns[0])
        return " ".join(text for column in columns if (text := row.text(column)))

    def texts(self, field: str) -> Sequence[str]:
        """The field's text in every row below the headings: as `value` of each, and far faster."""
        rows = self.table.rows[self.first :]
        columns = self.columns.get(field, ())
        if not columns:
            return [""] * len(rows)
        if len(columns) > 1:
            return [self.value(row, field) for row in rows]
        (column,) = columns
        if not self.table.columns:
            return [row.text(column) for row in rows]
        if column >= len(self.table.columns):
            return [""] * len(rows)
        cells = self.table.columns[column][self.first :]
        kinds = set(map(type, cells))
        if kinds <= {str}:
            return cast("tuple[str, ...]", cells)
        texts = {cell: cell_text(cell) for cell in set(cells)} if kinds <= {str, dt.date} else {}
        return [texts[cell] for cell in cells] if texts else [cell_text(cell) for cell in cells]

    def is_heading_again(self, row: TableRow) -> bool:
        """A heading row repeated, as Word does on each page and people do by copying."""
        texts = [normalised(row.text(c)) for c in range(len(row.cells))]
        return any(texts) and all(
            text == normalised(self.heading[c]) if c < len(self.heading) else not text for c, text in enumerate(texts)
        )


def propose_mapping(table: Table, kind: str) -> ColumnMapping | None:
    """The likeliest mapping of a table's columns, or None when no heading row is recognised."""
    layout = find_layout(table, kind)
    return layout.mapping if layout else None


def find_layout(table: Table, kind: str, chosen: Mapping[str, str] | None = None) -> Layout | None:
    """Headings and columns, by likeness or as `chosen` (field -> heading). None when no row has what is required."""
    best: tuple[float, Layout] | None = None
    for index, row in enumerate(table.rows[:SEARCHED]):
        layout, score = _layout_of(table, kind, index, row, chosen)
        if layout is not None and (best is None or score > best[0]):
            best = (score, layout)
    return best[1] if best else None


def _layout_of(
    table: Table, kind: str, index: int, row: TableRow, chosen: Mapping[str, str] | None
) -> tuple[Layout | None, float]:
    texts = tuple(row.text(column) for column in range(min(len(row.cells), _MOST_COLUMNS)))
    starts = _as_chosen(texts, chosen) if chosen else _by_likeness(texts, kind)
    score = sum(score for _, score in starts.values())
    required = tuple(chosen) if chosen else headings_for(kind).required
    if any(field not in starts for field in required):
        return None, 0.0
    columns = {field: _covered(row, column) for field, (column, _) in starts.items()}
    used = {column for group in columns.values() for column in group}
    unused = tuple(text for column, text in enumerate(texts) if text.strip() and column not in used)
    headings = tuple(normalised(text) for text in texts)
    found = ColumnMapping({field: texts[column] for field, (column, _) in starts.items()}, unused, row.number, headings)
    return Layout(table, found, columns, index + 1, texts, _width(row)), score


def _width(row: TableRow) -> int:
    last = max((column for column in range(len(row.cells)) if row.text(column).strip()), default=-1)
    return _covered(row, last)[-1] + 1 if last >= 0 else 0


def _by_likeness(texts: Sequence[str], kind: str) -> dict[str, tuple[int, float]]:
    """Field -> (column, score): the surest pairs first, each field and each column once."""
    pairs = [
        (score, -column, field) for column, text in enumerate(texts) if text for field, score in likeness(kind, text)
    ]
    found: dict[str, tuple[int, float]] = {}
    taken: set[int] = set()
    for score, column, field in sorted(pairs, reverse=True):
        if field not in found and -column not in taken:
            found[field] = (-column, score)
            taken.add(-column)
    return found


def _as_chosen(texts: Sequence[str], chosen: Mapping[str, str]) -> dict[str, tuple[int, float]]:
    by_text = {normalised(text): column for column, text in reversed(list(enumerate(texts))) if text}
    return {f: (by_text[normalised(h)], 100.0) for f, h in chosen.items() if normalised(h) in by_text}


def _covered(row: TableRow, column: int) -> tuple[int, ...]:
    width = row.spans[column] if column < len(row.spans) else 1
    return tuple(range(column, column + max(width, 1)))


def notes_on(layouts: Sequence[Layout], rows_read: int) -> list[str]:
    """What the layouts leave out: filled columns without a heading, and rows when there are none."""
    if not rows_read:
        return ["The file has headings and no rows under them: there is nothing to add."]
    notes = []
    for layout in layouts:
        bare = [c for c in range(min(layout.width, len(layout.heading))) if not layout.heading[c].strip()]
        used = {column for columns in layout.columns.values() for column in columns}
        filled = [c + 1 for c in bare if c not in used and any(r.text(c) for r in layout.table.rows[layout.first :])]
        if filled:
            listed = ", ".join(str(number) for number in filled[:20])
            notes.append(f"Columns without a heading were not read: {listed} (counted from the left).")
    return list(dict.fromkeys(notes))


def sample_of(layout: Layout) -> tuple[tuple[str, ...], ...]:
    """The first five filled rows below the headings, as read."""
    rows = [row for row in layout.table.rows[layout.first : layout.first + 30] if not row.is_blank][:5]
    return tuple(tuple(row.text(column) for column in range(len(layout.heading))) for row in rows)


def check_chosen(chosen: Mapping[str, str], kind: str) -> None:
    """Raises UserError unknown-field for a field no record of that kind has."""
    headings = headings_for(kind)
    wrong = [field for field in chosen if field not in headings.fields]
    missing = [field for field in headings.required if field not in chosen]
    if wrong or missing:
        what = f"The mapping has no field {wrong[0]}." if wrong else f"The mapping leaves out {missing[0]}."
        do = f"Fields are: {', '.join(headings.fields)}."
        raise UserError(what, safe="Nothing was imported.", do=do, code="unknown-field", exit_code=Exit.USAGE)


def no_heading(source: SourceFile, kind: str) -> UserError:
    """The error for a file in which no row looks like the headings: says what was seen and what is looked for."""
    headings = headings_for(kind)
    wanted = ", ".join(f"'{headings.first_words[field]}'" for field in headings.required)
    others = ", ".join(f"'{headings.first_words[f]}'" for f in headings.fields if f not in headings.required)
    if not source.tables:
        what = f"{source.name} holds no table."
    else:
        what = f"{source.name} has no row that could be its headings. Its first row reads: {_seen(source)}."
    do = f"A heading row needs {wanted} or words like them; it may also have {others}. Or choose the columns yourself."
    return refuse(what, do, "no-heading")


def _seen(source: SourceFile) -> str:
    """Short cells of the first filled row; long ones are text and not shown."""
    for table in source.tables:
        for row in table.rows[:SEARCHED]:
            texts = [row.text(column) for column in range(min(len(row.cells), 12))]
            if any(texts):
                return " | ".join(t if len(t) <= LONGEST_HEADING // 2 else "…" for t in texts if t)
    return "nothing"
