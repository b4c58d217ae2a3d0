"""Whether a page of panels is one page, and which panel is too long by how many lines if it is not."""

from __future__ import annotations

import functools
import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.common.document import Document
from desktop_app.common.resources import resource
from desktop_app.exporters.pdf import design
from desktop_app.exporters.pdf.fonts import register
from desktop_app.exporters.pdf.panel_story import panel_rows
from desktop_app.exporters.pdf.panels import GAP, Panel, Section
from desktop_app.exporters.pdf.structure import Element
from desktop_app.exporters.pdf.words import words


@dataclass(frozen=True, slots=True)
class TooLong:
    """`lines` of its own type would have to go from the panel under `heading`."""

    heading: str
    lines: int


@functools.cache
def _shares() -> dict[str, float]:
    held: dict[str, float] = tomllib.loads(resource("outputs", "panels.toml").read_text("utf-8"))["shares"]
    return held


def too_long(document: Document) -> tuple[TooLong, ...]:
    """The panels to shorten so that the page is one, most first; () when it is, or has no panels."""
    if not document.panels:
        return ()
    register()
    root = Element("Document")
    rows = panel_rows(document.blocks, root, design.PANELS.width)
    if not rows:
        return ()
    room = design.PANELS.height - _title_height(document)
    over = sum(max(panel.height for _, panel in row) + GAP for row in rows) - GAP - room
    if over <= 0:
        return ()
    return _blamed([one for row in rows for one in row], room, over)


def _blamed(panels: Sequence[tuple[Section, Panel]], room: float, over: float) -> tuple[TooLong, ...]:
    """Each panel above its share, by so much of what is over as is its own."""
    equal = 1 / len(panels)
    above = []
    for section, panel in panels:
        key = section.heading.key if section.heading else ""
        excess = panel.height - _shares().get(key, equal) * room
        if excess > 0:
            heading = section.heading.text.words if section.heading else ""
            above.append(TooLong(heading, math.ceil(min(excess, over) / design.PANEL_BODY.leading)))
    return tuple(sorted(above, key=lambda one: (-one.lines, one.heading)))


def _title_height(document: Document) -> float:
    height = 0.0
    for text, style in ((document.title.words, design.TITLE), (document.subtitle.words, design.SUBTITLE)):
        if text.strip():
            height += words(text, style, Element("P")).wrap(design.PANELS.width, 1e6)[1] + style.spaceAfter
    return height
