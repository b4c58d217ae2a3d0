"""The ledger of indirect facts over a review's outputs, its drafts and what is public already."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.common.document import Dates, Document, Paragraph, Text
from desktop_app.common.errors import UserError
from desktop_app.domain.jigsaw import IntruderAnswer, PublicFact, PublicSource, ReferenceFigure
from desktop_app.domain.output import Output, OutputKind, ProfileName
from desktop_app.domain.people import Person
from desktop_app.domain.review import Review
from desktop_app.services.jigsaw import (
    Draft,
    Ledger,
    add_public_fact,
    facts_of,
    keep_with_reason,
    ledger,
    listed,
    records_of,
)
from desktop_app.services.jigsaw.coarser import next_coarser
from desktop_app.services.jigsaw.estimate import estimate
from desktop_app.services.jigsaw.intruder import answers_for, questions
from desktop_app.services.jigsaw.said import say_beside, to_coarsen
from desktop_app.services.jigsaw.waiting import say_waiting, warnings_waiting
from desktop_app.services.jigsaw.weighing import add_figure, record_answer
from desktop_app.services.ladders import choose_rung
from desktop_app.services.overview import overview
from desktop_app.services.session import Session

ROWAN = Person(uid="p1", key="p-callum", name="Callum Draycott", pseudonym="Rowan", role="subject")
MOTHER = Person(uid="p2", key="p-jodie", name="Jodie Draycott", pseudonym="Mother", role="mother")


@pytest.fixture(autouse=True)
def people(session: Session) -> None:
    review = session.snapshot.reviews
    held = review[0] if review else Review()
    session.put("People", held, ROWAN, MOTHER)


def document(*texts: str, dates: Dates = Dates.CASE) -> Document:
    plain = Text("", Dates.FIXED)
    return Document("briefing", plain, plain, plain, plain, tuple(Paragraph(Text(t, dates)) for t in texts))


def write(session: Session, kind: OutputKind, profile: ProfileName, *texts: str) -> None:
    output = Output(kind=kind, profile=profile)
    facts = facts_of(session.snapshot, document(*texts))
    session.put("Export an output", output, *records_of(output, facts))


def warned(found: Ledger) -> list[str]:
    return [p.jigsaw.person for p in found.people if p.warning]


def test_facts_add_up_over_outputs(session: Session) -> None:
    write(session, OutputKind.BRIEFING, ProfileName.PUBLIC, "Rowan, a boy, lived in Thornby.")
    assert warned(ledger(session.snapshot)) == []
    write(session, OutputKind.TIMELINE, ProfileName.PUBLIC, "Rowan was hurt in October 2025.")
    found = ledger(session.snapshot)
    assert warned(found) == ["p-callum"]
    (sentence,) = found.warnings
    assert sentence.startswith("3 indirect facts about Rowan stand across 2 outputs")
    assert "“Thornby”, briefing, public" in sentence
    assert "anonymous" not in sentence


def test_a_draft_is_weighed_before_it_is_written(session: Session) -> None:
    write(session, OutputKind.BRIEFING, ProfileName.PUBLIC, "Rowan, a boy, lived in Thornby.")
    facts = facts_of(session.snapshot, document("Rowan was 13."))
    assert warned(ledger(session.snapshot, draft=Draft(OutputKind.TIMELINE, ProfileName.PUBLIC, facts))) == ["p-callum"]
    assert warned(ledger(session.snapshot, draft=Draft(OutputKind.BRIEFING, ProfileName.PUBLIC, facts))) == []


def test_the_newest_of_a_kind_stands_for_it(session: Session) -> None:
    write(session, OutputKind.BRIEFING, ProfileName.PUBLIC, "Rowan, a boy of 13, lived in Thornby.")
    write(session, OutputKind.BRIEFING, ProfileName.PUBLIC, "Rowan, a boy, lived in a town.")
    assert warned(ledger(session.snapshot)) == []


def test_what_the_panel_read_is_no_fact_for_the_public(session: Session) -> None:
    write(session, OutputKind.OVERVIEW, ProfileName.PANEL, "Rowan, a boy of 13, lived in Thornby.")
    assert warned(ledger(session.snapshot)) == []
    assert warned(ledger(session.snapshot, ProfileName.PANEL)) == ["p-callum"]


def test_what_is_public_counts_and_is_named_by_its_source(session: Session) -> None:
    write(session, OutputKind.BRIEFING, ProfileName.PUBLIC, "Rowan was 13.")
    add_public_fact(
        session,
        PublicFact(
            person="p-callum", words="A boy was stabbed in Thornby.", source=PublicSource.PRESS, where="a newspaper"
        ),
    )
    (sentence,) = ledger(session.snapshot).warnings
    assert "a newspaper" in sentence


def test_a_reason_settles_it_until_there_is_more(session: Session) -> None:
    write(session, OutputKind.BRIEFING, ProfileName.PUBLIC, "Rowan, a boy of 13, lived in Thornby.")
    keep_with_reason(session, "p-callum", "The family asked for the town to be named.")
    assert ledger(session.snapshot).warnings == ()
    write(session, OutputKind.TIMELINE, ProfileName.PUBLIC, "Rowan was deaf.")
    assert len(ledger(session.snapshot).warnings) == 1


def test_a_reason_must_be_given(session: Session) -> None:
    with pytest.raises(UserError, match="reason"):
        keep_with_reason(session, "p-callum", "  ")


def test_the_partnerships_own_work_is_nobodys_fact(session: Session) -> None:
    words = "Rowan, a boy of 13, lived in Thornby."
    assert facts_of(session.snapshot, document(words, dates=Dates.GOVERNANCE)) == ()
    assert len(facts_of(session.snapshot, document(words, words))) == 3


def test_an_output_finer_than_its_sibling_is_told(session: Session) -> None:
    write(session, OutputKind.BRIEFING, ProfileName.PUBLIC, "Rowan was hurt in autumn 2025.")
    write(session, OutputKind.TIMELINE, ProfileName.PUBLIC, "Rowan was hurt in October 2025.")
    (sentence,) = ledger(session.snapshot).warnings
    assert sentence.startswith("“October 2025” (timeline, public) says more than “autumn 2025”")


def test_every_profile_is_listed(session: Session) -> None:
    write(session, OutputKind.BRIEFING, ProfileName.PUBLIC, "Rowan was 13.")
    rows = listed(session.snapshot)
    assert [row["profile"] for row in rows] == ["public", "partner", "family", "practitioner", "panel"]
    assert rows[0]["estimate"] is None
    assert rows[0]["facts"] == [{"kind": "age", "value": "was 13", "rare": False, "where": "briefing, public"}]


def test_a_reason_given_for_a_draft_covers_the_drafts_facts(session: Session) -> None:
    facts = facts_of(session.snapshot, document("Rowan, a boy of 13, lived in Thornby."))
    draft = Draft(OutputKind.BRIEFING, ProfileName.PUBLIC, facts)
    (found,) = ledger(session.snapshot, draft=draft).people
    assert found.waits
    keep_with_reason(session, "p-callum", "The family agreed.", held=[piece.kind for piece in found.jigsaw.pieces])
    assert ledger(session.snapshot, draft=draft).warnings == ()
    more = facts_of(session.snapshot, document("Rowan, a boy of 13, lived in Thornby. Rowan was deaf."))
    (found,) = ledger(session.snapshot, draft=Draft(OutputKind.BRIEFING, ProfileName.PUBLIC, more)).people
    assert (found.waits, found.reason, found.before) == (True, "", "The family agreed.")


def test_the_strip_says_what_this_output_adds(session: Session) -> None:
    write(session, OutputKind.BRIEFING, ProfileName.PUBLIC, "Rowan, a boy, lived in Thornby.")
    facts = facts_of(session.snapshot, document("Rowan was hurt in October 2025. He was 13."))
    draft = Draft(OutputKind.TIMELINE, ProfileName.PUBLIC, facts)
    (found,) = ledger(session.snapshot, draft=draft).people
    said = say_beside(found.jigsaw, found.label, draft.place)
    assert said == "With the briefing, this gives 4 facts about Rowan. Only this one tells: age and date of an event."
    assert to_coarsen(found.jigsaw) == 2


def test_a_coarser_rung_is_offered_in_words_where_a_rule_knows_them() -> None:
    assert next_coarser("date", "October 2025").words == "autumn 2025"
    assert next_coarser("date", "autumn 2025").words == ""
    assert next_coarser("age", "was 14").words == "was aged 13 to 15"
    place = next_coarser("place", "Thornby")
    assert place.words == ""
    assert place.rungs[0].startswith("“a town in”")


def test_an_estimate_only_from_figures_the_author_entered(session: Session) -> None:
    write(session, OutputKind.BRIEFING, ProfileName.PUBLIC, "Rowan, a boy of 13, lived in Thornby.")
    (found,) = ledger(session.snapshot).people
    assert estimate(found.jigsaw, session.snapshot.reference_figures) is None
    base = {"person": "p-callum", "among": 58_000, "counts": "people in the district", "source": "a yearbook"}
    add_figure(session, ReferenceFigure(kind="age", number=700, **base))
    add_figure(session, ReferenceFigure(kind="sex", number=1, **base))
    add_figure(session, ReferenceFigure(kind="sex", number=29_000, **base))
    assert len(session.snapshot.reference_figures) == 2, "a newer figure takes the place of the older"
    reckoned = estimate(found.jigsaw, session.snapshot.reference_figures)
    assert reckoned is not None
    assert reckoned.one_in == 166
    assert reckoned.sentence == (
        "About 1 in 166 if these facts were independent, which they are not. That would be about 350 people of 58,000."
    )
    assert reckoned.rests_on[0] == "age: 700 of 58,000 people in the district (a yearbook)"
    assert reckoned.left_out == ("place",)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"number": 0}, "figures-do-not-fit"),
        ({"number": 11}, "figures-do-not-fit"),
        ({"source": " "}, "source-needed"),
        ({"counts": ""}, "source-needed"),
        ({"kind": "shoe size"}, "kind-unknown"),
        ({"person": "nobody"}, "no-person"),
    ],
)
def test_figures_that_do_not_fit_are_refused(session: Session, changed: dict[str, object], code: str) -> None:
    held = {"person": "p-callum", "kind": "age", "number": 5, "among": 10, "counts": "people", "source": "a book"}
    with pytest.raises(UserError) as refused:
        add_figure(session, ReferenceFigure(**(held | changed)))  # type: ignore[arg-type]
    assert refused.value.code == code
    assert session.snapshot.reference_figures == ()


def test_what_an_intruder_tried_is_kept_per_output(session: Session) -> None:
    asked = questions()[0].id
    answer = IntruderAnswer(
        question=asked, output="o1", tried="two quotations", by_role="panel member", on=dt.date(2026, 9, 1)
    )
    record_answer(session, answer)
    record_answer(session, replace(answer, uid="other", found=True, outcome="a forum names the school"))
    assert answers_for(session.snapshot, "") == {}
    (held,) = answers_for(session.snapshot, "o1").values()
    assert (held.found, held.uid) == (True, answer.uid)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"question": "x"}, "question-unknown"),
        ({"tried": ""}, "answer-incomplete"),
        ({"by_role": ""}, "answer-incomplete"),
        ({"on": None}, "answer-incomplete"),
        ({"found": True}, "outcome-needed"),
    ],
)
def test_half_an_answer_is_refused(session: Session, changed: dict[str, object], code: str) -> None:
    held = {"question": questions()[0].id, "tried": "a search", "by_role": "reviewer", "on": dt.date(2026, 9, 1)}
    with pytest.raises(UserError) as refused:
        record_answer(session, IntruderAnswer(**(held | changed)))  # type: ignore[arg-type]
    assert refused.value.code == code


def test_a_public_fact_needs_words_and_a_person_of_the_review(session: Session) -> None:
    for fact, code in ((PublicFact(words=" "), "words-needed"), (PublicFact(words="x", person="q"), "no-person")):
        with pytest.raises(UserError) as refused:
            add_public_fact(session, fact)
        assert refused.value.code == code


def test_a_fact_printed_of_a_sibling_is_put_down_to_her(session: Session) -> None:
    sister = Person(uid="p3", key="p-poppy", name="Poppy Draycott", pseudonym="Sibling 1", role="sister")
    session.put("People", sister)
    choose_rung(session, ProfileName.PUBLIC, "family", "plain")
    said = document("A sibling was deaf.", "Rowan’s sibling was 7.", "Rowan was 13.")
    by_person = {(f.person, f.kind) for f in facts_of(session.snapshot, said, ProfileName.PUBLIC)}
    assert {("p-poppy", "health"), ("p-poppy", "age")} <= by_person
    panel = facts_of(session.snapshot, said, ProfileName.PANEL)
    assert "p-poppy" not in {fact.person for fact in panel}


def test_what_is_said_of_a_sibling_is_said_of_each_who_may_be_meant(session: Session) -> None:
    named = (("s-1", "Ada Draycott", "Sibling 1"), ("s-2", "Ivo Draycott", "Sibling 2"))
    session.put("People", *(Person(key=key, name=name, pseudonym=said, role="sibling") for key, name, said in named))
    choose_rung(session, ProfileName.PUBLIC, "family", "plain")
    facts = facts_of(session.snapshot, document("A sibling was deaf."), ProfileName.PUBLIC)
    assert {f.person for f in facts} == {"s-1", "s-2"}


def test_what_waits_is_counted_once_over_its_readers(session: Session) -> None:
    assert warnings_waiting(session.snapshot) == 0
    told = "Rowan, a boy of 13, lived in Thornby."
    write(session, OutputKind.BRIEFING, ProfileName.PUBLIC, told)
    write(session, OutputKind.OVERVIEW, ProfileName.PANEL, "The panel met.")
    assert warnings_waiting(session.snapshot) == 1
    assert say_waiting(1) == "1 combination of facts told in outputs could show who somebody is."
    (step,) = [s for s in overview(session.snapshot, dt.date(2026, 9, 1)).next_steps if s.place == "jigsaw"]
    assert (step.page, step.what) == ("outputs", say_waiting(1))
    keep_with_reason(session, "p-callum", "All of it was in court.")
    assert warnings_waiting(session.snapshot) == 0
