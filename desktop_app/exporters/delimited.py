"""The tables of a document as comma-separated values, for systems that take nothing else.

UTF-8 with its mark, which Excel asks for. A cell that a spreadsheet would compute begins with an apostrophe instead.
"""

from __future__ import annotations

import csv
from io import StringIO

from desktop_app.common.document import Cell, Document, Table
from desktop_app.common.progress import Progress
from desktop_app.exporters.clean import clean
from desktop_app.exporters.grid import squared

BOM = "\ufeff"
COMPUTED = ("=", "+", "-", "@")  # what a spreadsheet takes for the beginning of a formula


def build_csv(document: Document, progress: Progress) -> bytes:
    """Every table below the one before, each with its heading row; nothing else of the document."""
    tables = [squared(block) for block in document.blocks if isinstance(block, Table)]
    total = max(1, sum(len(table.rows) for table in tables))
    out, done = StringIO(newline=""), 0
    rows = csv.writer(out, lineterminator="\r\n")
    for table in tables:
        rows.writerow([_plain(text.words) for text in table.header])
        for row in table.rows:
            rows.writerow([_words(cell) for cell in row])
            done += 1
            progress.step(done, total, "Writing the rows")
    return (BOM + out.getvalue()).encode("utf-8")


def _words(cell: Cell) -> str:
    return _plain("\n".join(text.words for text in cell.paragraphs))


def _plain(words: str) -> str:
    text = clean(words).strip()
    return f"'{text}" if text.startswith(COMPUTED) else text
