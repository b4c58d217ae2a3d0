"""Abbreviations: spelt out beside them, or never."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.abbreviations import find_abbreviations


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("from the Multi Agency Screening Team (MAST), who", "MAST", "Multi Agency Screening Team"),
        ("the Multi-Agency Child Exploitation (MACE) work", "MACE", "Multi-Agency Child Exploitation"),
        ("Eastmarch Joint Co-ordinating Group (JCG) for", "JCG", "Joint Co-ordinating Group"),
        ("the Department for Work and Pensions (DWP).", "DWP", "Department for Work and Pensions"),
        ("Reed, Marsh and Hill Valley (RMHV) group", "RMHV", "Reed, Marsh and Hill Valley"),
        ("Told the EMP about it.", "EMP", ""),
        ("Spoke to someone else (EMP) about it.", "EMP", ""),
        ("two DSLs attended", "DSL", ""),
    ],
)
def test_one(text: str, short: str, long: str) -> None:
    assert (short, long) in [(f.short, f.long) for f in find_abbreviations(text)]


def test_each_once_counted_and_defined_wherever_it_is_defined() -> None:
    text = "JCG met. The Joint Care Group (JCG) met. NFA. JCG closed."
    assert [(f.short, f.long, f.count) for f in find_abbreviations(text)] == [("JCG", "Joint Care Group", 3)]


@pytest.mark.parametrize("text", ["", "Nothing here.", "A visit at 2 PM", "SHOUTING ALL THE WAY HOME", "in 2024"])
def test_none(text: str) -> None:
    assert not find_abbreviations(text)


@given(st.text(max_size=200))
def test_never_raises_and_longs_are_in_the_text(text: str) -> None:
    for found in find_abbreviations(text):
        assert not found.long or all(word in text for word in found.long.split())
