"""A filter said in words and numbers, and views listed in the words they can be said in again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.chronology import ChronologyEvent, ChronologyReturn, KeyPracticeEpisode, Significance
from desktop_app.domain.dates import read_date
from desktop_app.domain.people import Agency, Person
from desktop_app.domain.review import Kloe
from desktop_app.services.chronology_filter import EventFilter
from desktop_app.services.chronology_marks import MARKS, MISSING
from desktop_app.services.events_chosen import Said, chosen_uids, filter_said
from desktop_app.services.saved_views import save_view, view_named
from desktop_app.services.session import Session
from desktop_app.services.views_listed import view_lines

DAY = dt.date(2024, 5, 3)


@pytest.fixture
def case(session: Session) -> Session:
    session.put(
        "Fill",
        replace(session.snapshot.review, scope_start=dt.date(2024, 1, 1)),
        Agency(uid="h", code="HV", name="Health Visiting", order=1),
        Agency(uid="p", code="POL", name="Police", order=2),
        Kloe(uid="k4", number=4, question="Was the child heard?"),
        Person(uid="m", name="Jodie Draycott", aliases=("Jo",)),
        ChronologyReturn(uid="r2", agency="h", version=2),
        KeyPracticeEpisode(uid="e2", number=2, title="Spring", events=("a",)),
        ChronologyEvent(uid="a", ref="HV-001", agency="h", date=read_date("3 May 2024"), missing_from="r2"),
        ChronologyEvent(
            uid="b",
            ref="POL-001",
            agency="p",
            date=read_date("4 May 2024"),
            event="Strategy discussion",
            themes=("Voice",),
            people=("m",),
            kloes=("k4",),
            significance=Significance.KEY,
            action="Agreed",
        ),
        ChronologyEvent(uid="c", ref="POL-002", agency="p", date=read_date("12 June 2019"), child_seen="No"),
    )
    return session


SAID = (
    (Said(words="strat"), "b"),
    (Said(agencies=("pol",)), "cb"),
    (Said(agencies=("pol",), first=DAY), "b"),
    (Said(last=DAY), "ca"),
    (Said(kloes=("4",)), "b"),
    (Said(marks=("left OUT",)), "a"),
    (Said(marks=("not seen", "key")), "cb"),
    (Said(themes=("voice",)), "b"),
    (Said(people=("jo",)), "b"),
    (Said(people=("m",)), "b"),
    (Said(episodes=("2",)), "a"),
    (Said(significance=("key",)), "b"),
    (Said(no_action=True), "ca"),
    (Said(outside=True), "c"),
    (Said(waiting=True), ""),
    (Said(), "cab"),
)


def test_what_is_said_is_what_is_found(case: Session) -> None:
    for said, found in SAID:
        assert ("".join(chosen_uids(case, filter_said(case.snapshot, said))), said) == (found, said)
        assert said.narrows == (found != "cab")


UNKNOWN = (
    *(Said(agencies=("ZZZ",)), Said(kloes=("9",)), Said(marks=("blue",)), Said(themes=("x",))),
    *(Said(people=("Nobody Here",)), Said(episodes=("1",)), Said(significance=("much",)), Said(view="gone")),
)


def test_what_the_review_does_not_know_is_refused_and_no_name_is_told(case: Session) -> None:
    for said in UNKNOWN:
        with pytest.raises(UserError) as refused:
            filter_said(case.snapshot, said)
        told = f"{refused.value.what} {refused.value.safe} {refused.value.do}"
        assert "Draycott" not in told
        assert "Nobody" not in told


def test_a_view_is_said_again_as_it_was_kept(case: Session) -> None:
    said = Said(agencies=("HV",), people=("Jo",), episodes=("2",), marks=("Left out",), first=DAY, words="x")
    save_view(case, "  Left   out ", filter_said(case.snapshot, said), ("source",))
    (line,) = view_lines(case.snapshot)
    assert line == {
        "name": "Left out",
        "columns": ["source"],
        "filters": {
            "words": "x",
            "agencies": ["HV"],
            "marks": [MISSING],
            "people": ["Jodie Draycott"],
            "episodes": [2],
            "first": "2024-05-03",
        },
    }
    held = filter_said(case.snapshot, Said(view="left OUT", words="y"))
    assert held == replace(filter_said(case.snapshot, said), words="y")
    assert view_named(case.snapshot, "LEFT out").columns == ("source",)
    case.delete("Delete", Agency, "h")
    assert "HV" not in str(view_lines(case.snapshot))


def test_every_mark_of_a_row_can_be_filtered_by(case: Session) -> None:
    for mark in MARKS:
        filter_said(case.snapshot, Said(marks=(mark.upper(),)))
    assert filter_said(case.snapshot, Said()) == EventFilter()
