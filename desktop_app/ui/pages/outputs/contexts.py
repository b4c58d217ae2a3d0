"""The words around what is being decided, with the words themselves marked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme.theme import theme

_PITCH = 20


class Contexts(QWidget):
    """One paragraph a context, wrapped, never elided: what is decided here must be seen whole."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: tuple[str, ...] = ()
        self._surface = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_contexts(self, texts: Sequence[str], surface: str) -> None:
        self._texts = tuple(" ".join(text.split()) for text in texts)
        self._surface = " ".join(surface.split())
        self.setAccessibleName(self.tr("Where it stands: ") + " / ".join(self._texts))
        self.setVisible(bool(self._texts))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(theme().px(320), self.heightForWidth(max(self.width(), theme().px(320))))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(_PITCH + 16))

    def heightForWidth(self, width: int) -> int:
        return self._lay(width, None) + theme().px(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
        self._lay(self.width(), painter)

    def _lay(self, width: int, painter: QPainter | None) -> int:
        look = theme()
        side, y = look.px(10), look.px(6)
        for text in self._texts:
            said = f"{'' if text.startswith('…') else '…'}{text}{'' if text.endswith('…') else '…'}"
            layout = QTextLayout(said, look.font())
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            spans = self._spans(said)
            layout.setFormats(spans)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(width - 2 * side, 40))
                line.setPosition(QPointF(side, y))
                y += look.px(_PITCH)
            layout.endLayout()
            if painter is not None:
                painter.setPen(look.colour("text"))
                layout.draw(painter, QPointF(0, 0))
                self._underline(painter, layout, spans)
        return y

    def _spans(self, text: str) -> list[QTextLayout.FormatRange]:
        look = theme()
        spans = []
        for match in re.finditer(re.escape(self._surface), text, re.IGNORECASE) if self._surface else ():
            span = QTextLayout.FormatRange()
            span.start, span.length = match.start(), match.end() - match.start()
            form = QTextCharFormat()
            form.setBackground(QBrush(look.colour("mark")))
            form.setForeground(QBrush(look.colour("text")))
            span.format = form
            spans.append(span)
        return spans

    def _underline(self, painter: QPainter, layout: QTextLayout, spans: list[QTextLayout.FormatRange]) -> None:
        painter.setPen(QPen(theme().colour("markline"), 2))
        for span in spans:
            start, end = int(span.start), int(span.start) + int(span.length)
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
                if first < last:
                    left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
                    base = line.y() + line.height()
                    painter.drawLine(QPointF(left, base), QPointF(right, base))


def _x(place: object) -> float:
    """Qt gives the position alone or with the cursor it stands for, by version."""
    return float(place[0]) if isinstance(place, tuple) else float(str(place))
