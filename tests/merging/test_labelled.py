"""The promised figures on the labelled halves: duplicates, contradictions, and near misses left alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop_app.services.merging import contradictions, duplicates

Read = Callable[[str], Any]


def test_the_labels_are_as_many_as_promised(labelled: Read) -> None:
    halves = [labelled("tuned"), labelled("held_out")]
    assert sum(len(half.duplicates) for half in halves) >= 60
    assert sum(len(half.contradictions) for half in halves) >= 40
    assert sum(len(half.apart) for half in halves) >= 30
    assert all(len({event.agency for event in half.snapshot.events}) == 8 for half in halves)


@pytest.mark.parametrize("half", ["tuned", "held_out"])
def test_nine_of_ten_duplicates_are_proposed_and_seven_of_ten_proposals_are_right(labelled: Read, half: str) -> None:
    given = labelled(half)
    found = {proposal.pair for proposal in duplicates(given.snapshot)}
    right = found & given.duplicates
    wrong = found - given.duplicates - given.contradictions  # a contradiction is often one occasion told twice
    assert len(right) >= 0.9 * len(given.duplicates), sorted(map(sorted, given.duplicates - right))
    assert len(right) >= 0.7 * (len(right) + len(wrong)), sorted(map(sorted, wrong))
    assert not found & given.apart


@pytest.mark.parametrize("half", ["tuned", "held_out"])
def test_eight_of_ten_contradictions_are_proposed(labelled: Read, half: str) -> None:
    given = labelled(half)
    found = {proposal.pair for proposal in contradictions(given.snapshot)}
    assert len(found & given.contradictions) >= 0.8 * len(given.contradictions)
    assert len(found & given.apart) <= 1


@pytest.mark.parametrize("half", ["tuned", "held_out"])
def test_every_proposal_says_why_without_naming_anybody(labelled: Read, half: str) -> None:
    snapshot = labelled(half).snapshot
    names = ("Kofi", "Bramwell", "Dana", "Maisie", "Penhale", "Kerra", "Jory")
    for proposal in (*duplicates(snapshot), *contradictions(snapshot)):
        assert proposal.why
        assert not any(name.casefold() in proposal.why.casefold() for name in names)
        assert 0.0 < proposal.score <= 1.0
