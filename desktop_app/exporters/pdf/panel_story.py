"""The sections of a document as rows of panels, with their place in the structure tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from desktop_app.common.document import Block, Bullets, Heading, Paragraph, Quote, Table
from desktop_app.exporters.pdf import design
from desktop_app.exporters.pdf.glyphs import drawable_line
from desktop_app.exporters.pdf.panels import GAP, Panel, Section, in_rows, sections_of
from desktop_app.exporters.pdf.structure import DISC_LIST, Element
from desktop_app.exporters.pdf.words import Words, words


def panel_rows(blocks: Sequence[Block], root: Element, width: float) -> list[tuple[tuple[Section, Panel], ...]] | None:
    """Each row's sections with their panels; None where a table is among them, which no panel holds."""
    sections = sections_of(blocks)
    if any(isinstance(block, Table) for section in sections for block in section.blocks):
        return None
    rows = []
    for row in in_rows(sections):
        share = (width - GAP * (len(row) - 1)) / len(row)
        made = [(section, Panel(tuple(_words(section, root)), share)) for section in row]
        rows.append(tuple((section, panel) for section, panel in made if panel.words))
    return [row for row in rows if row]


def _words(section: Section, root: Element) -> list[Words]:
    found: list[Words] = []
    if section.heading is not None and drawable_line(section.heading.text.words):
        heading = words(section.heading.text.words, design.PANEL_HEAD, Element("H2", root))
        heading.outline = (drawable_line(section.heading.text.words), 1)
        found.append(heading)
    for block in section.blocks:
        found += _block(block, root)
    return found


def _block(block: Block, root: Element) -> list[Words]:
    match block:
        case Heading():
            said = [(block.text.words, design.PANEL_BODY, "H3")]
        case Paragraph():
            said = [(block.text.words, design.PANEL_BODY, "P")]
        case Quote():
            said = [(block.text.words, design.PANEL_BODY, "P"), (block.speaker.words, design.PANEL_BODY, "P")]
        case Bullets():
            return _items(block, root)
        case Table():
            return []
        case _:
            assert_never(block)
    return [words(text, style, Element(role, root)) for text, style, role in said if drawable_line(text)]


def _items(bullets: Bullets, root: Element) -> list[Words]:
    items = [item.words for item in bullets.items if drawable_line(item.words)]
    if not items:
        return []
    listed = Element("L", root, DISC_LIST)
    found = []
    for item in items:
        entry = Element("LI", listed)
        label = Element("Lbl", entry)
        paragraph = words(item, design.PANEL_BULLET, Element("LBody", entry))
        paragraph.label = label
        found.append(paragraph)
    return found
