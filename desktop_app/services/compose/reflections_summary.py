"""What practitioners told us: by what worked and what got in the way, nobody singled out.

*Off the record* and *sensitive* reflections are nowhere; *theme only* gives its heading and a count, never its words.
Groups under `MINIMUM` are never printed (field rule: at least three in a group).
"""

from __future__ import annotations

import collections
import datetime as dt

from desktop_app.common.document import Block, Bullets, Dates, Document, Heading, Paragraph, Text
from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Consent, Reflection, Valence
from desktop_app.services.compose.parts import case, framed
from desktop_app.services.compose.wording import fixed, words

MINIMUM = 3


def compose(snapshot: Snapshot, as_at: dt.date) -> Document:
    blocks: list[Block] = [*_who(snapshot)]
    for valence in (Valence.WORKED_WELL, Valence.GOT_IN_THE_WAY, Valence.WOULD_HELP, Valence.CONTEXT):
        blocks += _said(snapshot, valence)
    escalated = sum(r.escalated for r in snapshot.reflections)
    if escalated:
        key = "escalated_one" if escalated == 1 else "escalated"
        blocks.append(Paragraph(fixed("reflections-summary", key, count=escalated)))
    return framed(snapshot, OutputKind.REFLECTIONS_SUMMARY, as_at, blocks)


def _who(snapshot: Snapshot) -> list[Block]:
    present = [p for p in snapshot.participants if p.attended]
    if not present:
        return []
    groups = collections.Counter(p.role_group or p.agency for p in present)
    printed = {group: count for group, count in groups.items() if count >= MINIMUM}
    hidden = sum(groups.values()) - sum(printed.values())
    if 0 < hidden < MINIMUM and printed:  # or the remainder would give a small group away by subtraction
        printed.pop(min(printed, key=lambda group: printed[group]))
    items = tuple(
        Text(words("reflections-summary", "group", group=group, count=count), Dates.FIXED)
        for group, count in sorted(printed.items())
    )
    blocks: list[Block] = [
        Heading(fixed("reflections-summary", "method")),
        Paragraph(fixed("reflections-summary", "took_part", count=len(present))),
    ]
    if items:
        blocks.append(Bullets(items))
    if len(printed) < len(groups):
        blocks.append(Paragraph(fixed("reflections-summary", "small", minimum=MINIMUM), style="small"))
    return blocks


def _said(snapshot: Snapshot, valence: Valence) -> list[Block]:
    said = [r for r in snapshot.reflections if r.valence is valence and printable(r)]
    if not said:
        return []
    blocks: list[Block] = [Heading(fixed("reflections-summary", valence.value))]
    by_factor: dict[str, list[Reflection]] = {}
    for reflection in said:
        by_factor.setdefault(reflection.factor, []).append(reflection)
    for factor in sorted(by_factor):
        if factor:
            blocks.append(Heading(Text(factor[:1].upper() + factor[1:], Dates.FIXED), level=2))
        # Sorted by their words: the order they were said in must not be readable from the page.
        texts = sorted(
            (_words(r) for r in by_factor[factor] if r.consent is not Consent.THEME_ONLY), key=lambda t: t.words
        )
        if texts:
            blocks.append(Bullets(tuple(texts)))
        themes = sum(r.consent is Consent.THEME_ONLY for r in by_factor[factor])
        if themes and not texts:
            blocks.append(Paragraph(fixed("reflections-summary", "nothing"), style="small"))
    return blocks


def printable(reflection: Reflection) -> bool:
    """Whether anything at all of a reflection may stand in an output."""
    return not (reflection.consent is Consent.OFF_RECORD or reflection.sensitive or reflection.escalated)


def _words(reflection: Reflection) -> Text:
    quoted = f"“{reflection.text.strip('“”')}”" if reflection.consent is Consent.QUOTE else reflection.text
    return case(quoted, reflection.uid)
