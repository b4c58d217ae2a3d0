"""Names in the figures of a file's sum, where chance put them; and names beside figures, where somebody did."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.register import Register
from desktop_app.domain.people import RegisterEntry

_REGISTER = Register([RegisterEntry("1", "person", "Ada Draycott", ("Bede", "Fae"), "Child A")])


@pytest.mark.parametrize(
    "sum_",
    [
        "84f0ada71c22",
        "1b7e9ada4c0d5f6a8e2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f7081",
        "77bede7701fae9c2",
        "0fae12345678",
    ],
)
def test_letters_of_a_sum_are_nobody(sum_: str) -> None:
    assert _REGISTER.find(f"SHA-256 {sum_}") == []


@pytest.mark.parametrize("text", ["Ada2014", "ada 12345678", "Ada 2014", "room 4ada", "12 Ada 345678901"])
def test_a_name_beside_figures_is_found(text: str) -> None:
    assert [match.owners for match in _REGISTER.find(text)] == [("1",)]
