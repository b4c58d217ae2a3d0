"""A kept word is asked about again only where its sentence is new; words are taken out whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.anonymise.again import Again, sentence_mark
from desktop_app.anonymise.grammar import apply_edits
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.taken_out import taken_out
from desktop_app.domain.output import Choice, SurfaceDecision

WORDS = st.sampled_from(["the", "panel", "walked", "past", "Marsh Lane", "on", "Monday", "Dr. Grey", "and", "wept"])
SENTENCE = st.lists(WORDS, min_size=1, max_size=8).map(lambda ws: "We saw Hollow Oak with " + " ".join(ws) + ".")


def mark(text: str) -> str:
    return sentence_mark(text, text.index("Hollow Oak"))


def why_kept(decisions: list[SurfaceDecision], text: str) -> str | None:
    start = text.index("Hollow Oak")
    return Again(decisions, Register(())).why_kept(text, start, start + len("Hollow Oak"))


@given(SENTENCE, st.lists(st.sampled_from(["It rained.", "Nobody came!", "Why?"]), max_size=3), st.booleans())
def test_a_sentence_that_only_moved_is_the_same(sentence: str, before: list[str], shouted: bool) -> None:
    moved = " ".join([*before, sentence.upper().replace("HOLLOW OAK", "Hollow Oak") if shouted else sentence, "After."])
    kept = SurfaceDecision(surface="Hollow Oak", choice=Choice.KEEP, reason="r", contexts=(mark(sentence),))
    assert why_kept([kept], moved) is None


@given(SENTENCE, SENTENCE)
def test_another_sentence_is_new(one: str, other: str) -> None:
    kept = SurfaceDecision(surface="Hollow Oak", choice=Choice.KEEP, reason="r", contexts=(mark(one),))
    new = why_kept([kept], other)
    assert (new is None) == (one == other)


def test_only_what_is_kept_is_asked_again() -> None:
    decided = [SurfaceDecision(surface="Hollow Oak", choice=c, contexts=("x",)) for c in Choice if c is not Choice.KEEP]
    assert why_kept(decided, "Hollow Oak.") is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("He saw <Ann Lee>.", "He saw."),
        ("He saw <Ann Lee> go.", "He saw go."),
        ("<Ann Lee> went home.", "Went home."),
        ("<Ann Lee>’s aunt came.", "Aunt came."),
        ("The aunt (<Ann Lee>) came.", "The aunt came."),
        ("The aunt, <Ann Lee>, came.", "The aunt came."),
        ("<Ann Lee>, the aunt, came.", "The aunt, came."),
        ("It ended. <Ann Lee> left.", "It ended. Left."),
        ("<Ann Lee>", ""),
        ("“<Ann Lee>”", ""),
    ],
)
def test_what_is_taken_out_takes_its_space_and_commas_along(text: str, left: str) -> None:
    start, end = text.index("<"), text.index(">") - 1
    plain = text.replace("<", "").replace(">", "")
    assert apply_edits(plain, [taken_out(plain, start, end)])[0] == left
