"""A card: what it says in up to four lines, where it comes from, and the note on it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.services.board import Laid
from desktop_app.ui.evidence_icons import ICONS
from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.lines import draw_elided, draw_lines, fitted_lines
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.fitted_list import ROW

Index = QModelIndex | QPersistentModelIndex
_PITCH, _EDGE, _GAP, _BESIDE = 20, 12, 8, 12  # px at 100 %
_WORDS, _NOTE = 4, 3  # lines at most


class CardDelegate(QStyledItemDelegate):
    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._view = parent

    def _room(self) -> int:
        """Width of the words of a card."""
        look = theme()
        return max(self._view.viewport().width() - 2 * look.px(_BESIDE) - 2 * look.px(_EDGE), look.px(80))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        laid: Laid = index.data(ROW)
        look = theme()
        lines = len(fitted_lines(laid.item.title, look.font(), self._room(), _WORDS)) + 1
        note = len(fitted_lines(laid.note, look.font(italic=True), self._room(), _NOTE)) if laid.note else 0
        height = lines * look.px(_PITCH) + 2 * look.px(10) + (note * look.px(_PITCH) + look.px(6) if note else 0)
        return QSize(look.px(120), height + look.px(_GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        laid: Laid = index.data(ROW)
        look = theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole: QRect = option.rect
        box = whole.adjusted(look.px(_BESIDE), look.px(_GAP), -look.px(_BESIDE), 0)
        selected = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        edge = "accent" if selected else "edge" if look.scheme == "contrast" else "line"
        painter.setPen(QPen(look.colour(edge), look.px(2) if selected else 1))
        painter.setBrush(look.colour("soft" if selected else "surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), look.px(6), look.px(6))
        pitch = look.px(_PITCH)
        inner = box.adjusted(look.px(_EDGE), look.px(10), -look.px(_EDGE), 0)
        inner.moveTop(inner.top() + draw_lines(
            painter, inner, laid.item.title, look.font(), look.colour("text"), most=_WORDS, pitch=pitch))  # fmt: skip
        side = look.px(14)
        icon = QRect(inner.left(), inner.top() + (pitch - side) // 2, side, side)
        paint_icon(painter, icon, ICONS[laid.item.kind], look.colour("text2"))
        second = QRect(icon.right() + look.px(6), inner.top(), inner.right() - icon.right() - look.px(6), pitch)
        draw_elided(painter, second, laid.item.second, look.font("small"), look.colour("text2"))
        if laid.note:
            note = QRect(inner.left(), inner.top() + pitch + look.px(6), inner.width(), pitch * _NOTE)
            font = look.font(italic=True)
            draw_lines(painter, note, laid.note, font, look.colour("text2"), most=_NOTE, pitch=pitch)
        painter.restore()
