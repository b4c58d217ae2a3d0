"""The anonymised briefing: title, overview with a quote, background, recommendations and action, next steps."""

from __future__ import annotations

import datetime as dt

from desktop_app.common.document import Block, Dates, Document, Paragraph, Quote, Text
from desktop_app.domain.output import OutputKind
from desktop_app.domain.review import PublicationDecision
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.family_method import method_sentences
from desktop_app.services.compose.parts import case, day, framed, governance, passages, section, split
from desktop_app.services.compose.recommendation_table import recommendation_table
from desktop_app.services.compose.wording import fixed, publication_outcomes, words


def compose(snapshot: Snapshot, as_at: dt.date) -> Document:
    blocks: list[Block] = [
        *section(
            fixed("briefing", "overview"), [*quotes(snapshot), *passages(snapshot, "role", "assurance")], "overview"
        ),
        *section(
            fixed("briefing", "background"),
            [
                *passages(snapshot, "about", "threshold", "scope_text", "who_took_part"),
                *family(snapshot),
                *passages(snapshot, "changed_since"),
            ],
            "background",
        ),
        *section(fixed("briefing", "publication"), publication(snapshot), "publication"),
        *recommendations(snapshot, as_at),
        *section(
            fixed("briefing", "next_steps"),
            passages(snapshot, "next_steps", "oversight", dates=Dates.GOVERNANCE),
            "next_steps",
        ),
    ]
    return framed(snapshot, OutputKind.BRIEFING, as_at, blocks)


def family(snapshot: Snapshot) -> list[Block]:
    """The author's paragraph on the family and those affected, else what the record says of it without a name."""
    written = passages(snapshot, "family")
    drafted = method_sentences(snapshot)
    counted = next((entry.uid for entry in snapshot.involvements), "")
    return written or ([Paragraph(Text(drafted, Dates.FIXED, counted))] if drafted else [])


def quotes(snapshot: Snapshot) -> list[Block]:
    """Approved quotes only; the speaker is printed by role."""
    return [
        Quote(case(quote.text.strip('“”"'), quote.uid), case(quote.speaker_role, quote.uid))
        for quote in snapshot.quotes
        if quote.approved and quote.text
    ]


def publication(snapshot: Snapshot) -> list[Block]:
    """The author's paragraph on publication, else what was decided, and then its reasons, as recorded."""
    written = passages(snapshot, "publication_text")
    if written:
        return written
    return [
        Paragraph(text)
        for decision in snapshot.publication_decisions
        for text in (*decided(decision), *split(decision.reasons, Dates.CASE, decision.uid))
    ]


def decided(decision: PublicationDecision) -> tuple[Text, ...]:
    """The outcome as a sentence: of the wording data where it has one for it, else with the words recorded."""
    outcome = decision.outcome.strip().rstrip(".")
    if not outcome:
        return ()
    known = publication_outcomes().get(" ".join(outcome.casefold().split()))
    if known:
        return (Text(known, Dates.FIXED, decision.uid),)
    return (governance(words("briefing", "published", outcome=outcome), decision.uid),)


def recommendations(snapshot: Snapshot, as_at: dt.date) -> list[Block]:
    """The count is computed, never typed."""
    count = len(snapshot.recommendations)
    if not count:
        return []
    one = "_one" if count == 1 else ""
    return section(
        fixed("briefing", f"recommendations{one}", count=count),
        [
            Paragraph(fixed("briefing", f"lead{one}", count=count, date=day(as_at))),
            recommendation_table(snapshot, as_at),
        ],
        "recommendations",
    )
