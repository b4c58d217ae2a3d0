"""A return sent again, an agency's columns remembered, and one answer for all dates of a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.dates import DayOrder
from desktop_app.domain.import_plan import ImportPlan
from desktop_app.services.chronology_marks import MISSING, marked_of, marks_of
from desktop_app.services.event_returns import sentences
from desktop_app.services.importing import apply_import, prepare_import
from desktop_app.services.listing import list_records
from desktop_app.services.session import Session

Send = Callable[..., ImportPlan]
HEAD = "Date,Time,Source,Event,Action taken,Comment\n"
FIRST = HEAD + (
    "3 May 2024,10:00,Case note,Home visit; the mother was calm and the child was seen,Referred,\n"
    "4 May 2024,,Case note,Telephone call to the school about attendance,,\n"
    "7 May 2024,,Log,Letter received from the housing association,None,\n"
    "9 May 2024,14:00,,Clinic appointment was not attended,,\n"
)


@pytest.fixture
def send(session: Session, tmp_path: Path) -> Send:
    def send(text: str, name: str = "return.csv", *, apply: bool = True, **options: object) -> ImportPlan:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        plan = prepare_import(session.snapshot, path, None, "Health Visiting", **options)
        stands = len(plan.rows) + len(plan.duplicates) + plan.changed_alone + len(plan.waiting) + len(plan.refused)
        assert plan.rows_read == stands
        if apply:
            apply_import(session, plan)
        return plan

    return send


def by_row(session: Session) -> list[ChronologyEvent]:
    return sorted(session.snapshot.events, key=lambda event: event.ref)


def test_the_same_file_again_changes_nothing(session: Session, send: Send) -> None:
    send(FIRST)
    before = session.snapshot
    plan = send(FIRST)
    assert len(plan.duplicates) == 4
    assert session.snapshot == before


def test_a_corrected_return_changes_adds_and_marks_and_one_undo_takes_it_back(session: Session, send: Send) -> None:
    send(FIRST)
    before = session.snapshot
    corrected = (
        FIRST.replace("the mother was calm", "the mother was upset")
        .replace("4 May 2024,,Case note", "5 May 2024,,Case note")
        .replace("7 May 2024,,Log,Letter received from the housing association,None,\n", "")
        .replace("9 May 2024,14:00,,", "9 May 2024,14:00,SystmOne,")
    ) + "11 May 2024,,Log,A new row about a strategy meeting,,\n"
    plan = send(corrected, "return v2.csv")
    fields = {row.ref: [(change.field, change.before, change.after) for change in row.changes] for row in plan.changed}
    assert [name for name, _, _ in fields["HV-001"]] == ["event"]
    assert fields["HV-002"] == [("date", "4 May 2024", "5 May 2024")]
    assert fields["HV-004"] == [("source", "", "SystmOne")]
    assert [m.ref for m in plan.missing] == ["HV-003"]
    assert len(plan.rows) == 1
    events = by_row(session)
    assert [e.ref for e in events] == ["HV-001", "HV-002", "HV-003", "HV-004", "HV-005"]
    assert "upset" in events[0].event
    assert events[1].date.wording == "5 May 2024"
    newest = session.snapshot.returns[-1]
    assert (newest.version, newest.supersedes) == (2, session.snapshot.returns[0].uid)
    assert events[2].missing_from == newest.uid
    assert events[2].event.startswith("Letter")
    kept = {(w.event, w.field): w.text for w in session.snapshot.earlier_wordings}
    assert "calm" in kept[events[0].uid, "event"]
    assert kept[events[1].uid, "date"] == "4 May 2024"
    assert [i.resolved != "" for i in session.snapshot.issues] == [True]  # the source that was missing came
    told = {line["ref"]: line for line in list_records(session.snapshot, "events")}
    assert told["HV-003"]["missing_from"] == {"file": "return v2.csv", "version": 2}
    assert told["HV-001"]["missing_from"] is None
    until = {"file": "return v2.csv", "version": 2}
    assert told["HV-002"]["earlier"] == [{"field": "date", "text": "4 May 2024", "until": until}]
    assert MISSING in marks_of(events[2], marked_of(session.snapshot, session.events))
    assert sentences(session.snapshot, events[2]) == [
        "Version 2 of its agency’s return no longer has it. It is kept here."
    ]
    assert sentences(session.snapshot, events[1]) == ["Until version 2, date: “4 May 2024”"]
    session.undo()
    assert session.snapshot == before


def test_a_third_version_goes_on_from_the_second(session: Session, send: Send) -> None:
    send(FIRST)
    second = FIRST.replace("calm", "upset")
    send(second, "v2.csv")
    plan = send(second.replace("upset", "very upset"), "v3.csv")
    assert [(c.ref, [f.field for f in c.changes]) for c in plan.changed] == [("HV-001", ["event"])]
    assert plan.missing == ()
    assert [r.supersedes for r in session.snapshot.returns][1:] == [r.uid for r in session.snapshot.returns][:2]


def test_what_was_edited_here_is_kept_and_asked_about(session: Session, send: Send) -> None:
    send(FIRST)
    first = by_row(session)[0]
    session.put("Edit", replace(first, event="Home visit, in our own words", action="Referred to the clinic"))
    plan = send(FIRST, "again.csv")
    assert len(plan.duplicates) == 4  # the sender changed nothing, so nothing of ours is touched
    assert by_row(session)[0].action == "Referred to the clinic"
    plan = send(FIRST.replace("calm", "upset"), "v2.csv")
    (changed,) = plan.changed
    assert [change.field for change in changed.kept] == ["event"]
    assert changed.waits
    assert by_row(session)[0].event == "Home visit, in our own words"
    asked = [i for i in session.snapshot.issues if i.event == first.uid]
    assert [(i.field, "upset" in i.text) for i in asked] == [("event", True)]


def test_a_row_left_out_and_back_again_is_no_longer_marked(session: Session, send: Send) -> None:
    send(FIRST)
    gone = "7 May 2024,,Log,Letter received from the housing association,None,\n"
    send(FIRST.replace(gone, ""), "v2.csv")
    assert by_row(session)[2].missing_from
    send(FIRST, "v3.csv")
    assert not by_row(session)[2].missing_from
    assert len(session.snapshot.events) == 4


def test_another_part_of_the_account_marks_nothing_and_keeps_contacts_apart(session: Session, send: Send) -> None:
    send(FIRST)
    other = HEAD + (
        "3 May 2024,16:00,Case note,Home visit; the mother was calm and the child was seen,Referred,\n"
        "1 June 2024,,Log,A call about transport,,\n2 June 2024,,Log,A call about school shoes,,\n"
    )
    plan = send(other, "part 2.csv")
    assert (plan.changed, plan.missing, plan.supersedes) == ((), (), "")
    assert len(plan.rows) == 3


def test_rows_are_known_by_their_senders_number(session: Session, send: Send) -> None:
    head = "No,Date,Source,Event\n"
    rows = [f"{n},{n} May 2024,Log,Contact about matter {n} with the family\n" for n in range(1, 7)]
    send(head + "".join(rows))
    rows[3] = "4,14 May 2024,Log,Contact about matter four with all of the family\n"
    plan = send(head + "".join(rows), "v2.csv")
    assert [(c.ref, [f.field for f in c.changes]) for c in plan.changed] == [("HV-004", ["event", "date"])] or [
        (c.ref, {f.field for f in c.changes}) for c in plan.changed
    ] == [("HV-004", {"event", "date"})]
    shifted = ["1,30 April 2024,Log,A row put in at the top of it all\n"]
    shifted += [f"{n + 2},{row.split(',', 1)[1]}" for n, row in enumerate(rows)]
    plan = send(head + "".join(shifted), "v3.csv")
    assert (len(plan.rows), plan.changed, plan.missing) == (1, (), ())


def test_rows_alike_stay_as_many_as_they_are(session: Session, send: Send) -> None:
    row = "3 May 2024,,Log,Telephone call,,\n"
    send(HEAD + row + row)
    assert len(session.snapshot.events) == 2
    assert len(send(HEAD + row + row, "v2.csv").duplicates) == 2
    plan = send(HEAD + row * 3, "v3.csv")
    assert (len(plan.duplicates), len(plan.rows)) == (2, 1)


def test_the_agencys_columns_are_remembered(session: Session, send: Send) -> None:
    text = "A,B,C\n3/5/24,Visit,Log\n"
    mapping = {"date": "A", "event": "B", "source": "C"}
    plan = send(text, mapping=mapping)
    assert plan.questions == ()
    again = send("A,B,C\n4/5/24,Call,Log\n", "next.csv")
    assert again.mapping.columns == mapping
    assert any("earlier return" in note for note in again.notes)
    assert again.questions == ()
    changed = send("Date,Event,Source,C\n5/5/24,Letter,Log,x\n", "other.csv", apply=False)
    assert [q.about for q in changed.questions] == ["mapping"]
    assert "“event”" in changed.questions[0].why
    assert send("Date,Event,Source,C\n5/5/24,Letter,Log,x\n", "other.csv", mapping={"date": "Date", "event": "Event"})
    assert len(session.snapshot.return_mappings) == 2


def test_day_or_month_first_is_asked_once_and_remembered(session: Session, send: Send) -> None:
    text = "Date,Source,Event\n05/13/2024,Log,a\n05/03/2024,Log,b\n3 May 2024,Log,c\n"
    asked = send(text, apply=False)
    assert [(q.about, q.rows) for q in asked.questions] == [("day-order", 2)]
    assert len(asked.waiting) == 2
    plan = send(text, day_order=DayOrder.MONTH_FIRST)
    assert (plan.questions, plan.waiting) == ((), ())
    assert [e.date.start.isoformat() for e in by_row(session) if e.date.start] == [
        "2024-05-13",
        "2024-05-03",
        "2024-05-03",
    ]
    later = send("Date,Source,Event\n06/13/2024,Log,d\n06/03/2024,Log,e\n", "next.csv")
    assert (later.questions, later.waiting) == ((), ())
    assert any("month first" in note for note in later.notes)


def test_a_date_that_can_only_be_day_first_settles_short_years(send: Send) -> None:
    plan = send("Date,Source,Event\n22/03/2024,Log,a\n03/04/05,Log,b\n")
    assert (plan.questions, plan.waiting) == ((), ())
    assert any("day first" in note for note in plan.notes)
    alone = send("Date,Source,Event\n03/04/05,Log,b\n04/05/06,Log,c\n", "alone.csv", apply=False)
    assert [(q.about, q.rows) for q in alone.questions] == [("day-order", 2)]


def test_a_return_says_who_wrote_and_signed_it(session: Session, send: Send) -> None:
    text = (
        'Completed by:,"A. Writer, named nurse",\nDate completed:,3 June 2024,\n'
        "Records searched:,SystmOne; paper files,\nSigned off by: B. Manager,,\n\n" + FIRST
    )
    plan = send(text)
    assert plan.details.author == "A. Writer, named nurse"
    received = session.snapshot.returns[0]
    assert (received.records_searched, received.signed_off_by) == ("SystmOne; paper files", "B. Manager")
    assert received.dated is not None
    assert received.dated.isoformat() == "2024-06-03"
    (line,) = list_records(session.snapshot, "returns")
    assert (line["version"], line["signed_off_by"], line["dated"]) == (1, "B. Manager", "2024-06-03")
    assert (line["sha256"], line["events"], line["supersedes"]) == (plan.sha256, 4, None)
    send(text.replace("3 June", "4 June"), "next.csv")
    assert [line["supersedes"] for line in list_records(session.snapshot, "returns")] == [None, 1]
    assert len(session.snapshot.events) == 4
