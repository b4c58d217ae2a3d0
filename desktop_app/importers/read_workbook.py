"""Sheets of .xlsx, .ods and .xls: the stored values, row for row as the sender counts them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import partial
from io import BytesIO
from itertools import count, repeat
from typing import Any

from desktop_app.common.progress import Progress
from desktop_app.importers.clean import Cleaner
from desktop_app.importers.refusals import refuse, unreadable
from desktop_app.importers.sheet_survey import survey
from desktop_app.importers.source_file import Cell, Table, TableRow
from desktop_app.importers.uncached_formulas import uncached_formulas

_AS_THEY_ARE = {str, dt.date, dt.datetime, dt.time}
_MAX_MERGES = 20_000
_NEW_ROW = partial(tuple.__new__, TableRow)  # as TableRow._make, without the detour through Python
_MOST_ADDED = 3_000_000  # cells and rows added to reach formulas that lie beyond everything filled


def read_workbook(
    name: str, data: bytes, form: str, cleaner: Cleaner, progress: Progress
) -> tuple[tuple[Table, ...], list[str]]:
    """Its tables and notes. Raises UserError: password-protected, too-large, unreadable-source."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    surveyed = survey(name, data, form)
    notes = surveyed.notes
    uncached = uncached_formulas(surveyed.parts, form) if surveyed.formulas else {}
    surveyed.parts.clear()
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        if count := sum(len(cells) for cells in uncached.values()):
            notes.append(f"{count} of the formulas hold no stored value: their own text is kept, and their rows wait.")
        tables = []
        sheets = workbook.sheets_metadata
        for index, sheet in enumerate(sheets):
            progress.step(index, len(sheets), "Reading the sheets")
            if sheet.typ is not SheetTypeEnum.WorkSheet:
                continue
            if sheet.visible is not SheetVisibleEnum.Visible:
                notes.append(f"The sheet '{sheet.name}' is hidden. It was read like the others.")
            content = workbook.get_sheet_by_index(index)
            columns = _columns(content.to_python(skip_empty_area=False), cleaner)
            rows = _rows(columns, content.merged_cell_ranges or [])
            changed = _with_formulas(name, rows, uncached.get(index, {}), cleaner)
            as_read = changed is rows and not content.merged_cell_ranges
            tables.append(Table(sheet.name, changed, columns=columns if as_read else ()))
    except PasswordError:
        do = "Save a copy without one, or ask the sender for one."
        raise refuse(f"{name} is protected by a password.", do, "password-protected") from None
    except (CalamineError, ValueError, OSError):
        raise unreadable(name) from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # the reader's own crash on a damaged file
            raise unreadable(name) from None
        raise
    return tuple(tables), notes


def _columns(rows: Sequence[list[Any]], cleaner: Cleaner) -> tuple[tuple[Cell, ...], ...]:
    """The cells of a sheet, column by column, for the reader gives rows of one width."""
    return tuple(tuple(_column(column, cleaner)) for column in zip(*rows, strict=True))


def _rows(columns: tuple[tuple[Cell, ...], ...], merges: list[Any]) -> tuple[TableRow, ...]:
    if not merges:
        return tuple(map(_NEW_ROW, zip(count(1), zip(*columns, strict=True), repeat(()), repeat(()))))
    grid = [list(row) for row in zip(*columns, strict=True)]
    spans: dict[int, dict[int, int]] = {}
    for (top, left), (bottom, right) in merges[:_MAX_MERGES]:
        for row in range(top, min(bottom + 1, len(grid))):
            if left < len(grid[row]):
                grid[row][left] = grid[top][left]
                if right > left:
                    spans.setdefault(row, {})[left] = right - left + 1
    return tuple(
        TableRow(number, tuple(cells), _widths(spans[number - 1], len(cells)) if number - 1 in spans else ())
        for number, cells in enumerate(grid, 1)
    )


def _with_formulas(
    name: str, rows: tuple[TableRow, ...], uncached: dict[tuple[int, int], str], cleaner: Cleaner
) -> tuple[TableRow, ...]:
    """The rows with the text of each formula that has no value in its own, otherwise empty, cell. They may lie beyond
    the filled rows and columns. Raises UserError too-large when they lie absurdly far out.
    """
    if not uncached:
        return rows
    changed = list(rows)
    added = max(place for place, _ in uncached) - len(rows)
    added += sum(max(column - len(changed[place].cells), 0) for place, column in uncached if place < len(rows))
    added += sum(column for place, column in uncached if place >= len(rows))
    if added > _MOST_ADDED:
        do = "Copy the rows that matter into a new sheet and import that."
        raise refuse(f"{name} spans more rows and columns than can be read.", do, "too-large")
    for (place, column), formula in sorted(uncached.items()):
        changed += [TableRow(number, ()) for number in range(len(changed) + 1, place + 2)]
        row = changed[place]
        if not row.text(column).strip():
            cells = [*row.cells, *[""] * (column + 1 - len(row.cells))]
            cells[column] = cleaner.clean(formula)
            changed[place] = row._replace(cells=tuple(cells), formulas=(*row.formulas, column))
    return tuple(changed)


def _widths(spans: dict[int, int], columns: int) -> tuple[int, ...]:
    widths = [1] * columns
    for start, width in spans.items():
        if start < columns:
            widths[start] = width
            widths[start + 1 : start + width] = [0] * (min(start + width, columns) - start - 1)
    return tuple(widths)


def _column(values: tuple[Any, ...], cleaner: Cleaner) -> Iterable[Cell]:
    kinds = set(map(type, values))
    if kinds == {str}:
        return cleaner.clean_column(values)
    if str in kinds:
        texts = iter(cleaner.clean_column([value for value in values if type(value) is str]))
        if kinds <= _AS_THEY_ARE:
            return [next(texts) if type(value) is str else value for value in values]
        return [next(texts) if type(value) is str else _cell(value) for value in values]
    return [_cell(value) for value in values]


def _cell(value: Any) -> Cell:
    if isinstance(value, (dt.datetime, dt.date, dt.time)):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.timedelta):
        minutes = int(value.total_seconds() // 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    return str(value)
