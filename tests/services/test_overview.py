"""Where the review stands, from nothing to the first output."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.domain.chronology import ChronologyEvent, ImportIssue
from desktop_app.domain.learning import Action, Recommendation
from desktop_app.domain.output import Output
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.people import Agency, Person
from desktop_app.domain.review import Decision, Review
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.overview import counted, overview

TODAY = dt.date(2026, 9, 8)


def test_an_empty_review_says_what_to_do_first() -> None:
    view = overview(Snapshot(reviews=(Review(),)), TODAY)
    assert [s.state for s in view.stages] == ["now", *["ahead"] * 7]
    assert [s.page for s in view.next_steps] == ["people", "chronology"]
    assert view.returns == view.by_status == view.loose_ends == view.clocks == ()


def test_the_review_stands_at_the_first_thing_it_lacks() -> None:
    snapshot = Snapshot(decisions=(Decision(outcome="Learning review"),), people=(Person(name="A B", pseudonym="X"),))
    states = {s.name: s.state for s in overview(snapshot, TODAY).stages}
    assert (states["Decision"], states["People & bodies"], states["Chronology"]) == ("done", "done", "now")


@pytest.mark.parametrize(
    ("event", "note", "good"),
    [
        (ChronologyEvent(source="Log"), "Received, 1", True),
        (ChronologyEvent(), "1 with no source", False),
        (ChronologyEvent(source="Log", date=PartialDate(problem="no such day")), "1 date to look at", False),
    ],
)
def test_a_return_says_what_is_wrong_with_it(event: ChronologyEvent, note: str, good: bool) -> None:
    agency = Agency(code="CSC", name="Social Care", order=1)
    view = overview(Snapshot(agencies=(agency,), events=(replace(event, agency=agency.uid),)), TODAY)
    assert [(r.note, r.good) for r in view.returns] == [(note, good)]


def test_work_left_over_is_named() -> None:
    snapshot = Snapshot(
        people=(Person(name="A B"),),
        events=(ChronologyEvent(),),
        issues=(ImportIssue(), ImportIssue(resolved="yes"), ImportIssue(kind="refused")),
        recommendations=(Recommendation(number=1),),
        actions=(Action(number=4, revised_due=TODAY),),
    )
    said = [step.what for step in overview(snapshot, TODAY).next_steps]
    assert said == [
        "Look at 1 imported row to decide on",
        "Choose a pseudonym for 1 person",
        "Give a reason for a delay",
        "Make the first briefing draft",
    ]
    assert "Make the first briefing draft" not in [
        step.what for step in overview(replace(snapshot, outputs=(Output(),)), TODAY).next_steps
    ]


def test_counting_words() -> None:
    assert [counted(n, "date") for n in (0, 1, 2)] == ["0 dates", "1 date", "2 dates"]


def test_what_is_past_its_day_to_come_down_stands_first() -> None:
    held = Output(published=dt.date(2026, 1, 5), withdraw_by=dt.date(2026, 9, 1), version=3)
    later = replace(held, withdraw_by=dt.date(2026, 10, 1))
    gone = replace(held, withdrawn=dt.date(2026, 9, 2))
    steps = overview(Snapshot(outputs=(held, later, gone)), TODAY).next_steps
    assert [step.what for step in steps if step.page == "outputs"] == ["Take down briefing, version 3"]
    assert steps[0].detail == "It was to come down by 1 September 2026"
