"""Ages that somebody states, or at which something happened to somebody."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.detect import detect


def ages(text: str) -> list[str]:
    return [text[span.start : span.end] for span in detect(text) if span.kind == "age"]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("She gave her own age as nineteen at the desk.", "nineteen"),
        ("Age: claims 15", "15"),
        ("The council say 18.", "18"),
        ("She doesn't look 14 to me.", "14"),
        ("Doing well in her flat. Nearly 18. Needs a plan.", "18"),
        ("Male infant approx 9 months, brought in by ambulance", "9 months"),
        ("She was in fact 16 and 3 months.", "16 and 3 months"),
        ("He came to live with her at fourteen months after the fire.", "fourteen months"),
        ("He found out by letter; he learned it at twelve from a cousin.", "twelve"),
        ("Fell down the stairs at 14m, seen in clinic.", "14m"),
        ("He hid when he was six or seven.", "was six or seven"),
        ("Subject: Kofi B., 15 (in care)", "15"),
        ("2\tBaby Crane (twin 1)\t6/52\tFeeding", "6/52"),
    ],
)
def test_an_age_is_stated(text: str, age: str) -> None:
    assert age in ages(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two of them say 6.",
        "The sessions ran for 3 and 6 months.",
        "The bus left at 14:10 and came back.",
        "Only 12 of the families replied.",
        "They were seen at 6 weeks after the operation.",
        "The rule says 14 days.",
        "Look at 15 of these files.",
    ],
)
def test_what_is_counted_is_no_age(text: str) -> None:
    assert ages(text) == []
