"""The gate: leaks planted in the parts of a finished file are all found; what was approved passes as laid out."""

from __future__ import annotations

import textwrap
from dataclasses import replace

import pytest

from desktop_app.anonymise import gate_recognisers
from desktop_app.anonymise.detect import detect
from desktop_app.anonymise.gate import check_parts, register_leaks
from desktop_app.anonymise.layout import located_texts
from desktop_app.anonymise.profiles import load_profile
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.result import FilePart
from desktop_app.common.document import Text
from desktop_app.domain.output import Choice, SurfaceDecision
from desktop_app.domain.people import RegisterEntry

PUBLIC = load_profile("public")
STORY = (
    "Callum lived in Thornby with Ms Draycott and Mr Marsh. The Draycotts' house was cold, and Hannah Osei said so.",
    "On 9 October 2025 he was missing. Thornby Academy rang Dr Nandakumar three weeks later. He was 13.",
    "The panel walked down Marsh Lane and saw a poppy wreath there, and Barry Stokes spoke to them at the Hollow "
    "Oak Centre.",
)
DECISIONS = (
    SurfaceDecision(surface="Marsh Lane", choice=Choice.KEEP, reason="in another county"),
    SurfaceDecision(surface="poppy wreath", choice=Choice.KEEP, reason="an ordinary wreath"),
    SurfaceDecision(surface="Barry Stokes", choice=Choice.REPLACE, replacement="a neighbour"),
    SurfaceDecision(surface="Hollow Oak Centre", choice=Choice.KEEP, reason="a public place"),
)
LEAKS = [
    "Callum Draycott",
    "CALLUM",
    "callum",
    "Cal",
    "Calum",
    "Callam",
    "Draycott",
    "the Draycotts",
    "C. Draycott",
    "Draycott, C",
    "C.D.",
    "Dray-\ncott",
    "Dray cott",
    "D r a y c o t t",
    "Dray\u00adcott",
    "Drаycott",
    "Ms Draycott",
    "Mr Marsh",
    "Marsh",
    "poppy",
    "Poppy",
    "hannah osei",
    "HannahOsei_notes.docx",
    "h.osei@example.org",
    "#JusticeForCallum",
    "Nandakumar",
    "Dr P Nandakumar",
    "Thornby",
    "Thornby Academy",
    "12 Marsh Lane",
    "Barry Stokes",
    "9 October 2025",
    "October 2025",
    "14:30",
    "aged 14",
    "943 476 5919",
    "QQ123456C",
    "TS9 5AB",
    "07700 900123",
    "BU32 MPW",
    "Kirkcaldy",
    "crime reference 42/12345/24",
]


@pytest.fixture(scope="module")
def anonymised(rendered):
    rendering = rendered(*STORY, decisions=DECISIONS)
    assert rendering.anonymised is not None, rendering.undecided
    return rendering.anonymised


def laid_out(document, width: int) -> FilePart:
    """The document's words as a page would break them."""
    lines = [textwrap.fill(located.text.words, width) for located in located_texts(document)]
    return FilePart("page 1", "\n".join(lines))


@pytest.mark.parametrize("width", [23, 40, 61, 80, 200])
def test_an_approved_document_passes_however_its_lines_break(anonymised, register, width) -> None:
    part = laid_out(anonymised.document, width)
    assert check_parts((part,), register, anonymised.allowed, PUBLIC) == ()
    assert check_parts((part,), register, anonymised.allowed, PUBLIC, anonymised.document) == ()


@pytest.mark.parametrize("leak", LEAKS)
@pytest.mark.parametrize("where", ["page 3", "title property", "comment 1"])
def test_every_planted_leak_is_found(anonymised, register, leak, where) -> None:
    text = leak if where != "page 3" else f"It was noted at the time that {leak} had been there and nothing came of it."
    parts = (laid_out(anonymised.document, 60), FilePart(where, text))
    for made_of in (None, anonymised.document):
        found = check_parts(parts, register, anonymised.allowed, PUBLIC, made_of)
        assert [u for u in found if u.where == where], leak


@pytest.mark.parametrize("at", [0, 9, 30, -1])
@pytest.mark.parametrize("leak", LEAKS)
def test_every_leak_within_the_words_of_the_document_is_found(anonymised, register, leak, at) -> None:
    words = laid_out(anonymised.document, 60).text.split(" ")
    words.insert(at % len(words), leak)
    part = FilePart("page 1", " ".join(words))
    assert check_parts((part,), register, anonymised.allowed, PUBLIC, anonymised.document), leak


def test_recognisers_read_only_what_the_document_does_not_say(anonymised, register, monkeypatch) -> None:
    read: list[str] = []
    monkeypatch.setattr(gate_recognisers, "detect", lambda text: read.append(text) or detect(text))
    page = laid_out(anonymised.document, 60)
    parts = (page, FilePart("page 2", f"{page.text}\nPage 2 of 2"), FilePart("note", "seen in Kirkcaldy then"))
    assert check_parts(parts, register, anonymised.allowed | {"page"}, PUBLIC, anonymised.document)
    assert [len(text) < 200 for text in read] == [True] * len(read)
    assert "seen in Kirkcaldy then" in read


def test_a_short_sentence_is_read_once_for_the_file(anonymised, register) -> None:
    said = replace(anonymised.document.blocks[1], text=Text("Seen at Kirkcaldy."))
    made = replace(anonymised.document, blocks=(*anonymised.document.blocks, said))
    found = check_parts((laid_out(made, 60),), register, anonymised.allowed, PUBLIC, made)
    assert [(u.surface, u.where, u.count) for u in found] == [("Kirkcaldy", "its short sentences", 1)]


def test_a_name_split_over_two_parts_is_found() -> None:
    home = Register((RegisterEntry("h", "place", "Hollow Oak Centre", (), "a home", "", ""),))
    parts = (FilePart("cell 1", "seen by the hollow"), FilePart("cell 2", "oak centre then"))
    assert [register_leaks((part,), home, frozenset()) for part in parts] == [(), ()]  # neither tells it alone
    assert [found.where for found in register_leaks(parts, home, frozenset())] == ["across parts of the file"]


def test_a_name_of_ordinary_words_split_over_three_parts_is_found() -> None:
    house = Register((RegisterEntry("h", "place", "Over the Bridge House", (), "a home", "", ""),))
    parts = tuple(FilePart(f"cell {n}", said) for n, said in enumerate(("seen at over", "the bridge", "house then")))
    for found in (register_leaks(parts, house, frozenset()), check_parts(parts, house, frozenset(), PUBLIC)):
        assert [u.where for u in found] == ["across parts of the file"]


def test_a_name_cut_inside_a_word_by_the_end_of_a_part_is_found(register) -> None:
    parts = (FilePart("page 1", "It was Dray"), FilePart("page 2", "cott who came."))
    assert [(u.surface, u.where) for u in register_leaks(parts, register, frozenset())] == [
        ("Dray cott", "across parts of the file")
    ]


def test_words_of_a_format_that_meet_make_no_name(register) -> None:
    parts = (FilePart("a", "dray", form=True), FilePart("b", "cott", form=True))
    assert register_leaks(parts, register, frozenset()) == ()
    said = (FilePart("a", "the dray"), FilePart("b", "cottages stood"))  # the second is a word of its own
    assert register_leaks(said, register, frozenset()) == ()


def test_a_name_that_is_a_word_stands_alone_as_a_key() -> None:
    grace = Register((RegisterEntry("g", "person", "Grace Umfrey", (), "Sibling", "", ""),))
    said = ("Grace", "grace", "GRACE", "Grace period")
    parts = [FilePart("key", words, form=True) for words in said]
    assert [bool(register_leaks((part,), grace, frozenset())) for part in parts] == [True, False, False, False]


def test_ordinary_words_that_hold_a_name_are_no_leak(register) -> None:
    text = "The dray cottages, and reasons for them; a smart innkeeper."
    assert register_leaks((FilePart("page 1", text),), register, frozenset()) == ()


def test_bodies_named_as_they_are_and_pseudonyms_pass(register) -> None:
    text = "Rowan and Sibling 1 live in a town in Eastmarch. The ESCP met; GP 1 and Social Worker 1 came."
    assert check_parts((FilePart("page 1", text),), register, frozenset(), PUBLIC) == ()


def test_empty_parts_are_clean(register) -> None:
    assert check_parts((FilePart("title property", ""),), register, frozenset(), PUBLIC) == ()
