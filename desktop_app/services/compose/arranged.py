"""The sections of an output as the author wants them: in their order, without what was dropped, with their own.

A composer gives each of its sections the id that the data has for it (`Heading.key`). What stands before the first of
them stays where it is.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.common.document import Block, Dates, Document, Heading, Paragraph, Text
from desktop_app.common.resources import resource
from desktop_app.domain import live_references
from desktop_app.domain.output import OutputKind
from desktop_app.domain.output_section import OutputSection
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.presets import preset_of


@dataclass(frozen=True, slots=True)
class Section:
    """`id` is that of the data, or the uid of a section the author wrote. `usual` is its usual heading ("" for own)."""

    id: str
    usual: str
    heading: str = ""
    dropped: bool = False
    record: OutputSection | None = None

    @property
    def own(self) -> bool:
        return not self.usual

    @property
    def name(self) -> str:
        return self.heading or self.usual


@dataclass(frozen=True, slots=True)
class Usual:
    sections: tuple[tuple[str, str], ...]  # id, name
    source: str


@functools.cache
def _data() -> dict[OutputKind, Usual]:
    held = tomllib.loads(resource("outputs", "sections.toml").read_text("utf-8"))["sections"]
    return {OutputKind(one["kind"]): Usual(tuple((i, n) for i, n in one["usual"]), one["source"]) for one in held}


def usual_sections(snapshot: Snapshot, kind: OutputKind) -> Usual | None:
    """None for an output that has no sections to move."""
    if kind is OutputKind.OVERVIEW:
        preset = preset_of(snapshot, kind)
        return Usual(preset.sections, preset.source)
    return _data().get(kind)


def sections_of(snapshot: Snapshot, kind: OutputKind) -> tuple[Section, ...]:
    """All of a kind in the author's order, those that are dropped too."""
    usual = usual_sections(snapshot, kind)
    if usual is None:
        return ()
    names = dict(usual.sections)
    records = sorted((r for r in snapshot.output_sections if r.kind is kind), key=lambda r: r.place)
    found = [
        Section(r.key or r.uid, names.get(r.key, ""), r.heading, r.dropped, r)
        for r in records
        if not r.key or r.key in names
    ]
    placed = {section.id for section in found}
    before = ""
    for key, name in usual.sections:
        if key not in placed:
            at = next((n + 1 for n, section in enumerate(found) if section.id == before), 0)
            found.insert(at, Section(key, name))
        before = key
    return tuple(found)


def arranged(snapshot: Snapshot, kind: OutputKind, document: Document) -> Document:
    """`document`, its sections in the author's order; as it is where the author changed nothing."""
    if not any(record.kind is kind for record in snapshot.output_sections):
        return document
    lead, parts = _apart(document.blocks)
    blocks = list(lead)
    for section in sections_of(snapshot, kind):
        if not section.dropped:
            blocks += _own(snapshot, section.record) if section.own else _headed(parts.get(section.id, ()), section)
    known = {section.id for section in sections_of(snapshot, kind)}
    blocks += [block for key, held in parts.items() if key not in known for block in held]
    return replace(document, blocks=tuple(blocks))


def _apart(blocks: Sequence[Block]) -> tuple[list[Block], dict[str, list[Block]]]:
    """What stands before the first section, and the blocks of each by its id."""
    lead: list[Block] = []
    parts: dict[str, list[Block]] = {}
    into = lead
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1 and block.key:
            into = parts.setdefault(block.key, [])
        into.append(block)
    return lead, parts


def _headed(blocks: Sequence[Block], section: Section) -> list[Block]:
    first = blocks[0] if blocks else None
    if not section.heading or not isinstance(first, Heading):
        return list(blocks)
    uid = section.record.uid if section.record else ""
    return [replace(first, text=Text(section.heading, Dates.CASE, uid)), *blocks[1:]]


def _own(snapshot: Snapshot, record: OutputSection | None) -> list[Block]:
    if record is None:
        return []
    said = live_references.printed(snapshot, record.text)
    paragraphs = [" ".join(part.split()) for part in said.split("\n\n") if part.strip()]
    if not paragraphs:
        return []
    heading = [Heading(Text(record.heading, Dates.CASE, record.uid), key=record.uid)] if record.heading else []
    return [*heading, *(Paragraph(Text(part, Dates.CASE, record.uid)) for part in paragraphs)]
