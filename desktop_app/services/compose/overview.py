"""The overview report: the long form, in the order most presets share."""

from __future__ import annotations

import datetime as dt

from desktop_app.common.document import Block, Bullets, Dates, Document, Heading, Paragraph
from desktop_app.domain.learning import Finding
from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.briefing import family
from desktop_app.services.compose.parts import case, framed, passages, section, split
from desktop_app.services.compose.recommendation_table import recommendation_table
from desktop_app.services.compose.timeline import published_events, timeline_table
from desktop_app.services.compose.wording import fixed


def compose(snapshot: Snapshot, as_at: dt.date) -> Document:
    good = [f for f in snapshot.findings if f.kind == "good-practice"]
    learned = [f for f in snapshot.findings if f.kind != "good-practice"]
    lines = tuple(case(f"{k.number}. {k.question}", k.uid) for k in snapshot.kloes)
    events = published_events(snapshot)
    blocks: list[Block] = [
        *section(fixed("overview", "introduction"), passages(snapshot, "about", "threshold", "scope_text")),
        *section(fixed("overview", "methodology"), passages(snapshot, "who_took_part")),
        *section(fixed("overview", "family"), family(snapshot)),
        *section(fixed("overview", "enquiry"), [Bullets(lines)] if lines else []),
        *section(fixed("overview", "facts"), [timeline_table(events)] if events else []),
        *section(fixed("overview", "findings"), _findings(learned)),
        *section(fixed("overview", "good_practice"), _findings(good)),
        *section(
            fixed("overview", "recommendations"),
            [recommendation_table(snapshot, as_at)] if snapshot.recommendations else [],
        ),
        *section(fixed("briefing", "next_steps"), passages(snapshot, "next_steps", dates=Dates.GOVERNANCE)),
    ]
    return framed(snapshot, OutputKind.OVERVIEW, as_at, blocks)


def _findings(findings: list[Finding]) -> list[Block]:
    blocks: list[Block] = []
    for finding in findings:
        title = f"{finding.number}. {finding.title}" if finding.title else f"{finding.number}."
        blocks.append(Heading(case(title, finding.uid), level=2))
        blocks += [Paragraph(text) for text in split(finding.statement, Dates.CASE, finding.uid)]
    return blocks
