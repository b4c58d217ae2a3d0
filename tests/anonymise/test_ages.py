"""Somebody's age is banded in every text that may leave; a population, a count and a spell of time stay."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.ages import banded
from desktop_app.common.document import Dates


@pytest.mark.parametrize("dates", [Dates.CASE, Dates.GOVERNANCE])
@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Callum, aged 13, was 13 years old in Year 9.", "Rowan, aged 13 to 15, was 13 to 15 years old in Year 9."),
        ("Callum (13). A 13-year-old.", "Rowan (13 to 15). A 13-to-15-year-old."),
        ("He was 13 years 6 months.", "He was aged 13 to 15."),
        ("He was 13 years and 6 months old.", "He was 13 to 15 years old."),
        ("13 years 6 months", "13 to 15 years"),
        ("A 13yo boy", "A 13-to-15-year-old boy"),
        ("A thirteen-year-old", "A 13-to-15-year-old"),
        ("Age: 13", "Age: 13 to 15"),
        ("Callum was 13.", "Rowan was aged 13 to 15."),
    ],
)
def test_an_age_is_banded_wherever_it_stands(rendered, body_words, written, printed, dates) -> None:
    assert body_words(rendered(written, dates=dates)) == [printed]


@pytest.mark.parametrize("dates", [Dates.CASE, Dates.GOVERNANCE])
@pytest.mark.parametrize("text", ["Callum turned 14 last March.", "It was his 14th birthday."])
def test_an_age_that_no_band_can_say_is_asked_about(rendered, text, dates) -> None:
    assert "age" in [u.kind for u in rendered(text, dates=dates).undecided]


def test_a_bare_number_in_the_partnerships_own_text_is_asked_about_when_it_may_be_an_age(rendered) -> None:
    found = rendered("The eldest (12) was heard.", dates=Dates.GOVERNANCE).undecided
    assert [(u.surface, u.kind) for u in found] == [("12", "age")]


@pytest.mark.parametrize(
    "text",
    [
        "Services for children aged 10 to 14 were scarce.",
        "Young people aged 16 and over were not seen.",
        "The number of recommendations was 11.",
        "Three weeks later the plan was closed; it had run for 2 years 6 months.",
        "In Year 9 the school closed.",
    ],
)
@pytest.mark.parametrize("dates", [Dates.CASE, Dates.GOVERNANCE])
def test_populations_counts_and_spells_of_time_stay(rendered, body_words, text, dates) -> None:
    rendering = rendered(text, dates=dates)
    assert (body_words(rendering), rendering.undecided) == ([text], ())


def test_other_readers_see_the_age(rendered, body_words) -> None:
    text = "He was 13 years 6 months old."
    assert body_words(rendered(text, profile="panel", dates=Dates.GOVERNANCE)) == [text]


def test_nothing_turns_a_band() -> None:
    assert banded("turned 14") is None


@pytest.mark.parametrize(
    ("dates", "written", "printed"),
    [
        (Dates.CASE, "On Bonfire Night 2024 he left.", "In autumn 2024 he left."),
        (Dates.GOVERNANCE, "On Bonfire Night 2024 it met.", "In November 2024 it met."),
        (Dates.CASE, "On Boxing Day he left.", "In winter he left."),
        (Dates.CASE, "On New Year’s Day 2025 he left.", "In winter 2024/25 he left."),
        (Dates.CASE, "At Christmas 2024 he left.", "At winter 2024/25 he left."),
    ],
)
def test_named_days_are_days(rendered, body_words, dates, written, printed) -> None:
    rendering = rendered(written, dates=dates)
    assert (body_words(rendering), rendering.undecided) == ([printed], ())
