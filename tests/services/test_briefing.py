"""The briefing's words before anything is anonymised: counts computed, sections left out, statuses said once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.common.document import Heading, Table
from desktop_app.domain.learning import Action, ActionStatus, ProgressUpdate, Recommendation, RecommendationPart
from desktop_app.domain.output import OutputKind
from desktop_app.domain.review import Narrative, PublicationDecision, QuoteRecord, Review
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import RecallFeedback, Stance, Workshop
from desktop_app.services.compose import COMPOSERS, compose
from desktop_app.services.compose.nothing_yet import is_empty
from desktop_app.services.compose.wording import nothing_yet
from desktop_app.services.document_text import all_texts
from desktop_app.services.proofing import warnings

AS_AT = dt.date(2026, 8, 1)


def words(snapshot: Snapshot, kind: OutputKind = OutputKind.BRIEFING) -> str:
    return "\n".join(text.words for text in all_texts(compose(snapshot, kind, AS_AT)))


@pytest.mark.parametrize("kind", list(OutputKind))
def test_an_empty_review_composes(kind: OutputKind) -> None:
    document = compose(Snapshot(), kind, AS_AT)
    assert kind in COMPOSERS
    assert document.title.words == "Learning review"


@pytest.mark.parametrize("kind", [kind for kind in OutputKind if kind.value in nothing_yet()])
def test_an_output_of_nothing_says_so_and_where_it_would_come_from(kind: OutputKind) -> None:
    titled = Snapshot(reviews=(Review(published_title="Learning from Rowan"),))
    for snapshot in (Snapshot(), titled):
        document = compose(snapshot, kind, AS_AT)
        assert nothing_yet()[kind.value] == is_empty(kind, document)
        assert warnings(snapshot, kind, AS_AT)[0] == nothing_yet()[kind.value]


def test_kinds_that_say_nothing_of_it_are_whole_without_a_record() -> None:
    for kind in OutputKind:
        if kind.value not in nothing_yet():
            assert len(compose(Snapshot(), kind, AS_AT).blocks) > 1


def test_that_nothing_was_challenged_is_an_answer_once_somebody_gave_one() -> None:
    asked = Snapshot(workshops=(Workshop(),))
    agreed = replace(asked, recall_feedback=(RecallFeedback(stance=Stance.AGREE),))
    assert "Nothing was challenged" in words(agreed, OutputKind.YOU_SAID)
    assert "There is nothing to give back yet" in words(asked, OutputKind.YOU_SAID)


@pytest.mark.parametrize(("count", "said"), [(1, "The recommendation, and"), (11, "The 11 recommendations, and")])
def test_the_count_is_computed(count: int, said: str) -> None:
    recs = tuple(Recommendation(number=n + 1, text=f"Ask {n}.") for n in range(count))
    assert said in words(Snapshot(recommendations=recs))


def test_sections_without_words_are_left_out() -> None:
    document = compose(
        Snapshot(narratives=(Narrative(key="next_steps", text="Then this."),)), OutputKind.BRIEFING, AS_AT
    )
    assert [b.text.words for b in document.blocks if isinstance(b, Heading)] == ["Next steps"]


def test_only_approved_quotes_are_printed() -> None:
    quotes = (QuoteRecord(text="“Yes.”", speaker_role="Chair", approved=True), QuoteRecord(text="No.", approved=False))
    assert "Yes." in words(Snapshot(quotes=quotes))
    assert "No." not in words(Snapshot(quotes=quotes))


def test_the_working_title_is_never_printed_nor_the_reasons_twice() -> None:
    decision = PublicationDecision(outcome="summary", reasons="Too many people know part of this.")
    written = Narrative(key="publication_text", text="The full report stays unpublished.")
    assert "Too many people" in words(Snapshot(publication_decisions=(decision,)))
    assert "Too many people" not in words(Snapshot(publication_decisions=(decision,), narratives=(written,)))


@pytest.mark.parametrize(
    ("status", "update", "printed"),
    [
        (ActionStatus.COMPLETE, "Complete. All trained.", "Complete. All trained."),
        (ActionStatus.COMPLETE, "All trained", "Complete. All trained."),
        (ActionStatus.UNKNOWN, "As it was imported", "As it was imported"),
        (ActionStatus.NOT_STARTED, "", "Not started. Plan it."),
    ],
)
def test_a_status_is_said_once(status: ActionStatus, update: str, printed: str) -> None:
    rec = Recommendation(number=1, text="Ask.")
    part = RecommendationPart(recommendation=rec.uid, letter="a", text="First half.")
    action = Action(number=1, text="Plan it", parts=(part.uid,), status=status)
    updates = (ProgressUpdate(action=action.uid, as_at=AS_AT, text=update),) if update else ()
    snapshot = Snapshot(recommendations=(rec,), parts=(part,), actions=(action,), updates=updates)
    table = next(b for b in compose(snapshot, OutputKind.BRIEFING, AS_AT).blocks if isinstance(b, Table))
    number, asked, done = table.rows[0]
    assert [t.words for t in number.paragraphs] == ["1"]
    assert [t.words for t in asked.paragraphs] == ["Ask.", "a) First half."]
    assert [t.words for t in done.paragraphs] == [printed]


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("Summary  only.", "It was decided to publish a summary only."),
        ("not published", "It was decided not to publish."),
        ("the timeline, and nothing else", "What was decided on publication: the timeline, and nothing else."),
    ],
)
def test_what_was_decided_on_publication_is_said_before_why(outcome: str, said: str) -> None:
    printed = words(
        Snapshot(publication_decisions=(PublicationDecision(outcome=outcome, reasons="For her welfare."),))
    ).splitlines()
    heading = printed.index("Publication")
    assert printed[heading + 1 : heading + 3] == [said, "For her welfare."]


def test_reasons_without_an_outcome_stand_alone() -> None:
    printed = words(Snapshot(publication_decisions=(PublicationDecision(reasons="For her welfare."),))).splitlines()
    assert printed[printed.index("Publication") + 1] == "For her welfare."
