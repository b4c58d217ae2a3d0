"""What people are sent before a workshop: purpose, ground rules, the limits of confidentiality, support, prompts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop_app.common.document import Block, Bullets, Dates, Document, Heading, Paragraph
from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Workshop
from desktop_app.services.compose.parts import day, framed, governance, section, split
from desktop_app.services.compose.timeline import drawn_table, published_events
from desktop_app.services.compose.wording import fixed
from desktop_app.services.workshop_agenda import items_of
from desktop_app.services.workshop_invitations import for_the_pack


def compose(snapshot: Snapshot, as_at: dt.date) -> Document:
    blocks: list[Block] = []
    for workshop in snapshot.workshops:
        blocks += _workshop(snapshot, workshop, [item.title for item in items_of(snapshot, workshop.uid) if item.title])
    prompts = tuple(governance(p.text, p.uid) for p in sorted(snapshot.prompts, key=lambda p: (p.library, p.order)))
    events = published_events(snapshot)
    blocks += section(fixed("workshop-pack", "prompts"), [Bullets(prompts)] if prompts else [], "prompts")
    blocks += section(fixed("workshop-pack", "timeline"), [drawn_table(snapshot, events)] if events else [], "timeline")
    return framed(snapshot, OutputKind.WORKSHOP_PACK, as_at, blocks)


def _workshop(snapshot: Snapshot, workshop: Workshop, agenda: Sequence[str]) -> list[Block]:
    """The agenda in order and without times or notes: those are the facilitators'."""
    when = ", ".join(filter(None, [day(workshop.date), workshop.place]))
    blocks: list[Block] = [Heading(governance(workshop.title, workshop.uid), key="events")]
    if when:
        blocks.append(Paragraph(governance(when, workshop.uid), style="small"))
    invited = [Paragraph(governance(text, workshop.uid)) for text in for_the_pack(snapshot, workshop)]
    blocks += [Heading(fixed("workshop-pack", "invitation"), level=2), *invited] if invited else []
    support = "\n\n".join(filter(None, [workshop.support_person, workshop.aftercare]))
    for key, text in (
        ("purpose", workshop.purpose),
        ("ground_rules", workshop.ground_rules),
        ("confidentiality", workshop.confidentiality),
        ("support", support),
    ):
        paragraphs = [Paragraph(t) for t in split(text, Dates.GOVERNANCE, workshop.uid)]
        if paragraphs:
            blocks += [Heading(fixed("workshop-pack", key), level=2), *paragraphs]
    if agenda:
        items = tuple(governance(title, workshop.uid) for title in agenda)
        blocks += [Heading(fixed("workshop-pack", "expect"), level=2), Bullets(items)]
    return blocks
