"""Spells of time from one date to another, coarsened as a whole: no day and no missing year is left behind."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.date_ranges import from_one_to_another
from desktop_app.anonymise.detect import detect


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12–14 Mar 2024", ["12–14 Mar 2024"]),
        ("Seen 3-5/3/25 by duty.", ["3-5/3/25"]),
        ("Away 28 February – 2 March 2025.", ["28 February – 2 March 2025"]),
        ("12/03/2024 - 14/03/2024", ["12/03/2024 - 14/03/2024"]),
        ("It was March or April 2024.", ["March or April 2024"]),
        ("Between 12 March 2024 and 9 April 2024 nobody rang.", ["12 March 2024 and 9 April 2024"]),
        ("Seen on 12 March 2024 and 9 April 2024.", ["12 March 2024", "9 April 2024"]),
        ("Ward 7 - 14 Mar 2024", ["7 - 14 Mar 2024"]),  # too much rather than too little
        ("At 12:14 on 14 Mar 2024", ["14 Mar 2024"]),
    ],
)
def test_a_spell_is_one_finding(text: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in detect(text) if span.kind == "date"] == found


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("12–14 Mar 2024", "Spring 2024"),
        ("28 Feb – 2 Mar 2025", "Winter 2024/25 to spring 2025"),
        ("March or April 2024", "Spring 2024"),
        ("May or June 2024", "Spring or summer 2024"),
        ("28 Mar 2024 – 4 Jun 2024", "Spring to summer 2024"),
        ("w/c 3 Mar 2025", "Spring 2025"),
        ("He was away between 12 and 14 March 2024.", "He was away in spring 2024."),
        ("He was away between 12 March and 9 June 2024.", "He was away between spring and summer 2024."),
        ("He was away from 3 March 2024 until 9 April 2024.", "He was away in spring 2024."),
        ("He was away from 3 March 2024.", "He was away from spring 2024."),
        ("Between 12 and 14 March 2024 nobody rang.", "In spring 2024 nobody rang."),
    ],
)
def test_no_day_of_it_is_printed_to_the_public(rendered, body_words, written: str, printed: str) -> None:
    assert body_words(rendered(written)) == [printed]


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("3 or 4 March 2024", ("3 March 2024", "or", "4 March 2024")),
        ("March – April 2024", ("March 2024", "to", "April 2024")),
        ("December 2023 to January 2024", ("December 2023", "to", "January 2024")),
        ("Easter 2024", None),
        ("14 March 2024", None),
    ],
)
def test_each_end_is_whole(words: str, ends: tuple[str, str, str] | None) -> None:
    assert from_one_to_another(words) == ends
