"""One page as it will print, with marks laid over the picture: they are on the screen and never in the file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.services.preview import Spot
from desktop_app.ui.theme.roles import Scheme
from desktop_app.ui.theme.theme import Theme, theme


class PagePicture(QWidget):
    """Paper is white with dark marks in every scheme. Arrows and the pointer choose a paragraph, Enter follows it."""

    stepped = Signal(int)  # 1 for the next paragraph, -1 for the one before
    pointed = Signal(float, float)  # shares of the page from its left top
    followed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._replaced: tuple[Spot, ...] = ()
        self._waiting: tuple[Spot, ...] = ()
        self._current: tuple[Spot, ...] = ()
        self._chosen: tuple[Spot, ...] = ()
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

    def show_chosen(self, spots: Sequence[Spot]) -> None:
        """The lines of the paragraph that is chosen."""
        self._chosen = tuple(spots)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and not event.modifiers():
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.followed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        self.setFocus()
        self.pointed.emit(at.x() / max(self.width(), 1), at.y() / max(self.height(), 1))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.followed.emit()

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
        if self._chosen:
            self._paint_chosen(painter, paper)

    def _paint_chosen(self, painter: QPainter, paper: Theme) -> None:
        """A frame around the paragraph with a bar at its left, so that it is not told by colour alone."""
        box = self._box(self._chosen[0])
        for spot in self._chosen[1:]:
            box = box.united(self._box(spot))
        box.adjust(-theme().px(8), -theme().px(3), theme().px(6), theme().px(3))
        painter.setPen(QPen(paper.colour("accent"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, theme().px(3), theme().px(3))
        painter.fillRect(QRectF(box.left(), box.top(), theme().px(3), box.height()), paper.colour("accent"))
