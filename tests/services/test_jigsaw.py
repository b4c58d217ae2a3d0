"""The ledger of indirect facts over a review's outputs, its drafts and what is public already."""

from __future__ import annotations

import pytest

from desktop_app.common.document import Dates, Document, Paragraph, Text
from desktop_app.common.errors import UserError
from desktop_app.domain.jigsaw import PublicFact, PublicSource
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
    assert rows[0]["facts"] == [{"kind": "age", "value": "was 13", "rare": False, "where": "briefing, public"}]
