"""The stages of a review on one line: the same thread as everywhere else, laid flat."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.services.overview import Stage
from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.lines import fitted_lines
from desktop_app.ui.theme.theme import theme

_ROW = 88


class StagesLine(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._stages: tuple[Stage, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stages(self, stages: Sequence[Stage]) -> None:
        self._stages = tuple(stages)
        words = {"done": self.tr("done"), "now": self.tr("here now"), "ahead": self.tr("ahead")}
        self.setAccessibleName(self.tr("Stages: ") + ", ".join(f"{s.name} {words[s.state]}" for s in stages))
        self.update()

    def _rows(self) -> int:
        """One row of stages, or more where their names would not fit beside each other."""
        metrics = QFontMetrics(theme().font("bold"))
        widest = max((metrics.horizontalAdvance(self.tr(s.name)) for s in self._stages), default=0) + theme().px(12)
        wide = max(self.width(), theme().px(320))
        return next((n for n in (1, 2, 3) if widest * -(-len(self._stages) // n) <= wide), 4)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(320), theme().px(_ROW) * self._rows())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        rows = self._rows()
        across = -(-len(self._stages) // rows) or 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in range(rows):
            painter.save()
            painter.translate(0, row * theme().px(_ROW))
            self._paint_row(painter, self._stages[row * across : (row + 1) * across], self.width() / across)
            painter.restore()

    def _paint_row(self, painter: QPainter, stages: Sequence[Stage], step: float) -> None:
        look = theme()
        y = look.px(26)
        for number in range(1, len(stages)):
            done = stages[number].state != "ahead"
            pen = QPen(look.colour("accent" if done else "edge"), 2)
            if not done:
                pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
            gap = look.px(11)
            painter.drawLine(QPointF(step * (number - 0.5) + gap, y), QPointF(step * (number + 0.5) - gap, y))
        for number, stage in enumerate(stages):
            centre = QPointF(step * (number + 0.5), y)
            self._paint_node(painter, centre, stage.state)
            self._paint_words(painter, QRect(round(step * number), y + look.px(14), round(step), look.px(48)), stage)

    def _paint_node(self, painter: QPainter, centre: QPointF, state: str) -> None:
        look = theme()
        if state == "done":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.drawEllipse(centre, look.px(10), look.px(10))
            side = look.px(12)
            spot = QRect(round(centre.x()) - side // 2, round(centre.y()) - side // 2, side, side)
            paint_icon(painter, spot, "check-bold", look.colour("onaccent"))
        elif state == "now":
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(look.colour("surface"))
            painter.drawEllipse(centre, look.px(11), look.px(11))
            painter.setBrush(look.colour("accent"))
            painter.drawEllipse(centre, look.px(4), look.px(4))
        else:
            painter.setPen(QPen(look.colour("edge"), 2))
            painter.setBrush(look.colour("surface"))
            painter.drawEllipse(centre, look.px(9), look.px(9))

    def _paint_words(self, painter: QPainter, box: QRect, stage: Stage) -> None:
        look = theme()
        now = stage.state == "now"
        font = look.font("bold" if now else "body")
        top = QRect(box.left(), box.top(), box.width(), look.px(22))
        shown = fitted_lines(self.tr(stage.name), font, top.width() - look.px(2), 1)
        painter.setFont(font)
        painter.setPen(look.colour("text2" if stage.state == "ahead" else "text"))
        painter.drawText(top, int(Qt.AlignmentFlag.AlignCenter), shown[0] if shown else "")
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("accent" if now else "text2"))
        below = QRect(box.left(), top.bottom(), box.width(), look.px(20))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), stage.note)
