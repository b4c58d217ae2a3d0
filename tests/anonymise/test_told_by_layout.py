"""Names, days, ages and homes that only their place on a page or their small words give away, and what is none."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.detect import detect


def _found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in detect(text)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Victim: KT   Perp: RT   Children: two", "KT"),
        ("ONE MALE DETAINED, GIVING NAME MARSH. NIL INJURIES.", "MARSH"),
        ("plan: discuss with Donalda (named nurse) today", "Donalda"),
        ("dictated not read\ndr p o'hanlon / typed mw", "dr p o'hanlon"),
        ("dictated not read\ndr p o'hanlon / typed mw", "mw"),
        ("Bed 7: R.McA, faltering growth.", "R.McA"),
        ("Told HCA Rose she was sore.", "HCA Rose"),
        ("he found the leaflet in keelys nappy bag", "keelys"),
        ("The Patient: Achieng, B\nMatter: care", "Achieng, B"),
        ("Quiet night.\n4th  She came to the door.\n6th  Out with the pram.", "6th"),
        ("We refer to our letter of the 9th inst. and regret", "9th inst"),
        ("They came here the Ramadan before last.", "Ramadan before last"),
        ("Please confirm by noon, the court will rise.", "noon"),
        ("| 13/06/19 | Found deceased, 36 | |", "36"),
        ("She met him at Tanya's thirtieth.", "thirtieth"),
        ("Irena is 88 herself and has fallen.", "88"),
        ("I am seven next week and I am getting a bike.", "seven next week"),
        ("He will not stay at the maisonette in Gull Street again.", "the maisonette in Gull Street"),
        ("She was taken home to 14 The Drift.", "14 The Drift"),
        ("It's the end house, number 61, the one with the boat.", "number 61"),
        ("Home visit, Room 5, Jubilee House. Landlord not seen.", "Room 5, Jubilee House"),
        ("He is on Willow wing today.", "Willow wing"),
        ("They run the only Polish bakery in the town, and know everybody.", "only Polish bakery in the town"),
    ],
)
def test_it_is_found(text: str, named: str) -> None:
    assert any(named in found for found in _found(text))


@pytest.mark.parametrize(
    "text",
    [
        "A community order with BBR, RAR days and RTK; DAPO informed; CIW told.",
        "RiO progress note, see nDelius and SystmOne.",
        "4.17 It is important to say how records were kept.\n4.18 The panel heard why.\n4.19 Nobody had asked.",
        "She had £60 in cash.",
        "It came on the same day each Sunday.",
        "She spoke to the family on the ward.",
        "Bruise of 3x4cm, feeds 5oz 4x/day, under-16s policy read.",
        "They gave the name to the officer.",
        "He is at home with his gran (carer).",
    ],
)
def test_it_is_left(text: str) -> None:
    assert _found(text) == []
