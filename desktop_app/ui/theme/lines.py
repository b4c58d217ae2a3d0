"""Words laid out by hand, for delegates and painted parts: so many lines at most, the last one elided."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption


def fitted_lines(text: str, font: QFont, width: int, most: int) -> list[str]:
    """`text` broken at words into at most `most` lines of `width` px; what does not fit ends in an ellipsis."""
    words = " ".join(text.split())
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
        rest = words[start : start + line.textLength()]
        if len(lines) == most - 1 and start + line.textLength() < len(words):
            rest = QFontMetricsF(font).elidedText(words[start:], Qt.TextElideMode.ElideRight, width)
        lines.append(rest)
    layout.endLayout()
    return lines


def draw_lines(
    painter: QPainter, box: QRect, text: str, font: QFont, colour: QColor, *, most: int = 2, pitch: int = 20
) -> int:
    """Draw from the top of `box`, `pitch` px a line; how many px were used comes back."""
    painter.setFont(font)
    painter.setPen(colour)
    metrics = QFontMetricsF(font)
    drop = (pitch - metrics.height()) / 2 + metrics.ascent()
    lines = fitted_lines(text, font, box.width(), most)
    for number, line in enumerate(lines):
        painter.drawText(QPointF(box.x(), box.y() + number * pitch + drop), line)
    return len(lines) * pitch


def draw_elided(painter: QPainter, box: QRect, text: str, font: QFont, colour: QColor, right: bool = False) -> None:
    """One line, centred in height."""
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 0.5)
    across = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, int(across | Qt.AlignmentFlag.AlignVCenter), shown)
