"""The small documents: their words are data, letters name nobody, a log says what was done and never to which words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from desktop_app.anonymise.detect import detect
from desktop_app.anonymise.result import AnonymisedDocument
from desktop_app.common.document import Document
from desktop_app.domain.arrangements import AgencyRequest
from desktop_app.domain.output import Output, OutputKind, ProfileName
from desktop_app.domain.output_shape import OutputShape
from desktop_app.domain.review import DestructionRecord, Narrative
from desktop_app.domain.snapshot import Snapshot, family_types
from desktop_app.services.compose import compose
from desktop_app.services.compose.small import LETTERS, SMALL, passage_keys, small
from desktop_app.services.compose.small_records import RECORDS
from desktop_app.services.document_text import all_texts
from desktop_app.services.outputs import prepare_output
from desktop_app.services.passages import passages_of

AS_AT = dt.date(2026, 9, 10)
Made = Callable[[OutputKind, ProfileName], AnonymisedDocument]


def _words(document: Document) -> str:
    return "\n".join(text.words for text in all_texts(document))


def _with(snapshot: Snapshot, **families: tuple[object, ...]) -> Snapshot:
    return Snapshot(**{**{name: getattr(snapshot, name) for name in family_types()}, **families})


def _sums(document: Document) -> list[str]:
    return [text.words for text in all_texts(document) if text.words.startswith("8671")]


@pytest.mark.parametrize("kind", SMALL)
def test_its_sections_have_a_source_and_can_be_made_of_nothing(kind: OutputKind) -> None:
    held = small(kind)
    assert held.source
    assert {section.records for section in held.sections if section.records} <= set(RECORDS)
    assert _words(compose(Snapshot(), kind, AS_AT))
    assert {passage.key for passage in passages_of(Snapshot(), kind)} == set(passage_keys(kind))


@pytest.mark.parametrize("kind", SMALL)
@pytest.mark.parametrize("reader", [ProfileName.PUBLIC, ProfileName.PANEL])
def test_nothing_is_left_to_decide_in_the_sample(sample: Snapshot, kind: OutputKind, reader: ProfileName) -> None:
    assert prepare_output(sample, kind, reader, AS_AT).undecided == ()


@pytest.mark.parametrize("kind", LETTERS)
def test_a_letter_holds_nothing_of_the_case(sample: Snapshot, kind: OutputKind) -> None:
    said = _words(compose(sample, kind, AS_AT))
    for person in sample.people:
        for name in (person.name, person.pseudonym, *person.aliases):
            assert not name or name not in said
    assert sample.review.working_title not in said
    assert sample.review.published_title not in said


def test_a_letter_to_one_agency_asks_for_what_it_still_owes(sample: Snapshot) -> None:
    mine, other = sample.agencies[:2]
    requests = (
        AgencyRequest(agency=mine.uid, what="chronology", due=dt.date(2026, 10, 1)),
        AgencyRequest(agency=mine.uid, what="summary", received=dt.date(2026, 8, 1)),
        AgencyRequest(agency=other.uid, what="agency report"),
    )
    asked = _with(
        sample,
        agency_requests=requests,
        output_shapes=(OutputShape(kind=OutputKind.LETTER_AGENCY, agency=mine.uid),),
    )
    said = _words(compose(asked, OutputKind.LETTER_AGENCY, AS_AT)).splitlines()
    assert "chronology" in said
    assert "1 October 2026" in said
    assert "summary" not in said
    assert "agency report" not in said


def test_the_log_names_no_words_and_is_for_the_panel_alone(sample: Snapshot, made: Made) -> None:
    log = OutputKind.ANONYMISATION_LOG
    said = _words(compose(sample, log, AS_AT))
    for decision in sample.surface_decisions:
        assert decision.reason in said
    panel = _words(made(log, ProfileName.PANEL).document)
    assert "Kept" in panel
    public = _words(made(log, ProfileName.PUBLIC).document)
    assert "Nothing had to be decided." in public
    written = Output(kind=OutputKind.BRIEFING, sha256="ab" * 32, replaced=7)
    assert "abababababababab" in _words(compose(_with(sample, outputs=(written,)), log, AS_AT))


def test_a_sum_that_begins_like_a_bank_card_is_printed_as_far_as_its_first_letter(sample: Snapshot) -> None:
    """One file in two thousand has such a sum, and the log could not be made any more."""
    digits = "8671278326388499"
    assert [span.kind for span in detect(digits)] == ["card"]
    written = Output(kind=OutputKind.BRIEFING, sha256=digits + "07c" + "ab" * 22)
    text = "\n".join(
        ("SHA-256", *_sums(compose(_with(sample, outputs=(written,)), OutputKind.ANONYMISATION_LOG, AS_AT)))
    )
    assert digits + "07c" in text
    assert {span.kind for span in detect(text)} <= {"code"}


def test_what_harm_was_weighed_is_for_the_panel_alone(made: Made) -> None:
    note = OutputKind.PUBLICATION_NOTE
    assert "Harm considered" in _words(made(note, ProfileName.PANEL).document)
    assert "reprisal" not in _words(made(note, ProfileName.PUBLIC).document)


def test_the_authors_statement_stands_in_place_of_the_usual_one(sample: Snapshot) -> None:
    own = _with(sample, narratives=(Narrative(key="press_statement", text="We were wrong about one thing."),))
    said = _words(compose(own, OutputKind.PRESS_STATEMENT, AS_AT))
    assert "We were wrong about one thing." in said
    assert "has finished a review" not in said


def test_a_destruction_record_tells_what_it_was(sample: Snapshot) -> None:
    record = DestructionRecord(
        at=dt.datetime(2026, 9, 1, tzinfo=dt.UTC), by_role="Records officer", destroyed=("events 150",), ledger="9 ab"
    )
    said = _words(compose(_with(sample, destructions=(record,)), OutputKind.DESTRUCTION_RECORD, AS_AT))
    for words in ("1 September 2026", "Records officer", "events 150", "9 ab"):
        assert words in said
