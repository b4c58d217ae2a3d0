"""Names of one body are found however they were written; names of two bodies are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.body_names import initials, keys_of, named_in, why_alike

SPELT = {"CSC": "Children\u2019s Social Care", "MAST": "Multi-Agency Screening Team"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Executive Members Group", "Executive Group"),
        ("Executive", "The Executive Group"),
        ("Learning and Improvement Sub Group", "Learning and Improvement Group"),
        ("Improvement and Learning Sub-Group", "Learning & Improvement Subgroups"),
        ("CSC", "Children's Social Care"),
        ("Childrens Social Care", "Children\u2019s Social Care"),
        ("MAST", "Multi Agency Screening Team"),
        ("Joint Co-ordinating Group", "JCG"),
        ("Eastmarch Polcie", "Eastmarch Police"),
        ("Eastmarch Police", "Eastmarch Police Missing Persons"),
    ],
)
def test_one_body(a: str, b: str) -> None:
    assert why_alike(a, b, SPELT)
    assert keys_of(a, SPELT) & keys_of(b, SPELT)
    assert why_alike(b, a, SPELT)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Eastmarch Safeguarding Children Board", "Eastmarch Safeguarding Children Partnership"),
        ("Youth Justice Service", "Probation Service"),
        ("Health Visiting Team 1", "Health Visiting Team 2"),
        ("School", "Thornby Academy"),
        ("Police", "Policy"),
        ("Valley CAMHS", "Hill CAMHS"),
        ("", "Executive"),
    ],
)
def test_two_bodies(a: str, b: str) -> None:
    assert why_alike(a, b, SPELT) == ""


def test_names_are_found_in_words() -> None:
    text = "The Learning and Improvement Sub Group told the Practice Development Group; the group then met the police."
    assert named_in(text) == ["Learning and Improvement Sub Group", "Practice Development Group"]


def test_initials() -> None:
    assert initials("Joint Co-ordinating Group") == "JCG"
    assert initials("Council of the Area") == "CA"


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_goes_both_ways(a: str, b: str) -> None:
    assert bool(why_alike(a, b, {})) == bool(why_alike(b, a, {}))


WORDS = st.lists(
    st.sampled_from(["Youth", "Justice", "Group", "Hill", "and", "Screening", "Team"]), min_size=1, max_size=4
)


@given(WORDS, WORDS, st.integers(0, 30), st.sampled_from(["", "x", " "]))
def test_no_pair_that_is_alike_is_passed_over(first: list[str], second: list[str], at: int, slip: str) -> None:
    a = " ".join(first)
    for b in (" ".join(second), a[:at] + slip + a[at + 1 :], initials(a)):
        if why_alike(a, b, {}) not in ("", "the same words"):
            assert keys_of(a, {}) & keys_of(b, {}), (a, b)
