"""Text files: which encoding, which separator, and rows as a spreadsheet would count them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import Literal

from desktop_app.importers.clean import MAX_CELL, Cleaner
from desktop_app.importers.refusals import refuse
from desktop_app.importers.source_file import Table, TableRow

_SEPARATORS = (",", ";", "\t", "|")
_SAMPLE = 60_000  # characters looked at to find the separator
_ROWS_SAMPLED = 200
_LONGEST_LINE = 2_000_000  # characters
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r"))  # more than one in ten: not text at all


def decode(name: str, data: bytes) -> tuple[str, list[str]]:
    """(text, notes): UTF-8 with or without mark, UTF-16, else Windows Western. Raises UserError not-a-table."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), ["Read as UTF-16 text."]
    if data.startswith(b"\xef\xbb\xbf"):
        return data.decode("utf-8-sig", "replace"), []
    sample = data[:4096]
    if len(sample) >= 4 and sample.count(0) > len(sample) // 5:
        even, odd = sample[0::2].count(0), sample[1::2].count(0)
        if max(even, odd) > 4 * min(even, odd):
            codec = "utf-16-le" if odd > even else "utf-16-be"
            return data.decode(codec, "replace"), ["Read as UTF-16 text."]
    if len(data[:65536].translate(None, _CONTROLS)) < 0.9 * len(data[:65536]):
        raise refuse(f"{name} is not text.", "Ask the sender what it is.", "not-a-table")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        note = "Not written as UTF-8: read as Windows Western text. Look at accented letters."
        return data.decode("cp1252", "replace"), [note]


def read_delimited(name: str, text: str, suffix: str, cleaner: Cleaner) -> tuple[tuple[Table, ...], list[str]]:
    """The one table of a .csv or .tsv. Raises UserError not-a-table, too-large."""
    if max(map(len, text.split("\n"))) > _LONGEST_LINE:
        what = f"{name} has a line of more than {_LONGEST_LINE:,} characters."
        raise refuse(what, "Check that it is the file you meant.", "too-large")
    separator = find_separator(text[:_SAMPLE], prefer="\t" if suffix in (".tsv", ".tab") else ",")
    notes = [] if separator == "," else [f"Columns are parted by {_SAID[separator]}."]
    rows = _records(name, text, separator, csv.QUOTE_MINIMAL)
    if _swallowed(rows, separator):
        rows = _records(name, text, separator, csv.QUOTE_NONE)
        notes.append("A quotation mark was never closed: quotation marks were read as plain characters.")
    body = tuple(TableRow(n, tuple(cleaner.clean(c) if c else "" for c in row)) for n, row in enumerate(rows, 1))
    return (Table("", body, separator),), notes


_SAID = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright bars"}


def find_separator(sample: str, prefer: str) -> str:
    """The separator that gives the most rows the same number of columns; `prefer` wins a draw."""
    best, best_score = prefer, 0.0
    for separator in _SEPARATORS:
        widths = Counter(len(row) for row in _first_rows(sample, separator) if any(row))
        wide = {width: count for width, count in widths.items() if width > 1}
        if not wide:
            continue
        width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
        score = count / sum(widths.values()) * min(width, 8) + (0.5 if separator == prefer else 0.0)
        if score > best_score:
            best, best_score = separator, score
    return best


def _first_rows(sample: str, separator: str) -> list[list[str]]:
    rows = []
    try:
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=separator):
            rows.append(row)
            if len(rows) == _ROWS_SAMPLED:
                break
    except csv.Error:
        return [line.split(separator) for line in sample.splitlines()[:_ROWS_SAMPLED]]
    return rows


def _records(name: str, text: str, separator: str, quoting: Literal[0, 3]) -> list[list[str]]:
    previous = csv.field_size_limit(MAX_CELL)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quoting))
    except csv.Error:
        what = f"{name} has a cell of more than {MAX_CELL:,} characters."
        raise refuse(what, "Check that it is the file you meant, and its separators.", "too-large") from None
    finally:
        csv.field_size_limit(previous)


def _swallowed(rows: list[list[str]], separator: str) -> bool:
    """Did an unclosed quotation mark swallow whole lines? Then a cell holds lines as wide as the table."""
    width = max((len(row) for row in rows[:50]), default=0)
    if width < 2:
        return False
    return any(
        "\n" in cell and sum(line.count(separator) >= width - 1 for line in cell.splitlines()) >= 2
        for row in rows
        for cell in row
    )


def read_lines(text: str, cleaner: Cleaner) -> tuple[tuple[str, ...], tuple[Table, ...]]:
    """Every line of a .txt (tabs and blank lines kept), and the table its tabbed or barred lines make, if any."""
    raw = re.split(r"\r\n|\r|\n|\f|\u2028|\u2029", text)
    lines = tuple("\t".join(cleaner.clean(cell) for cell in line.split("\t")) for line in raw)
    separator = next((s for s in ("\t", "|") if sum(s in line for line in lines) >= 2), "")
    if not separator:
        return lines, ()
    rows = tuple(
        TableRow(n, tuple(cell.strip() for cell in line.split(separator)))
        for n, line in enumerate(lines, 1)
        if separator in line
    )
    return lines, (Table("", rows),)
