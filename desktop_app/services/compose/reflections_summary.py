"""What practitioners told us, on two pages: who took part, what worked, what got in the way, what would help.

Nobody is singled out: groups are printed as `workshop_groups` has them, words as `said_points` allows them. Matters
that were taken forward outside a workshop are counted and nothing more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import zip_longest

from desktop_app.common.document import Block, Bullets, Dates, Document, Heading, Paragraph, Text
from desktop_app.domain.output import OutputKind
from desktop_app.domain.small_groups import SMALLEST_GROUP
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Reflection, Stance, Valence
from desktop_app.services.compose.earlier_groups import earlier_counts, without_differences
from desktop_app.services.compose.parts import capital, case, framed, section
from desktop_app.services.compose.said_points import Point, of_kind, points, printable, text_of, themes
from desktop_app.services.compose.wording import fixed, words
from desktop_app.services.workshop_groups import counts_of, groups_at, wider_of
from desktop_app.services.workshop_recall import heard

# Two pages hold about so many letters of what was said; the points of most weight are printed, the rest are counted.
MOST_LETTERS = 4_600
_LINE = 100  # letters that a bullet's last, half empty line and a heading cost


def compose(snapshot: Snapshot, as_at: dt.date) -> Document:
    blocks: list[Block] = [*_who(snapshot)]
    found = points(snapshot)
    kept = _that_fit(snapshot, found)
    for valence in (Valence.WORKED_WELL, Valence.GOT_IN_THE_WAY, Valence.WOULD_HELP, Valence.CONTEXT):
        blocks += _said(snapshot, valence, of_kind(kept, valence))
    if len(kept) < len(found):
        left = len(found) - len(kept)
        blocks.append(Paragraph(fixed("reflections-summary", "more", count=left), style="small"))
    blocks += _findings(snapshot)
    forward = sum(r.escalated for r in snapshot.reflections) + len(snapshot.concerns)
    if forward:
        key = "escalated_one" if forward == 1 else "escalated"
        blocks.append(Paragraph(fixed("reflections-summary", key, count=forward)))
    return framed(snapshot, OutputKind.REFLECTIONS_SUMMARY, as_at, blocks)


def _who(snapshot: Snapshot) -> list[Block]:
    """Everybody counts under one group only; one that is too small is in the total alone."""
    people = {(p.name.strip().casefold() or p.uid) for p in snapshot.participants if p.attended}
    if not people:
        return []
    printed = printed_groups(snapshot)
    items = tuple(
        Text(words("reflections-summary", "group", group=capital(group), count=count), Dates.FIXED)
        for group, count in sorted(printed.items())
    )
    blocks: list[Block] = [
        Heading(fixed("reflections-summary", "method"), key="method"),
        Paragraph(fixed("reflections-summary", "took_part", count=len(people))),
    ]
    if items:
        blocks.append(Bullets(items))
    if sum(printed.values()) < len(people) or set(printed) != set(counts_of(snapshot.participants)):
        blocks.append(Paragraph(fixed("reflections-summary", "small", minimum=SMALLEST_GROUP), style="small"))
    return blocks


def printed_groups(snapshot: Snapshot) -> dict[str, int]:
    """Group -> how many; what the total leaves over, or an earlier summary differs by, is nobody or at least three."""
    people = {(p.name.strip().casefold() or p.uid) for p in snapshot.participants if p.attended}
    printed = {found.label: found.count for found in groups_at(snapshot).values() if found.label}
    printed = without_differences(printed, earlier_counts(snapshot), wider_of(snapshot.participants))
    while printed and 0 < len(people) - sum(printed.values()) < SMALLEST_GROUP:
        printed.pop(min(printed, key=lambda group: (printed[group], group)))
    return printed


def _that_fit(snapshot: Snapshot, found: Sequence[Point]) -> list[Point]:
    """Of each kind in turn those of most weight, so that no kind crowds out another; one too long is passed over."""
    left = MOST_LETTERS - sum(len(one.text) + len(one.answer) + _LINE for one in snapshot.recall_feedback)
    kept: set[str] = set()
    for row in zip_longest(*(of_kind(found, valence) for valence in Valence)):
        for point in row:
            cost = len(point.said.text) + _LINE if point is not None else 0
            if point is not None and cost <= left:
                kept.add(point.said.uid)
                left -= cost
    return [point for point in found if point.said.uid in kept]


def _said(snapshot: Snapshot, valence: Valence, kept: Sequence[Point]) -> list[Block]:
    unspoken = themes(r for r in snapshot.reflections if r.valence is valence)
    if not kept and not unspoken:
        return []
    parted = valence is Valence.GOT_IN_THE_WAY  # by what got in the way; the rest are one list each
    by_factor: dict[str, list[Point]] = {}
    for point in kept:
        by_factor.setdefault(point.said.factor if parted else "", []).append(point)
    blocks: list[Block] = [Heading(fixed("reflections-summary", valence.value), key=valence.value)]
    for factor in sorted(by_factor):
        if factor:
            blocks.append(Heading(_capital(factor), level=2))
        blocks.append(Bullets(tuple(text_of(snapshot, point) for point in by_factor[factor])))
    return [*blocks, *_themes(unspoken)]


def _themes(unspoken: Sequence[Reflection]) -> list[Block]:
    """Headings of what may be told as a theme alone."""
    if not unspoken:
        return []
    factors = sorted({r.factor for r in unspoken if r.factor})
    if not factors:
        return [Paragraph(fixed("reflections-summary", "themes_bare"), style="small")]
    return [Paragraph(fixed("reflections-summary", "themes", factors=", ".join(factors)), style="small")]


def _findings(snapshot: Snapshot) -> list[Block]:
    """What a recall event challenged or added, and what was done about it: "you said, we did"."""
    items = []
    for one in heard(snapshot):
        for said in one.said:
            if said.stance is not Stance.AGREE:
                answer = said.answer or words("reflections-summary", "unanswered")
                stance = words("reflections-summary", said.stance.value)
                text = words(
                    "reflections-summary", "heard", number=one.finding.number, stance=stance, text=said.text, did=answer
                )
                items.append(case(text, said.uid))
    agreed = sum(said.stance is Stance.AGREE for one in heard(snapshot) for said in one.said)
    blocks: list[Block] = [Bullets(tuple(items))] if items else []
    if agreed >= SMALLEST_GROUP:
        blocks.append(Paragraph(fixed("reflections-summary", "agreed", count=agreed), style="small"))
    return section(fixed("reflections-summary", "you_said"), blocks, "you_said")


def _capital(factor: str) -> Text:
    return Text(capital(factor), Dates.FIXED)


__all__ = ["compose", "printable", "printed_groups"]
