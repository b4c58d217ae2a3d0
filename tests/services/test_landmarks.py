"""Other events counted from one: in sentences, kept by name, gone with the event when it is purged."""

from __future__ import annotations

import pytest

from desktop_app.domain.chronology import ChronologyEvent, Landmark
from desktop_app.domain.dates import read_date
from desktop_app.services.event_facts import facts_of
from desktop_app.services.landmarks import count_from, landmark_lines, landmarks_in, landmarks_of, name_of
from desktop_app.services.listing import list_records
from desktop_app.services.session import Session


@pytest.fixture
def case(session: Session) -> Session:
    days = {"a": "3 May 2024", "b": "19 July 2024", "c": "early June 2024", "d": "", "e": "3 May 2024"}
    events = [ChronologyEvent(uid=uid, ref=uid.upper(), date=read_date(day)) for uid, day in days.items()]
    session.put("Fill", *events)
    return session


def facts(session: Session, uid: str) -> list[str]:
    (event,) = session.events.named([uid])
    return facts_of(session.snapshot, event, landmarks_of(session))


def test_each_event_says_how_far_it_is_from_the_landmark(case: Session) -> None:
    count_from(case, "a", "  the first   referral ")
    assert facts(case, "b") == ["11 weeks after the first referral"]
    assert facts(case, "e") == ["The same day as the first referral"]
    assert facts(case, "c")[0].startswith("Between ")
    assert facts(case, "a") == facts(case, "d") == []
    count_from(case, "b", "the strategy meeting")
    assert facts(case, "e") == ["The same day as the first referral", "11 weeks before the strategy meeting"]
    assert landmarks_in(case.snapshot) == landmarks_of(case)
    lines = {str(line["uid"]): line["facts"] for line in list_records(case.snapshot, "events")}
    assert lines["e"] == facts(case, "e")


def test_a_name_is_changed_taken_away_and_undone(case: Session) -> None:
    assert count_from(case, "a", "") is None
    count_from(case, "a", "the first referral")
    assert count_from(case, "a", "the first referral ") is None
    count_from(case, "a", "the referral")
    assert name_of(case.snapshot, "a") == "the referral"
    assert [(line["ref"], line["name"]) for line in landmark_lines(case.snapshot)] == [("A", "the referral")]
    count_from(case, "a", " ")
    assert landmark_lines(case.snapshot) == []
    case.undo()
    assert name_of(case.snapshot, "a") == "the referral"


def test_an_event_without_a_day_counts_nothing(case: Session) -> None:
    count_from(case, "d", "the call that nobody dated")
    assert facts(case, "a") == []


def test_a_landmark_in_the_bin_counts_nothing(case: Session) -> None:
    count_from(case, "a", "the first referral")
    case.delete("Delete", ChronologyEvent, "a")
    assert facts(case, "b") == []
    assert [type(held) for held in case.snapshot.landmarks] == [Landmark]
