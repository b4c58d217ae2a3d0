"""The words of a file against those of its document: what a page does to them is allowed for, and nothing else."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.anonymise.in_place import InPlace, Search
from desktop_app.common.document import Bullets, Cell, Document, Heading, Paragraph, Table, Text

TITLE, HEAD, FOOT = "Combined chronology", "Eastmarch partnership", "Draft – not for circulation"
SEEN = "Rowan was seen alone by a well-known worker. Nobody asked why."
NOTE = Text("The plan was changed in March, and was not written down.")


def document(*blocks: object) -> Document:
    return Document("chronology", Text(TITLE), Text(""), Text(HEAD), Text(FOOT), blocks)  # type: ignore[arg-type]


def rows(*cells: tuple[str, ...]) -> Table:
    heads = (Text("Ref"), Text("What happened"), Text("Action, or why none"))
    body = tuple(tuple(Cell((Text(said),)) for said in row) for row in cells)
    return Table(heads, body, (1, 3, 2))


def left(made: Document, *parts: str) -> list[str]:
    """The words of the parts that the document does not have there."""
    search = Search(InPlace(made))
    return [part[start:end] for part in parts for start, end in search.left_over(part)]


CHRONOLOGY = document(
    Heading(Text("Background")),
    Paragraph(NOTE),
    rows(("CSC-001", SEEN, "None was taken"), ("HV-014", "No access. Card left.", ""), ("CSC-002", "Seen again", "")),
)


def test_a_page_as_it_is_set_leaves_nothing_but_its_number() -> None:
    page = (
        f"{HEAD}\n{FOOT}\nCombined chronology\nBackground\nThe plan was changed in March, and was\nnot written down.\n"
        "Ref\nWhat happened\nAction, or\nwhy none\nCSC-001\nRowan was seen alone by a well-\nknown worker. Nobody\n"
        "asked why.\nNone was\ntaken\nHV-014\nNo access. Card left.\nCSC-002\nSeen again\nPage 1 of 1"
    )
    assert left(CHRONOLOGY, page) == ["Page", "1", "of", "1"]


def test_a_row_that_goes_on_overleaf_and_the_heads_said_again() -> None:
    first = f"{TITLE}\n{HEAD}\nRef\nWhat happened\nAction, or why none\nCSC-001\nRowan was seen alone\nby a well-known"
    second = f"{HEAD}\nRef\nWhat happened\nAction, or why none\nworker. Nobody asked why.\nNone was taken\nHV-014"
    whole = SEEN
    assert left(CHRONOLOGY, first, second, whole) == []


def test_a_contents_list_says_the_headings_again() -> None:
    made = document(*(Heading(Text(said)) for said in ("Background", "Findings", "What happens next")))
    assert left(made, "Findings 3\nWhat happens next 4\nBackground\nFindings\nWhat happens next") == ["3", "4"]


def test_bullets_and_cells_apart_in_lines_and_tabs() -> None:
    made = document(Bullets((Text("Ask the child."), Text("Write down why."))), rows(("A", "b", "c"), ("D", "e", "f")))
    assert left(
        made, "• Ask the child.\n• Write down why.\nRef\tWhat happened\tAction, or why none\nA\tb\tc\nD\te\tf"
    ) == [
        "•",
        "•",
    ]


@pytest.mark.parametrize(
    ("said", "foreign"),
    [
        ("Callum was seen alone by a well-known worker.", ["Callum"]),
        ("Rowan was seen alone by Callum a well-known worker.", ["Callum"]),
        ("Rowan was seen alone by a well-known worker Callum", ["Callum"]),
        ("Rowan was seen alone by awell-known worker. Nobody asked why.", ["awell-known"]),
        ("Rowan was seen alone by a well-known work er. Nobody asked why.", ["work", "er."]),
        ("ROWAN was seen alone by a well-known worker.", ["ROWAN"]),
        ("Rowan was seen alone by a well-known workers.", ["workers."]),
        ("Rowan was seen alone by a well-known worker.Callum", ["Callum"]),
    ],
)
def test_a_word_more_or_less_or_another_is_left(said: str, foreign: list[str]) -> None:
    made = document(Paragraph(Text("Rowan was seen alone by a well-known worker. Nobody asked why.")))
    assert [word for word in left(made, said) if word in foreign] == foreign


def test_a_few_words_out_of_their_place_are_left() -> None:
    assert left(CHRONOLOGY, "The plan was") == ["The", "plan", "was"]
    assert left(CHRONOLOGY, "by a well-known") == ["by", "a", "well-known"]
    assert left(CHRONOLOGY, "worker. Nobody asked changed") == ["worker.", "Nobody", "asked", "changed"]


def test_a_document_that_says_nothing() -> None:
    empty = Text("")
    made = Document("briefing", empty, empty, empty, empty, ())
    assert left(made, "Rowan was here today", "") == ["Rowan", "was", "here", "today"]


SAID = ("a", "an", "the", "was", "seen", "Rowan", "by", "worker,", "left.", "Nobody", "why?", "12", "May")
WORDS = st.lists(st.sampled_from(SAID), max_size=30)


@given(st.lists(WORDS, min_size=1, max_size=8), st.integers(20, 90), st.integers(2, 9))
def test_however_wide_the_lines_and_long_the_pages(texts: list[list[str]], width: int, lines: int) -> None:
    made = document(*(Paragraph(Text(" ".join(words))) for words in texts))
    set_lines = [line for words in texts for line in textwrap.wrap(" ".join(words), width)]
    # A page ends where it ends; less than four words of a text before or behind that may be left, and are read then.
    pages = ["\n".join([HEAD, *set_lines[at : at + lines]]) for at in range(0, len(set_lines), lines)]
    known = {word for words in texts for word in words}
    assert {word.rstrip("\n") for word in left(made, *pages)} <= known
    assert left(made, "\n".join([TITLE, *set_lines])) == []


@given(st.lists(WORDS, min_size=1, max_size=8), st.data())
def test_a_foreign_word_is_always_left(texts: list[list[str]], data: st.DataObject) -> None:
    made = document(*(Paragraph(Text(" ".join(words))) for words in texts))
    words = [word for text in texts for word in text]
    words.insert(data.draw(st.integers(0, len(words))), "Draycott")
    page = data.draw(st.sampled_from(("\n", " "))).join(words)
    assert "Draycott" in left(made, page)
