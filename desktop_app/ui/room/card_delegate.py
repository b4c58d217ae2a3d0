"""A note on the wall, painted: its words, how many said it, its dots, and what may be done with it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.domain.workshop import Attribution, Consent
from desktop_app.services.rooms.wall import Card
from desktop_app.ui.room.scale import Scale
from desktop_app.ui.statuses import ATTRIBUTION, CONSENT
from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.lines import draw_elided, fitted_lines
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.fitted_list import ROW, Index

_MOST_LINES = 5


def spoken(card: Card) -> str:
    """What a screen reader says of a card; nothing that the wall does not show."""
    parts = [card.shown or hidden_words(card), *(words for _, words in marks(card))]
    return ", ".join(parts)


def hidden_words(card: Card) -> str:
    if card.hidden == "off-record":
        return QCoreApplication.translate("room", "Off the record: not shown, in no output")
    return QCoreApplication.translate("room", "Kept as sensitive: not shown, in no output")


def marks(card: Card) -> list[tuple[str, str]]:
    """(icon, words) under a card, the ordinary left out."""
    found = []
    if card.count > 1:
        found.append(("copy-simple", QCoreApplication.translate("room", "{} said so").format(card.count)))
    if card.dots:
        dots = QCoreApplication.translate("room", "1 dot") if card.dots == 1 else None
        found.append(("circle", dots or QCoreApplication.translate("room", "{} dots").format(card.dots)))
    if card.consent in (Consent.QUOTE, Consent.THEME_ONLY):
        found.append((CONSENT[card.consent].icon, CONSENT[card.consent].word))
    if card.attribution is not Attribution.UNATTRIBUTED:
        look = ATTRIBUTION[card.attribution]
        found.append((look.icon, card.group or look.word))
    if card.factor:
        found.append(("tag", card.factor))
    if card.moments:
        found.append(("push-pin", QCoreApplication.translate("room", "pinned")))
    return found


def _reads_leftwards(line: str) -> bool:
    """Whether the first letter that has a direction is Arabic or Hebrew."""
    kinds = (unicodedata.bidirectional(letter) for letter in line)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


class CardDelegate(QStyledItemDelegate):
    def __init__(self, view: QAbstractItemView, scale: Scale) -> None:
        super().__init__(view)
        self._scale = scale
        self._lines = lru_cache(maxsize=4_000)(self._broken)

    def _broken(self, text: str, width: int, size: int, italic: bool) -> tuple[str, ...]:
        return tuple(fitted_lines(text, self._scale.font("note", italic=italic), width, _MOST_LINES))

    def _words(self, card: Card, width: int) -> tuple[str, ...]:
        text = card.shown or hidden_words(card)
        # So many letters fill more than the lines there are: no need to lay out 100 kB of them.
        return self._lines(text[:1_500], width, self._scale.px(24), bool(card.hidden))

    def _mark_lines(self, card: Card, width: int) -> list[list[tuple[str, str]]]:
        metrics = QFontMetrics(self._scale.font("label"))
        lines: list[list[tuple[str, str]]] = [[]]
        used = 0
        for mark in marks(card):
            step = self._scale.px(48) + metrics.horizontalAdvance(mark[1])
            if lines[-1] and used + step > width:
                lines.append([])
                used = 0
            lines[-1].append(mark)
            used += step
        return [line for line in lines if line]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._scale.px
        width = option.widget.viewport().width() if isinstance(option.widget, QAbstractItemView) else px(440)
        card: Card = index.data(ROW)
        inner = width - px(40)
        high = px(36) + len(self._words(card, inner)) * px(42) + len(self._mark_lines(card, inner)) * px(34)
        return QSize(width, high + px(16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, look, card = self._scale.px, theme(), index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(option.rect).adjusted(px(2), px(2), -px(2), -px(14))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QPen(look.colour("accent" if chosen else "line"), px(4) if chosen else 1))
        painter.setBrush(look.colour("sunken" if card.hidden else "surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
        inner = QRect(box.x() + px(18), box.y() + px(16), option.rect.width() - px(40), box.height())
        font = self._scale.font("note", italic=bool(card.hidden))
        painter.setFont(font)
        painter.setPen(look.colour("text2" if card.hidden else "text"))
        metrics = QFontMetrics(font)
        drop, top = (px(42) - metrics.height()) // 2 + metrics.ascent(), inner.y()
        for line in self._words(card, inner.width()):
            # Arabic and Hebrew begin at the right, as their readers do.
            spare = inner.width() - metrics.horizontalAdvance(line) if _reads_leftwards(line) else 0
            painter.drawText(inner.x() + spare, top + drop, line)
            top += px(42)
        self._paint_marks(painter, QRect(inner.x(), top, inner.width(), px(34)), card)
        painter.restore()

    def _paint_marks(self, painter: QPainter, box: QRect, card: Card) -> None:
        px, look = self._scale.px, theme()
        font = self._scale.font("label")
        metrics = QFontMetrics(font)
        for line in self._mark_lines(card, box.width()):
            x = box.x()
            for icon, words in line:
                strong = icon in ("circle", "copy-simple")
                tone = look.colour("accent" if strong else "text2")
                paint_icon(painter, QRect(x, box.y() + px(5), px(24), px(24)), icon, tone)
                wide = min(metrics.horizontalAdvance(words) + px(2), box.right() - x - px(30))
                draw_elided(painter, QRect(x + px(30), box.y(), wide, box.height()), words, font, tone)
                x += px(48) + wide
            box.translate(0, px(34))
