"""The panel's draft lists what is loose behind it, and no longer when nothing is; nobody else's does."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.anonymise.profiles import load_profile
from desktop_app.domain.chronology import ChronologyEvent, Significance
from desktop_app.domain.learning import Action, Finding, Recommendation
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.review import DestructionRecord
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.for_reader import compose_for
from desktop_app.services.document_text import all_texts
from desktop_app.services.proofing import warnings

DAY = dt.date(2026, 5, 1)
KINDS = (OutputKind.BRIEFING, OutputKind.OVERVIEW, OutputKind.ACTION_PLAN, OutputKind.GOVERNANCE_UPDATE)


def said(snapshot: Snapshot, kind: OutputKind, reader: ProfileName = ProfileName.PUBLIC) -> list[str]:
    document = compose_for(snapshot, kind, load_profile(reader.value), DAY)
    return [text.words for text in all_texts(document)]


def whole() -> Snapshot:
    event = ChronologyEvent(ref="CSC-014", significance=Significance.KEY)
    finding = Finding(number=1, statement="Seen is not heard.", events=(event.uid,))
    rec = Recommendation(number=1, text="Ask.", findings=(finding.uid,))
    return Snapshot(
        events=(event,), findings=(finding,), recommendations=(rec,), actions=(Action(recommendations=(rec.uid,)),)
    )


def loose() -> Snapshot:
    return Snapshot(
        events=(ChronologyEvent(ref="CSC-014", significance=Significance.KEY),),
        findings=(Finding(number=3, statement="Nobody asked."),),
        actions=(Action(number=7, text="Ask", recommendations=("0" * 32,)),),
    )


@pytest.mark.parametrize("reader", [reader for reader in ProfileName if reader is not ProfileName.PANEL])
@pytest.mark.parametrize("kind", OutputKind)
def test_no_reader_outside_is_handed_it_and_the_author_is_told_beside_the_preview(
    kind: OutputKind, reader: ProfileName
) -> None:
    words = said(loose(), kind, reader)
    assert not [text for text in words if text.startswith("Draft: what") or "rests on no evidence" in text]
    told = warnings(loose(), kind, DAY)
    assert ("Finding 3 rests on no evidence." in told) == (kind in KINDS)
    assert ("Action 7 points at a recommendation that is not there." in told) == (kind in KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_panels_draft_lists_what_is_loose_and_what_is_broken(kind: OutputKind) -> None:
    words = said(loose(), kind, ProfileName.PANEL)
    listed = words[words.index("Draft: what is not finished") :]
    assert "Finding 3 rests on no evidence." in listed
    assert "Action 7 points at a recommendation that is not there." in listed
    assert "One key event is used by no finding." in listed
    assert not [text for text in listed if "CSC-014" in text]


@pytest.mark.parametrize("reader", ProfileName)
@pytest.mark.parametrize("kind", KINDS)
def test_a_thread_that_holds_lists_nothing_whatever_the_reader_is_not_given(
    kind: OutputKind, reader: ProfileName
) -> None:
    assert "Draft: what is not finished" not in said(whole(), kind, reader)


def test_a_seven_minute_briefing_stays_on_its_page_and_a_closed_review_lists_nothing() -> None:
    assert "Draft: what is not finished" not in said(loose(), OutputKind.SEVEN_MINUTE, ProfileName.PANEL)
    closed = Snapshot(findings=loose().findings, destructions=(DestructionRecord(),))
    assert "Draft: what is not finished" not in said(closed, OutputKind.BRIEFING, ProfileName.PANEL)
