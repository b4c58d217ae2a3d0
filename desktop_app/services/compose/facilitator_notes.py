"""What facilitators hold in their hand: the day with its times and their own notes, the questions, who is there.

Those who come are sent the workshop pack instead, without times and without notes.
"""

from __future__ import annotations

import datetime as dt

from desktop_app.common.document import Block, Bullets, Dates, Document, Heading, Paragraph, Table, Text
from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Workshop
from desktop_app.services.compose.parts import cell, day, framed, governance, split
from desktop_app.services.compose.wording import fixed, words
from desktop_app.services.workshop_agenda import hours, prompts_of, timed


def compose(snapshot: Snapshot, as_at: dt.date) -> Document:
    blocks: list[Block] = []
    for workshop in snapshot.workshops:
        blocks += _workshop(snapshot, workshop)
    return framed(snapshot, OutputKind.FACILITATOR_NOTES, as_at, blocks)


def _workshop(snapshot: Snapshot, workshop: Workshop) -> list[Block]:
    blocks: list[Block] = [Heading(governance(workshop.title, workshop.uid))]
    when = ", ".join(filter(None, [day(workshop.date), workshop.place]))
    if when:
        blocks.append(Paragraph(governance(when, workshop.uid), style="small"))
    blocks += _day(snapshot, workshop)
    asked = tuple(governance(p.text, p.uid) for p in prompts_of(snapshot, workshop))
    if asked:
        blocks += [Heading(fixed("workshop-pack", "prompts"), level=2), Bullets(asked)]
    for key, text in (
        ("ground_rules", workshop.ground_rules),
        ("confidentiality", workshop.confidentiality),
        ("support", "\n\n".join(filter(None, [workshop.support_person, workshop.aftercare]))),
    ):
        paragraphs = [Paragraph(t) for t in split(text, Dates.GOVERNANCE, workshop.uid)]
        if paragraphs:
            blocks += [Heading(fixed("workshop-pack", key), level=2), *paragraphs]
    return blocks


def _day(snapshot: Snapshot, workshop: Workshop) -> list[Block]:
    rows = timed(snapshot, workshop)
    if not rows:
        return []
    minutes = sum(row.item.minutes for row in rows)
    return [
        Heading(fixed("facilitator-notes", "day"), level=2),
        Table(
            header=tuple(fixed("facilitator-notes", name) for name in ("time", "what")),
            rows=tuple(
                (
                    cell(governance(f"{row.starts:%H:%M}–{row.ends:%H:%M}", workshop.uid)),
                    cell(governance(row.item.title, workshop.uid), governance(row.item.about, workshop.uid)),
                )
                for row in rows
            ),
            widths=(1.0, 4.0),
        ),
        Paragraph(Text(words("facilitator-notes", "total", time=hours(minutes)), Dates.FIXED), style="small"),
    ]
