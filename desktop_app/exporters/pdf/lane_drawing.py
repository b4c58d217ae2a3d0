"""Lanes of time on a page: lines and words, never a picture of words, so that the check reads them as a reader does."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from desktop_app.exporters.pdf.design import ACCENT, HAIR, HAIRLINE, HEAD_TINT, INK, QUIET
from desktop_app.exporters.pdf.fonts import BOLD, REGULAR
from desktop_app.exporters.pdf.glyphs import drawable_line
from desktop_app.exporters.pdf.lane_plan import Bar, Plan, PlanLane
from desktop_app.exporters.pdf.structure import Element

_NAMES = 0.24  # of the width, for the names of lanes
_AXIS, _ROW, _BAR, _AIR = 18.0, 13.0, 9.0, 4.0
_SIZE = 8.0
NARROWEST = 14.0  # a bar with a number of two digits
_FADE = (0.25, 0.5, 0.75)  # of the tint, from each end of a soft bar inwards
_TINT = 0.55


class LaneDrawing(Flowable):  # type: ignore[misc]
    """`element` is a Figure, with words instead of it. Draws these lanes of the plan under the axis."""

    def __init__(self, plan: Plan, element: Element, width: float, lanes: tuple[PlanLane, ...]) -> None:
        super().__init__()
        self._plan, self._element, self._lanes = plan, element, lanes
        self.width, self.height = width, _AXIS + sum(lane_height(lane) for lane in lanes)
        self.spaceBefore, self.spaceAfter = 6, 12

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        left, bottom = canvas.absolutePosition(0, 0)
        box = " ".join(f"{value:.1f}" for value in (left, bottom, left + self.width, bottom + self.height))
        self._element.attributes = f"<</O/Layout/Placement/Block/BBox[{box}]>>"
        with canvas.marked(self._element):
            tops = [self.height - _AXIS - sum(map(lane_height, self._lanes[:n])) for n in range(len(self._lanes))]
            canvas.setFillColor(HEAD_TINT)
            for lane, top in list(zip(self._lanes, tops, strict=True))[::2]:
                canvas.rect(0, top - lane_height(lane), self.width, lane_height(lane), stroke=0, fill=1)
            self._axis(canvas)
            for lane, top in zip(self._lanes, tops, strict=True):
                self._lane(canvas, lane, top)

    @property
    def _plot(self) -> tuple[float, float]:
        """Left end and width of where time is drawn."""
        left = self.width * _NAMES
        return left, self.width - left

    def _axis(self, canvas: Any) -> None:
        """Years alone, those of the document: a finer axis would read like dates that nobody has printed."""
        left, width = self._plot
        taken = 0.0
        canvas.setFont(REGULAR, _SIZE)
        for share, words in self._plan.years:
            x = left + share * width
            canvas.setStrokeColor(HAIRLINE)
            canvas.setLineWidth(HAIR)
            canvas.line(x, 0, x, self.height - 3)
            if x >= taken and x + stringWidth(words, REGULAR, _SIZE) + 4 <= self.width:
                canvas.setFillColor(QUIET)
                canvas.drawString(x + 3, self.height - 11, words)
                taken = x + stringWidth(words, REGULAR, _SIZE) + 8

    def _lane(self, canvas: Any, lane: PlanLane, top: float) -> None:
        high = lane_height(lane)
        canvas.setFillColor(INK)
        canvas.setFont(REGULAR, _SIZE + 0.5)
        name = _fitted(lane.name, self.width * _NAMES - 10)
        canvas.drawString(4, top - high / 2 - 3, name)
        for bar in lane.bars:
            self._bar(canvas, bar, top - _AIR - bar.row * _ROW)

    def _bar(self, canvas: Any, bar: Bar, top: float) -> None:
        left, width = self._plot
        x = left + bar.left * width
        wide = max((bar.right - bar.left) * width, 4.0)
        if bar.sure:
            canvas.setFillColor(ACCENT)
            canvas.roundRect(x, top - _BAR, wide, _BAR, 1.5, stroke=0, fill=1)
        else:
            _soft(canvas, x, top - _BAR, wide)
        words = ", ".join(bar.numbers)
        canvas.setFont(BOLD, _SIZE)
        needed = stringWidth(words, BOLD, _SIZE)
        inside = wide >= needed + 4
        canvas.setFillColor(Color(1, 1, 1) if inside and bar.sure else INK)
        after = x + wide + 2
        if inside:
            after = x + (wide - needed) / 2
        elif after + needed > self.width:  # at the right end: before it
            after = x - needed - 2
        canvas.drawString(after, top - _BAR + 1.5, words)


def lane_height(lane: PlanLane) -> float:
    return lane.rows * _ROW + 2 * _AIR - (_ROW - _BAR)


def _soft(canvas: Any, x: float, y: float, wide: float) -> None:
    """Faded at both ends, its edges dashed: somewhere in there."""
    step = wide * 0.28 / len(_FADE)
    edges = [x + step * n for n in range(len(_FADE))]
    for share, near in zip(_FADE, edges, strict=True):
        canvas.setFillColor(_tint(share * _TINT))
        canvas.rect(near, y, step, _BAR, stroke=0, fill=1)
        canvas.rect(2 * x + wide - near - step, y, step, _BAR, stroke=0, fill=1)
    canvas.setFillColor(_tint(_TINT))
    canvas.rect(x + step * len(_FADE), y, wide - 2 * step * len(_FADE), _BAR, stroke=0, fill=1)
    canvas.saveState()
    canvas.setStrokeColor(ACCENT)
    canvas.setLineWidth(HAIR)
    canvas.setDash(2, 1.5)
    canvas.line(x, y, x + wide, y)
    canvas.line(x, y + _BAR, x + wide, y + _BAR)
    canvas.restoreState()


def _tint(share: float) -> Color:
    """The accent on white paper, so much of it."""
    return Color(*(1 - share * (1 - part) for part in (ACCENT.red, ACCENT.green, ACCENT.blue)))


def _fitted(words: str, room: float) -> str:
    text = drawable_line(words)
    if stringWidth(text, REGULAR, _SIZE + 0.5) <= room:
        return text
    while text and stringWidth(text + "…", REGULAR, _SIZE + 0.5) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def drawings(plan: Plan, words: str, root: Element, width: float, height: float) -> list[LaneDrawing]:
    """As many as it takes for none to be taller than `height`; a lane is never parted."""
    groups: list[list[PlanLane]] = [[]]
    used = _AXIS
    for lane in plan.lanes:
        if groups[-1] and used + lane_height(lane) > height:
            groups.append([])
            used = _AXIS
        groups[-1].append(lane)
        used += lane_height(lane)
    return [LaneDrawing(plan, Element("Figure", root, instead=words), width, tuple(group)) for group in groups]
