"""Numbers of paragraphs and a clinic's shorthand tell nobody anything; dates and ages that look like them do."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.detect import detect
from desktop_app.anonymise.outline_numbers import outline_numbers

OUTLINE = "1.1 A meeting was held.\n1.2 It was late.\n\n2 Method\n2.1 People came.\n2.1.1 They spoke.\n2.2 They left.\n"
LOG = "|\n1.3\n|\nSeen at home.\n|\n2.3\n|\nRang, no answer.\n|\n3.3\n|\nVisited.\n|\n4.3\n|\nLetter sent.\n"


def kinds(text: str) -> dict[str, str]:
    return {text[s.start : s.end]: s.kind for s in detect(text)}


def test_the_numbers_of_an_outline_are_no_findings() -> None:
    assert [OUTLINE[a:b] for a, b in outline_numbers(OUTLINE)] == ["1.1", "1.2", "2.1", "2.1.1", "2.2"]
    assert kinds(OUTLINE) == {}


def test_days_of_a_log_are_still_dates() -> None:
    assert outline_numbers(LOG) == []
    assert set(kinds(LOG)) == {"1.3", "2.3", "3.3", "4.3"}


def test_a_date_in_an_outline_is_still_one() -> None:
    assert kinds(OUTLINE.replace("late", "on 4.3.2024, then on 5.3")) == {"4.3.2024": "date", "5.3": "date"}


@pytest.mark.parametrize(
    "text",
    ["Low mood 3/12, work hard.", "Fit note 2/52.", "Wait 38/52.", "Tummy aches 6/52, worse.", "Off school for 7/7.",
     "Rv in 3/12", "abx x 5/7", "cough 2-3/52", "3/12 hx of headaches", "6/52 postnatal check"],
)  # fmt: skip
def test_a_spell_of_time_is_no_finding(text) -> None:
    assert kinds(text) == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [("Baby 6/52, feeding.", "6/52"), ("Seen aged 7/12 at home.", "7/12"), ("He is 8/12 old.", "8/12")],
)
def test_a_babys_age_is_an_age(text, words) -> None:
    (found,) = detect(text)
    assert found.kind == "age"
    assert words in text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "public", "partner"),
    [
        ("Excluded 15/11.", "Excluded autumn.", "Excluded November."),
        ("Letter 3/12 sent.", "Letter winter sent.", "Letter December sent."),
        ("Found at a station 05:50 20/04.", None, "Found at a station 05:50 April."),
        ("Visit on 17/05 went well.", "Visit in spring went well.", "Visit in May went well."),
        ("Allocated w/c 13 Oct.", "Allocated in autumn.", "Allocated in October."),
        ("Missing 19/20 April, then found.", "Missing spring, then found.", "Missing April, then found."),
    ],
)  # fmt: skip
def test_a_day_of_some_year_is_coarsened_by_rule(rendered, body_words, text, public, partner) -> None:
    for profile, printed in (("public", public), ("partner", partner)):
        rendering = rendered(text, profile=profile)
        if printed:
            assert rendering.undecided == ()
            assert body_words(rendering) == [printed]


def test_what_may_be_a_spell_or_a_date_is_asked(rendered) -> None:
    (asked,) = rendered("DNA 3/12 again.").undecided
    assert (asked.surface, asked.why) == ("3/12", "a date, or a spell of time in shorthand")


def test_the_numbers_of_paragraphs_pass_in_the_file_where_they_are_fewer(rendered, register) -> None:
    """A page of a finished file holds two of them, and the gate may not take these for dates."""
    from desktop_app.anonymise.gate import check_parts
    from desktop_app.anonymise.profiles import load_profile
    from desktop_app.anonymise.result import FilePart

    anonymised = rendered(*OUTLINE.splitlines()).anonymised
    assert anonymised is not None
    page = (FilePart("page 2", "2.1.1\nThey spoke.\n2.2"),)
    assert check_parts(page, register, anonymised.allowed, load_profile("public")) == ()


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("She would visit on the 7th.", "She would visit one day."),
        ("Home 12th and again today.", "Home one day and again today."),
        ("Hearing listed for the 14th.", "Hearing listed for one day."),
    ],
)
def test_a_day_of_an_unsaid_month_is_one_day(rendered, body_words, text, printed) -> None:
    rendering = rendered(text)
    assert rendering.undecided == ()
    assert body_words(rendering) == [printed]
