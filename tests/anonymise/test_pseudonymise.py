"""A plain text pseudonymised: what is certain, what is for review, and offsets that land on the original."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.anonymise.decided import Decided
from desktop_app.anonymise.profiles import load_profile
from desktop_app.anonymise.pseudonymise import pseudonymise
from desktop_app.anonymise.register import Register
from desktop_app.domain.dates import read_date
from desktop_app.domain.output import Choice, SurfaceDecision

PUBLIC = load_profile("public")


def test_register_first_then_the_recognisers(register) -> None:
    text = "Cal's mum, Ms Draycott, met Barry Stokes in Marsh Lane on 9 October 2025."
    new, found = pseudonymise(text, register, PUBLIC, date_reader=read_date)
    assert new == "Rowan's mum, Mother, met [name] in a street in the town in autumn 2025."
    assert [(text[r.start : r.end], r.uid, r.decision) for r in found] == [
        ("Cal", "p-callum", "auto"),
        ("Ms Draycott", "p-jodie", "auto"),
        ("Barry Stokes", "", "review"),
        ("Marsh Lane", "p-lee", "review"),
        ("on 9 October 2025", "", "auto"),
    ]


def test_bodies_named_as_they_are_stay(register) -> None:
    text = "Eastmarch Safeguarding Children Partnership met."
    assert pseudonymise(text, register, PUBLIC) == (text, [])


def test_a_date_nobody_can_read_is_for_review(register) -> None:
    new, found = pseudonymise("Seen on 31/02/2024.", register, PUBLIC, date_reader=read_date)
    assert (new, found[0].decision) == ("Seen on [date].", "review")


def test_nothing_to_do(register) -> None:
    assert pseudonymise("", register, PUBLIC) == ("", [])


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["Callum", "the", "Ms Osei", "rang", "Thornby", "on 3 May 2024", "İ", ".", "Zofia Wilk"]),
        max_size=12,
    )
)
def test_replacements_are_apart_and_make_the_new_text(register, pieces) -> None:
    text = " ".join(pieces)
    new, found = pseudonymise(text, register, PUBLIC, date_reader=read_date)
    built, position = "", 0
    for item in found:
        assert position <= item.start < item.end <= len(text)
        built += text[position : item.start] + item.replacement
        position = item.end
    assert built + text[position:] == new


def test_what_was_decided_in_the_review_is_done(register: Register) -> None:
    profile = load_profile("public")
    decisions = (
        SurfaceDecision(surface="poppy wreath", choice=Choice.KEEP, reason="the object"),
        SurfaceDecision(surface="Barry Stokes", choice=Choice.REPLACE, replacement="an uncle"),
        SurfaceDecision(surface="Hollow Oak", choice=Choice.OMIT),
    )
    text = "He laid a poppy wreath. Barry Stokes’s van stood there. They saw Poppy. They met at Hollow Oak."
    new, spans = pseudonymise(text, register, profile, decided=Decided(decisions, register, profile))
    assert new.startswith("He laid a poppy wreath. An uncle’s van stood there. They saw Sibling 1.")
    assert "Oak" not in new
    assert all(span.decision == "auto" for span in spans)
