"""Slips that reach print."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.domain.arrangements import ParallelProcess
from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.dates import read_date
from desktop_app.domain.output import OutputKind
from desktop_app.domain.proofreading import passed_promises, unbalanced_quotes, unexpanded
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose import compose
from desktop_app.services.document_text import all_texts
from desktop_app.services.proofing import notes, warnings


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


@pytest.mark.parametrize(
    ("written", "printed", "told"),
    [
        ("31/02/2024", "Date not known", "CSC-001 (“31/02/2024”: there is no 31 February 2024)."),
        ("unknown", "Date not known", ""),
        ("", "Date not known", ""),
        ("Tuesday after half-term", "Tuesday after half-term", ""),
        ("3 May 2024", "3 May 2024", ""),
    ],
)
def test_a_date_that_cannot_be_is_not_printed_as_one_and_the_author_is_told(
    written: str, printed: str, told: str
) -> None:
    event = ChronologyEvent(ref="CSC-001", date=read_date(written), event="Seen.", published_wording="Seen.")
    snapshot = Snapshot(events=(event,))
    said = [text.words for text in all_texts(compose(snapshot, OutputKind.CHRONOLOGY, dt.date(2026, 5, 1)))]
    assert printed in said
    found = notes(snapshot, OutputKind.CHRONOLOGY, dt.date(2026, 5, 1))
    assert [note.what.split("can be: ")[1] for note in found if note.source == event.uid] == ([told] if told else [])


def test_one_note_tells_of_many_dates_that_cannot_be() -> None:
    events = tuple(ChronologyEvent(ref=f"CSC-{n:03}", date=read_date("31/02/2024"), event="Seen.") for n in range(9))
    (note,) = (n for n in notes(Snapshot(events=events), OutputKind.CHRONOLOGY, dt.date(2026, 5, 1)) if n.source)
    assert note.what.endswith("CSC-004 (“31/02/2024”: there is no 31 February 2024), and 4 more.")
