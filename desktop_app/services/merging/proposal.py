"""What a person is asked about two events."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.chronology import ChronologyEvent, EventLink

DUPLICATE, CONTRADICTS, CORROBORATES = "duplicate", "contradicts", "corroborates"


@dataclass(frozen=True, slots=True)
class LinkProposal:
    """`why` is one line; `reasons` speak for it and `against` against it, each a sentence without names.

    `score` 0..1 orders the queue and is shown to nobody; `state` is that of the `EventLink`, "proposed" without one.
    """

    a: ChronologyEvent
    b: ChronologyEvent
    why: str
    score: float
    state: str
    kind: str = DUPLICATE
    reasons: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    link: EventLink | None = None

    @property
    def pair(self) -> frozenset[str]:
        return frozenset((self.a.uid, self.b.uid))


def sentence(reasons: tuple[str, ...]) -> str:
    """ "Same day; both name 2 people; 78 of 100 alike in words"."""
    if not reasons:
        return ""
    return "; ".join((reasons[0], *(reason[:1].lower() + reason[1:] for reason in reasons[1:])))
