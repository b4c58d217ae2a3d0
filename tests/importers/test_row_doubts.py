"""Rows that came apart on the way: nothing in them is lost, and a person is asked."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from desktop_app.common.errors import UserError
from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.import_plan import ImportPlan
from desktop_app.domain.people import Agency
from desktop_app.importers.chronology import plan_chronology
from desktop_app.importers.people import plan_people, read_register
from desktop_app.importers.read import read_tables
from desktop_app.importers.recommendations import plan_recommendations
from desktop_app.importers.reflections import plan_reflections
from desktop_app.importers.source_file import SourceFile

HEAD = "Date,Time,Source,Event,Comment\n"


def chronology(source: SourceFile, existing: tuple[ChronologyEvent, ...] = ()) -> ImportPlan:
    agency = Agency(code="HV", name="Health Visiting", uid="hv")
    plan = plan_chronology(source, agency, existing=existing, return_uid="r1")
    assert plan.rows_read == len(plan.rows) + len(plan.duplicates) + len(plan.waiting) + len(plan.refused)
    return plan


def waiting_event(plan: ImportPlan, place: int = 0) -> ChronologyEvent:
    event = plan.waiting_records[place].records[0]
    assert isinstance(event, ChronologyEvent)
    return event


def test_cells_beyond_the_headings_are_kept_and_the_row_waits(make_text) -> None:
    text = HEAD + "01/02/2024,,N,ev,com,EXTRA one,two\n02/02/2024,,N,ev2,com,,\n03/02/2024,,N,,,more\n"
    plan = chronology(read_tables(make_text(text)))
    assert [row.number for row in plan.rows] == [3]  # empty cells to the right say nothing
    assert [w.row for w in plan.waiting] == [2, 4]
    assert plan.waiting[0].why.startswith("more cells than headings: ")
    assert plan.waiting[0].text == "EXTRA one | two"
    assert waiting_event(plan).comment == "com\nUnder no heading: EXTRA one | two"
    assert waiting_event(plan).event == "ev"
    assert "nothing written in 'Event'" in plan.waiting[1].why
    assert waiting_event(plan, 1).comment == "Under no heading: more"


def test_cells_beside_the_table_of_a_sheet_are_kept_too(make_xlsx) -> None:
    rows = [["Date", "Source", "Event"], ["3/5/24", "Log", "Visit"], ["4/5/24", "Log", "Call", "", "a remark"]]
    plan = chronology(read_tables(make_xlsx(rows)))
    assert [w.text for w in plan.waiting] == ["a remark"]
    assert "a remark" in waiting_event(plan).comment


def test_a_filled_column_without_a_heading_is_told(make_text) -> None:
    plan = chronology(read_tables(make_text("Date,,Source,Event\n3/5/24,x,Log,Visit\n")))
    assert any("without a heading" in note and " 2 " in note for note in plan.notes)
    plan = chronology(read_tables(make_text("Date,,Source,Event\n3/5/24,,Log,Visit\n")))
    assert plan.notes == ()


@pytest.mark.parametrize(
    "text",
    [
        HEAD + '"03/02/2024",,N,"unclosed quote\n04/02/2024,,N,swallowed?,',
        HEAD + '03/02/2024,,N,"closed late\n"04/02/2024",,N,swallowed,\n',
        HEAD + '03/02/2024,,N,"closed late\n4 Feb 2024,,N,swallowed",\n',
        'Ref,Date,Source,Event\n1,3/2/24,N,"closed late\n2,4/2/24,N,swallowed"\n',
    ],
)
def test_rows_swallowed_by_a_quotation_mark_make_the_row_wait(make_text, text: str) -> None:
    plan = chronology(read_tables(make_text(text)))
    assert [w.row for w in plan.waiting] == [2]
    assert "further rows" in plan.waiting[0].why
    assert "swallowed" in repr(waiting_event(plan))
    assert not plan.rows


def test_honest_lines_in_a_cell_do_not_wait(make_text) -> None:
    text = HEAD + '03/02/2024,,N,"Visit.\nSeen on 04/02/2024, alone.\n3 calls, none answered",\n'
    plan = chronology(read_tables(make_text(text)))
    assert len(plan.rows) == 1


def test_people_rows_that_came_apart_are_refused_and_never_half_read(make_text) -> None:
    head = "uid,kind,name,aliases\n"
    slid = make_text(head + "p1,person,Draycott, Callum,Cal\n", "slid.csv")
    swallowed = make_text(head + 'p1,person,"Callum Draycott,\np2,person,Tamsin Oakhurst,\n', "swallowed.csv")
    for path, why in ((slid, "more cells than headings"), (swallowed, "further rows")):
        plan = plan_people(read_tables(path))
        assert [r.row for r in plan.refused] == [2]
        assert why in plan.refused[0].why
        with pytest.raises(UserError) as caught:
            read_register(path)
        assert caught.value.code == "bad-register"


def test_reflections_and_recommendations_keep_what_has_no_heading(make_text) -> None:
    said = plan_reflections(read_tables(make_text("Prompt,Reflection\nQ,We met, weekly\nQ,Fine\n")))
    assert (len(said.rows), [w.text for w in said.waiting]) == (1, ["weekly"])
    assert "We met\nweekly" in repr([r.text for r in said.waiting_records[0].records[1:]]).replace("\\n", "\n")
    made = plan_recommendations(read_tables(make_text("No,Recommendation,Action\n1,Share,Done, mostly\n2,Meet,\n")))
    assert ([row.number for row in made.rows], [w.text for w in made.waiting]) == ([3], ["mostly"])
    assert "mostly" in repr(made.waiting_records)


def test_a_formula_without_a_stored_value_is_kept_and_its_row_waits(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "f.xlsx"))
    book.add_worksheet("Cover").write(0, 0, "Chronology of the review")
    sheet = book.add_worksheet("Entries")
    sheet.write_row(0, 0, ["Date", "Source", "Event"])
    for row, formula, value in ((1, '=B2&" & more"', ""), (2, "=B3", "Visit")):
        sheet.write_string(row, 0, "3/5/24")
        sheet.write_string(row, 1, "Log")
        sheet.write_formula(row, 2, formula, None, value)
    sheet.write_row(3, 0, ["4/5/24", "", "Call"])
    sheet.write_formula(3, 1, "=B2", None, "")
    sheet.write_formula(5, 2, "=B9", None, "")
    book.close()
    plan = chronology(read_tables(tmp_path / "f.xlsx"))
    assert [row.number for row in plan.rows] == [3]
    assert not plan.refused
    assert [(w.row, w.field, w.text) for w in plan.waiting] == [
        (2, "event", '=B2&" & more"'),
        (4, "source", "=B2"),
        (6, "event", "=B9"),
    ]
    assert "no stored value" in plan.waiting[0].why
    assert waiting_event(plan).event == '=B2&" & more"'
    assert any("3 of the formulas hold no stored value" in note for note in plan.notes)


def test_a_formula_that_came_to_an_empty_text_has_a_value(make_xlsx, tmp_path: Path) -> None:
    made = make_xlsx([["Date", "Source", "Event", "Comment"], ["3/5/24", "Log", "Visit", "MARK"]])
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(tmp_path / "g.xlsx", "w") as new:
        for member in old.namelist():
            data = old.read(member)
            if member == "xl/worksheets/sheet1.xml":
                cell = b'<c r="D2" t="str"><f>IF(A2="","",A9)</f><v></v></c>'
                data = re.sub(rb'<c r="D2"[^>]*>.*?</c>', cell, data)
            new.writestr(member, data)
    plan = chronology(read_tables(tmp_path / "g.xlsx"))
    assert [row.number for row in plan.rows] == [2]


def test_an_ods_formula_without_a_value_waits_too(make_ods, tmp_path: Path) -> None:
    made = make_ods([["Date", "Source", "Event"], ["3/5/24", "Log", ""], ["4/5/24", "Log", "Call"]])
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(tmp_path / "g.ods", "w") as new:
        for member in old.namelist():
            formula = b'<table:table-cell table:formula="of:=[.B2]&amp;&quot;x&quot;"/>'
            new.writestr(member, old.read(member).replace(b"<table:table-cell/>", formula))
    plan = chronology(read_tables(tmp_path / "g.ods"))
    assert [(w.row, w.text) for w in plan.waiting] == [(2, '=[.B2]&"x"')]
    assert [row.number for row in plan.rows] == [3]


@pytest.mark.parametrize("head", [HEAD, "uid,kind,name\n", "Prompt,Reflection\n", "No,Recommendation,Action\n"])
def test_headings_without_rows_are_said(make_text, head: str) -> None:
    source = read_tables(make_text(head))
    planner = {"Date": chronology, "uid,": plan_people, "Prom": plan_reflections, "No,R": plan_recommendations}
    plan = planner[head[:4]](source)
    assert plan.rows_read == 0
    assert any("headings and no rows" in note for note in plan.notes)


def test_the_wording_of_a_date_is_the_date_cell_alone(make_text) -> None:
    text = HEAD + (
        "03/05/2024,am,N,a,calm\n31/02/2024,14:00,N,b,calm\n04/05/2024,25:99,N,c,\n05/05/2024,about 2pm,N,d,\n"
        "06/05/2024,14:00-15:30,N,e,\n07/05/2024,2.30pm,N,f,ok\n08/05/2024 09:00,10:00,N,g,\n09/05/2024,-,N,h,\n"
    )
    plan = chronology(read_tables(make_text(text)))
    events = {r.event: r for row in (*plan.rows, *plan.waiting_records) for r in row.records}  # type: ignore[attr-defined]
    written = {event: (e.date.wording, e.comment) for event, e in events.items()}  # type: ignore[attr-defined]
    assert written == {
        "a": ("03/05/2024", "Time as written: am.\ncalm"),
        "b": ("31/02/2024", "Time as written: 14:00.\ncalm"),
        "c": ("04/05/2024", "Time as written: 25:99."),
        "d": ("05/05/2024", "Time as written: about 2pm."),
        "e": ("06/05/2024", "Time as written: 14:00-15:30."),
        "f": ("07/05/2024", "ok"),
        "g": ("08/05/2024 09:00", "Time as written: 10:00."),
        "h": ("09/05/2024", ""),
    }
    assert [(w.row, w.text) for w in plan.waiting] == [(3, "31/02/2024 (time: 14:00)"), (4, "25:99")]
    again = chronology(read_tables(make_text(text)), tuple(events.values()))  # type: ignore[arg-type]
    assert len(again.duplicates) == 8
    other = chronology(read_tables(make_text(HEAD + "03/05/2024,pm,N,a,calm\n")), tuple(events.values()))  # type: ignore[arg-type]
    assert len(other.rows) == 1  # morning and afternoon are two events
