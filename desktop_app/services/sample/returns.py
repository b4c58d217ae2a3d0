"""The agencies' returns: imported from the shipped data, or first written out as agencies would send them."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

from desktop_app.common.resources import resource
from desktop_app.domain.import_plan import ImportKind, ImportPlan
from desktop_app.services.importing import apply_import, prepare_import
from desktop_app.services.sample.data import Item, date, items, load, text
from desktop_app.services.session import Session


def returns() -> list[Item]:
    return items(load("returns/returns.toml"), "return")


def import_returns(session: Session, folder: Path | None = None) -> list[ImportPlan]:
    """Each agency's return, through the same door as anyone's. `folder` holds files `write_returns` wrote."""
    plans = []
    for item in returns():
        path = _written(folder, item) if folder else resource("sample", "returns", text(item, "file"))
        plan = prepare_import(session.snapshot, path, ImportKind.CHRONOLOGY, text(item, "agency"))
        apply_import(session, plan, text(item, "agency"))
        plans.append(plan)
        newest = session.snapshot.returns[-1]
        session.put(
            "Sign off a return",
            replace(
                newest,
                author=text(item, "author"),
                records_searched=text(item, "records_searched"),
                signed_off_by=text(item, "signed_off_by") or text(item, "author"),
                received=date(item, "signed_off") or newest.received,
            ),
        )
    return plans


def write_returns(folder: Path) -> list[Path]:
    """The returns as files in the format each agency uses: Word, Excel, CSV or TSV."""
    written = []
    for item in returns():
        with resource("sample", "returns", text(item, "file")).open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, delimiter="\t"))
        target = _written(folder, item)
        {"docx": _word, "xlsx": _excel}.get(text(item, "format"), _delimited)(rows, target)
        written.append(target)
    return written


def _written(folder: Path, item: Item) -> Path:
    return folder / f"{Path(text(item, 'file')).stem}.{text(item, 'format')}"


def _word(rows: list[list[str]], target: Path) -> None:
    import docx

    document = docx.Document()
    width = max(len(row) for row in rows)
    heading = next(number for number, row in enumerate(rows) if sum(bool(c) for c in row) > 1)
    for row in rows[:heading]:
        document.add_paragraph(" ".join(filter(None, row)))
    table = document.add_table(rows=0, cols=width)
    for row in rows[heading:]:
        for cell, value in zip(table.add_row().cells, row, strict=False):
            cell.text = value
    document.save(str(target))


def _excel(rows: list[list[str]], target: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(target), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("Chronology")
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                sheet.write_string(number, column, value)


def _delimited(rows: list[list[str]], target: Path) -> None:
    with target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter="\t" if target.suffix == ".tsv" else ",").writerows(rows)
