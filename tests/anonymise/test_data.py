"""The data behind the rules: word lists that open, profiles that are complete, ages and seasons."""

from __future__ import annotations

import datetime as dt
import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.anonymise import lexicon
from desktop_app.anonymise.ages import band, banded
from desktop_app.anonymise.coarsen import coarse_words, season
from desktop_app.anonymise.grammar import takes_an
from desktop_app.anonymise.profiles import Rung, load_profile, profiles
from desktop_app.common.resources import resource
from desktop_app.domain.dates import read_date
from desktop_app.domain.output import ProfileName


def test_the_sorted_list_agrees_with_a_set() -> None:
    data = gzip.decompress(resource("lexicon", "words_rare.txt.gz").read_bytes()).decode().splitlines()
    rare = lexicon.rare_words()
    assert all(word in rare for word in (*data[::997], data[0], data[-1]))
    assert not any(word + "qx" in rare for word in data[::997])
    assert "" not in rare


@given(st.lists(st.text("abc", min_size=1, max_size=4), min_size=1, unique=True), st.text("abc", max_size=4))
def test_searching_a_sorted_list_in_place(words: list[str], wanted: str) -> None:
    listed = lexicon.SortedWords("\n".join(sorted(words)).encode())
    assert all(word in listed for word in words)
    assert (wanted in listed) == (wanted in words)


@pytest.mark.parametrize(
    "name",
    [
        "abbreviations",
        "allow_everyday",
        "allow_field",
        "allow_formal",
        "common_heads",
        "court_words",
        "function_words",
        "lower_names",
        "name_words",
        "occupations",
        "title_words",
        "titles",
    ],
)
def test_every_hand_kept_list_says_where_it_comes_from(name: str) -> None:
    assert "Source:" in resource("lexicon", f"{name}.txt").read_text("utf-8")


def test_every_profile_is_there_and_public_is_the_strictest() -> None:
    assert set(profiles()) == set(ProfileName)
    public = load_profile("public")
    assert public.case_dates is Rung.SEASON
    assert all(public.asks_at >= profile.asks_at for profile in profiles().values())


def test_an_unknown_profile_is_an_error() -> None:
    with pytest.raises(ValueError, match="press"):
        load_profile("press")


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("aged 13", "aged 13 to 15"),
        ("13-year-old", "13-to-15-year-old"),
        ("thirty-four years old", "30 to 39 years old"),
        ("was 13", "was aged 13 to 15"),
        ("aged 13 to 15", "aged 13 to 15"),
        ("6 months old", None),
        ("aged 3, 5 and 7", None),
        ("13th birthday", None),
    ],
)
def test_ages_in_bands(words: str, printed: str | None) -> None:
    assert banded(words) == printed


@given(st.integers(1, 110))
def test_an_age_is_inside_its_band_and_so_is_its_band(age: int) -> None:
    first, last = band(age)
    assert first <= age <= last
    assert last - first >= 2


@given(st.dates(dt.date(1990, 1, 1), dt.date(2040, 12, 31)))
def test_coarser_words_never_hold_the_day(day: dt.date) -> None:
    written = f"{day.day} {day:%B} {day.year}"
    assert coarse_words(written, Rung.MONTH, read_date) == f"{day:%B} {day.year}"
    assert coarse_words(written, Rung.SEASON, read_date) == season(day)
    assert coarse_words(season(day), Rung.SEASON, read_date) == season(day)
    assert coarse_words(written, Rung.DAY, read_date) == written


def test_an_before_a_vowel_that_is_heard() -> None:
    assert [takes_an(w) for w in ("aunt", "Adult 1", "GP 1", "uncle", "university", "hour", "one", "8-year-old")] == [
        True, True, False, True, False, True, False, True,
    ]  # fmt: skip
