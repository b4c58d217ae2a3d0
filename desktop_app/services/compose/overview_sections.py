"""What each section of an overview report holds; which of them stand in it, and in which order, is a preset's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from desktop_app.common.document import Block, Bullets, Dates, Heading, Paragraph, Table, Text
from desktop_app.domain.learning import Finding
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.briefing import family
from desktop_app.services.compose.overview_setting import (
    author,
    confidentiality,
    contributors,
    core_data,
    panel,
    parallel,
    terms,
    timescales,
)
from desktop_app.services.compose.parts import case, cell, passages, split
from desktop_app.services.compose.recommendation_table import recommendation_table
from desktop_app.services.compose.timeline import published_events, timeline_table
from desktop_app.services.compose.wording import fixed, words

GLOSSARY = "glossary"  # made of what all other sections say
Section = Callable[[Snapshot, dt.date], list[Block]]

# The passages that a section prints, so that the author can be asked for them.
PASSAGES: dict[str, tuple[str, ...]] = {
    "summary": ("summary",),
    "tribute": ("tribute",),
    "introduction": ("about", "threshold", "scope_text"),
    "methodology": ("who_took_part",),
    "family": ("family",),
    "lived": ("lived_experience",),
    "equality": ("equality",),
    "dissemination": ("dissemination",),
    "conclusions": ("conclusions",),
    "next-steps": ("next_steps",),
}


def section_blocks(snapshot: Snapshot, name: str, as_at: dt.date) -> list[Block]:
    """The blocks of a section, none when there is nothing to say in it."""
    if name in _MADE:
        return _MADE[name](snapshot, as_at)
    dates = Dates.GOVERNANCE if name in ("next-steps", "dissemination") else Dates.CASE
    return passages(snapshot, *PASSAGES[name], dates=dates)


def known_sections() -> frozenset[str]:
    return frozenset(_MADE) | frozenset(PASSAGES) | {GLOSSARY}


def _facts(snapshot: Snapshot, _as_at: dt.date) -> list[Block]:
    events = published_events(snapshot)
    return [timeline_table(events)] if events else []


def _enquiry(snapshot: Snapshot, _as_at: dt.date) -> list[Block]:
    rows = tuple(
        (cell(Text(str(k.number), Dates.FIXED)), cell(case(k.question, k.uid)))
        for k in sorted(snapshot.kloes, key=lambda k: k.number)
    )
    header = (fixed("overview", "number"), fixed("overview", "question"))
    return [Table(header, rows, (0.5, 6.0))] if rows else []


def _episodes(snapshot: Snapshot, _as_at: dt.date) -> list[Block]:
    blocks: list[Block] = []
    for episode in sorted(snapshot.episodes, key=lambda e: e.number):
        blocks.append(Heading(case(f"{episode.number}. {episode.title}", episode.uid), level=2))
        for text in (episode.why, episode.appraisal):
            blocks += [Paragraph(part) for part in split(text, Dates.CASE, episode.uid)]
    return blocks


def _learned(snapshot: Snapshot) -> list[Finding]:
    return [finding for finding in snapshot.findings if finding.kind != "good-practice"]


def _findings(snapshot: Snapshot, _as_at: dt.date) -> list[Block]:
    return _told(_learned(snapshot))


def _good_practice(snapshot: Snapshot, _as_at: dt.date) -> list[Block]:
    return _told([finding for finding in snapshot.findings if finding.kind == "good-practice"])


def _told(findings: list[Finding]) -> list[Block]:
    blocks: list[Block] = []
    for finding in findings:
        title = f"{finding.number}. {finding.title}" if finding.title else f"{finding.number}."
        blocks.append(Heading(case(title, finding.uid), level=2))
        still = words("overview", "still", answer=finding.still_true) if finding.still_true else ""
        for text in (finding.statement, still):
            blocks += [Paragraph(part) for part in split(text, Dates.CASE, finding.uid)]
    return blocks


def _by_enquiry(snapshot: Snapshot, _as_at: dt.date) -> list[Block]:
    """Each line of enquiry with the findings that answer it, by number: they are told in full once, elsewhere."""
    blocks: list[Block] = []
    for kloe in sorted(snapshot.kloes, key=lambda k: k.number):
        answers = [f for f in snapshot.findings if kloe.uid in f.kloes]
        blocks.append(Heading(case(f"{kloe.number}. {kloe.question}", kloe.uid), level=2))
        lines = tuple(
            case(words("overview", "answered_by", number=f.number, title=f.title or f.statement), f.uid)
            for f in answers
        )
        blocks.append(Bullets(lines) if lines else Paragraph(fixed("overview", "not_answered"), style="small"))
    return blocks


def _lessons(snapshot: Snapshot, _as_at: dt.date) -> list[Block]:
    """The learning in a line each; findings stand in full elsewhere."""
    lines = tuple(case(f.title or f.statement, f.uid) for f in _learned(snapshot))
    return [Bullets(lines)] if lines else []


def _recommendations(snapshot: Snapshot, as_at: dt.date) -> list[Block]:
    return [recommendation_table(snapshot, as_at)] if snapshot.recommendations else []


_MADE: dict[str, Section] = {
    "family": lambda snapshot, _as_at: family(snapshot),
    "facts": _facts,
    "enquiry": _enquiry,
    "episodes": _episodes,
    "findings": _findings,
    "good-practice": _good_practice,
    "by-enquiry": _by_enquiry,
    "lessons": _lessons,
    "recommendations": _recommendations,
    "terms": terms,
    "timescales": timescales,
    "confidentiality": confidentiality,
    "contributors": contributors,
    "panel": panel,
    "author": author,
    "parallel": parallel,
    "core-data": core_data,
}
