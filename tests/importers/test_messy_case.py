"""Eight agencies' returns as they really come, five hundred rows in all: every row that goes in comes out."""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
import xlsxwriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.import_plan import ImportPlan
from desktop_app.domain.people import Agency
from desktop_app.importers.chronology import plan_chronology
from desktop_app.importers.read import read_tables

WHAT = (
    "Home visit by the health visitor", "Telephone call from the school", "Letter to the family about housing",
    "Clinic appointment was not attended", "Referral to children’s social care", "Strategy discussion held",
    "Welfare check made at the address", "Attendance meeting with the mother", "Café visit with the youth worker",
)  # fmt: skip
SOURCES = ("Case note", "SystmOne", "Niche log", "Letter on file", "Pupil file")


@dataclass(frozen=True)
class Entry:
    day: dt.date
    wording: str
    time: str
    source: str
    event: str
    action: str


def entries(seed: str, count: int) -> list[Entry]:
    """The same for the same seed: days in order, dates in the shapes people use, a few sources left out."""
    chance = random.Random(seed)
    day = dt.date(2023, 9, 4)
    made = []
    for number in range(1, count + 1):
        day += dt.timedelta(chance.randrange(1, 9))
        shape = chance.choice(
            ["{d}/{m}/{y}", "{d:02}.{m:02}.{y}", "{d} {mon} {y}", "{wd} {d}/{m}/{y}", "{d}.{m:02}/{y}"]
        )
        wording = shape.format(d=day.day, m=day.month, y=day.year, mon=day.strftime("%b"), wd=day.strftime("%a"))
        time = f"{chance.randrange(8, 20):02}:{chance.choice((0, 15, 30, 45)):02}" if chance.random() < 0.5 else ""
        source = "" if number % 17 == 0 else chance.choice(SOURCES)
        event = f"{chance.choice(WHAT)}, entry {number} of {seed}"
        made.append(Entry(day, wording, time, source, event, chance.choice(("Referred", "None: declined", ""))))
    return made


def chronolator(rows: list[Entry], path: Path) -> None:
    """A title row merged across above the headings, headings on each page, days merged downwards, a glossary."""
    document = docx.Document()
    document.add_paragraph("Internal chronology\tprepared for the review")
    document.add_paragraph("Completed by: A. Writer, 3 June 2024")
    document.add_paragraph("Records searched: SystmOne and paper files")
    head = ["Date", "Time", "Source of information", "Significant event", "Action taken / why none"]
    table = document.add_table(rows=1, cols=5)
    table.rows[0].cells[0].merge(table.rows[0].cells[4]).text = "Health Visiting: significant events"
    previous = None
    for number, entry in enumerate(rows):
        if number % 20 == 0:
            for cell, text in zip(table.add_row().cells, head, strict=True):
                cell.text = text
            previous = None
        row = table.add_row()
        for cell, text in zip(row.cells, ["", entry.time, entry.source, entry.event, entry.action], strict=True):
            cell.text = text
        row.cells[0].text = entry.wording
        if previous is not None and previous[1] == entry.day:
            row.cells[0].text = ""
            previous[0].cells[0].merge(row.cells[0])
        previous = (row, entry.day)
    words = document.add_table(rows=0, cols=2)
    for short, long in (("Abbreviation", "Meaning"), ("HV", "Health visitor")):
        for cell, text in zip(words.add_row().cells, (short, long), strict=True):
            cell.text = text
    document.save(str(path))


def tracked_word(rows: list[Entry], path: Path) -> None:
    """A table a year, the second without headings; words deleted, inserted, in a nested table and in a text box."""
    document = docx.Document()
    document.add_paragraph("Signed off by: B. Manager")
    head = ["When", "Record", "What happened", "Action"]
    half = len(rows) // 2
    for part, with_head in ((rows[:half], True), (rows[half:], False)):
        table = document.add_table(rows=0, cols=4)
        for texts in [head] * with_head:
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text
        for number, entry in enumerate(part):
            cells = table.add_row().cells
            wording = f"{entry.wording} {entry.time}".strip()
            for cell, text in zip(cells, (wording, entry.source, "", entry.action), strict=True):
                cell.text = text
            written(cells[2], entry.event, number)
        document.add_paragraph("")
    columns = document.sections[0]._sectPr
    columns.find(qn("w:cols")).set(qn("w:num"), "2")
    document.save(str(path))


def written(cell: docx.table._Cell, text: str, number: int) -> None:
    """The same words, in one of the ways in which Word holds them."""
    paragraph = cell.paragraphs[0]
    first, rest = text[:10], text[10:]
    run = f'<w:r {nsdecls("w")}><w:t xml:space="preserve">{{}}</w:t></w:r>'
    if number % 4 == 1:
        paragraph.add_run(first)
        mark = f'{nsdecls("w")} w:id="1" w:author="x" w:date="2024-01-01T00:00:00Z"'
        gone = f"<w:del {mark}><w:r><w:delText>never said</w:delText></w:r></w:del>"
        paragraph._p.append(parse_xml(gone))
        paragraph._p.append(parse_xml(f"<w:ins {mark}>{run.format(rest)}</w:ins>"))
    elif number % 4 == 2:
        inner = cell.add_table(rows=1, cols=1)
        inner.rows[0].cells[0].text = text
    elif number % 4 == 3:
        paragraph._p.append(parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent>{run.format(text)}</w:sdtContent></w:sdt>"))
    else:
        paragraph.add_run(text)


def titled_book(rows: list[Entry], path: Path) -> None:
    """Title rows, a statement, two sheets, rows and a column hidden, real dates beside written ones."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"}) as book:
        for name, part in (("2023", rows[: len(rows) // 2]), ("2024", rows[len(rows) // 2 :])):
            sheet = book.add_worksheet(name)
            sheet.write_string(0, 0, "Chronology")
            sheet.write_string(1, 0, "Signed off by:")
            sheet.write_string(1, 1, "B. Manager")
            for column, text in enumerate(["Date of contact", "Time", "Log ref", "Details", "Action", "Age"]):
                sheet.write_string(3, column, text)
            for number, entry in enumerate(part, 4):
                if number % 3:
                    sheet.write_datetime(number, 0, dt.datetime.combine(entry.day, dt.time()))
                else:
                    sheet.write_string(number, 0, entry.wording)
                for column, text in enumerate([entry.time, entry.source, entry.event, entry.action], 1):
                    sheet.write_string(number, column, text)
            sheet.set_row(6, None, None, {"hidden": True})
            sheet.set_column(4, 4, None, None, {"hidden": True})


def mac_book(rows: list[Entry], path: Path) -> None:
    """Days counted from 1904, as old Macs did; a heading merged over two columns."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy", "date_1904": True}) as book:
        sheet = book.add_worksheet("Return")
        sheet.merge_range(0, 0, 0, 3, "Police return")
        for column, text in enumerate(["Date", "Time", "Source", "Event"]):
            sheet.write_string(1, column, text)
        for number, entry in enumerate(rows, 2):
            sheet.write_datetime(number, 0, dt.datetime.combine(entry.day, dt.time()))
            for column, text in enumerate([entry.time, entry.source, entry.event], 1):
                sheet.write_string(number, column, text)


def delimited(separator: str, encoding: str) -> Callable[[list[Entry], Path], None]:
    def write(rows: list[Entry], path: Path) -> None:
        out = io.StringIO(newline="")
        writer = csv.writer(out, delimiter=separator)
        writer.writerow(["Chronology of the agency"])
        writer.writerow(["Date", "Time", "Source", "Event", "Action taken"])
        for entry in rows:
            broken = entry.event.replace(", entry", ",\nentry")
            writer.writerow([entry.wording, entry.time, entry.source, broken, entry.action])
        path.write_bytes(out.getvalue().encode(encoding))

    return write


def open_sheet(rows: list[Entry], path: Path) -> None:
    office = "urn:oasis:names:tc:opendocument:xmlns:"

    def cell(text: str) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'

    def day(entry: Entry) -> str:
        value = f'office:value-type="date" office:date-value="{entry.day.isoformat()}"'
        return f"<table:table-cell {value}><text:p>{entry.wording}</text:p></table:table-cell>"

    lines = ["".join(map(cell, ["Return of the youth service"])), "".join(map(cell, ["Date", "Source", "Event"]))]
    lines += [day(e) + (cell(e.source) if e.source else "<table:table-cell/>") + cell(e.event) for e in rows]
    body = "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{office}office:1.0" '
        f'xmlns:table="{office}table:1.0" xmlns:text="{office}text:1.0" office:version="1.3"><office:body>'
        f'<office:spreadsheet><table:table table:name="Sheet1">{body}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{office}manifest:1.0"/>')


RETURNS: tuple[tuple[str, str, int, Callable[[list[Entry], Path], None]], ...] = (
    ("Health Visiting", "hv.docx", 80, chronolator),
    ("Social Care", "csc.docx", 64, tracked_word),
    ("Police", "police.xlsx", 90, mac_book),
    ("School", "school.xlsx", 70, titled_book),
    ("Youth Service", "youth.ods", 48, open_sheet),
    ("GP practice", "gp.csv", 52, delimited(";", "cp1252")),
    ("Housing", "housing.tsv", 46, delimited("\t", "utf-16")),
    ("CAMHS", "camhs.csv", 50, delimited(",", "utf-8-sig")),
)


def planned(name: str, agency: str, count: int, write: Callable[[list[Entry], Path], None], folder: Path) -> ImportPlan:
    write(entries(agency, count), folder / name)
    plan = plan_chronology(read_tables(folder / name), Agency(code="A", name=agency), return_uid="r1")
    assert plan.rows_read == len(plan.rows) + len(plan.duplicates) + len(plan.waiting) + len(plan.refused)
    return plan


@pytest.mark.parametrize(("agency", "name", "count", "write"), RETURNS, ids=[r[1] for r in RETURNS])
def test_every_row_of_a_messy_return_comes_out(
    agency: str, name: str, count: int, write: Callable[[list[Entry], Path], None], tmp_path: Path
) -> None:
    plan = planned(name, agency, count, write, tmp_path)
    sent = entries(agency, count)
    stored = [row.records[0] for row in (*plan.rows, *plan.waiting_records)]
    events = [event for event in stored if isinstance(event, ChronologyEvent)]
    by_text = {re.sub(r"\s+", " ", event.event): event for event in events}
    assert plan.rows_read == count == len(by_text)
    for entry in sent:
        event = by_text[entry.event]
        assert event.date.start == entry.day, entry
        assert event.source == entry.source
        if name != "youth.ods":
            assert (f"{event.date.time:%H:%M}" if event.date.time else "") == entry.time
    assert len(plan.waiting) == sum(not entry.source for entry in sent)
    assert {waiting.why for waiting in plan.waiting} <= {"no source of information"}


def test_five_hundred_rows_of_eight_agencies_in_all(tmp_path: Path) -> None:
    plans = [planned(name, agency, count, write, tmp_path) for agency, name, count, write in RETURNS]
    assert sum(plan.rows_read for plan in plans) == sum(count for _, _, count, _ in RETURNS) == 500
    notes = [note for plan in plans for note in plan.notes]
    for told in ("hidden row(s) of the sheet '2023'", "Hidden columns of the sheet '2023'", "E.", "repeated heading"):
        assert any(told in note for note in notes), told
    assert any("tracked changes" in note for note in notes)
    assert plans[0].details.author == "A. Writer"
    assert plans[0].details.records_searched == "SystmOne and paper files"
    assert plans[3].details.signed_off_by == "B. Manager"
