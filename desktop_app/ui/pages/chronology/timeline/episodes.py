"""Key practice episodes: a bracket over the lanes, and a tint down them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop_app.services.timeline_marks import Episode
from desktop_app.ui.pages.chronology.timeline.scene import EPISODE, Scene
from desktop_app.ui.theme.theme import theme

_TITLE = 120  # less room than this shows no more of a title than its first word


def in_rows(episodes: Sequence[Episode]) -> list[list[Episode]]:
    """Episodes in order of their start, those that overlap in rows of their own."""
    rows: list[list[Episode]] = []
    for episode in episodes:
        row = next((row for row in rows if row[-1].end <= episode.start), None)
        if row is None:
            rows.append([episode])
        else:
            row.append(episode)
    return rows


def paint_bands(painter: QPainter, scene: Scene) -> None:
    """Behind the events."""
    plot = scene.frame.plot
    tint = QColor(theme().colour("accent"))
    tint.setAlpha(20)
    for episode in scene.marks.episodes:
        left, right = max(scene.x(episode.start), plot.left()), min(scene.x(episode.end), plot.right())
        if right > left:
            painter.fillRect(QRectF(left, plot.top(), right - left, plot.height()), tint)


def paint_brackets(painter: QPainter, scene: Scene, words: str, short: str) -> None:
    """`words` has places for number and title, `short` for the number."""
    for number, row in enumerate(in_rows(scene.marks.episodes)):
        for episode in row:
            said = words.format(episode.number, episode.title), short.format(episode.number)
            _bracket(painter, scene, number, episode, said)


def episode_at(scene: Scene, point: QPointF) -> Episode | None:
    """The one whose bracket is under a point."""
    rows, plot = in_rows(scene.marks.episodes), scene.frame.plot
    number = int(point.y() // theme().px(EPISODE))
    if point.x() < plot.left() or not 0 <= number < len(rows):
        return None
    return next((e for e in rows[number] if scene.x(e.start) <= point.x() <= scene.x(e.end)), None)


def _bracket(painter: QPainter, scene: Scene, row: int, episode: Episode, words: tuple[str, str]) -> None:
    look, plot = theme(), scene.frame.plot
    start, end = scene.x(episode.start), scene.x(episode.end)
    left, right = max(start, plot.left()), min(end, plot.right())
    if right - left < 2:
        return
    middle, drop = look.px(EPISODE) * (row + 0.5), look.px(6)
    painter.setPen(QPen(look.colour("accent"), 1.5))
    painter.drawLine(QPointF(left, middle), QPointF(right, middle))
    for x, seen in ((start, start >= plot.left()), (end, end <= plot.right())):
        if seen:
            painter.drawLine(QPointF(x, middle), QPointF(x, middle + drop))
    metrics = QFontMetricsF(look.font("small"))
    full, short = words
    titled = right - left >= look.px(_TITLE)
    side = look.px(12 if titled else 4)  # of the line that stays in sight beside the words
    room = right - left - side
    text = metrics.elidedText(full, Qt.TextElideMode.ElideRight, room - look.px(8)) if titled else short
    wide = metrics.horizontalAdvance(text) + look.px(8 if titled else 2)
    if wide <= room:
        box = QRectF((left + right - wide) / 2, middle - look.px(10), wide, look.px(20))
        painter.fillRect(box, look.colour("surface"))
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("accent"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
