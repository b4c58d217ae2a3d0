"""Who knew what by a day; episodes and what lines of enquiry rest on; the gentle note."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.chronology import ChronologyEvent, EventLink, Knowledge, SourceType
from desktop_app.domain.dates import read_date
from desktop_app.domain.learning import Finding
from desktop_app.domain.people import Agency
from desktop_app.domain.review import Kloe
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.episodes import (
    add_events,
    badges,
    episode_views,
    events_named,
    kloe_coverage,
    make_episode,
    remove_events,
)
from desktop_app.services.language_note import language_notes
from desktop_app.services.session import Session, create_review
from desktop_app.services.who_knew import AgencyKnew, entries_of, forget, learned, who_knew

CSC, POL = Agency(code="CSC", name="Social Care", order=1), Agency(code="POL", name="Police", order=2)
CAR = ChronologyEvent(ref="POL-1", agency=POL.uid, date=read_date("3 May 2024"), event="Seen in a car.")
VISIT = ChronologyEvent(ref="CSC-1", agency=CSC.uid, date=read_date("early June 2024"), event="Home visit.")
LATER = ChronologyEvent(
    ref="CSC-2", agency=CSC.uid, date=read_date("1 May 2024"), event="Told later.", source_type=SourceType.LATER
)
EVENTS = (LATER, CAR, VISIT)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made, _ = create_review(tmp_path / "a.review", "a long enough passphrase")
    made.put("Fill", CSC, POL, *EVENTS)
    yield made
    made.leave()


def at(snapshot: Snapshot, day: str) -> dict[str, AgencyKnew]:
    return {knew.agency.code: knew for knew in who_knew(snapshot, dt.date.fromisoformat(day))}


def refs(knew: AgencyKnew) -> tuple[list[str], list[str]]:
    return [known.event.ref for known in knew.known], [event.ref for event in knew.not_known]


def test_an_agency_knows_its_own_records_from_their_day() -> None:
    snapshot = Snapshot(agencies=(CSC, POL), events=EVENTS)
    assert refs(at(snapshot, "2024-05-02")["POL"]) == ([], ["CSC-2"])
    assert refs(at(snapshot, "2024-05-03")["POL"]) == (["POL-1"], ["CSC-2"])
    assert refs(at(snapshot, "2024-05-03")["CSC"]) == ([], ["POL-1"])


def test_an_imprecise_day_is_known_but_not_surely() -> None:
    snapshot = Snapshot(agencies=(CSC, POL), events=EVENTS)
    (known,) = at(snapshot, "2024-06-03")["CSC"].known
    assert (known.event.ref, known.sure) == ("CSC-1", False)
    (known,) = at(snapshot, "2024-06-30")["CSC"].known
    assert known.sure


def test_what_was_told_counts_from_the_day_it_was_told_and_so_does_what_was_written_later(session: Session) -> None:
    learned(session, CAR, CSC.uid, "7 May 2024", "police notification")
    learned(session, LATER, CSC.uid, "9 May 2024", "written up after the review began")
    assert refs(at(session.snapshot, "2024-05-06")["CSC"])[0] == []
    assert refs(at(session.snapshot, "2024-05-07")["CSC"])[0] == ["POL-1"]
    assert refs(at(session.snapshot, "2024-05-09")["CSC"])[0] == ["POL-1", "CSC-2"]
    (told,) = (known for known in at(session.snapshot, "2024-05-07")["CSC"].known)
    assert (told.own, told.how) == (False, "police notification")


def test_telling_again_replaces_and_can_be_taken_back(session: Session) -> None:
    learned(session, CAR, CSC.uid, "7 May 2024", "police notification")
    learned(session, CAR, CSC.uid, "8 May 2024", "telephone")
    (entry,) = entries_of(session.snapshot, CAR.uid)
    assert (entry.when.start, entry.how) == (dt.date(2024, 5, 8), "telephone")
    forget(session, entry)
    assert session.snapshot.knowledge == ()
    with pytest.raises(UserError, match="day that can be placed"):
        learned(session, CAR, CSC.uid, "some time", "")


def test_an_agency_that_tells_the_same_event_did_know_of_it() -> None:
    own = ChronologyEvent(ref="CSC-9", agency=CSC.uid, date=read_date("3 May 2024"), event="Seen in a car, by police.")
    link = EventLink(kind="duplicate", a=CAR.uid, b=own.uid, state="accepted")
    snapshot = Snapshot(agencies=(CSC, POL), events=(CAR, own), event_links=(link,))
    assert refs(at(snapshot, "2024-05-03")["CSC"]) == (["CSC-9"], [])
    assert refs(at(snapshot, "2024-05-03")["POL"]) == (["POL-1"], [])


def test_knowledge_without_a_placed_day_says_nothing() -> None:
    told = Knowledge(event=CAR.uid, agency=CSC.uid, when=read_date("not recorded"))
    snapshot = Snapshot(agencies=(CSC, POL), events=EVENTS, knowledge=(told,))
    assert refs(at(snapshot, "2024-05-31")["CSC"]) == ([], ["POL-1"])


def test_an_episode_has_a_number_a_period_and_badges(session: Session) -> None:
    episode, _ = make_episode(session, "Missing episodes, spring 2024", [CAR.uid, VISIT.uid, CAR.uid])
    other, _ = make_episode(session, "Closing", [VISIT.uid])
    assert (episode.number, other.number) == (1, 2)
    views = episode_views(session.snapshot)
    assert [event.ref for event in views[0].events] == ["POL-1", "CSC-1"]
    assert "May" in views[0].period
    assert "Jun" in views[0].period
    assert badges(session.snapshot)[VISIT.uid] == ("KPE 1", "KPE 2")
    add_events(session, session.snapshot.episodes[1], [CAR.uid, VISIT.uid])
    assert session.snapshot.episodes[1].events == (VISIT.uid, CAR.uid)
    remove_events(session, session.snapshot.episodes[1], [VISIT.uid])
    assert session.snapshot.episodes[1].events == (CAR.uid,)
    with pytest.raises(UserError, match="no title"):
        make_episode(session, "  ", [])
    assert events_named(session.snapshot, "pol-1, CSC-1") == (CAR.uid, VISIT.uid)
    with pytest.raises(UserError, match="XXX-1"):
        events_named(session.snapshot, "POL-1 xxx-1")


def test_a_line_of_enquiry_with_nothing_behind_it_is_seen() -> None:
    first, second = Kloe(number=1, question="What was known?"), Kloe(number=4, question="And by whom?")
    event = ChronologyEvent(kloes=(first.uid,))
    finding = Finding(number=3, kloes=(first.uid,))
    one, other = kloe_coverage(Snapshot(kloes=(first, second), events=(event,), findings=(finding,)))
    assert (one.covered, one.evidence, one.findings) == (True, 1, (3,))
    assert not other.covered


@pytest.mark.parametrize(
    ("text", "phrases", "kinds"),
    [
        ("SW failed to follow up", ["failed to"], ["blame"]),
        ("It was obvious that she should have known", ["It was obvious", "should have known"], ["hindsight"] * 2),
        ("The mother is hard-to-reach and non compliant", ["hard-to-reach", "non compliant"], ["family"] * 2),
        ("She said “you failed to help us”", [], []),
        ("Seen at home, well and talkative. Next visit 3 June.", [], []),
        ("He was unavoidable, and clearlyish", [], []),
    ],
)
def test_the_gentle_note_marks_the_words_and_asks(text: str, phrases: list[str], kinds: list[str]) -> None:
    notes = language_notes(text)
    assert [text[note.start : note.end] for note in notes] == phrases
    assert [note.kind for note in notes] == kinds
    assert all("Comment column" in note.sentence and note.sentence.endswith("?") for note in notes)
