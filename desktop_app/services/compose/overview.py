"""The overview report: the long form, in the sections of a preset."""

from __future__ import annotations

import datetime as dt

from desktop_app.common.document import Block, Dates, Document, Text
from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.glossary import glossary
from desktop_app.services.compose.overview_sections import GLOSSARY, section_blocks
from desktop_app.services.compose.parts import framed, section
from desktop_app.services.compose.presets import preset_of


def compose(snapshot: Snapshot, as_at: dt.date) -> Document:
    blocks: list[Block] = []
    for name, heading in preset_of(snapshot, OutputKind.OVERVIEW).sections:
        held = glossary(snapshot, blocks) if name == GLOSSARY else section_blocks(snapshot, name, as_at)
        blocks += section(Text(heading, Dates.FIXED), held, name)
    return framed(snapshot, OutputKind.OVERVIEW, as_at, blocks)
