"""The shapes outputs come in: what is in them is data, and every one can be made."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.common.document import Block, Document, Heading, Paragraph, Table
from desktop_app.common.errors import UserError
from desktop_app.domain.output import OutputKind
from desktop_app.domain.output_shape import OutputShape
from desktop_app.domain.review import ReviewType
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose import compose
from desktop_app.services.compose.action_columns import COLUMNS
from desktop_app.services.compose.overview_sections import known_sections
from desktop_app.services.compose.presets import preset_of, presets
from desktop_app.services.document_text import all_texts
from desktop_app.services.output_shapes import shaped, shapes, wanted_shape
from desktop_app.services.proofing import overflow

AS_AT = dt.date(2026, 9, 10)
OVERVIEW, PLAN, CHRONOLOGY = OutputKind.OVERVIEW, OutputKind.ACTION_PLAN, OutputKind.CHRONOLOGY
EVERY = [preset for kind in (OVERVIEW, PLAN, CHRONOLOGY) for preset in presets(kind)]


def _composed(snapshot: Snapshot, kind: OutputKind, preset: str, agency: str = "") -> Document:
    return compose(shaped(snapshot, OutputShape(kind=kind, preset=preset, agency=agency)), kind, AS_AT)


def _headings(document: Document) -> list[str]:
    return [block.text.words for block in document.blocks if isinstance(block, Heading) and block.level == 1]


def _table(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def test_every_preset_names_its_source_and_only_what_can_be_made() -> None:
    for preset in EVERY:
        assert preset.source
        assert preset.name
        assert {name for name, _ in preset.sections} <= known_sections()
    assert {column for preset in presets(PLAN) for column in preset.columns} <= set(COLUMNS)
    assert set(ReviewType) == {ReviewType(name) for preset in presets(OVERVIEW) for name in preset.types}


@pytest.mark.parametrize("preset", EVERY, ids=lambda p: f"{p.kind}-{p.id}")
def test_every_preset_can_be_made_of_the_sample_and_of_nothing(sample: Snapshot, preset: object) -> None:
    for snapshot in (sample, Snapshot()):
        document = _composed(snapshot, preset.kind, preset.id)
        wanted = [heading for _, heading in preset.sections]
        if preset.sections:
            assert [heading for heading in wanted if heading in _headings(document)] == _headings(document)
        if preset.columns and snapshot is sample:
            assert len(_table(document).header) == len(preset.columns)


def test_an_overview_has_the_sections_of_its_type_of_review_until_another_is_chosen(sample: Snapshot) -> None:
    review = replace(sample.review, type=ReviewType.LCSPR)
    lcspr = replace(_plain(sample), reviews=(review,))
    assert preset_of(lcspr, OVERVIEW).id == "lcspr"
    assert "Analysis by key line of enquiry" in _headings(compose(lcspr, OVERVIEW, AS_AT))
    assert "Suggested strategies" in _headings(_composed(lcspr, OVERVIEW, "scotland"))


def test_each_agency_gets_its_own_actions_and_nobody_elses(sample: Snapshot) -> None:
    agencies = shapes(sample, PLAN).agencies
    assert len(agencies) > 3
    whole = {row[2].paragraphs[0].words for row in _table(_composed(sample, PLAN, "usual")).rows}
    seen: list[str] = []
    for agency in agencies:
        document = _composed(sample, PLAN, "usual", agency.uid)
        assert agency.name in {text.words for text in all_texts(document)}
        for row in _table(document).rows:
            assert agency.name in row[3].paragraphs[0].words
            assert len(row[1].paragraphs) == 2, (
                "the recommendation itself, not its title alone: it is all they are sent"
            )
            seen.append(row[2].paragraphs[0].words)
    assert len(seen) == len(set(seen))
    assert set(seen) < whole, "the partnership's own actions are in the whole plan alone"


def test_the_summary_rendering_holds_the_authors_words_and_nothing_an_agency_sent(sample: Snapshot) -> None:
    table = _table(_composed(sample, CHRONOLOGY, "summary"))
    curated = {event.published_wording for event in sample.events if event.published_wording}
    assert {row[2].paragraphs[0].words for row in table.rows} == curated
    full = _table(_composed(sample, CHRONOLOGY, "full"))
    assert len(full.rows) > len(table.rows)


def test_the_glossary_holds_what_is_used_and_nobodys_initials(sample: Snapshot) -> None:
    document = _composed(sample, CHRONOLOGY, "shared")
    table = [block for block in document.blocks if isinstance(block, Table)][-1]
    shorts = [row[0].paragraphs[0].words for row in table.rows]
    assert "GP" in shorts or "CAMHS" in shorts
    assert "CD" not in shorts, "the initials of the child"
    assert shorts == sorted(shorts, key=str.casefold)


def test_what_is_not_offered_is_refused(sample: Snapshot) -> None:
    for asked, code in (
        ({"kind": OVERVIEW, "preset": "novel"}, "unknown-preset"),
        ({"kind": OutputKind.BRIEFING, "preset": "usual"}, "unknown-preset"),
        ({"kind": PLAN, "agency": "Nobody"}, "unknown-agency"),
        ({"kind": OVERVIEW, "agency": "POL"}, "unknown-agency"),
        ({"kind": PLAN, "agency": "GP"}, "no-actions"),
    ):
        with pytest.raises(UserError) as refused:
            wanted_shape(sample, **asked)
        assert refused.value.code == code
    assert wanted_shape(sample, PLAN, agency="pol").agency


def _plain(snapshot: Snapshot) -> Snapshot:
    return shaped(snapshot, OutputShape(kind=OutputKind.TIMELINE))


def test_the_seven_minute_briefing_of_the_sample_is_one_page_and_a_long_one_is_told(sample: Snapshot) -> None:
    document = compose(sample, OutputKind.SEVEN_MINUTE, AS_AT)
    assert overflow(document) == ()
    longer = replace(document, blocks=tuple(_longer(block) for block in document.blocks))
    assert next(note.what for note in overflow(longer)).startswith("“What happened” is ")


def _longer(block: Block) -> Block:
    return (
        replace(block, text=replace(block.text, words=block.text.words * 8)) if isinstance(block, Paragraph) else block
    )
