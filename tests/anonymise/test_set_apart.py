"""Names whose letters stand apart are asked about, and pass in no approved sentence unless a person kept them."""

from __future__ import annotations

import pytest

from desktop_app.anonymise.gate import check_parts, register_leaks
from desktop_app.anonymise.layout import located_texts
from desktop_app.anonymise.profiles import load_profile
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.result import FilePart
from desktop_app.common.document import Dates
from desktop_app.domain.output import Choice, SurfaceDecision
from desktop_app.domain.people import RegisterEntry

APART = [
    ("C a l l u m went.", "C a l l u m"),
    ("D r a y c o t t came", "D r a y c o t t"),
    ("Seen C-A-L-L-U-M and x today.", "C-A-L-L-U-M"),
    ("Seen C\u200aa\u200al\u200al\u200au\u200am and others since then", "C a l l u m"),
    ("Then C.a.l.l.u.m went home for tea.", "C.a.l.l.u.m"),
    ("Then C·a·l·l·u·m went home for tea.", "C·a·l·l·u·m"),
    ("O s e i rang the school twice", "O s e i"),
    ("Afterwards L e e came for the children", "L e e"),
    ("Callum D r a y c o t t was at home then.", "Callum D r a y c o t t"),
]


@pytest.mark.parametrize(("text", "surface"), APART)
@pytest.mark.parametrize("dates", [Dates.CASE, Dates.GOVERNANCE])
def test_a_name_with_its_letters_apart_is_asked_about_first(rendered, text, surface, dates) -> None:
    rendering = rendered(text, dates=dates)
    assert rendering.anonymised is None
    assert (rendering.undecided[0].surface, rendering.undecided[0].tier) == (surface, 1)
    assert rendering.undecided[0].owners


@pytest.mark.parametrize(("text", "surface"), APART)
def test_a_decision_settles_it(rendered, body_words, text, surface) -> None:
    other = SurfaceDecision(surface=surface, choice=Choice.REPLACE, replacement="somebody")
    rendering = rendered(text, decisions=(other,))
    assert rendering.undecided == ()
    assert surface not in body_words(rendering)[0]
    assert "omebody" in body_words(rendering)[0]


@pytest.mark.parametrize(("text", "surface"), APART[:3])
def test_a_kept_one_passes_the_gate_and_no_other_does(rendered, register, text, surface) -> None:
    kept = SurfaceDecision(surface=surface, choice=Choice.KEEP, reason="a spelling exercise")
    anonymised = rendered(text, decisions=(kept,)).anonymised
    assert anonymised is not None
    words = "\n".join(located.text.words for located in located_texts(anonymised.document))
    part = FilePart("page 1", words)
    assert check_parts((part,), register, anonymised.allowed, load_profile("public")) == ()
    assert register_leaks((FilePart("page 1", f"{words} N a n d a k u m a r"),), register, anonymised.allowed)


@pytest.mark.parametrize("text", [text for text, _ in APART])
def test_no_approved_sentence_covers_it_in_the_finished_file(rendered, register, text) -> None:
    anonymised = rendered("It was a quiet day for everybody.").anonymised
    assert anonymised is not None
    assert register_leaks((FilePart("page 1", text),), register, anonymised.allowed)


@pytest.mark.parametrize("text", ["Options A - B - C were weighed.", "The S.M.A.R.T. goals", "Call um, then reasons"])
def test_letters_that_spell_nobody_are_left(register, text) -> None:
    from desktop_app.anonymise.squashed import SquashedNames

    found = [text[a:b] for a, b, _ in SquashedNames(register).find(text)]
    assert found == ([] if "Call" not in text else ["Call um"])


@pytest.mark.parametrize("text", ["Is Sahra's bag here?", "Ms Saleeban rang.", "Dr Saleeban wrote to Sahra’s mother."])
def test_the_end_of_a_title_is_no_initial_and_a_possessive_no_other_name(rendered, body_words, text) -> None:
    """“Ms Saleeban” holds an “S Saleeban” in its letters, and “Sahra's” a “Sahra S”."""
    register = Register((RegisterEntry("s", "person", "Sahra Saleeban", (), "Rowan"),))
    rendering = rendered(text, register=register)
    assert rendering.undecided == ()
    assert "Rowan" in body_words(rendering)[0]
