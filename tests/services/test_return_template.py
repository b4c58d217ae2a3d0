"""A template goes out clean and comes back filled in without a question."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import docx
import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.import_plan import ImportPlan
from desktop_app.domain.people import Abbreviation, Person
from desktop_app.exporters.reader import read_bytes
from desktop_app.services.importing import apply_import, prepare_import
from desktop_app.services.return_template import make_template, template_columns
from desktop_app.services.session import Session

ROWS = [
    ["1", "3 May 2024", "10:00", "Case note", "Home visit", "Referred", "Yes, alone", ""],
    ["2", "w/c 6 May 2024", "", "Log", "Calls about transport", "None: not needed", "No", "a view"],
    ["3", "same day", "", "Log", "Letter sent", "None", "No", ""],
]


def filled_docx(path: Path) -> None:
    document = docx.Document(str(path))
    statements, table = document.tables[0], document.tables[1]
    statements.cell(1, 1).text = "A. Writer"
    statements.cell(2, 1).text = "3 June 2024"
    for number, row in enumerate(ROWS, 1):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    document.save(str(path))


def filled_xlsx(path: Path) -> None:
    """As Excel would: the empty cells of the two sheets get words."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name).decode("utf-8", "surrogateescape") for name in archive.namelist()}
    words: dict[str, dict[str, str]] = {"sheet2": {"B2": "A. Writer", "B3": "3 June 2024"}, "sheet3": {}}
    for number, row in enumerate(ROWS, 2):
        words["sheet3"] |= {f"{chr(65 + column)}{number}": text for column, text in enumerate(row) if text}
    for sheet, cells in words.items():
        name = f"xl/worksheets/{sheet}.xml"
        for place, text in cells.items():
            inline = f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'
            members[name], count = re.subn(rf'<c r="{place}"[^>]*?(?:/>|>.*?</c>)', inline, members[name])
            assert count == 1, place
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text.encode("utf-8", "surrogateescape"))


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_a_filled_in_template_comes_back_without_a_question(session: Session, tmp_path: Path, form: str) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("When,Record,Entry\n3/5/24,Log,Visit\n", encoding="utf-8")
    apply_import(session, prepare_import(session.snapshot, odd, None, "Health Visiting"))
    session.put("Add", Abbreviation(short="YPA", long="young people's advocate"))
    path = tmp_path / f"return.{form}"
    assert make_template(session.snapshot, "Health Visiting", form, path).written
    empty = prepare_import(session.snapshot, path, None, "Health Visiting")
    assert (empty.rows_read, empty.questions) == (0, ())
    {"docx": filled_docx, "xlsx": filled_xlsx}[form](path)
    plan: ImportPlan = prepare_import(session.snapshot, path, None, "Health Visiting")
    assert (len(plan.rows), plan.waiting, plan.refused, plan.questions) == (3, (), (), ())
    assert set(plan.mapping.columns) == {
        "sender_ref", "date", "time", "source", "event", "action", "child_seen", "comment"
    }  # fmt: skip
    assert (plan.details.author, str(plan.details.dated)) == ("A. Writer", "2024-06-03")
    assert not any("not read" in note and "Chronology" in note for note in plan.notes)


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_a_template_is_the_same_every_time_and_names_nobody(session: Session, tmp_path: Path, form: str) -> None:
    session.put(
        "Add",
        Person(name="Jodie Draycott", pseudonym="Mother"),
        Abbreviation(short="JDT", long="the Jodie Draycott team"),
        Abbreviation(short="YPA", long="young people's advocate"),
    )
    first, second = tmp_path / f"a.{form}", tmp_path / f"b.{form}"
    results = [make_template(session.snapshot, "Health Visiting", form, path) for path in (first, second)]
    assert all(result.written for result in results)
    assert first.read_bytes() == second.read_bytes()
    seen = read_bytes(first.read_bytes(), first.name)
    text = " ".join(part.text for part in seen.parts)
    assert "Draycott" not in text
    assert "young people's advocate" in text
    assert "Source of information *" in text
    assert not seen.findings


def test_the_author_sets_columns_and_what_is_needed(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "r.docx"
    make_template(session.snapshot, "Police", "docx", path, columns=["source", "time"], mandatory=["time"])
    heads = [cell.text for cell in docx.Document(str(path)).tables[1].rows[0].cells]
    assert heads == ["Date *", "Time *", "Source of information", "What happened *"]


@pytest.mark.parametrize(
    ("agency", "name", "columns", "code"),
    [
        ("", "r.docx", ("date",), "agency-needed"),
        ("Police", "r.docx", ("shoe",), "unknown-field"),
        ("Police", "r.xlsx", ("date",), "format-and-name-differ"),
    ],
)
def test_what_cannot_be_made_is_said(
    session: Session, tmp_path: Path, agency: str, name: str, columns: tuple[str, ...], code: str
) -> None:
    with pytest.raises(UserError) as refused:
        make_template(session.snapshot, agency, "docx", tmp_path / name, columns=columns)
    assert refused.value.code == code
    assert not (tmp_path / name).exists()


def test_every_column_offered_can_be_read_back() -> None:
    from desktop_app.importers.headings import likeness

    for field, heading in template_columns():
        assert likeness("chronology", heading)[0][0] == field
