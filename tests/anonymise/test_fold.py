"""Folding keeps its way back to the source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.anonymise.fold import Folded, fold, fold_char, fold_surface

MESSY = st.text(
    st.one_of(st.characters(), st.sampled_from("İıßﬁŁø’‘-\u2011\u00ad\u200b\n \t\u00a0e\u0301аеор")), max_size=60
)


@settings(deadline=None)
@given(MESSY, st.booleans())
def test_every_folded_slice_lands_inside_the_source(text: str, join: bool) -> None:
    folded = Folded(text, join_lines=join)
    length = len(folded.text)
    starts = [folded.source_start(i) for i in range(length + 1)]
    ends = [folded.source_end(i) for i in range(length + 1)]
    assert starts == sorted(starts)
    assert all(0 <= a <= len(text) for a in (*starts, *ends))
    assert all(starts[i] < ends[i + 1] for i in range(length))


@settings(deadline=None)
@given(MESSY)
def test_a_folded_character_comes_from_the_source_it_points_at(text: str) -> None:
    folded = Folded(text)
    for i, char in enumerate(folded.text):
        source = text[folded.source_start(i) : folded.source_end(i + 1)]
        assert char in Folded(source).text


@settings(deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Z", "C"]), max_size=40),
    st.text(st.characters(exclude_categories=["Z", "C"]), max_size=40),
)
def test_folding_is_character_by_character(a: str, b: str) -> None:
    assert Folded(a + b).text == Folded(a).text + Folded(b).text


@settings(deadline=None)
@given(MESSY)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_the_characters_that_break_lower_casing() -> None:
    text = "İPEK Yıldırım said"
    folded = Folded(text)
    assert folded.text == "ipek yildirim said"
    at = folded.text.index("yildirim")
    assert text[folded.source_start(at) : folded.source_end(at + 8)] == "Yıldırım"


def test_line_end_hyphens_join_only_when_asked() -> None:
    text = "Dray-\n  cott"
    assert Folded(text, join_lines=True).text == "draycott"
    joined = Folded(text, join_lines=True)
    assert (joined.source_start(0), joined.source_end(8)) == (0, len(text))


def test_accents_after_the_last_letter_belong_to_it() -> None:
    text = "Zoe\u0308 x"
    folded = Folded(text)
    assert text[: folded.source_end(3)] == "Zoe\u0308"


@pytest.mark.parametrize(
    ("surface", "form"),
    [
        ("Marsh Lane", "marsh lane"),
        ("“Marsh\nLane”,", "marsh lane"),
        ("Draycott’s", "draycott"),
        ("the Draycotts'", "the draycotts"),
        ("Marsh-\nLane", "marshlane"),
        ("C.D.", "c.d"),
        ("", ""),
    ],
)
def test_surfaces_are_remembered_in_one_form(surface: str, form: str) -> None:
    assert fold_surface(surface) == form


def test_look_alikes_fold_to_the_letters_they_imitate() -> None:
    assert "".join(map(fold_char, "Саllum")) == "callum"
