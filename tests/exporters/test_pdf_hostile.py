"""Texts that try to be something else, and texts too long for a page."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.common.document import Bullets, Cell, Document, Heading, Paragraph, Quote, Table, Text
from desktop_app.common.progress import NoProgress
from desktop_app.exporters.pdf.build import build_pdf

_EMPTY = Text("")


def _set(*blocks: Heading | Paragraph | Quote | Bullets | Table, title: str = "t", landscape: bool = False) -> bytes:
    document = Document("briefing", Text(title), _EMPTY, _EMPTY, _EMPTY, blocks, landscape)
    return build_pdf(document, "", NoProgress())


def _read(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        texts = []
        for page in pdf:
            text = page.get_textpage()
            texts.append(text.get_text_range())
            text.close()
            page.close()
    return " ".join(" ".join(texts).split())


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("<b>bold</b> & <font color=red>", "<b>bold</b> & <font color=red>"),
        ("&lt; &#65; &amp;", "&lt; &#65; &amp;"),
        ("{{ 7*7 }} {% for %}", "{{ 7*7 }} {% for %}"),
        ("<a href='http://x'>x</a><img src='/etc/passwd'/>", "<a href='http://x'>x</a><img src='/etc/passwd'/>"),
        ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        ("emoji 🙂 end", "emoji ? end"),
        ("漢字 end", "?? end"),
        ("\x00nul\x07 bell\x1b[0m", "nul bell[0m"),
        ("one\ntwo", "one two"),
        ("Tŷ Ŵyn → ≥", "Tŷ Ŵyn → ≥"),
    ],
)
def test_words_print_as_they_stand(words: str, printed: str) -> None:
    text = Text(words)
    cell = Cell((text,))
    data = _set(
        Heading(text),
        Paragraph(text),
        Quote(text, text),
        Bullets((text,)),
        Table((text,), ((cell,),), (1,)),
        title=words,
    )
    assert _read(data).count(printed) == 8


def test_right_to_left_words_set_without_error() -> None:
    assert "end" in _read(_set(Paragraph(Text("\u202eשלום مرحبا\u202c end"))))


def test_a_word_of_300_letters_is_broken_not_lost() -> None:
    word = "a" * 150 + "b" * 150
    data = _set(Paragraph(Text(word)), Table((Text("h"), Text("h")), ((Cell((Text(word),)), Cell(())),), (1, 1)))
    assert _read(data).replace(" ", "").count(word) == 2


def test_a_cell_of_40_000_characters_runs_over_many_pages() -> None:
    words = [f"w{number:05d}" for number in range(40_000 // 7)]
    row = (Cell((Text("1"),)), Cell((Text(" ".join(words)),)), Cell((Text("beside"), Text("last"))))
    data = _set(Table((Text("No"), Text("What"), Text("Who")), (row, row), (1, 5, 2)))
    read = _read(data).split()
    assert [word for word in read if word in set(words)] == words * 2
    with pypdfium2.PdfDocument(data) as pdf:
        assert len(pdf) > 10
        assert read.count("No") == len(pdf)


def test_a_table_with_no_rows_ragged_rows_or_odd_widths() -> None:
    head = (Text("A"), Text("B"))
    short = (Cell((Text("only"),)),)
    long = (Cell((Text("x"),)), Cell((Text("y"),)), Cell((Text("z"),)))
    data = _set(
        Table(head, (), (1, 1)), Table(head, (short, long), (0, 1)), Table((), (), ()), Table(head, (short,), ())
    )
    assert "only" in _read(data)


def test_nothing_at_all_is_still_a_page() -> None:
    with pypdfium2.PdfDocument(_set(title="")) as pdf:
        assert len(pdf) == 1


def test_levels_are_never_skipped_in_the_tree() -> None:
    data = _set(Heading(Text("deep"), 3), Heading(Text("deeper"), 3), Heading(Text("up"), 1), Heading(Text("odd"), 9))
    with pikepdf.open(BytesIO(data)) as pdf:
        kids = pdf.Root.StructTreeRoot.K.K
        assert [str(kid.S) for kid in kids] == ["/H1", "/H2", "/H3", "/H2", "/H3"]


def test_a_heading_is_not_left_alone_above_a_table() -> None:
    row = (Cell((Text("words " * 60),)), Cell((Text("second"),)))
    table = Table((Text("HeadA"), Text("HeadB")), (row,) * 3, (1, 1), caption=Text("The caption"))
    for fill in range(18, 34):
        filler = tuple(Paragraph(Text("filler")) for _ in range(fill))
        with pypdfium2.PdfDocument(_set(*filler, Heading(Text("Alone")), Heading(Text("Together"), 2), table)) as pdf:
            for page in pdf:
                text = page.get_textpage()
                found = text.get_text_range()
                assert ("Alone" in found) <= ("second" in found)
                text.close()
                page.close()


_WORDS = st.text(max_size=60).map(Text)
_CELLS = st.lists(_WORDS, max_size=3).map(lambda words: Cell(tuple(words)))
_TABLES = st.builds(
    Table,
    header=st.lists(_WORDS, min_size=2, max_size=2).map(tuple),
    rows=st.lists(st.tuples(_CELLS, _CELLS), max_size=4).map(tuple),
    widths=st.just((1.0, 2.0)),
)
_BLOCKS = st.one_of(
    st.builds(Heading, _WORDS, st.integers(-1, 5)),
    st.builds(Paragraph, _WORDS, st.sampled_from(["body", "lead", "small", "marking", "unheard-of"])),
    st.builds(Quote, _WORDS, _WORDS),
    st.builds(Bullets, st.lists(_WORDS, max_size=3).map(tuple)),
    _TABLES,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_BLOCKS, max_size=6), _WORDS)
def test_any_document_sets_and_its_structure_is_whole(blocks: list[Heading], title: Text) -> None:
    data = _set(*blocks, title=title.words)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert not pdf.check_pdf_syntax()
        assert pdf.Root.MarkInfo.Marked
    assert data == _set(*blocks, title=title.words)
