"""How a row of the chronology is drawn: two lines at most, the rest is in the panel beside it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.services.chronology import EventRow
from desktop_app.ui.pages.chronology.cell_editors import CellEditor
from desktop_app.ui.pages.chronology.columns import COLUMNS, Col
from desktop_app.ui.pages.chronology.marked_lines import draw_marked
from desktop_app.ui.pages.chronology.model import ROW, Index
from desktop_app.ui.statuses import mark_look
from desktop_app.ui.theme.lines import draw_elided, draw_lines
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.agency import paint_agency
from desktop_app.ui.widgets.badge import badge_width, paint_badge
from desktop_app.ui.widgets.record_list import paint_row_ground

ROW_HEIGHT = 52


class EventDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(60), theme().px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = theme()
        painter.save()
        row: EventRow = index.data(ROW)
        info = COLUMNS[index.column()]
        paint_row_ground(painter, option, bar=info.col is Col.REF)
        box: QRect = option.rect
        inner = QRect(box.left() + look.px(12), box.top() + look.px(5), box.width() - look.px(16), look.px(20))
        match info.col:
            case Col.REF:
                draw_elided(painter, inner, row.event.ref, look.font(), look.colour("text2"))
            case Col.DATE:
                draw_elided(painter, inner, row.date_words, look.font(), look.colour("text"))
                below = inner.translated(0, look.px(20))
                tone = "warn" if row.event.date.problem else "text2"
                draw_elided(painter, below, row.second_line, look.font("small"), look.colour(tone))
            case Col.AGENCY:
                self._paint_agencies(painter, inner, row)
            case Col.WHAT:
                excerpt = row.excerpt
                draw_marked(painter, inner, excerpt.text, excerpt.hits, look.font(), most=2, pitch=look.px(20))
            case Col.MARKS:
                self._paint_marks(painter, inner, row)
            case _:
                draw_lines(painter, inner, info.text(row), look.font(), look.colour("text"), pitch=look.px(20))
        if info.field and option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_cell(painter, box)
        painter.restore()

    def _paint_cell(self, painter: QPainter, box: QRect) -> None:
        """The keyboard is on a field that F2 edits here."""
        painter.setPen(QPen(theme().colour("accent"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(2, 2, -3, -4))

    def _paint_agencies(self, painter: QPainter, inner: QRect, row: EventRow) -> None:
        """The row's own, and below it those whose accounts were merged into it."""
        pitch = theme().px(20)
        middle = inner.center().y() + 1
        paint_agency(painter, QPoint(inner.left(), middle), row.agency_order, row.agency_code)
        if row.others:
            order, code, _ = row.others[0]
            more = len(row.others) - 1
            paint_agency(painter, QPoint(inner.left(), middle + pitch), order, f"{code} +{more}" if more else code)

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

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = CellEditor(parent, COLUMNS[index.column()])
        editor.finished.connect(lambda keep: self._finish(editor, keep=keep))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor):
            editor.show_value(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CellEditor):
            model.setData(index, editor.value)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        if isinstance(editor, CellEditor):
            editor.place(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The editor itself says when it is done: its field has the keyboard, not its frame."""
        return False

    def _finish(self, editor: QWidget, *, keep: bool) -> None:
        if keep:
            self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
