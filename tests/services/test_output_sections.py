"""Sections of an output in the author's order: moved, dropped, renamed, written; references that keep up."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.common.document import Document, Heading, Paragraph
from desktop_app.common.errors import UserError
from desktop_app.domain import live_references
from desktop_app.domain.learning import Action, Finding, Recommendation
from desktop_app.domain.output import OutputKind
from desktop_app.domain.output_section import OutputSection
from desktop_app.domain.people import Abbreviation, Body, Person
from desktop_app.domain.review import Narrative, PublicationDecision
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose import compose
from desktop_app.services.compose.arranged import sections_of, usual_sections
from desktop_app.services.output_sections import (
    add_own,
    as_usual,
    drop,
    move,
    own_text,
    rename,
    reorder,
    write_own,
)
from desktop_app.services.session import Session

BRIEFING = OutputKind.BRIEFING
DAY = dt.date(2026, 5, 15)
USUAL = ["overview", "background", "publication", "recommendations", "next_steps"]


@pytest.fixture
def filled(session: Session) -> Session:
    session.put(
        "Fill",
        Narrative(key="role", text="The chair led it.", order=1),
        Narrative(key="about", text="It is about one family.", order=2),
        Narrative(key="next_steps", text="The board keeps watch.", order=3),
        PublicationDecision(reasons="It may be published."),
        Recommendation(number=1, text="Screen every contact."),
        Recommendation(number=2, text="Write it down."),
        Finding(number=3, title="Seen is not heard", statement="He was seen."),
        Action(number=7, text="Train everybody."),
    )
    return session


def headings(document: Document) -> list[str]:
    return [block.text.words for block in document.blocks if isinstance(block, Heading)]


def paragraphs(document: Document) -> list[str]:
    return [block.text.words for block in document.blocks if isinstance(block, Paragraph)]


def code(act: object, *args: object, **words: object) -> str:
    with pytest.raises(UserError) as caught:
        act(*args, **words)  # type: ignore[operator]
    assert caught.value.safe
    assert caught.value.do
    return caught.value.code


def ids(session: Session) -> list[str]:
    return [section.id for section in sections_of(session.snapshot, BRIEFING)]


def test_the_usual_order_is_data_and_every_composer_follows_it(filled: Session) -> None:
    assert ids(filled) == USUAL
    held = usual_sections(filled.snapshot, BRIEFING)
    assert held is not None
    assert held.source
    for kind in OutputKind:
        usual = usual_sections(filled.snapshot, kind)
        if usual is not None:
            named = [key for key, _ in usual.sections]
            blocks = compose(filled.snapshot, kind, DAY).blocks
            keys = [b.key for b in blocks if isinstance(b, Heading) and b.level == 1]
            assert set(keys) <= set(named), kind
            assert [key for key in named if key in keys] == list(dict.fromkeys(keys)), kind


def test_moved_dropped_and_renamed(filled: Session) -> None:
    first = headings(compose(filled.snapshot, BRIEFING, DAY))
    assert move(filled, BRIEFING, "overview", -1) is None
    move(filled, BRIEFING, "next_steps", -3)
    assert ids(filled) == ["overview", "next_steps", "background", "publication", "recommendations"]
    drop(filled, BRIEFING, "publication")
    rename(filled, BRIEFING, "background", "  How it began ")
    said = headings(compose(filled.snapshot, BRIEFING, DAY))
    assert said[:3] == ["Overview", "Next steps", "How it began"]
    assert len(said) == len(first) - 1
    drop(filled, BRIEFING, "publication", dropped=False)
    rename(filled, BRIEFING, "background", "")
    reorder(filled, BRIEFING, ["overview", "background", "publication"])
    assert ids(filled) == ["overview", "background", "publication", "next_steps", "recommendations"]
    as_usual(filled, BRIEFING)
    assert headings(compose(filled.snapshot, BRIEFING, DAY)) == first
    assert as_usual(filled, BRIEFING) is None


def test_a_section_of_ones_own_with_live_references(filled: Session) -> None:
    _, uid = add_own(filled, BRIEFING, "What comes first", "See {rec:2} and {finding:3}.\n\n{count:actions} action.")
    reorder(filled, BRIEFING, [uid])
    document = compose(filled.snapshot, BRIEFING, DAY)
    assert headings(document)[0] == "What comes first"
    assert paragraphs(document)[:2] == ["See Recommendation 2 and Finding 3.", "1 action."]
    second = next(rec for rec in filled.snapshot.recommendations if rec.number == 2)
    finding = filled.snapshot.findings[0]
    filled.put("Renumber", replace(second, number=9), replace(finding, number=4))
    assert paragraphs(compose(filled.snapshot, BRIEFING, DAY))[0] == "See Recommendation 9 and Finding 4."
    (section,) = [held for held in sections_of(filled.snapshot, BRIEFING) if held.own]
    assert own_text(filled.snapshot, section) == "See Recommendation 9 and {finding:4}.\n\n{count:actions} action."
    write_own(filled, BRIEFING, uid, own_text(filled.snapshot, section))
    (own,) = [record for record in filled.snapshot.output_sections if record.uid == uid]
    assert own.text.count("{rec:" + second.uid) == 1
    filled.delete("Gone", Finding, finding.uid)
    assert "no longer there" in paragraphs(compose(filled.snapshot, BRIEFING, DAY))[0]
    as_usual(filled, BRIEFING)
    assert ids(filled) == [*USUAL, uid], "what a person wrote is not thrown away"


def test_what_cannot_be_done_is_said(filled: Session) -> None:
    assert code(reorder, filled, BRIEFING, ["nowhere"]) == "no-such-section"
    assert code(write_own, filled, BRIEFING, "background", "x") == "not-own"
    assert code(add_own, filled, BRIEFING, "Long", "x" * 200_001) == "text-too-long"
    assert code(drop, filled, OutputKind.CHRONOLOGY, "lead") == "no-sections"
    assert filled.snapshot.output_sections == ()


@given(st.permutations(USUAL), st.sets(st.sampled_from(USUAL)), st.sets(st.sampled_from(USUAL)))
def test_any_records_leave_every_section_once(order: list[str], kept: set[str], dropped: set[str]) -> None:
    records = tuple(
        OutputSection(kind=BRIEFING, key=key, place=place, dropped=key in dropped)
        for place, key in enumerate(order)
        if key in kept
    )
    strange = OutputSection(kind=BRIEFING, key="of another version", place=2)
    found = sections_of(Snapshot(output_sections=(*records, strange)), BRIEFING)
    assert sorted(section.id for section in found) == sorted(USUAL)
    assert [s.id for s in found if s.id in kept] == [key for key in order if key in kept]


@given(st.text(max_size=40))
def test_words_without_references_are_printed_as_typed(text: str) -> None:
    held = Snapshot(recommendations=(Recommendation(number=1),))
    if "{" not in text and "ec" not in text.casefold():
        assert live_references.printed(held, live_references.stored(held, text)) == text


def test_an_abbreviation_is_written_out_where_it_first_falls(filled: Session) -> None:
    filled.put(
        "Abbreviations",
        Abbreviation(short="MAST", long="Multi-Agency Screening Team"),
        Abbreviation(short="CAMHS", long="Child and Adolescent Mental Health Services"),
        Abbreviation(short="CD", long="the young person’s initials"),
        Body(name="Valley CAMHS"),
        Person(name="Callum Draycott"),
        replace(filled.snapshot.narratives[0], text="MAST and Valley CAMHS met CD."),
        replace(filled.snapshot.narratives[2], text="MAST keeps watch."),
    )
    said = paragraphs(compose(filled.snapshot, BRIEFING, DAY))
    assert "Multi-Agency Screening Team (MAST) and Valley CAMHS met CD." in said
    assert "MAST keeps watch." in said
    reorder(filled, BRIEFING, ["next_steps"])
    said = paragraphs(compose(filled.snapshot, BRIEFING, DAY))
    assert said[0] == "Multi-Agency Screening Team (MAST) keeps watch."
    assert "MAST and Valley CAMHS met CD." in said
