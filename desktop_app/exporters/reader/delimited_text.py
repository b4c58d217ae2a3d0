"""Every cell of comma-separated values, and whether one of them would be computed."""

from __future__ import annotations

import csv
from io import StringIO

from desktop_app.exporters.delimited import BOM, COMPUTED
from desktop_app.exporters.reader.figures_apart import figures_apart
from desktop_app.exporters.reader.refusals import foreign
from desktop_app.exporters.reader.result import Found


def read_delimited(data: bytes, name: str, found: Found) -> None:
    """Raises UserError ("foreign") for what is no text."""
    try:
        text = data.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError:
        raise foreign(name) from None
    if "\x00" in text:
        raise foreign(name)
    for number, row in enumerate(csv.reader(StringIO(text, newline="")), 1):
        for number_in_boxes in figures_apart("\t".join(row)):
            found.text(f"row {number}", number_in_boxes)
        for column, cell in enumerate(row, 1):
            found.text(f"row {number}, column {column}", cell)
            if cell.startswith(COMPUTED):
                found.worry("formula")
