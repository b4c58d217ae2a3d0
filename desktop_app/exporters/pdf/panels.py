"""A page of panels, for a team that talks it through: each section in a box of its own, lists that follow each other
side by side, everything on one page where it fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from desktop_app.common.document import Block, Bullets, Heading
from desktop_app.exporters.pdf.design import ACCENT, HEAD_TINT
from desktop_app.exporters.pdf.words import Words

ACROSS, DOWN = 11.0, 9.0  # from the edge of a panel to its words, points
GAP = 9.0  # between panels
_RULE = 2.0


@dataclass(frozen=True, slots=True)
class Section:
    """`heading` is None for what stands before the first of them."""

    heading: Heading | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Words from top to bottom, the heading among them, wrapped to the panel's width."""

    words: tuple[Words, ...]
    width: float

    @property
    def height(self) -> float:
        inner = self.width - 2 * ACROSS
        return 2 * DOWN + sum(float(w.wrap(inner, 1e6)[1]) for w in self.words) + sum(self.gaps())

    def gaps(self) -> list[float]:
        """White under each but the last."""
        return [float(w.style.spaceAfter) for w in self.words[:-1]]


class PanelRow(Flowable):  # type: ignore[misc]
    """Panels side by side, all as tall as the tallest. Never taller than a page: whoever makes it has looked."""

    def __init__(self, panels: Sequence[Panel]) -> None:
        super().__init__()
        self._panels = tuple(panels)
        self.height = max(panel.height for panel in panels)
        self.width = sum(panel.width for panel in panels) + GAP * (len(panels) - 1)
        self.spaceAfter = GAP

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        left = 0.0
        for panel in self._panels:
            self._draw_panel(panel, left)
            left += panel.width + GAP

    def _draw_panel(self, panel: Panel, left: float) -> None:
        canvas = self.canv
        with canvas.artifact():
            canvas.setFillColor(HEAD_TINT)
            canvas.rect(left, 0, panel.width, self.height, stroke=0, fill=1)
            canvas.setFillColor(ACCENT)
            canvas.rect(left, self.height - _RULE, panel.width, _RULE, stroke=0, fill=1)
        y = self.height - DOWN
        for words, gap in zip(panel.words, [*panel.gaps(), 0.0], strict=True):
            y -= words.height
            words.drawOn(canvas, left + ACROSS, y)
            y -= gap


def sections_of(blocks: Sequence[Block]) -> list[Section]:
    """Split at each heading of the first level."""
    found: list[Section] = []
    heading: Heading | None = None
    held: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            if heading is not None or held:
                found.append(Section(heading, tuple(held)))
            heading, held = block, []
        else:
            held.append(block)
    if heading is not None or held:
        found.append(Section(heading, tuple(held)))
    return found


def in_rows(sections: Sequence[Section]) -> list[tuple[Section, ...]]:
    """Two lists that follow each other share a row; everything else has one of its own."""
    rows: list[tuple[Section, ...]] = []
    for section in sections:
        if rows and len(rows[-1]) == 1 and _is_list(rows[-1][0]) and _is_list(section):
            rows[-1] = (rows[-1][0], section)
        else:
            rows.append((section,))
    return rows


def _is_list(section: Section) -> bool:
    return bool(section.blocks) and all(isinstance(block, Bullets) for block in section.blocks)
