"""People given away by the label before them, by a chat's lines, or by standing last."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.detect import detect


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NIC: Hope. All settled.", "Hope"),
        ("ALIAS TOM WARD / BIG T", "BIG T"),
        ("dictated by the consultant, typed by vq not checked", "vq"),
        ("I have known the Brooks all my life.", "Brooks"),
        ("The name is spelt I V O R Y on the card.", "I V O R Y"),
        ("zed_k09: where r u", "zed_k09"),
        ("Please ring me, I'm in all day. Posy", "Posy"),
        ("Victim: T.O.  Perp: K.O.  Children: 2", "T.O."),
    ],
)
def test_a_person_by_what_stands_beside(text: str, found: str) -> None:
    assert any(found in text[span.start : span.end] for span in detect(text))


@pytest.mark.parametrize("text", ["typed by me", "Chair: All present.", "We met the Children first."])
def test_nobody(text: str) -> None:
    assert detect(text) == []
