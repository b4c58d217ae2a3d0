"""What becomes of answers: groups of accounts, memory across a return sent again, gaps looked at, irregular rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.common.errors import UserError
from desktop_app.common.progress import CancelledError
from desktop_app.domain.chronology import ChronologyEvent, ChronologyReturn, EventLink, Gap
from desktop_app.domain.dates import read_date
from desktop_app.domain.people import Agency, Person
from desktop_app.domain.review import Review
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.chronology import event_table
from desktop_app.services.merging import (
    CONTRADICTS,
    DUPLICATE,
    compare,
    contradictions,
    corroborations,
    decide,
    decide_instead,
    decide_silence,
    double_entries,
    duplicates,
    folded_away,
    irregular_rows,
    link_events,
    merged_groups,
    resolve,
    silences,
)
from desktop_app.services.merging.differences import only_here
from desktop_app.services.merging.queue import build_queue, restated
from desktop_app.services.session import Session, create_review

CSC, POL, SCH = (
    Agency(code="CSC", name="Children's Social Care", order=1),
    Agency(code="POL", name="Police", order=2),
    Agency(code="SCH", name="School", order=3),
)
SCOPE = Review(scope_start=dt.date(2024, 1, 1), scope_end=dt.date(2024, 12, 31))


def event(ref: str, agency: Agency, when: str, words: str, **more: object) -> ChronologyEvent:
    made = ChronologyEvent(ref=ref, agency=agency.uid, date=read_date(when), event=words, source="Record")
    return replace(made, **more)  # type: ignore[arg-type]


STRATEGY = (
    event("CSC-1", CSC, "3 May 2024", "Strategy discussion with Police, by telephone. Joint section 47 agreed."),
    event("POL-1", POL, "3 May 2024", "Strat disc with CSC, s47 joint agreed."),
    event("SCH-1", SCH, "3 May 2024", "DSL joined strategy discussion with police and social care, section 47 joint."),
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made, _ = create_review(tmp_path / "a.review", "a long enough passphrase")
    review = replace(made.snapshot.review, scope_start=SCOPE.scope_start, scope_end=SCOPE.scope_end)
    made.put("Fill", review, CSC, POL, SCH, *STRATEGY)
    yield made
    made.leave()


def test_three_accounts_of_one_event_become_one_row_with_three_sources(session: Session) -> None:
    for proposal in duplicates(session.snapshot):
        decide(session, proposal, "accepted")
    (group,) = merged_groups(session.snapshot)
    assert {e.ref for e in group.events} == {"CSC-1", "POL-1", "SCH-1"}
    assert group.agencies[0] == group.lead.agency
    assert set(folded_away(session.snapshot)) == {e.uid for e in group.others}
    assert len(session.snapshot.events) == 3, "both originals stay"
    table = event_table(session.snapshot, session.snapshot.events)
    (row,) = table.rows
    assert {text.words for text in row[0].paragraphs} == {"CSC-1", "POL-1", "SCH-1"}
    assert len(row[4].paragraphs) == 3
    assert len(row[3].paragraphs) == 1, "the same source is said once"


def test_a_merged_event_can_be_taken_apart_again(session: Session) -> None:
    proposal = duplicates(session.snapshot)[0]
    decide(session, proposal, "accepted", "one telephone call")
    assert merged_groups(session.snapshot)
    again = next(p for p in duplicates(session.snapshot) if p.pair == proposal.pair)
    assert (again.state, again.link.note if again.link else "") == ("accepted", "one telephone call")
    decide(session, again, "refused", "two calls")
    assert merged_groups(session.snapshot) == ()
    assert len(session.snapshot.event_links) == 1
    session.undo()
    assert merged_groups(session.snapshot)


def test_the_most_exactly_dated_account_leads() -> None:
    vague = event("CSC-1", CSC, "May 2024", "Strategy discussion, long words, at great length, with everybody there.")
    exact = event("POL-1", POL, "3 May 2024", "Strat disc.")
    link = EventLink(kind=DUPLICATE, a=vague.uid, b=exact.uid, state="accepted")
    (group,) = merged_groups(Snapshot(agencies=(CSC, POL), events=(vague, exact), event_links=(link,)))
    assert group.lead.ref == "POL-1"


def test_a_refusal_is_remembered_when_the_return_comes_again_as_new_records(session: Session) -> None:
    proposal = next(p for p in duplicates(session.snapshot) if {p.a.ref, p.b.ref} == {"CSC-1", "POL-1"})
    decide(session, proposal, "refused", "two calls")
    old = STRATEGY[1]
    fresh = replace(old, uid="f" * 32, ref="POL-7", event=old.event.upper())
    session.replace_all("Send again", (fresh,), ((ChronologyEvent, old.uid),))
    again = next(p for p in duplicates(session.snapshot) if {p.a.ref, p.b.ref} == {"CSC-1", "POL-7"})
    assert (again.state, again.link.note if again.link else "") == ("refused", "two calls")


def test_two_events_that_contradict_is_one_step(session: Session) -> None:
    proposal = duplicates(session.snapshot)[0]
    decide_instead(session, proposal, CONTRADICTS, "single against joint")
    states = {link.kind: link.state for link in session.snapshot.event_links}
    assert states == {DUPLICATE: "refused", CONTRADICTS: "accepted"}
    (link,) = (link for link in session.snapshot.event_links if link.kind == CONTRADICTS)
    resolve(session, link, "The minutes say joint")
    (found,) = (p for p in contradictions(session.snapshot) if p.state == "accepted")
    assert found.link is not None
    assert found.link.resolution == "The minutes say joint"
    session.undo()
    session.undo()
    assert session.snapshot.event_links == ()


def test_events_can_be_linked_that_nobody_proposed(session: Session) -> None:
    a, b = session.snapshot.events[0], event("POL-9", POL, "1 Oct 2024", "Something else.")
    session.put("Add", b)
    link_events(session, a, b, CONTRADICTS, "seen by the author")
    (found,) = (p for p in contradictions(session.snapshot) if p.state == "accepted")
    assert found.pair == frozenset((a.uid, b.uid))
    with pytest.raises(UserError, match="itself"):
        link_events(session, a, a, CONTRADICTS)


def test_gaps_are_every_silence_over_sixty_days_and_every_spell_without_anybody() -> None:
    events = (event("CSC-1", CSC, "1 Jan 2024", "x"), event("CSC-2", CSC, "1 Mar 2024", "x"))
    events += (event("POL-1", POL, "2 Mar 2024", "x"), event("CSC-3", CSC, "31 Dec 2024", "x"))
    found = silences(Snapshot(reviews=(SCOPE,), agencies=(CSC, POL), events=events))
    spans = {(s.agency, s.start.isoformat(), s.end.isoformat()) for s in found}
    # 1 Jan to 1 Mar leaves 59 days of silence: not over sixty, yet over thirty without anybody
    assert spans == {
        ("", "2024-01-02", "2024-02-29"),
        ("", "2024-03-03", "2024-12-30"),
        (CSC.uid, "2024-03-02", "2024-12-30"),
        (POL.uid, "2024-01-01", "2024-03-01"),
        (POL.uid, "2024-03-03", "2024-12-31"),
    }
    police = next(s for s in found if s.agency == POL.uid)
    assert police.active == (CSC.uid,)


def test_an_explained_gap_stays_explained_when_it_shrinks_and_not_when_it_grows(session: Session) -> None:
    silence = next(s for s in silences(session.snapshot) if s.agency == POL.uid and s.start > dt.date(2024, 5, 1))
    decide_silence(session, silence, "accepted", "family abroad")
    session.put("More", event("POL-2", POL, "1 June 2024", "A call."))
    later = next(s for s in silences(session.snapshot) if s.agency == POL.uid and s.start > dt.date(2024, 6, 1))
    assert (later.explained, later.state) == ("family abroad", "accepted")
    small = Gap(agency=SCH.uid, start=dt.date(2024, 5, 4), end=dt.date(2024, 6, 4), explained="holidays")
    session.put("Explain part", small)
    school = next(s for s in silences(session.snapshot) if s.agency == SCH.uid and s.start > dt.date(2024, 5, 1))
    assert school.explained == ""
    decide_silence(session, school, "refused", "their records were lost")
    school = next(s for s in silences(session.snapshot) if s.agency == SCH.uid and s.start > dt.date(2024, 5, 1))
    assert (school.state, school.note, school.explained) == ("refused", "their records were lost", "")


def test_why_nobody_was_in_contact_explains_each_agency_too() -> None:
    gap = Gap(start=dt.date(2024, 2, 1), end=dt.date(2024, 5, 31), explained="family abroad")
    events = (event("CSC-1", CSC, "31 Jan 2024", "x"), event("CSC-2", CSC, "1 June 2024", "x"))
    found = silences(Snapshot(reviews=(SCOPE,), agencies=(CSC,), events=events, gaps=(gap,)))
    assert {s.explained for s in found if s.start == dt.date(2024, 2, 1)} == {"family abroad"}


def test_irregular_rows_are_all_found() -> None:
    rows = (
        event("CSC-1", CSC, "31 Dec 2023", "Before."),
        event("CSC-2", CSC, "1 Jan 2025", "After."),
        event("CSC-3", CSC, "December 2023 to January 2024", "Half inside is inside."),
        event("CSC-4", CSC, "5 May 2024", "No source.", source=" - "),
        event("CSC-5", CSC, "31/02/2024", "No such day."),
        event("CSC-6", CSC, "6 May 2024", "Home visit by the social worker, mother and both children seen."),
        event("CSC-7", CSC, "6 May 2024", "home visit by social worker; mother and both children seen"),
        event("POL-1", POL, "6 May 2024", "Home visit by the social worker, mother and both children seen."),
        event("CSC-8", CSC, "7 May 2024", "Home visit by the social worker, mother and both children seen."),
    )
    found = irregular_rows(Snapshot(reviews=(SCOPE,), agencies=(CSC, POL), events=rows))
    assert {(row.kind, row.event.ref) for row in found} == {
        ("out-of-scope", "CSC-1"),
        ("out-of-scope", "CSC-2"),
        ("no-source", "CSC-4"),
        ("invalid-date", "CSC-5"),
        ("double-entry", "CSC-7"),
    }


def test_entries_at_two_times_are_two_entries_and_a_refused_double_is_no_longer_listed() -> None:
    words = "Telephone call to mother, no answer, message left for her to ring."
    a, b = event("CSC-1", CSC, "6 May 2024, 09:00", words), event("CSC-2", CSC, "6 May 2024, 16:00", words)
    assert double_entries(Snapshot(events=(a, b))) == []
    b = event("CSC-2", CSC, "6 May 2024, 09:00", words)
    link = EventLink(kind=DUPLICATE, a=a.uid, b=b.uid, state="refused")
    snapshot = Snapshot(events=(a, b), event_links=(link,))
    assert [p.state for p in double_entries(snapshot)] == ["refused"]
    assert [row.kind for row in irregular_rows(snapshot)] == []


def test_accounts_of_one_thing_from_two_sides_can_bear_each_other_out() -> None:
    a = event("CSC-1", CSC, "3 May 2024", "Grandmother worried about cannabis, smell on clothes, money missing.")
    b = event("SCH-1", SCH, "4 May 2024", "Smelt of cannabis at registration, pockets searched, sent to class.")
    c = event("POL-1", POL, "20 Aug 2024", "Parking offence.")
    found = corroborations(Snapshot(agencies=(CSC, POL, SCH), events=(a, b, c)))
    assert all(p.kind == "corroborates" for p in found)
    assert all("POL-1" not in (p.a.ref, p.b.ref) for p in found)


def test_a_person_of_the_register_under_another_name_counts_as_shared() -> None:
    child = Person(name="Callum Draycott", aliases=("Cal",))
    a = event("CSC-1", CSC, "3 May 2024", "Callum stopped by officers near the station with a knife.")
    b = event("POL-1", POL, "3 May 2024", "Stop search, Cal DRAYCOTT, station approach, knife seized.")
    (found,) = duplicates(Snapshot(people=(child,), agencies=(CSC, POL), events=(a, b)))
    assert "Both name 1 person" in found.reasons


def test_comparing_stops_when_it_is_told_to() -> None:
    class Stop:
        def step(self, done: int, total: int, what: str) -> None:
            raise CancelledError

    with pytest.raises(CancelledError):
        compare(Snapshot(agencies=(CSC, POL), events=STRATEGY[:2]), Stop())


def test_the_queue_asks_about_a_pair_once_and_follows_answers(session: Session) -> None:
    queue = build_queue(session.snapshot)
    pairs = [item.proposal.pair for item in queue if item.proposal]
    assert len(pairs) == len(set(pairs))
    assert list(queue) == sorted(queue, key=lambda item: (-item.worth, item.uid))
    first = next(item for item in queue if item.proposal)
    assert first.proposal is not None
    decide(session, first.proposal, "later")
    now = {item.uid: item.state for item in restated(queue, session.snapshot)}
    assert now[first.uid] == "later"
    assert sum(state != "proposed" for state in now.values()) == 1


def test_words_that_only_one_account_has_are_marked() -> None:
    a = "Strategy discussion by telephone, 14:05. Single-agency enquiry."
    b = "Strat meeting at 14:10. Joint enquiry."
    assert [a[s:e] for s, e in only_here(a, b)] == ["telephone", "14:05", "Single-agency"]
    assert only_here(a, a) == ()
    assert only_here(a, "") == ()
    assert [b[s:e] for s, e in only_here("mum rang", "Mother telephoned")] == []


def test_a_return_says_where_each_end_of_a_pair_was(session: Session) -> None:
    from desktop_app.services.listing import list_records

    received = ChronologyReturn(agency=CSC.uid, file_name="csc.csv")
    session.put("Receive", received, replace(STRATEGY[0], chronology_return=received.uid, row=7))
    lines = list_records(session.snapshot, "duplicates")
    ends = [line[side] for line in lines for side in ("a", "b")]
    assert {"file": "csc.csv", "row": 7}.items() <= next(e for e in ends if e["ref"] == "CSC-1").items()  # type: ignore[index,union-attr]
    assert all({"a", "b", "why", "score", "state"} <= set(line) for line in lines)
    events = list_records(session.snapshot, "events")
    assert all(line["same_event"] == [] for line in events)
