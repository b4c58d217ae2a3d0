"""Letters that stand for somebody, and names on applications, by what stands beside them."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.detect import detect


def found(text: str, kind: str) -> list[str]:
    return [text[span.start : span.end] for span in detect(text) if span.kind == kind]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("baby J was weighed", ["J"]),
        ("H is settled in placement", ["H"]),
        ("time between B and C", ["B", "C"]),
    ],
)
def test_letters_that_stand_for_somebody(text: str, letters: list[str]) -> None:
    assert found(text, "initials") == letters


@pytest.mark.parametrize(
    "text", ["Plan B is not ready.", "SW/HV to visit", "Section C is settled", "Child A was seen", "N/A"]
)
def test_letters_that_label(text: str) -> None:
    assert found(text, "initials") == []


@pytest.mark.parametrize(
    ("text", "handle"),
    [
        ('TikTok account "ghostboy"', "ghostboy"),
        ("goes by shadow_kid on discord", "shadow_kid"),
        ("snapchat as mollyxox", "mollyxox"),
    ],
)
def test_a_name_beside_an_application(text: str, handle: str) -> None:
    assert found(text, "handle") == [handle]


def test_what_was_written_on_an_application_is_no_name() -> None:
    assert found("He wrote on Facebook that he was sorry, as everybody knows.", "handle") == []
