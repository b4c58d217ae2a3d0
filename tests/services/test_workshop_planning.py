"""Agendas, prompt libraries, promises, what is lacking, and recall events."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.learning import Finding
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot, family_types
from desktop_app.domain.workshop import Concern, Participant, Prompt, RecallFeedback, Reflection, Stance, Workshop
from desktop_app.services import workshop_agenda, workshop_library, workshop_recall
from desktop_app.services.workshop_advice import confidentiality_advice
from desktop_app.services.workshop_groups import groups_at
from desktop_app.services.workshop_ready import cares, lacking
from desktop_app.services.workshop_waiting import waiting_for_the_author


class Held:
    """As much of a session as these services use."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot

    def put(self, label: str, *records: Record) -> ChangeSet:
        return self.replace_all(label, records, ())

    def replace_all(
        self, label: str, puts: tuple[Record, ...], deletes: tuple[tuple[type[Record], str], ...]
    ) -> ChangeSet:
        names = {kind: name for name, kind in family_types().items()}
        for record in (*puts, *(kind(uid=uid) for kind, uid in deletes)):
            name = names[type(record)]
            kept = tuple(r for r in getattr(self.snapshot, name) if r.uid != record.uid)
            added = (record,) if record in puts else ()
            self.snapshot = replace(self.snapshot, **{name: (*kept, *added)})
        return ChangeSet(label)


@pytest.fixture
def session() -> Held:
    return Held(Snapshot(workshops=(Workshop(uid="w"),)))


def test_the_half_day_takes_three_and_a_half_hours_and_every_source_is_named() -> None:
    half_day = workshop_library.agendas()[0]
    assert (half_day.title, half_day.minutes) == ("Practitioner learning event, half day", 210)
    assert all(one.source for one in (*workshop_library.agendas(), *workshop_library.prompt_libraries()))


def test_moving_or_lengthening_a_part_works_the_times_out_anew(session: Held) -> None:
    half_day = workshop_library.agendas()[0]
    workshop_agenda.use_template(session, "w", half_day)  # type: ignore[arg-type]
    workshop = replace(session.snapshot.workshops[0], starts=dt.time(9, 0))
    rows = workshop_agenda.timed(session.snapshot, workshop)
    assert (rows[0].starts, rows[-1].ends) == (dt.time(9, 0), dt.time(12, 30))
    first, second = rows[0].item, rows[1].item
    workshop_agenda.move_item(session, second.uid, -1)  # type: ignore[arg-type]
    session.put("", replace(next(i for i in session.snapshot.agenda_items if i.uid == second.uid), minutes=30))
    rows = workshop_agenda.timed(session.snapshot, workshop)
    assert [row.item.uid for row in rows[:2]] == [second.uid, first.uid]
    assert (rows[1].starts, rows[-1].ends) == (dt.time(9, 30), dt.time(12, 45))
    assert workshop_agenda.move_item(session, second.uid, -1) is None  # type: ignore[arg-type]
    assert [workshop_agenda.hours(n) for n in (210, 60, 45)] == ["3 h 30", "1 h", "45 min"]


def test_another_library_is_asked_and_what_was_said_keeps_its_prompt(session: Held) -> None:
    session.snapshot = replace(
        session.snapshot,
        prompts=(Prompt(uid="own", library="mine", text="Own?"),),
        reflections=(Reflection(uid="r", workshop="w", prompt="own", text="yes"),),
    )
    libraries = {one.id: one for one in workshop_library.prompt_libraries()}
    for name, count in (("aar", 4), ("scie-conversation", 7), ("seips", 6), ("wall-sheets", 5), ("aar", 4)):
        workshop = session.snapshot.workshops[0]
        workshop_agenda.use_library(session, workshop, libraries[name])  # type: ignore[arg-type]
        asked = workshop_agenda.prompts_of(session.snapshot, session.snapshot.workshops[0])
        assert [p.text for p in asked] == list(libraries[name].prompts)
        assert len(asked) == count
    assert session.snapshot.reflections[0].prompt == "own"
    assert len(workshop_library.factors_of("scie-conversation")) == 9


def test_what_ships_says_its_limits_and_a_workshop_without_care_is_not_ready(session: Held) -> None:
    assert [confidentiality_advice(one.text) for one in workshop_library.statements()] == [""]
    workshop = session.snapshot.workshops[0]
    assert lacking(session.snapshot, workshop)[:2] == [
        "Nobody is named for support on the day.",
        "Nothing is said of support afterwards.",
    ]
    assert not cares(replace(workshop, support_person="A name"))
    rules, limits = workshop_library.ground_rules()[0], workshop_library.statements()[0]
    ready = replace(
        workshop,
        support_person="A name",
        aftercare="A call within a week.",
        ground_rules=rules.text,
        confidentiality=limits.text,
        date=dt.date(2026, 5, 21),
        library="aar",
    )
    workshop_agenda.use_template(session, "w", workshop_library.agendas()[0])  # type: ignore[arg-type]
    workshop_agenda.use_library(session, ready, workshop_library.prompt_libraries()[1])  # type: ignore[arg-type]
    assert lacking(session.snapshot, ready) == []


def test_a_challenge_waits_until_it_is_answered(session: Held) -> None:
    session.snapshot = replace(session.snapshot, findings=(Finding(uid="f", number=2, title="Seen is not heard"),))
    add = workshop_recall.add_feedback
    for stance, text in ((Stance.AGREE, ""), (Stance.CHALLENGE, "You make it sound as if we shrugged.")):
        add(session, RecallFeedback(workshop="w", finding="f", stance=stance, text=text))  # type: ignore[arg-type]
    with pytest.raises(UserError):
        add(session, RecallFeedback(workshop="w", finding="f", stance=Stance.NUANCE))  # type: ignore[arg-type]
    (heard,) = workshop_recall.heard(session.snapshot)
    assert (len(heard.said), heard.waiting, heard.said[0].stance) == (2, 1, Stance.CHALLENGE)
    told = waiting_for_the_author(replace(session.snapshot, concerns=(Concern(text="x"),)))
    assert told == [
        ("Say who acts on 1 matter raised at a workshop", "It was taken off the wall for safeguarding"),
        ("Answer 1 challenge from the recall event", "Finding 2"),
    ]
    workshop_recall.answer(session, heard.said[0].uid, "Finding 2 now says so.")  # type: ignore[arg-type]
    assert workshop_recall.unanswered(session.snapshot) == []
    assert waiting_for_the_author(session.snapshot) == []


def test_the_groups_of_the_fourteen_who_came() -> None:
    """F3 and F4: CSC 4, police 3, school 3, health visiting 2, GP 1, YJS 1."""
    roles = [("social worker", 4), ("police officer", 3), ("school staff", 3), ("health visitor", 2), ("GP", 1)]
    roles.append(("youth justice worker", 1))
    people = tuple(
        Participant(workshop="w", name=f"{role} {n}", role_group=role) for role, c in roles for n in range(c)
    )
    shared = groups_at(Snapshot(participants=people), "w")
    assert (shared["GP"].label, shared["GP"].count) == ("health practitioner", 3)
    assert shared["youth justice worker"].label == "partner agency"
    assert shared["social worker"].label == "social worker"
