"""Where the nodes of a trail stand: one column a layer that has any, each centred beside the tallest."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

from desktop_app.services.thread.trail import Node, Trail
from desktop_app.ui.theme.theme import theme

CARD_WIDTH, CARD_HEIGHT, GAP_ACROSS, GAP_DOWN, HEAD, EDGE = 196, 52, 52, 10, 36, 16


@dataclass(frozen=True, slots=True)
class Placed:
    """`cards` in the order of the trail's nodes; `heads` are (layer, where its word stands)."""

    cards: tuple[QRect, ...]
    heads: tuple[tuple[int, QRect], ...]
    size: QSize


def place(trail: Trail, room: QSize) -> Placed:
    """In pixels. Columns share what room there is to spare, and never get narrower than they can be read."""
    look = theme()
    columns = [_column(trail, node) for node in trail.nodes]
    layers = sorted(set(columns))
    width, height, gap, edge = (look.px(n) for n in (CARD_WIDTH, CARD_HEIGHT, GAP_DOWN, EDGE))
    across = look.px(GAP_ACROSS)
    spare = room.width() - 2 * edge - len(layers) * width - (len(layers) - 1) * across
    width += max(0, min(spare // max(len(layers), 1), look.px(96)))
    counts = {layer: columns.count(layer) for layer in layers}
    tallest = max(counts.values(), default=0) * (height + gap)
    top = look.px(HEAD) + edge
    left = {layer: edge + n * (width + across) for n, layer in enumerate(layers)}
    below = {layer: top + (tallest - counts[layer] * (height + gap)) // 2 for layer in layers}
    if tallest > room.height() - top:  # what is scrolled begins at the top, where the eye is
        below = dict.fromkeys(layers, top)
    cards = []
    for layer in columns:
        cards.append(QRect(left[layer], below[layer], width, height))
        below[layer] += height + gap
    heads = tuple((layer, QRect(left[layer], edge, width, look.px(24))) for layer in layers)
    right = max((card.right() for card in cards), default=0) + edge
    return Placed(tuple(cards), heads, QSize(right, top + tallest + edge))


def _column(trail: Trail, node: Node) -> int:
    """Lines of enquiry stand under the evidence, or every tie to a finding would pass behind them."""
    return 0 if node.family == "kloes" and node.uid != trail.root else node.layer


def beside(cards: tuple[QRect, ...], tied: set[int], at: int, step: int) -> int:
    """The card one column to the left (-1) or right (1) of card `at`: a tied one first, then the nearest."""
    here = cards[at]
    others = [n for n, card in enumerate(cards) if (card.left() - here.left()) * step > 0]
    if not others:
        return at
    nearest = min(abs(cards[n].left() - here.left()) for n in others)
    column = [n for n in others if abs(cards[n].left() - here.left()) == nearest]
    return min(column, key=lambda n: (n not in tied, _distance(cards[n].center(), here.center())))


def _distance(a: QPoint, b: QPoint) -> int:
    return abs(a.y() - b.y())
