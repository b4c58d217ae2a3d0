"""What stands beside a finding and belongs to it, what hasty notes leave out, and abbreviations that are spelt out."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.detect import detect


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in detect(text)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("She lives in the bottom flat at 6 Skinner Rise with her mum.", "the bottom flat at 6 Skinner Rise"),
        ("Moved to 3rd Floor, Candle Chambers, 8 Silver Street.", "3rd Floor, Candle Chambers, 8 Silver Street"),
        ("top floor, 31b Weir Road", "top floor, 31b Weir Road"),
        ("She is just turned 20.", "just turned 20"),
        ("Visits are 3-5pm only.", "3-5pm"),
        ("Q. Liang is the class teacher.", "Q. Liang"),
        ("Name: Autumn Rose Fearnley     Age 7", "Autumn Rose Fearnley"),
        ("callum h rang, wants his post", "callum h"),
        ("Admitted to WARD 7B overnight.", "WARD 7B"),
        ("Seen at Little Otters Family Project.", "Little Otters Family Project"),
    ],
)
def test_what_belongs_to_a_finding_is_part_of_it(text: str, whole: str) -> None:
    assert whole in found(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Seen with Mum. Seven months. Feeding well.", "Seven months"),
        ("Kids: Ben; ten; loves lego.", "ten"),
        ("out till half 4 again", "half 4"),
        ("only 9 when her dad left", "9"),
        ("sixteen yrs 4/12", "sixteen yrs 4/12"),
        ("Mrs rees not answering", "Mrs rees"),
        ("Children: D (5), A (18 months), and K (11)", "A"),
        ("Children: D (5), A (18 months), and K (11)", "D"),
    ],
)
def test_what_hasty_notes_leave_of_it(text: str, said: str) -> None:
    assert said in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Interviewed under ZBE (Zealous Brisk Enquiry) rules.",
        "Ask for a Zealous Brisk Enquiry (ZBE) early.",
        "| ZBE | Zealous Brisk Enquiry |",
        "ZBE: zealous brisk enquiry. A ZBE is held once.",
        "about half 4 pints of milk",
        "The course runs for ten weeks. It is free.",
        "Offer it three times; two; or one.",
    ],
)
def test_ordinary_words_are_nobody(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Grace May Hope (GMH) was seen.",
        "Seen by Zealous Tamsin Enright (ZTE).",
        "ZTE rang. No ZBE was held: Zealous Brisk Enquiry (ZBE).",
    ],
)
def test_letters_of_somebody_stay_findings_though_written_out(text: str) -> None:
    assert any(words in ("GMH", "ZTE") for words in found(text))
