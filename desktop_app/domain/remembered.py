"""What reviews on this computer have said in public: published, anonymised words, with ids that lead nowhere."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RememberedFinding:
    """`statement`'s paragraphs are parted by blank lines."""

    id: str
    number: int
    title: str
    statement: str
    kind: str  # as `learning.Finding.kind`
    underlying: bool

    @property
    def words(self) -> str:
        return "\n".join(filter(None, (self.title, self.statement)))


@dataclass(frozen=True, slots=True)
class RememberedPart:
    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class RememberedRecommendation:
    """`findings` are ids of remembered findings of the same review."""

    id: str
    number: int
    title: str
    text: str
    scope: str
    accepted: str
    parts: tuple[RememberedPart, ...] = ()
    findings: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        return "\n".join(filter(None, (self.title, self.text, *(part.text for part in self.parts))))


Remembered = RememberedFinding | RememberedRecommendation


@dataclass(frozen=True, slots=True)
class RememberedReview:
    """`published` is a month, "2026-06". `allowed` are folded surfaces in its words that somebody decided to print."""

    id: str
    title: str
    type: str
    nation: str
    published: str
    added: dt.date
    findings: tuple[RememberedFinding, ...] = ()
    recommendations: tuple[RememberedRecommendation, ...] = ()
    allowed: tuple[str, ...] = ()

    @property
    def sayings(self) -> tuple[Remembered, ...]:
        return (*self.findings, *self.recommendations)
