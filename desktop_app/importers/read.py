"""One way in for every file somebody sent."""

from __future__ import annotations

import hashlib
from pathlib import Path

from desktop_app.common.collection import collection_paused
from desktop_app.common.progress import NoProgress, Progress
from desktop_app.importers.clean import MAX_CELL, Cleaner
from desktop_app.importers.read_docx import read_docx
from desktop_app.importers.read_text import decode, read_delimited, read_lines
from desktop_app.importers.read_workbook import read_workbook
from desktop_app.importers.refusals import refuse
from desktop_app.importers.safety import form_of, read_bytes
from desktop_app.importers.source_file import SourceFile, Table


def read_tables(path: Path, progress: Progress | None = None) -> SourceFile:
    """Reads .docx, .xlsx, .ods, .xls, .csv, .tsv and .txt. Writes, runs and fetches nothing.

    Raises UserError with a code for every reason: not-found, no-permission, not-a-file, empty-source, too-large,
    zip-bomb, zip-path, xml-entities, password-protected, wrong-extension, not-a-table, unreadable-source.
    """
    with collection_paused():
        return _read(path, progress or NoProgress())


def _read(path: Path, progress: Progress) -> SourceFile:
    data = read_bytes(path)
    progress.step(0, 0, "Reading the file")
    form = form_of(path, data)
    cleaner = Cleaner()
    tables: tuple[Table, ...] = ()
    lines: tuple[str, ...] = ()
    if form == "docx":
        tables, lines, notes = read_docx(path.name, data, cleaner)
    elif form in ("xlsx", "ods", "xls"):
        tables, notes = read_workbook(path.name, data, form, cleaner, progress)
    else:
        text, notes = decode(path.name, data)
        if form == "txt":
            lines, tables = read_lines(text, cleaner)
        else:
            tables, delimited = read_delimited(path.name, text, path.suffix.lower(), cleaner)
            notes += delimited
    if cleaner.longest > MAX_CELL:
        what = f"{path.name} has a cell or line of more than {MAX_CELL:,} characters."
        raise refuse(what, "Check that it is the file you meant.", "too-large")
    return SourceFile(path.name, hashlib.sha256(data).hexdigest(), form, tables, lines, (*notes, *cleaner.notes))
