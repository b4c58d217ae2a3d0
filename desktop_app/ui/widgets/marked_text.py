"""Wrapped text with some of its words marked: a tint behind and a line under them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme.theme import theme

Span = tuple[int, int]
_PITCH = 22  # px at 100 %: a line, and room for the line under it
_LEAST_WIDTH = 60


class MarkedText(QWidget):
    """`spans` are Python string indices of `text`. A screen reader hears the text, and then the words marked."""

    def __init__(self, text: str = "", spans: Sequence[Span] = (), *, tone: str = "text", italic: bool = False) -> None:
        super().__init__()
        self._text, self._spans, self._tone, self._italic = text, tuple(spans), tone, italic
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)
        marked = ", ".join(text[start:end] for start, end in spans)
        if marked:
            self.setAccessibleDescription(self.tr("Only here: {}").format(marked))

    @property
    def marked(self) -> tuple[str, ...]:
        return tuple(self._text[start:end] for start, end in self._spans)

    def text(self) -> str:
        return self._text

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width).boundingRect().height()) + theme().px(4)

    def sizeHint(self) -> QSize:
        width = theme().px(240)
        return QSize(width, self.heightForWidth(self.width() if self.width() > width else width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_LEAST_WIDTH), theme().px(_PITCH))

    def _laid_out(self, width: int) -> QTextLayout:
        look = theme()
        layout = QTextLayout(self._text.replace("\n", "\u2028"), look.font("body", italic=self._italic))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._format(span) for span in self._spans])
        layout.beginLayout()
        y = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, look.px(_LEAST_WIDTH)))
            line.setPosition(QPointF(0, y))
            y += look.px(_PITCH)
        layout.endLayout()
        return layout

    def _format(self, span: Span) -> QTextLayout.FormatRange:
        """Qt counts in UTF-16 units, Python in characters."""
        start, end = (len(self._text[:at].encode("utf-16-le")) // 2 for at in span)
        said = QTextLayout.FormatRange()
        said.start, said.length = start, end - start
        form = QTextCharFormat()
        form.setBackground(QBrush(theme().colour("mark")))
        said.format = form
        return said

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        layout = self._laid_out(self.width())
        painter.setPen(theme().colour(self._tone))
        layout.draw(painter, QPointF(0, 0))
        painter.setPen(QPen(theme().colour("markline"), theme().px(2)))
        for span in layout.formats():
            start, end = int(span.start), int(span.start) + int(span.length)
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
                if first < last:
                    base = line.y() + line.height()
                    left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
                    painter.drawLine(QPointF(left, base), QPointF(right, base))


def _x(place: object) -> float:
    """Qt gives the position alone or with the cursor it stands for, by version."""
    return float(place[0]) if isinstance(place, tuple) else float(str(place))
