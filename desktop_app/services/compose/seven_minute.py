"""The seven-minute briefing: fixed panels and three questions for a team to talk through."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from desktop_app.common.document import Block, Bullets, Dates, Document, Paragraph, Text
from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.parts import case, framed, governance, passages, section
from desktop_app.services.compose.wording import fixed, lines
from desktop_app.services.recommendations import recommendation_views


def compose(snapshot: Snapshot, as_at: dt.date) -> Document:
    findings = tuple(case(f.title or f.statement, f.uid) for f in snapshot.findings)
    asks = tuple(governance(v.title or v.text, v.uid) for v in recommendation_views(snapshot, as_at))
    questions = tuple(Text(line, Dates.FIXED) for line in lines("seven-minute", "question_list"))
    blocks: list[Block] = [
        *section(fixed("seven-minute", "why"), passages(snapshot, "why_it_matters", "threshold")[:1], "why"),
        *section(fixed("seven-minute", "happened"), passages(snapshot, "about")[:1], "happened"),
        *section(fixed("seven-minute", "found"), [Bullets(findings)] if findings else [], "found"),
        *section(fixed("seven-minute", "do"), [Bullets(asks)] if asks else [], "do"),
        *section(fixed("seven-minute", "questions"), [Paragraph(q) for q in questions], "questions"),
    ]
    return replace(framed(snapshot, OutputKind.SEVEN_MINUTE, as_at, blocks), panels=True)
