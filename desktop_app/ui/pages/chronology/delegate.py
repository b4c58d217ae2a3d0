"""How a row of the chronology is drawn: two lines at most, the rest is in the panel beside it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.services.chronology import EventRow
from desktop_app.ui.pages.chronology.model import REF, ROW, Index
from desktop_app.ui.statuses import mark_look
from desktop_app.ui.theme.lines import draw_elided, draw_lines
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.agency import paint_agency
from desktop_app.ui.widgets.badge import badge_width, paint_badge
from desktop_app.ui.widgets.record_list import paint_row_ground

ROW_HEIGHT = 52


class EventDelegate(QStyledItemDelegate):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(60), theme().px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = theme()
        painter.save()
        row: EventRow = index.data(ROW)
        paint_row_ground(painter, option, bar=index.column() == REF)
        box: QRect = option.rect
        inner = QRect(box.left() + look.px(12), box.top() + look.px(5), box.width() - look.px(16), look.px(20))
        match index.column():
            case 0:
                draw_elided(painter, inner, row.event.ref, look.font(), look.colour("text2"))
            case 1:
                draw_elided(painter, inner, row.date_words, look.font(), look.colour("text"))
                below = inner.translated(0, look.px(20))
                tone = "warn" if row.event.date.problem else "text2"
                draw_elided(painter, below, row.second_line, look.font("small"), look.colour(tone))
            case 2:
                paint_agency(painter, QPoint(inner.left(), inner.center().y() + 1), row.agency_order, row.agency_code)
            case 3:
                draw_lines(painter, inner, row.event.event, look.font(), look.colour("text"), pitch=look.px(20))
            case _:
                self._paint_marks(painter, inner, row)
        painter.restore()

    def _paint_marks(self, painter: QPainter, box: QRect, row: EventRow) -> None:
        """As many badges as fit on two lines."""
        look = theme()
        x, y = box.left(), box.top()
        for word in row.marks:
            badge = mark_look(word)
            if x > box.left() and x + badge_width(badge) > box.right():
                x, y = box.left(), y + look.px(22)
                if y > box.top() + look.px(22):
                    return
            x += paint_badge(painter, x, y, badge) + look.px(6)
