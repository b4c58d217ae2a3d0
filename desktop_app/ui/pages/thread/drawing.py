"""Painting the picture of a thread: the lines under the cards, those of the current card in accent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from desktop_app.ui.pages.thread.node_words import NodeWords, layer_word
from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.lines import draw_elided
from desktop_app.ui.theme.theme import theme

if TYPE_CHECKING:
    from desktop_app.ui.pages.thread.picture import ThreadPicture


def draw(view: ThreadPicture, dirty: QRect) -> None:
    look = theme()
    painter = QPainter(view.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(dirty, look.colour("window"))
    painter.translate(-view.horizontalOffset(), -view.verticalOffset())
    seen = dirty.translated(view.horizontalOffset(), view.verticalOffset())
    for layer, box in view.placed.heads:
        draw_elided(painter, box, layer_word(layer), look.font("small-bold"), look.colour("text2"))
    current = view.currentIndex().row()
    for mine in (False, True):  # those of the current card last, over the others
        for rested, resting in view.ties:
            if (current in (rested, resting)) == mine:
                _tie(painter, view.placed.cards[rested], view.placed.cards[resting], mine=mine)
    for number, (card, words) in enumerate(zip(view.placed.cards, view.words, strict=True)):
        if card.intersects(seen):
            root = view.trail.nodes[number].uid == view.trail.root
            _card(painter, card, words, root=root, current=number == current, focused=view.hasFocus())


def _tie(painter: QPainter, below: QRect, above: QRect, *, mine: bool) -> None:
    look = theme()
    start, end = QPointF(below.right(), below.center().y()), QPointF(above.left(), above.center().y())
    path = QPainterPath(start)
    if below.left() == above.left():  # one layer: round the right-hand side
        out = look.px(22)
        end = QPointF(above.right(), above.center().y())
        path.cubicTo(start + QPointF(out, 0), end + QPointF(out, 0), end)
    else:
        half = (end.x() - start.x()) / 2
        path.cubicTo(start + QPointF(half, 0), end - QPointF(half, 0), end)
    painter.setPen(QPen(look.colour("accent" if mine else "softline"), look.px(2) if mine else 1.4))
    painter.drawPath(path)


def _card(painter: QPainter, card: QRect, words: NodeWords, *, root: bool, current: bool, focused: bool) -> None:
    look = theme()
    box = QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5)
    fill = "accent" if root else "soft" if current else "surface"
    edge = "accent" if current or root else "line" if look.scheme != "contrast" else "edge"
    painter.setPen(QPen(look.colour(edge), look.px(2) if current else 1))
    painter.setBrush(look.colour(fill))
    painter.drawRoundedRect(box, look.px(6), look.px(6))
    ink, quiet = ("onaccent", "onaccent") if root else ("text", "text2")
    if current and focused:
        painter.setPen(QPen(look.colour("onaccent" if root else "accent"), 1))
        painter.setBrush(look.colour(fill))
        painter.drawRoundedRect(box.adjusted(look.px(3), look.px(3), -look.px(3), -look.px(3)), look.px(4), look.px(4))
    side = look.px(16)
    left = card.left() + look.px(10)
    paint_icon(painter, QRect(left, card.top() + look.px(9), side, side), words.icon, look.colour(ink))
    left += side + look.px(8)
    room = card.right() - look.px(10) - left
    top = QRect(left, card.top() + look.px(6), room, look.px(20))
    draw_elided(painter, top, words.title, look.font("bold" if root else "body"), look.colour(ink))
    below = QRect(left, card.top() + look.px(27), room, look.px(18))
    draw_elided(painter, below, words.second, look.font("small"), look.colour(quiet))
