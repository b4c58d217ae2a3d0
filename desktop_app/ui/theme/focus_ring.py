"""One ring around whatever has the keyboard: 2 px of accent outside a 1 px gap, for every control alike."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from shiboken6 import isValid

from desktop_app.ui.theme.theme import theme

_GAP, _WIDTH = 1, 2
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """A transparent child of `window`, laid over the focused widget and moved with it.

    Lists and tables draw their own current row; a ring around the whole view would say nothing.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focus-ring")
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        self.hide()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self._target = None
        if new is not None and new.window() is self.parentWidget() and not isinstance(new, QAbstractItemView):
            self._target = new
            walk: QWidget | None = new
            while walk is not None and walk is not self.parentWidget():
                walk.installEventFilter(self)
                self._watched.append(walk)
                walk = walk.parentWidget()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and self._target is not None:
            self._place()
        return False

    def _place(self) -> None:
        target, window = self._target, self._window
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        grown = _GAP + _WIDTH
        box = QRect(target.mapTo(window, QPoint(0, 0)), target.size()).adjusted(-grown, -grown, grown, grown)
        # Inside a scrolled area the ring ends where the area does.
        walk = target.parentWidget()
        while walk is not None and walk is not window:
            if walk.objectName() == "qt_scrollarea_viewport":
                box = box.intersected(QRect(walk.mapTo(window, QPoint(0, 0)), walk.size()))
            walk = walk.parentWidget()
        self.setGeometry(box)
        self.setVisible(box.isValid())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("accent"), _WIDTH))
        inset = _WIDTH / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), theme().px(6), theme().px(6)
        )
