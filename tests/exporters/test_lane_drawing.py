"""A table drawn as lanes of time: what it shows, what it never tells, and what is said in its place."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Flowable

from desktop_app.anonymise.profiles import load_profile
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.render import render
from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.document import Cell, Dates, Document, Drawn, Table, Text
from desktop_app.domain.dates import read_date
from desktop_app.exporters.pdf.lane_drawing import drawings
from desktop_app.exporters.pdf.lane_plan import planned
from desktop_app.exporters.pdf.structure import Element
from desktop_app.exporters.reader import read_bytes
from desktop_app.exporters.write import build

LEAST = 0.03
INSTEAD = "Lanes of time, one for each agency."


def fixed(words: str) -> Text:
    return Text(words, Dates.FIXED)


def table(rows: list[tuple[str, str]], years: tuple[str, ...] = ("2024", "2025")) -> Table:
    """(date, lane) each."""
    return Table(
        header=tuple(map(fixed, ("No", "When", "Agency", "What happened"))),
        rows=tuple(
            tuple(Cell((text,)) for text in (fixed(str(n)), Text(when), Text(lane), fixed("A visit took place.")))
            for n, (when, lane) in enumerate(rows, 1)
        ),
        widths=(1, 3, 3, 6),
        drawn=Drawn(number=0, date=1, lane=2, years=tuple(map(fixed, years)), words=fixed(INSTEAD)),
    )


def document(given_table: Table) -> Document:
    return Document(
        kind="timeline",
        title=fixed("Learning review"),
        subtitle=fixed("Summary timeline"),
        header=fixed(""),
        footer=fixed("Draft"),
        blocks=(given_table,),
    )


def pdf(given_table: Table) -> bytes:
    return build(AnonymisedDocument(document(given_table), "public", frozenset(), 0, 0), "pdf")


def page_words(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as opened:
        return str(opened[0].get_textpage().get_text_range())


ROWS = [("7 May 2024", "Police"), ("Spring 2024", "Police"), ("7 May 2024", "Police"), ("June 2025", "The school")]


def test_lanes_numbers_and_years_are_words_on_the_page() -> None:
    words = page_words(pdf(table(ROWS)))
    before, _, _ = words.partition("What happened")
    for said in ("Police", "The school", "1, 3", "2024", "2025"):
        assert said in before


def test_the_drawing_is_a_figure_with_words_in_its_place() -> None:
    parts = read_bytes(pdf(table(ROWS)), "output.pdf").parts
    assert any(part.text == INSTEAD for part in parts), [part.where for part in parts]


def test_a_name_hidden_in_those_words_is_read_too() -> None:
    given_table = table(ROWS)
    assert given_table.drawn is not None
    named = Drawn(0, 1, 2, (), fixed("Callum Draycott’s life"))
    leaking = Table(given_table.header, given_table.rows, given_table.widths, drawn=named)
    assert any("Callum Draycott" in part.text for part in read_bytes(pdf(leaking), "output.pdf").parts)


@pytest.mark.parametrize("day", ["3 March 2024", "19 May 2024", "31 May 2024, 14:05"])
def test_two_days_of_one_season_are_drawn_alike_for_the_public(day: str) -> None:
    def for_public(when: str) -> bytes:
        rendering = render(
            document(table([(when, "the police"), ("Autumn 2024", "the police")])),
            Register(()),
            load_profile("public"),
            (),
            scope=(dt.date(2023, 1, 1), dt.date(2025, 12, 31)),
            abbreviations=frozenset(),
            date_reader=read_date,
        )
        assert rendering.anonymised is not None, rendering.undecided
        return build(rendering.anonymised, "pdf")

    assert for_public(day) == for_public("7 April 2024"), "where a bar stands tells no more than its words"


def test_rows_without_a_day_are_left_to_the_table() -> None:
    plan = planned(table([("no date", "Police"), ("May 2024", "School")]), Drawn(0, 1, 2, (), fixed("")), LEAST)
    assert plan is not None
    assert [(lane.name, [bar.numbers for bar in lane.bars]) for lane in plan.lanes] == [("School", [["2"]])]
    assert planned(table([("no date", "Police")]), Drawn(0, 1, 2, (), fixed("")), LEAST) is None
    assert page_words(pdf(table([("no date", "Police")]))).count("Police") == 1


def test_vague_words_are_soft_and_days_are_not() -> None:
    drawn = table(ROWS).drawn
    assert drawn is not None
    plan = planned(table(ROWS), drawn, LEAST)
    assert plan is not None
    assert {tuple(bar.numbers): bar.sure for bar in plan.lanes[0].bars} == {("1", "3"): True, ("2",): False}


DAYS = st.dates(dt.date(2015, 1, 1), dt.date(2025, 12, 31))


@given(st.lists(st.tuples(DAYS, st.sampled_from(("Police", "School", "GP practice"))), min_size=1, max_size=60))
def test_every_entry_is_in_one_bar_and_no_two_share_a_place(given_rows: list[tuple[dt.date, str]]) -> None:
    made = table([(f"{day.day} {day:%B %Y}", lane) for day, lane in given_rows])
    assert made.drawn is not None
    plan = planned(made, made.drawn, LEAST)
    assert plan is not None
    numbers = sorted(int(number) for lane in plan.lanes for bar in lane.bars for number in bar.numbers)
    assert numbers == list(range(1, len(given_rows) + 1))
    for lane in plan.lanes:
        for row in range(lane.rows):
            bars = sorted((bar.left, bar.right) for bar in lane.bars if bar.row == row)
            assert bars, "no row is empty"
            assert all(before[1] <= after[0] for before, after in pairwise(bars))
    assert all(0 <= bar.left < bar.right <= 1 for lane in plan.lanes for bar in lane.bars)


def test_many_lanes_go_on_over_pages_and_none_is_parted() -> None:
    made = table([("May 2024", f"Agency {n}") for n in range(80)])
    assert made.drawn is not None
    plan = planned(made, made.drawn, LEAST)
    assert plan is not None
    figures = drawings(plan, INSTEAD, Element("Document"), 460, 600)
    assert len(figures) > 1
    assert all(isinstance(figure, Flowable) and figure.height <= 600 for figure in figures)
    assert sum(len(figure._lanes) for figure in figures) == 80
    assert page_words(pdf(made))


def test_other_formats_keep_the_table() -> None:
    for file_format in ("docx", "xlsx"):
        data = build(AnonymisedDocument(document(table(ROWS)), "public", frozenset(), 0, 0), file_format)
        words = " ".join(part.text for part in read_bytes(data, f"output.{file_format}").parts)
        assert "The school" in words
