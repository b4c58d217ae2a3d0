"""What is dropped, replaced and kept before words are set."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.exporters.clean import clean, one_line


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("plain", "plain"),
        ("a\tb\r\nc\rd", "a b\nc\nd"),
        ("Rho\u200bw\u00adan", "Rhowan"),
        ("\u202eabc\u202c", "abc"),
        ("bell\x07 nul\x00", "bell nul"),
        ("y\u0302", "ŷ"),
        ("\ud800x", "x"),
        ("\ue000\ufffe", ""),
        ("line\u2028two", "line two"),
        ("no\u00a0break", "no\u00a0break"),
    ],
)
def test_clean(words: str, expected: str) -> None:
    assert clean(words) == expected


@given(st.text())
def test_nothing_unseen_is_left(words: str) -> None:
    cleaned = clean(words)
    assert all(char == "\n" or unicodedata.category(char)[0] != "C" for char in cleaned)
    assert clean(cleaned) == cleaned


@given(st.text())
def test_one_line_has_no_line_ends_and_single_spaces(words: str) -> None:
    line = one_line(words)
    assert "\n" not in line
    assert "  " not in line
