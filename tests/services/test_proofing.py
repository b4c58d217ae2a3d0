"""Slips that reach print."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.domain.arrangements import ParallelProcess
from desktop_app.domain.output import OutputKind
from desktop_app.domain.proofreading import passed_promises, unbalanced_quotes, unexpanded
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.proofing import warnings


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("“All is well.”", False),
        ("“Opened and never closed.", True),
        ("Closed only.”", True),
        ('Straight "pair"', False),
        ('Straight "single', True),
        ("Cal’s own words", False),
    ],
)
def test_quotation_marks_pair(text: str, bad: bool) -> None:
    assert bool(unbalanced_quotes([text])) is bad


def test_an_abbreviation_is_expanded_where_its_long_form_stands_with_it() -> None:
    texts = ["The Multi-Agency Screening Team (MAST) met.", "MAST and NYP agreed; the UK too."]
    assert unexpanded(texts, {}) == ["NYP"]
    assert unexpanded(["YJS came."], {"YJS": "Youth Justice Service"}) == ["YJS"]
    assert unexpanded(["The Youth Justice Service came. YJS wrote."], {"YJS": "Youth Justice Service"}) == []


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("The policy will be issued again by October 2020.", True),
        ("It will be launched during 2020.", True),
        ("It will be launched during 2021.", False),
        ("It was launched in October 2019.", False),
        ("Training is due to start in September 2021.", False),
        ("It will be ready by 31 July 2021.", True),
        ("She planned to see him at school in May 2020, and did not.", False),
    ],
)
def test_a_promise_is_passed_when_its_last_day_is(text: str, passed: bool) -> None:
    assert bool(passed_promises([text], dt.date(2021, 8, 1))) is passed


def test_a_process_that_holds_publication_back_is_told_until_it_ends() -> None:
    trial = ParallelProcess(title="Trial", no_publication=True, publication_constraint="Not before sentence")
    day = dt.date(2026, 5, 1)

    def said(process: ParallelProcess) -> list[str]:
        told = warnings(Snapshot(parallel_processes=(process,)), OutputKind.BRIEFING, day)
        return [what for what in told if "holds publication back" in what]

    assert said(trial) == ["A parallel process holds publication back: Not before sentence"]
    assert said(replace(trial, ended=dt.date(2026, 4, 30))) == []
    assert said(replace(trial, no_publication=False)) == []
