"""The top bar: whose review this is, one search, undo and redo."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.domain.review import Review
from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button, paint_key_cap
from desktop_app.ui.widgets.panel import row
from desktop_app.ui.widgets.words import ElidedLabel, words

_ROOMY = 880  # px at 100 %


class _SearchButton(QPushButton):
    """Looks like a field; opens the search."""

    def __init__(self) -> None:
        super().__init__(self.tr("Find a record or an action"))
        self.setAccessibleName(self.text())
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(336), theme().px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("edge"), 1))
        painter.setBrush(look.colour("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
        side = look.px(18)
        box = QRect(look.px(10), (self.height() - side) // 2, side, side)
        paint_icon(painter, box, "magnifying-glass", look.colour("text2"))
        painter.setFont(look.font())
        painter.setPen(look.colour("text3"))
        left, cap = look.px(36), look.px(46)
        room = QRect(left, 0, self.width() - left - cap - look.px(16), self.height())
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
        height = look.px(18)
        key = QRect(self.width() - cap - look.px(10), (self.height() - height) // 2, cap, height)
        paint_key_cap(painter, key, "Ctrl K", look.colour("text2"), look.colour("edge"))


class TopBar(QWidget):
    search_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    room_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        look = theme()
        self.setFixedHeight(look.px(48))
        line = row(self, spacing=8)
        line.setContentsMargins(look.px(16), 0, look.px(16), 0)
        self._reference = words("", font="bold")
        self._body = ElidedLabel(tone="text2")
        line.addWidget(self._reference)
        line.addWidget(self._body, 2)
        self._search = _SearchButton()
        self._search.clicked.connect(self.search_asked)
        line.addWidget(self._search, 1)
        line.addSpacing(look.px(8))
        self._undo = Button(kind="quiet", icon="arrow-counter-clockwise", name=self.tr("Undo"))
        self._redo = Button(kind="quiet", icon="arrow-clockwise", name=self.tr("Redo"))
        self._undo.clicked.connect(self.undo_asked)
        self._redo.clicked.connect(self.redo_asked)
        line.addWidget(self._undo)
        line.addWidget(self._redo)
        self._room = Button(icon="presentation", name=self.tr("Open the room"))
        self._room.clicked.connect(self.room_asked)
        line.addSpacing(look.px(8))
        line.addWidget(self._room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room the button says its words; else its icon and tooltip do."""
        super().resizeEvent(event)
        self._room.setText(self.tr("Open the room") if event.size().width() >= theme().px(_ROOMY) else "")
        self._room.updateGeometry()

    def show_review(self, review: Review) -> None:
        self._reference.setText(review.reference or self.tr("New review"))
        self._body.set_text(review.commissioning_body or review.working_title)

    def show_undo(self, undo: str | None, redo: str | None) -> None:
        self._undo.setEnabled(undo is not None)
        self._undo.setToolTip(self.tr("Undo: {} (Ctrl+Z)").format(undo) if undo else self.tr("Nothing to undo"))
        self._redo.setEnabled(redo is not None)
        self._redo.setToolTip(self.tr("Redo: {} (Ctrl+Shift+Z)").format(redo) if redo else self.tr("Nothing to redo"))
