"""Those affected are recorded, counted without a name, and what they said can be evidence (acceptance story A14)."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.family import Affected, Approach, FamilyPoint, Involvement
from desktop_app.domain.learning import Finding
from desktop_app.domain.output import OutputKind
from desktop_app.domain.people import Person
from desktop_app.domain.review import Narrative
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose import compose
from desktop_app.services.compose.family_method import method_sentences
from desktop_app.services.document_text import all_texts
from desktop_app.services.family import (
    delete_involvement,
    delete_point,
    new_involvement,
    points_of,
    rest_on_point,
)
from desktop_app.services.session import Session
from desktop_app.services.thread import broken_links, orphans


def _said(*entries: Involvement) -> str:
    return method_sentences(Snapshot(involvements=entries))


def test_a_father_who_declined_is_counted_and_not_named() -> None:
    father = Person(name="Gareth Pryce")
    entry = Involvement(number=1, person=father.uid, relation="father", approach=Approach.DECLINED, reason="Too soon")
    said = method_sentences(Snapshot(people=(father,), involvements=(entry,)))
    assert said == "One family member was invited and declined."


def test_several_ways_of_taking_part_read_as_one_sentence() -> None:
    entries = [
        *(Involvement(approach=Approach.TOOK_PART, advocate="A charity") for _ in range(2)),
        Involvement(approach=Approach.DECLINED),
        Involvement(approach=Approach.NOT_APPROACHED),
        Involvement(affected=Affected.SUBJECT, approach=Approach.TOOK_PART, draft_shared=dt.date(2026, 8, 1)),
    ]
    assert _said(*entries) == (
        "The person this review is about took part. Two family members took part, one was invited and declined and "
        "one was not approached. Two of them had an advocate. A draft was shared with one of them."
    )
    assert _said() == ""


@given(st.lists(st.tuples(st.sampled_from(Affected), st.sampled_from(Approach)), max_size=30))
def test_every_entry_is_counted_and_no_word_of_it_printed(entries: list[tuple[Affected, Approach]]) -> None:
    said = _said(*(Involvement(affected=a, approach=p, relation="zzfather", reason="zzreason") for a, p in entries))
    assert "zz" not in said
    assert said.count(".") == len({affected for affected, _ in entries})


@pytest.mark.parametrize("approach", [Approach.DECLINED, Approach.NOT_APPROACHED])
def test_no_reason_is_a_loose_end(approach: Approach) -> None:
    entry = Involvement(number=3, approach=approach, reason=" ")
    (loose,) = orphans(Snapshot(involvements=(entry,)))
    assert (loose.code, loose.uid) == ("family-reason-missing", entry.uid)
    assert orphans(Snapshot(involvements=(Involvement(approach=approach, reason="Too soon"),))) == []
    assert orphans(Snapshot(involvements=(Involvement(approach=Approach.INVITED),))) == []


def test_a_point_is_a_loose_end_until_a_finding_rests_on_it_or_somebody_says_why_not(session: Session) -> None:
    finding, point = Finding(number=1, events=()), FamilyPoint(text="We rang and a form came.")
    session.put("Add", finding, point)
    codes = lambda: {o.code for o in orphans(session.snapshot)}  # noqa: E731
    assert codes() == {"family-point-unused", "finding-without-evidence"}
    rest_on_point(session, finding.uid, point.uid, rests=True)
    assert codes() == set()
    assert points_of(session.snapshot, "")[0].findings == (1,)
    delete_point(session, point.uid)
    assert session.snapshot.findings[0].family_points == ()
    session.undo()
    assert codes() == set()


def test_taking_an_entry_out_keeps_what_was_said_and_breaks_nothing(session: Session) -> None:
    first = new_involvement(session.snapshot)
    session.put("Add", first, FamilyPoint(involvement=first.uid, text="Nobody told us."))
    second = new_involvement(session.snapshot)
    session.put("Add", second)
    delete_involvement(session, first.uid)
    assert [i.number for i in session.snapshot.involvements] == [1]
    assert [view.point.text for view in points_of(session.snapshot, "")] == ["Nobody told us."]
    assert broken_links(session.snapshot) == []


@pytest.mark.parametrize("kind", [OutputKind.BRIEFING, OutputKind.OVERVIEW])
def test_outputs_print_the_drafted_sentence_until_the_author_writes_one(kind: OutputKind) -> None:
    declined = Involvement(number=1, approach=Approach.DECLINED, reason="Too soon")
    drafted = "One family member was invited and declined."
    printed = [t.words for t in all_texts(compose(Snapshot(involvements=(declined,)), kind, dt.date(2026, 5, 1)))]
    assert drafted in printed
    written = Snapshot(involvements=(declined,), narratives=(Narrative(key="family", text="Some told us."),))
    printed = [t.words for t in all_texts(compose(written, kind, dt.date(2026, 5, 1)))]
    assert drafted not in printed
    assert "Some told us." in printed
