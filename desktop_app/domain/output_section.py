"""What the author changed in the sections of an output: their order, what is left out, sections of their own."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.output import OutputKind
from desktop_app.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputSection(Record):
    """`key` is the id of a section as `resources/outputs` has it, or "" for one that the author wrote.

    `place` orders those of a kind; a section of the data without a record stands behind the one it usually follows.
    `heading`, of a section of the data: in place of the usual one where not "". `text` is the author's own, its
    paragraphs parted by blank lines, with references as tokens (`domain.live_references`).
    """

    kind: OutputKind = OutputKind.BRIEFING
    key: str = ""
    place: int = 0
    dropped: bool = False
    heading: str = ""
    text: str = ""
