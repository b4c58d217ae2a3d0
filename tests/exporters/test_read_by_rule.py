"""Small rules of the reader, each by itself: what it takes for words, and what it leaves alone."""

from __future__ import annotations

import datetime as dt
import random
import struct
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.exporters.font_names import named
from desktop_app.exporters.reader.figures_apart import figures_apart
from desktop_app.exporters.reader.format_words import is_office_form
from desktop_app.exporters.reader.picture_chunks import gif_words, webp_words
from desktop_app.exporters.reader.samples import said_among, written_in
from desktop_app.exporters.reader.together import put_together
from desktop_app.exporters.reader.unpack import is_swollen
from desktop_app.exporters.reader.vocabulary import is_boilerplate, is_usual
from desktop_app.exporters.reader.xlsx_dates import shown_days

NOTE = b"seen by Jodie Draycott"


@pytest.mark.parametrize("between", [" ", "\n", "\t", " | "])
@pytest.mark.parametrize("number", ["9434765919", "07700900123", "01632960123"])
def test_figures_in_boxes_are_a_number(number: str, between: str) -> None:
    assert list(figures_apart(f"Number {between.join(number)}\nof the child")) == [number]


@pytest.mark.parametrize(
    "words",
    [
        "0 1 2 3 4 5 6 7 8 9",  # an axis
        "1 0 0 2 0 0 1 0 0 1",  # counts of ten months
        "9 4 3 4 7 6 5 9 1 8",  # one more than its check figure
        "9 4 3 4 7 6 5 9 1 9 4",  # eleven, and no telephone
        "9434765919",
        "1.9 4 3 4 7 6 5 9 1 9",
    ],
)
def test_other_figures_in_a_row_are_counts(words: str) -> None:
    assert list(figures_apart(words)) == []


@given(st.text("abc", min_size=4, max_size=12))
def test_letters_kept_one_by_one_are_put_together(word: str) -> None:
    assert list(put_together(["before it", *word, "and after"])) == [word]


def test_pieces_that_say_something_are_left_apart() -> None:
    assert list(put_together(["word", "by", "word", "a", "b", "c", "more"])) == []


def test_writing_among_shades_is_read() -> None:
    shades = bytes(range(30, 130)) * 60
    assert written_in(shades) == said_among(shades) == ""
    for said in (NOTE, b"943 476 5919", b"07700900123", b"j.draycott@example.org"):
        assert said.decode() in said_among(shades + b"\x00" + said + b"\x00" + shades)
    assert "Draycott" in said_among(b"\x00Draycott\x00")  # of a small picture, every run


def test_noise_is_no_writing() -> None:
    chance = random.Random(7)
    assert len(said_among(chance.randbytes(200_000)).splitlines()) <= 2


def test_a_fonts_names_are_told_one_by_one() -> None:
    strings = [b"Body", b"BodyBold", b"Bold"]  # the last stands inside the second
    held = b"BodyBold" + b"left over"
    places = [(0, 4), (0, 8), (4, 4)]
    records = b"".join(struct.pack(">6H", 3, 1, 0x809, n, size, at) for n, (at, size) in enumerate(places))
    told = list(named(struct.pack(">3H", 0, 3, 6 + 36) + records + held))
    assert told[:3] == strings
    assert told[3].endswith(b"left over")


@pytest.mark.parametrize(
    ("number_format", "own", "shown"),
    [
        ("14", "", "2012-03-14"),
        ("164", "dd mmmm yyyy", "2012-03-14"),
        ("164", '"day "0', "40982"),
        ("164", "[Red]0.00", "40982"),
        ("0", "", "40982"),
    ],
)
def test_days_kept_as_numbers(number_format: str, own: str, shown: str) -> None:
    codes = f"<numFmts><numFmt numFmtId='164' formatCode='{own}'/></numFmts>" if own else ""
    styles = f"<styleSheet>{codes}<cellXfs><xf numFmtId='0'/><xf numFmtId='{number_format}'/></cellXfs></styleSheet>"
    days = shown_days(fromstring(styles), None)
    assert days.shown("40982", "1") == shown
    assert days.shown("40982", "0") == "40982"
    assert days.shown("not a number", "1") == "not a number"


def test_days_of_a_workbook_that_counts_from_1904() -> None:
    workbook = fromstring("<workbook><workbookPr date1904='1'/></workbook>")
    styles = fromstring("<styleSheet><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>")
    assert shown_days(styles, workbook).shown("39520", "0") == dt.date(2012, 3, 14).isoformat()
    assert shown_days(None, workbook).shown("39520", "0") == "39520"


@pytest.mark.parametrize("name", ["Heading 4", "Heading4Char", "ColorfulGrid-Accent1", "Body Text 2 Char", "Jpan"])
def test_what_office_programs_name_is_for_the_register_alone(name: str) -> None:
    assert is_boilerplate(name)
    assert is_office_form(name)
    assert not is_usual("Shruti"), "a face, and a child's name"


@pytest.mark.parametrize("name", ["Draycott", "Callum", "Heading of Draycott", "Grace", "07700900123"])
def test_what_a_person_named_is_read(name: str) -> None:
    assert not is_boilerplate(name)


def test_a_bomb_is_told_from_a_dull_document() -> None:
    assert not is_swollen(100, 1_000_000), "small, whatever it is made of"
    assert not is_swollen(1_000_000, 90_000_000)
    assert is_swollen(100_000, 20_000_000)


def test_a_large_gif_is_read_beside_its_pixels() -> None:
    chance = random.Random(3)
    pixels = b"".join(bytes([255]) + chance.randbytes(255) for _ in range(40)) + b"\x00"
    blocks = b"!\xfe\x0bJodie Drayc\x03ott\x00"
    data = (
        b"GIF89a\x40\x00\x40\x00\x80\x00\x00" + bytes(6) + blocks + b"," + bytes(9) + b"\x08" + pixels + b";behind it"
    )
    assert [said for said in gif_words(data) if said] == [b"Jodie Draycott", b"behind it"]


def test_a_large_webp_is_read_beside_its_pixels() -> None:
    chunks = b"VP8 \x04\x00\x00\x00abcdXMP \x05\x00\x00\x00packe\x00"
    data = b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WEBP" + chunks + b"behind"
    assert list(webp_words(data)) == [b"packe", b"behind"]
