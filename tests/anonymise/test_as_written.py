"""A decision on a word that is also a registered name holds for the capitals it was taken on, and no others."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.anonymise.allowance import Surfaces
from desktop_app.anonymise.as_written import as_written, is_bound, surface_key
from desktop_app.anonymise.fold import fold_surface
from desktop_app.anonymise.gate import register_leaks
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.result import FilePart
from desktop_app.domain.output import Choice, SurfaceDecision
from desktop_app.domain.people import RegisterEntry

KETTLES = Register(
    (
        RegisterEntry("c1", "person", "Ffion Kettle", (), "Juniper", "", "subject"),
        RegisterEntry("c2", "person", "Siân Kettle", (), "Mother", "", "mother"),
        RegisterEntry("c3", "person", "Amber Kettle", (), "Juno", "", "sister"),
    )
)
SPELLINGS = ("kettle", "Kettle", "KETTLE")
NAMES = ("It was Kettle who rang.", "KETTLE was seen in the shop.", "Kettle's was shut.")


def kept(surface: str) -> SurfaceDecision:
    return SurfaceDecision(surface=surface, choice=Choice.KEEP, reason="the object")


def test_the_object_and_the_family_are_two_questions(rendered) -> None:
    waiting = rendered("She put the kettle on.", *NAMES[:2], register=KETTLES).undecided
    assert sorted(item.surface for item in waiting if item.owners) == ["KETTLE", "Kettle", "kettle"]


@pytest.mark.parametrize("name", NAMES)
def test_the_object_kept_keeps_no_name(rendered, body_words, name: str) -> None:
    rendering = rendered("She put the kettle on.", name, decisions=(kept("kettle"),), register=KETTLES)
    assert rendering.anonymised is None
    assert "kettle" not in {item.surface for item in rendering.undecided}
    assert body_words(rendering)[0] == "She put the kettle on."


@pytest.mark.parametrize(("one", "other"), list(itertools.permutations(SPELLINGS, 2)))
def test_what_is_kept_in_some_capitals_is_refused_in_others(one: str, other: str) -> None:
    allowed = frozenset({surface_key(one, KETTLES)})
    assert not register_leaks((FilePart("page 1", f"It was {one} who rang"),), KETTLES, allowed)
    leaks = register_leaks((FilePart("page 1", f"It was {other} who rang"),), KETTLES, allowed)
    # "kettle" beside "who" is nobody's when nothing speaks for a person: what has a capital is always refused.
    assert leaks or other == "kettle"


def test_other_words_for_a_name_take_it_in_capitals_too_but_leave_the_object(rendered, body_words) -> None:
    decisions = (SurfaceDecision(surface="Kettle", choice=Choice.REGISTER, entry="c2"), kept("kettle"))
    texts = ("She put the kettle on.", "It was Kettle who rang.", "It was KETTLE who rang.")
    rendering = rendered(*texts, decisions=decisions, register=KETTLES)
    assert body_words(rendering) == ["She put the kettle on.", "It was Mother who rang.", "It was Mother who rang."]
    assert rendering.anonymised is not None, rendering.undecided


@pytest.mark.parametrize(
    ("surface", "key"),
    [
        ("KETTLE’s", "“KETTLE”"),
        ("Mr  Kettle", "“Mr Kettle”"),
        ("Ket-\ntle", "“Kettle”"),
        ("poppy wreath", "poppy wreath"),
    ],
)
def test_only_words_with_a_registered_name_are_bound(surface: str, key: str) -> None:
    assert surface_key(surface, KETTLES) == key


@given(st.lists(st.sampled_from(["kettle", "KETTLE", "Kettle", "the", "Mr", "9", "O'Neil", "Siân"]), min_size=1))
def test_a_bound_surface_folds_to_the_same_words_and_finds_itself(words: list[str]) -> None:
    text = " ".join(words)
    key = as_written(text)
    assert is_bound(key)
    assert fold_surface(key) == fold_surface(text)
    assert (0, len(text)) in [(start, end) for start, end, _ in Surfaces([key]).find(text)]
    swapped = text.swapcase()
    assert not [p for p in Surfaces([key]).find(swapped) if p[:2] == (0, len(swapped))] or as_written(swapped) == key
