"""Words of a row with what was looked for marked in them: as `theme.lines`, with ground and underline under hits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from desktop_app.ui.theme.lines import draw_lines
from desktop_app.ui.theme.theme import theme


def draw_marked(
    painter: QPainter, box: QRect, text: str, hits: Sequence[tuple[int, int]], font: QFont, *, most: int, pitch: int
) -> None:
    """At most `most` lines from the top of `box`; `hits` are (start, end) in `text`."""
    look = theme()
    if not hits:
        draw_lines(painter, box, text, font, look.colour("text"), most=most, pitch=pitch)
        return
    metrics = QFontMetricsF(font)
    drop = (pitch - metrics.height()) / 2
    painter.setFont(font)
    for number, (start, end) in enumerate(_breaks(text, font, box.width(), most)):
        line = text[start:end]
        last = number == most - 1 and end < len(text)
        shown = _cut(line, metrics, box.width()) if last else line
        top = box.y() + number * pitch + drop
        for first, after in hits:
            a, b = max(first, start) - start, min(after, end, start + len(shown)) - start
            if a < b:
                left = metrics.horizontalAdvance(line[:a])
                width = metrics.horizontalAdvance(line[:b]) - left
                ground = QRectF(box.x() + left, top, width, metrics.height())
                painter.fillRect(ground, look.colour("mark"))
                painter.fillRect(QRectF(ground.left(), ground.bottom() - 2, width, 2), look.colour("markline"))
        painter.setPen(look.colour("text"))
        painter.drawText(QPointF(box.x(), top + metrics.ascent()), shown + ("…" if last else ""))


def _cut(line: str, metrics: QFontMetricsF, width: int) -> str:
    """As much of a line as leaves room for an ellipsis, so that places in it stay places in it."""
    room = width - metrics.horizontalAdvance("…")
    while line and metrics.horizontalAdvance(line) > room:
        line = line[:-1]
    return line.rstrip()


def _breaks(text: str, font: QFont, width: int, most: int) -> list[tuple[int, int]]:
    """(start, end) of each line."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[tuple[int, int]] = []
    while len(found) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append((line.textStart(), line.textStart() + line.textLength()))
    layout.endLayout()
    return found
