"""Ways of writing that one click undoes, and plain words that are left alone."""

from __future__ import annotations

import base64
import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.exporters.reader.readings import packed, readings
from desktop_app.exporters.reader.unpack import unlisted_member, unpacked

NAME = "Jodie Draycott"
LETTERS = "".join
WRITTEN = {
    "link": LETTERS(f"%{ord(c):02x}" for c in NAME),
    "link in a link": LETTERS(f"%25{ord(c):02x}" for c in NAME),
    "references": LETTERS(f"&#x{ord(c):x};" for c in NAME),
    "references twice": LETTERS(f"&amp;#{ord(c)};" for c in NAME),
    "markup": "<b>Jodie Dray</b><i>cott</i>",
    "script": LETTERS(f"\\x{ord(c):02x}" for c in NAME),
    "data": LETTERS(f"\\u{ord(c):04x}" for c in NAME),
    "sheet": LETTERS(f"_x{ord(c):04X}_" for c in NAME),
    "letter": LETTERS(f"={ord(c):02X}" for c in NAME),
    "letter with a soft line end": "Jodie Dra=\nyc=6Ftt",
    "formula": "&".join(f"CHAR({ord(c)})" for c in NAME),
    "rich text": "{\\rtf1 " + LETTERS(f"\\u{ord(c)}?" for c in NAME) + "}",
    "rich text by code": "{\\rtf1 " + LETTERS(f"\\'{ord(c):02x}" for c in NAME) + "}",
    "base64": base64.b64encode(f"about {NAME}".encode()).decode(),
    "base64 under a word": "base64\n" + base64.b64encode(f"about {NAME}".encode()).decode(),
    "base64 of wide letters": base64.b64encode(NAME.encode("utf-16-le")).decode(),
    "hexadecimal": NAME.encode().hex(),
    "hexadecimal under its length": f"iptc\n      14\n{NAME.encode().hex()}",
    "backwards": f"\u202e{NAME[::-1]}\u202c",
    "unseen letters between": "\u2060".join(NAME),
}


@pytest.mark.parametrize("way", WRITTEN)
def test_what_was_written_in_another_form_is_read(way: str) -> None:
    assert any(NAME in said for said in readings(WRITTEN[way]))


@pytest.mark.parametrize(
    "words",
    [
        "The worker came on Monday, and the safeguarding partnership was told.",
        "50% of 120 children (A < B, and C > D); see section 3=4",
        "internationalisation counterrevolutionaries",
        "3f0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8",
    ],
)
def test_plain_words_are_left_alone(words: str) -> None:
    assert list(readings(words)) == []


@given(st.text(max_size=200))
def test_nothing_makes_it_stumble_or_say_a_thing_twice(words: str) -> None:
    said = list(readings(words))
    assert len(said) == len(set(said))
    assert words not in said
    assert all(data for data in packed(words))


def test_an_archive_written_as_base64_is_given_as_bytes() -> None:
    data = b"\x00\x01PK\x03\x04" + bytes(range(256))
    assert data in list(packed(base64.b64encode(data).decode()))


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, bz2.compress, lzma.compress])
def test_what_common_programs_pack_is_unpacked(pack: Callable[[bytes], bytes]) -> None:
    assert unpacked(pack(NAME.encode())) == NAME.encode()


@given(st.sampled_from([b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"x\x9c"]), st.binary(max_size=60))
def test_what_only_begins_as_if_it_were_packed_is_no_error(mark: bytes, rest: bytes) -> None:
    assert isinstance(unpacked(mark + rest), bytes)


def test_a_bomb_is_unpacked_no_further_than_a_note_is_long() -> None:
    bomb = gzip.compress(b"\x00" * 5000)
    assert len(unpacked(bomb, 1000)) == 1000
    assert unpacked(bomb, 0) == b""


def test_a_member_that_is_no_longer_listed_is_read() -> None:
    body = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed_body = body.compress(NAME.encode()) + body.flush()
    head = b"PK\x03\x04" + bytes(22) + (5).to_bytes(2, "little") + bytes(2)
    assert unlisted_member(head + b"a.xml" + packed_body) == b"a.xml\n" + NAME.encode()
    assert unlisted_member(b"PK\x03\x04") == b""
