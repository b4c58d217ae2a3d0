"""From a printed paragraph back to the record it came from, and on to what that rests on. A file holds none of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.common.document import Block, Bullets, Document, Heading, Paragraph, Quote, Table, Text
from desktop_app.domain.output import OutputKind, ProfileName
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.outputs import prepare_output
from desktop_app.services.thread.labels import Labels
from desktop_app.services.thread.links import family_by_uid
from desktop_app.services.thread.trail import Thread


@dataclass(frozen=True, slots=True)
class Printed:
    """One paragraph, numbered from 1 in reading order. `sources` are uids: of the record whose words it has, or of all
    that a sentence of the program's own was counted from.
    """

    number: int
    words: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A record without its words: `label` is "Finding 3" or "CSC-014"."""

    uid: str
    family: str
    label: str


@dataclass(frozen=True, slots=True)
class Traced:
    """`evidence` is what stands at the beginning of the thread of `records`; records that begin it are their own."""

    printed: Printed
    records: tuple[Named, ...]
    evidence: tuple[Named, ...]


def printed(document: Document) -> list[Printed]:
    """Every paragraph that says something of the review: headings and labels of the program's own are none.

    A sentence without a record of its own (how many recommendations there are) was counted from those printed under
    the same heading; a cell without one belongs to its row.
    """
    found: list[tuple[str, tuple[str, ...], int]] = []
    section = 0
    for block in document.blocks:
        if isinstance(block, Heading):
            section += 1
            found += [(block.text.words, (block.text.source,), section)] if block.text.source else []
        else:
            found += [(words, sources, section) for words, sources in _said(block) if words.strip()]
    under: dict[int, tuple[str, ...]] = {}
    for _, sources, at in found:
        under[at] = (*under.get(at, ()), *sources)
    if document.title.source:
        found.insert(0, (document.title.words, (document.title.source,), -1))
    lines = [(words, sources or tuple(dict.fromkeys(under[at]))) for words, sources, at in found]
    return [Printed(number, words, sources) for number, (words, sources) in enumerate(lines, 1)]


def _said(block: Block) -> Iterator[tuple[str, tuple[str, ...]]]:
    match block:
        case Paragraph(text=text):
            yield text.words, _own(text)
        case Quote(text=text):
            yield text.words, _own(text)
        case Bullets(items=items):
            yield from ((item.words, _own(item)) for item in items)
        case Table(rows=rows):
            for row in rows:
                texts = [text for cell in row for text in cell.paragraphs]
                of_row = tuple(dict.fromkeys(text.source for text in texts if text.source))[:1]
                # A number or a status beside the words is a label of theirs; a row of figures alone is no paragraph.
                told = [text for text in texts if text.source]
                yield from (
                    (text.words, _own(text) or of_row) for text in texts if text in told or len(text.words) > 24
                )


def _own(text: Text) -> tuple[str, ...]:
    return (text.source,) if text.source else ()


class Trace:
    """Traces paragraphs of one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot, self._thread, self._labels = snapshot, Thread(snapshot), Labels(snapshot)
        self._families = family_by_uid(snapshot)
        self._records = {r.uid: r for name in set(self._families.values()) for r in getattr(snapshot, name)}

    def of(self, paragraph: Printed) -> Traced:
        records = tuple(self._named(uid) for uid in paragraph.sources if uid in self._families)
        evidence: dict[str, None] = {}
        for record in records:
            evidence |= dict.fromkeys(self._begins(record.uid))
        return Traced(paragraph, records, tuple(self._named(uid) for uid in evidence))

    def _begins(self, uid: str) -> Iterator[str]:
        """The evidence under a record; what is evidence itself, or no part of the thread, is its own."""
        trail = self._thread.trail(uid)
        if trail is None:
            yield uid
            return
        root = next(node for node in trail.nodes if node.distance == 0)
        if root.layer == 0:
            yield root.uid
        yield from (node.uid for node in trail.below() if node.layer == 0)

    def _named(self, uid: str) -> Named:
        family = self._families[uid]
        return Named(uid, family, self._labels.of(family, self._records[uid]))


def trace(snapshot: Snapshot, kind: OutputKind, profile: ProfileName, as_at: dt.date | None = None) -> list[Traced]:
    """Every paragraph of the output as it would print now, in this reader's words."""
    follow = Trace(snapshot)
    return [follow.of(paragraph) for paragraph in printed(prepare_output(snapshot, kind, profile, as_at).preview)]


def trace_lines(traced: list[Traced]) -> list[dict[str, object]]:
    """As plain JSON values: the keys are a public interface (`candour trace`)."""
    return [
        {
            "paragraph": one.printed.number,
            "words": one.printed.words,
            "records": [_line(named) for named in one.records],
            "evidence": [_line(named) for named in one.evidence],
        }
        for one in traced
    ]


def _line(named: Named) -> dict[str, str]:
    return {"uid": named.uid, "kind": named.family, "label": named.label}
