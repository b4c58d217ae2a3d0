"""What is missing from a review's setting up, and that nothing is once it is complete."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.domain.arrangements import AgencyRequest, PanelMember, ParallelProcess, TermsOfReference
from desktop_app.domain.people import Abbreviation, Agency, Body
from desktop_app.domain.review import Clock, Decision, Kloe, Review
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.setup_state import missing

DAY = dt.date(2026, 3, 2)
COMPLETE = Snapshot(
    reviews=(
        Review(
            reference="EM-1", legal_basis="Local policy", became_aware=DAY, scope_start=DAY, scope_end=DAY,
            commissioning_body="Partnership", lead_reviewer="Lead", independence="Never worked here",
        ),
    ),
    decisions=(Decision(outcome="Review", criteria="Harm", rationale="Learning", date=DAY, deciding_body="Board"),),
    terms=(TermsOfReference(agreed_on=DAY, purpose="Learn", scope="A year", methodology="Hybrid", family_plan="Ask"),),
    kloes=(Kloe(number=1, question="Who knew?"),),
    panel=(PanelMember(role="Independent chair", independence="Never worked here"),),
    parallel_processes=(ParallelProcess(uid="p", constraint="No interviews", next_date=DAY),),
    agencies=(Agency(uid="a", code="CSC", name="Social Care"),),
    agency_requests=(AgencyRequest(uid="r", agency="a", due=DAY),),
    clocks=(Clock(uid="c", name="Report", start=DAY, amount=6, unit="months"),),
)  # fmt: skip


def codes(snapshot: Snapshot, today: dt.date = DAY) -> set[str]:
    return {item.code for item in missing(snapshot, today)}


def test_a_complete_review_misses_nothing() -> None:
    assert codes(COMPLETE) == set()


def test_an_empty_one_misses_each_thing_once() -> None:
    found = [item.code for item in missing(Snapshot(), DAY)]
    assert found[0] == "review-reference"
    assert {"decision", "terms", "kloes", "panel"} <= set(found)
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("family", "values", "code"),
    [
        ("decisions", {"rationale": ""}, "decision-rationale"),
        ("terms", {"agreed_on": None}, "terms-agreed"),
        ("terms", {"version": 2}, "terms-changed"),
        ("kloes", {"question": " "}, "kloe-question"),
        ("panel", {"independence": ""}, "panel-independence"),
        ("panel", {"role": "member"}, "panel-chair"),
        ("parallel_processes", {"constraint": ""}, "process-constraint"),
        ("agency_requests", {"agency": "b"}, "agency-unasked"),
        ("agency_requests", {"received": DAY, "author": "Somebody"}, "agency-independence"),
        ("clocks", {"start": None}, "clock-start"),
        ("reviews", {"independence": ""}, "review-independence"),
    ],
)
def test_each_thing_left_out_is_named(family: str, values: dict[str, object], code: str) -> None:
    held = getattr(COMPLETE, family)[0]
    assert codes(replace(COMPLETE, **{family: (replace(held, **values),)})) == {code}


def test_days_that_pass_are_seen() -> None:
    assert codes(COMPLETE, DAY + dt.timedelta(days=300)) == {"process-date", "agency-overdue", "clock-missed"}


def test_bodies_that_may_be_one_and_letters_for_two_are_said_without_names() -> None:
    bodies = (Body(name="Executive Group"), Body(name="Executive Members Group", abbreviation="EG"))
    found = missing(replace(COMPLETE, bodies=bodies, abbreviations=(Abbreviation(short="EG", long="Else"),)), DAY)
    assert {item.code for item in found} == {"same-body", "one-abbreviation"}
    assert not any("Executive" in item.what for item in found)
