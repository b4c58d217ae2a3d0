"""Returns become events: what is added, what waits, what is refused, and that the counts agree."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.import_plan import ImportPlan
from desktop_app.domain.people import Agency
from desktop_app.importers.chronology import plan_chronology
from desktop_app.importers.read import read_tables
from desktop_app.importers.source_file import SourceFile, Table, TableRow

AGENCY = Agency(code="HV", name="Health Visiting")
HEAD = ["Date", "Time", "Source", "Event", "Comment"]


def plan_of(source: SourceFile, **options) -> ImportPlan:
    plan = plan_chronology(source, AGENCY, return_uid="r1", **options)
    assert plan.rows_read == len(plan.rows) + len(plan.duplicates) + len(plan.waiting) + len(plan.refused)
    assert len(plan.waiting) == len(plan.waiting_records)
    assert len({w.event for w in plan.waiting}) == len(plan.waiting)
    return plan


def table(*rows: list[object], name: str = "") -> SourceFile:
    body = tuple(TableRow(n, tuple(row)) for n, row in enumerate(rows, 1))  # type: ignore[arg-type]
    return SourceFile("return.csv", "0" * 64, "csv", (Table(name, body),))


def events(plan: ImportPlan) -> list[ChronologyEvent]:
    return [r for row in plan.rows for r in row.records if isinstance(r, ChronologyEvent)]


def test_rows_are_sorted_into_four_baskets() -> None:
    plan = plan_of(
        table(
            HEAD,
            ["3 May 2024", "14:05", "Case note", "Home visit, seen alone", "Calm"],
            ["4 May 24", "", "", "Telephone call", ""],
            ["31/02/2024", "", "Log", "Referral", ""],
            ["5/5/24", "", "Log", "", "a comment alone"],
            ["", "", "Log", "Undated letter", ""],
            ["", "", "", "", ""],
            HEAD,
            ["05/13/2024", "", "-", "Meeting", ""],
        )
    )
    assert plan.rows_read == 6
    assert [e.ref for e in events(plan)] == ["HV-001"]
    assert events(plan)[0].date.time == dt.time(14, 5)
    assert [(w.row, w.field, w.text, w.why) for w in plan.waiting] == [
        (3, "source", "", "no source of information"),
        (4, "date", "31/02/2024", "there is no 31 February 2024"),
        (6, "date", "", "no date is given"),
        (9, "date", "05/13/2024", "month first?; no source of information"),
    ]
    assert [(r.row, r.why) for r in plan.refused] == [(5, "nothing written in 'Event'")]
    assert any("repeated heading" in note for note in plan.notes)
    event = plan.waiting_records[1].records[0]
    assert isinstance(event, ChronologyEvent)
    assert event.date.wording == "31/02/2024"
    assert (event.chronology_return, event.row) == ("r1", 4)


def test_importing_the_same_rows_again_finds_them_there() -> None:
    source = table(HEAD, ["3/5/24", "", "Log", "Visit", ""], ["31/02/24", "", "", "Call", ""])
    first = plan_of(source)
    known = [r for row in (*first.rows, *first.waiting_records) for r in row.records if isinstance(r, ChronologyEvent)]
    again = plan_of(source, existing=known, next_ref=3)
    assert again.duplicates == (2, 3)
    assert not again.rows
    assert not again.waiting
    elsewhere = [ChronologyEvent(agency="other", date=e.date, event=e.event, source=e.source) for e in known]
    assert plan_of(source, existing=elsewhere).duplicates == ()


@pytest.mark.parametrize(
    "headings",
    [
        ["Date of contact", "Time", "Record", "What happened", "Analysis"],
        ["Date/Time", "TIME (24hr)", "Log ref", "Summary of incident", "Author's remarks"],
        ["Day / date", "Time:", "Taken from", "Detail", "Our view now"],
        ["DATE OF EVENT", "time of event", "Source of Information", "Significant Event", "Comment / Analysis"],
        ["When", "Approx. time", "Where it is written", "Entry", "Reviewer note"],
        ["Dyddiad", "Amser", "Ffynhonnell", "Digwyddiad", "Sylwadau"],
        ["Date", "Time", "Sorce of information", "Signifcant event", "Coments"],
        ["Date of Contact (dd/mm/yyyy)", "Time", "Source of evidence", "Details of contact", "Professional opinion"],
    ],
)
def test_headings_as_agencies_write_them(headings: list[str]) -> None:
    plan = plan_of(table(headings, ["3/5/24", "1405", "Log", "Visit", "Calm"]))
    fields = {"date", "time", "source", "event", "comment"}
    assert {f: plan.mapping.columns[f] for f in fields} == dict(
        zip(["date", "time", "source", "event", "comment"], headings, strict=True)
    )


def test_headings_below_a_title_and_columns_nothing_is_read_from() -> None:
    plan = plan_of(
        table(
            ["Chronology of significant events for the review"],
            [],
            ["", "Agency: Health"],
            ["Ward", "Date", "Event", "Source", "Shoe size"],
            ["1", "3/5/24", "Visit", "Log", "4"],
        )
    )
    assert plan.mapping.heading_row == 4
    assert plan.mapping.unused == ("Ward", "Shoe size")
    assert plan.rows[0].number == 5
    assert any("Shoe size" in note for note in plan.notes)


def test_no_heading_says_what_was_seen_and_what_is_looked_for() -> None:
    with pytest.raises(UserError) as caught:
        plan_of(table(["Fruit", "Colour"], ["Pear", "Green"]))
    assert caught.value.code == "no-heading"
    assert caught.value.exit_code is Exit.FILE
    assert "Fruit | Colour" in caught.value.what
    assert "'date'" in caught.value.do


def test_a_chosen_mapping_overrides_and_is_checked() -> None:
    source = table(["A", "B", "C"], ["3/5/24", "Visit", "Log"])
    plan = plan_of(source, mapping={"date": "A", "event": "b", "source": "C"})
    assert events(plan)[0].event == "Visit"
    with pytest.raises(UserError) as caught:
        plan_of(source, mapping={"date": "A", "event": "B", "shoe": "C"})
    assert caught.value.code == "unknown-field"


def test_real_spreadsheet_dates_beside_text_dates() -> None:
    plan = plan_of(
        table(
            ["Date", "Time", "Source", "Event"],
            [dt.date(2024, 5, 3), dt.time(14, 5), "Log", "a"],
            [dt.datetime(2024, 5, 3, 9, 30), "", "Log", "b"],
            ["12–14 Feb 2024", "am", "Log", "c"],
            ["same day", "late", "Log", "d"],
        )
    )
    found = [(e.date.start, e.date.end, e.date.time) for e in events(plan)]
    day = dt.date(2024, 5, 3)
    february = (dt.date(2024, 2, 12), dt.date(2024, 2, 14), None)
    assert found == [(day, day, dt.time(14, 5)), (day, day, dt.time(9, 30)), february, february]


def test_same_day_never_reaches_past_a_row_without_a_day() -> None:
    plan = plan_of(
        table(
            ["Date", "Source", "Event"],
            ["3 May 2024", "Log", "a"],
            ["31/02/2024", "Log", "b"],
            ["same day", "Log", "c"],
            ["7 June", "Log", "d"],
        )
    )
    assert [w.row for w in plan.waiting] == [3, 4, 5]
    proposed = [row.records[0].date.start for row in plan.waiting_records]
    assert proposed == [None, None, dt.date(2024, 6, 7)]


def test_one_month_first_date_puts_the_files_other_figures_in_doubt() -> None:
    plan = plan_of(
        table(
            ["Date", "Source", "Event"],
            ["05/13/2024", "Log", "a"],
            ["05/03/2024", "Log", "b"],
            ["3 May 2024", "Log", "c"],
            ["04/04/2024", "Log", "d"],
        )
    )
    assert [w.row for w in plan.waiting] == [2, 3]
    assert [e.event for e in events(plan)] == ["c", "d"]


def test_word_tables_that_go_on_a_glossary_and_merged_dates(make_docx) -> None:
    rows = [["Date", "Source", "Event"], ["3/5/24", "Log", "Visit"]]
    more = [["4/5/24", "Log", "Call"], ["5/5/24", "Log", "Letter"]]
    words = [["Abbreviation", "Meaning"], ["YPA", "Young Person's Advocate"]]
    odd = [["Signed", "Dated by"], ["A", "B"]]
    plan = plan_of(read_tables(make_docx(rows, more, words, odd)))
    assert plan.rows_read == 3
    assert [(row.sheet, row.number) for row in plan.rows] == [("Table 1", 2), ("Table 2", 1), ("Table 2", 2)]
    assert [(a.short, a.long) for a in plan.extra] == [("YPA", "Young Person's Advocate")]
    assert any("'Table 4' was not read" in note for note in plan.notes)


def test_formulas_are_text_here_too(make_text) -> None:
    path = make_text("Date,Source,Event\n3/5/24,Log,=cmd|'/c calc'!A1\n")
    assert events(plan_of(read_tables(path)))[0].event == "=cmd|'/c calc'!A1"


def test_a_hundred_thousand_rows_in_a_sheet(make_xlsx) -> None:
    rows = [["Date", "Source", "Event"]]
    rows += [[f"{n % 28 + 1}/{n % 12 + 1}/{15 + n % 10}", "Log", f"Visit {n}"] for n in range(100_000)]
    plan = plan_of(read_tables(make_xlsx(rows)))
    assert len(plan.rows) == 100_000
    assert plan.rows[-1].number == 100_001


def test_three_hundred_columns(make_text) -> None:
    head = ["Date", "Source", "Event", *(f"Extra {n}" for n in range(297))]
    plan = plan_of(read_tables(make_text(",".join(head) + "\n3/5/24,Log,Visit\n")))
    assert len(plan.mapping.unused) == 297
