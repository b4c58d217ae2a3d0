"""Brackets in the margin: one a mark, with the letter of its theme, in as many lanes as marks overlap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop_app.ui.theme.theme import theme

_LANES, _LANE, _ARM = 3, 26, 5  # px at 100 %


@dataclass(frozen=True, slots=True)
class Bracket:
    """[start, end) in the document, in Qt's count; both 0 for the record as a whole. `lane` 0 is nearest the text."""

    uid: str
    letter: str
    colour: int
    start: int
    end: int
    chosen: bool
    lane: int = 0


def lanes_of(brackets: Sequence[Bracket]) -> tuple[Bracket, ...]:
    """Each in the first lane that is free where it stands; what finds none shares the last."""
    ends: list[int] = []
    placed = []
    for bracket in sorted(brackets, key=lambda b: (b.start, -b.end)):
        lane = next((n for n, end in enumerate(ends) if end <= bracket.start and bracket.end), len(ends))
        lane = min(lane, _LANES - 1)
        if lane < len(ends):
            ends[lane] = max(ends[lane], bracket.end)
        else:
            ends.append(bracket.end)
        placed.append(replace(bracket, lane=lane))
    return tuple(placed)


def draw_brackets(
    painter: QPainter, room: QRectF, brackets: Sequence[Bracket], spot: Callable[[int, int], tuple[float, float]]
) -> None:
    """`spot` gives top and bottom of a stretch. Letters that begin on one line stand below each other."""
    look = theme()
    taken: dict[tuple[int, int], int] = {}
    for bracket in brackets:
        if not bracket.end:
            continue
        top, bottom = spot(bracket.start, bracket.end)
        right = room.right() - look.px(8) - bracket.lane * look.px(_LANE)
        pen = QPen(look.agency(bracket.colour or 1)[0], look.px(3 if bracket.chosen else 2))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        arm = look.px(_ARM)
        painter.drawPolyline(
            [QPointF(right, top + 2), QPointF(right - arm, top + 2), QPointF(right - arm, bottom - 2),
             QPointF(right, bottom - 2)]
        )  # fmt: skip
        line = (bracket.lane, round(top))
        down = taken.get(line, 0) * look.px(16)
        taken[line] = taken.get(line, 0) + 1
        painter.setPen(look.colour("accent" if bracket.chosen else "text"))
        painter.setFont(look.font("small-bold"))
        letters = QRectF(
            right - look.px(_LANE) - look.px(8), top + down, look.px(_LANE) - arm + look.px(4), look.px(18)
        )
        painter.drawText(letters, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), bracket.letter)
