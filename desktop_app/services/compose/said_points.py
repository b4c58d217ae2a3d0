"""Which points of what was said may be printed, and in which words: what several said alike stands once.

*Off the record*, *sensitive* and what was taken forward are in nothing. *Theme only* is counted under its heading,
never in its words; nor in somebody else's, for a point that several made is printed in the words of one who agreed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop_app.common.document import Text
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import Consent, Reflection, Valence
from desktop_app.services.compose.parts import case
from desktop_app.services.compose.wording import words
from desktop_app.services.workshop_groups import printed_group

FEW = 3  # how many made a point is printed from here on


@dataclass(frozen=True, slots=True)
class Point:
    """`said` is who may be printed; `count` how many made the point, `weight` that and its dots."""

    said: Reflection
    count: int
    weight: int


def printable(reflection: Reflection) -> bool:
    """Whether anything at all of a reflection may stand in an output."""
    return not (reflection.consent is Consent.OFF_RECORD or reflection.sensitive or reflection.escalated)


def in_words(reflection: Reflection) -> bool:
    """Whether its words may stand there."""
    return printable(reflection) and reflection.consent in (Consent.QUOTE, Consent.PARAPHRASE)


def points(snapshot: Snapshot) -> list[Point]:
    """Most weight first, then by their words: the order they were said in must not be readable from the page."""
    spoken = {r.uid: r for r in snapshot.reflections if in_words(r)}
    counted = {r.uid for r in snapshot.reflections if printable(r)}
    found: list[Point] = []
    held: dict[str, int] = {}  # a reflection -> its point
    for cluster in sorted(snapshot.clusters, key=lambda c: (-len(c.members), c.uid)):
        members = [uid for uid in cluster.members if uid in counted and uid not in held]
        speaking = sorted((spoken[uid] for uid in members if uid in spoken), key=lambda r: (_rank(r), r.text, r.uid))
        if speaking:
            held |= dict.fromkeys(members, len(found))
            found.append(Point(speaking[0], len(members), len(members) + cluster.dots))
        elif cluster.dots and (at := next((held[uid] for uid in cluster.members if uid in held), None)) is not None:
            # Another laptop counted dots for the same point: a paper dot is entered once, so they add up.
            found[at] = replace(found[at], weight=found[at].weight + cluster.dots)
    found += [Point(r, 1, 1) for uid, r in spoken.items() if uid not in held]
    return sorted(found, key=lambda point: (-point.weight, point.said.text, point.said.uid))


def themes(said: Iterable[Reflection]) -> list[Reflection]:
    return [r for r in said if printable(r) and r.consent is Consent.THEME_ONLY]


def text_of(snapshot: Snapshot, point: Point) -> Text:
    """A quotation in its marks, whose it may be printed as, and how many made the point."""
    said = point.said
    text = f"“{said.text.strip('“”')}”" if said.consent is Consent.QUOTE else said.text
    group = printed_group(snapshot, said)
    if group:
        text += f" ({group})"
    if point.count >= FEW:
        text += " " + words("reflections-summary", "said_by", count=point.count)
    return case(text, said.uid)


def _rank(reflection: Reflection) -> int:
    """What may be quoted before what may be paraphrased."""
    return 0 if reflection.consent is Consent.QUOTE else 1


def of_kind(found: Iterable[Point], valence: Valence) -> list[Point]:
    return [point for point in found if point.said.valence is valence]
