""" "You said, we did": for those who took part, what they said of the findings and what was done about it."""

from __future__ import annotations

import datetime as dt

from desktop_app.common.document import Block, Document, Paragraph, Table
from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Stance
from desktop_app.services.compose.parts import case, cell, framed
from desktop_app.services.compose.wording import fixed, words
from desktop_app.services.workshop_recall import heard


def compose(snapshot: Snapshot, as_at: dt.date) -> Document:
    """Challenges and what was to be added; agreement is no work and is left out. Nobody is named as having said it."""
    rows = []
    for one in heard(snapshot):
        for said in one.said:
            if said.stance is not Stance.AGREE:
                about = words("you-said", "about", number=one.finding.number)
                answer = case(said.answer, said.uid) if said.answer else fixed("you-said", "unanswered")
                rows.append((cell(case(f"{about} {said.text}", said.uid)), cell(answer)))
    blocks: list[Block] = [Paragraph(fixed("you-said", "lead"))]
    if rows:
        header = (fixed("you-said", "said"), fixed("you-said", "did"))
        blocks.append(Table(header=header, rows=tuple(rows), widths=(1.0, 1.0)))
    else:
        blocks.append(Paragraph(fixed("you-said", "nothing")))
    return framed(snapshot, OutputKind.YOU_SAID, as_at, blocks)
