"""Sizes in the room: drawn for 1920 x 1080, and as much larger or smaller as the screen is.

A capital of the note's 24 points is 23 px of 1080: 3.2 cm on a projected picture 1.5 m high, which reads at 10 m
(the signmakers' rule of 1 in 300 or larger).
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont

from desktop_app.ui.theme.theme import theme

WIDE, HIGH = 1920, 1080
STEPS = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)

# name -> (points at 1920 x 1080, bold)
_TYPE: dict[str, tuple[float, bool]] = {
    "note": (24, False),
    "label": (18, False),
    "label-bold": (18, True),
    "line": (21, False),
    "head": (21, True),
    "prompt": (40, True),
}


class Scale:
    """Shared by everything on the screen; `larger` is what Ctrl and plus have made of it."""

    def __init__(self) -> None:
        self.screen, self._step = 1.0, 0

    @property
    def factor(self) -> float:
        return self.screen * STEPS[self._step]

    def fit(self, size: QSize) -> None:
        self.screen = max(min(size.width() / WIDE, size.height() / HIGH), 0.4)

    def step(self, by: int) -> None:
        self._step = min(max(self._step + by, 0), len(STEPS) - 1)

    def px(self, at_full: float) -> int:
        return max(1, round(at_full * self.factor))

    def font(self, name: str, *, italic: bool = False) -> QFont:
        points, bold = _TYPE[name]
        font = theme().font(italic=italic)
        font.setPixelSize(self.px(points * 4 / 3))
        font.setBold(bold)
        return font
