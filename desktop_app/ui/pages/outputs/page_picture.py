"""One page as it will print, with marks laid over the picture: they are on the screen and never in the file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.services.preview import Spot
from desktop_app.ui.theme.roles import Scheme
from desktop_app.ui.theme.theme import Theme, theme


class PagePicture(QWidget):
    """Paper is white with dark marks in every scheme."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._replaced: tuple[Spot, ...] = ()
        self._waiting: tuple[Spot, ...] = ()
        self._current: tuple[Spot, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def shape(self) -> float:
        """Height of the page for a width of one; A4 until there is a page."""
        return self._image.height() / self._image.width() if not self._image.isNull() else 297 / 210

    def show_page(self, png: bytes, name: str, text: str) -> None:
        """`text` is what the page says, for a screen reader: to it a picture is nothing."""
        self._image = QImage.fromData(png)
        self.setAccessibleName(name)
        self.setAccessibleDescription(text)
        self.update()

    def show_marks(self, replaced: Sequence[Spot], waiting: Sequence[Spot], current: Sequence[Spot]) -> None:
        self._replaced, self._waiting, self._current = tuple(replaced), tuple(waiting), tuple(current)
        self.update()

    def fit(self, width: int) -> None:
        self.setFixedSize(QSize(width, round(width * self.shape)))

    def _box(self, spot: Spot) -> QRectF:
        left, top = spot.left * self.width(), spot.top * self.height()
        return QRectF(left, top, spot.right * self.width() - left, spot.bottom * self.height() - top)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if not self._image.isNull():
            painter.drawImage(self.rect(), self._image)
        self._paint_marks(painter)
        painter.setPen(QPen(theme().colour("edge"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_marks(self, painter: QPainter) -> None:
        paper = Theme(Scheme.LIGHT, theme().scale)
        painter.setPen(QPen(paper.colour("accent"), 1, Qt.PenStyle.DotLine))
        for spot in self._replaced:
            box = self._box(spot)
            painter.drawLine(QPointF(box.left(), box.bottom() + 1), QPointF(box.right(), box.bottom() + 1))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for spot in (*self._waiting, *self._current):
            painter.fillRect(self._box(spot).adjusted(-2, -1, 2, 1), paper.colour("mark"))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        for spots, thick in ((self._waiting, 1), (self._current, 2)):
            painter.setPen(QPen(paper.colour("markline"), thick))
            for spot in spots:
                box = self._box(spot).adjusted(-2, 0, 2, 2)
                painter.drawLine(box.bottomLeft(), box.bottomRight())
        for spot in self._current:
            painter.drawRect(self._box(spot).adjusted(-3, -2, 3, 2))
