"""Given names of everybody who lives in Britain, also where they look like ordinary words."""

from __future__ import annotations

import pytest

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.detect import detect


@pytest.mark.parametrize("name", ["keiran", "caoimhe", "gwenllian", "jasvir", "tinashe", "yewande", "bartek", "hodan"])
def test_names_of_every_community_are_known(name: str) -> None:
    assert name in lexicon.given_names()
    assert not lexicon.is_word(name)


@pytest.mark.parametrize("double", ["kelly-ann", "ruby-mae", "tommy-lee", "amelia-rose"])
def test_two_given_names_joined_are_one(double: str) -> None:
    assert lexicon.is_double_name(double)


@pytest.mark.parametrize("word", ["well-being", "may-june", "rose", "drop-in", "grace-period"])
def test_other_joined_words_are_none(word: str) -> None:
    assert not lexicon.is_double_name(word)


def test_a_double_name_of_ordinary_words_is_found_where_a_sentence_begins() -> None:
    text = "Ruby-Rose came in late."
    assert [text[s.start : s.end] for s in detect(text)] == ["Ruby-Rose"]
