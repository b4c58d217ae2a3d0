"""Tables as comma-separated values: whole, computed by nobody, and read back cell by cell."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.common.document import Cell, Dates, Document, Paragraph, Table, Text
from desktop_app.common.errors import UserError
from desktop_app.common.progress import NoProgress
from desktop_app.exporters.clean import clean
from desktop_app.exporters.delimited import BOM, build_csv
from desktop_app.exporters.reader import read_bytes


def made(*rows: tuple[str, str]) -> bytes:
    def text(words: str) -> Text:
        return Text(words, Dates.FIXED)

    table = Table(
        header=(text("Field"), text("Answer")),
        rows=tuple(tuple(Cell((text(words),)) for words in row) for row in rows),
        widths=(1.0, 1.0),
    )
    blank = text("")
    document = Document("tracker", text("A title"), blank, blank, blank, (Paragraph(text("Said before")), table))
    return build_csv(document, NoProgress())


def test_only_the_tables_are_written() -> None:
    data = made(("Stage", 'Analysis, and "more"\nbelow'))
    assert data.decode().startswith(BOM)
    assert list(csv.reader(StringIO(data.decode().removeprefix(BOM)))) == [
        ["Field", "Answer"],
        ["Stage", 'Analysis, and "more"\nbelow'],
    ]


@pytest.mark.parametrize("words", ["=1+1", "+44", "-2", "@SUM(A1)"])
def test_nothing_is_computed(words: str) -> None:
    assert read_bytes(made(("Field", words)), "t.csv").findings == ()
    assert read_bytes(f"{words},x".encode(), "t.csv").findings == ("formula",)


def test_what_is_no_text_is_refused() -> None:
    for data in (b"\xff\xfe\x00", b"a\x00b"):
        with pytest.raises(UserError):
            read_bytes(data, "t.csv")


@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=30)), max_size=5))
def test_every_cell_is_read_back(rows: list[tuple[str, str]]) -> None:
    seen = {part.text.removeprefix("'") for part in read_bytes(made(*rows), "t.csv").parts}
    wanted = {clean(words).strip().removeprefix("'") for row in rows for words in row}
    assert {words for words in wanted if words.strip()} <= seen
