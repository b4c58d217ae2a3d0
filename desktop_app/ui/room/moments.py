"""The points of the timeline, coarse as the pack has them; the one that is being talked about stands out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.domain.room import RoomMoment
from desktop_app.ui.room.scale import Scale
from desktop_app.ui.theme.theme import theme

_SHOWN = 4


def told(moment: RoomMoment) -> str:
    return ": ".join(part for part in (moment.when, moment.what) if part)


class Moments(QWidget):
    def __init__(self, scale: Scale, moments: Sequence[RoomMoment]) -> None:
        super().__init__()
        self._scale, self._moments = scale, tuple(moments)
        self.current = -1
        self._pinned: frozenset[str] = frozenset()
        if not moments:
            self.hide()
        self.rescale()
        self._tell()

    @property
    def current_uid(self) -> str:
        return self._moments[self.current].uid if 0 <= self.current < len(self._moments) else ""

    def step(self, by: int) -> None:
        """To the next one; before the first and after the last is none."""
        count = len(self._moments)
        self.current = (self.current + 1 + by) % (count + 1) - 1
        self._tell()

    def show_pinned(self, uids: Sequence[str]) -> None:
        """Those that the chosen note is pinned to."""
        self._pinned = frozenset(uids)
        self._tell()

    @property
    def _window(self) -> range:
        """Which of them fit on the screen, those that matter among them."""
        wanted = self.current
        if wanted < 0:
            wanted = next((n for n, m in enumerate(self._moments) if m.uid in self._pinned), 0)
        first = min(max(wanted - 1, 0), max(len(self._moments) - _SHOWN, 0))
        return range(first, min(first + _SHOWN, len(self._moments)))

    def _tell(self) -> None:
        self.setAccessibleName(self.tr("Timeline"))
        lines = [told(moment) for moment in self._moments]
        here = self.tr("now: {}").format(lines[self.current]) if self.current >= 0 else ""
        self.setAccessibleDescription(". ".join(filter(None, [here, *lines])))
        self.update()

    def rescale(self) -> None:
        self.setFixedHeight(self._scale.px(84))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look, px = QPainter(self), theme(), self._scale.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, shown = px(20), self._window
        painter.fillRect(QRect(0, middle - 1, self.width(), max(px(2), 1)), look.colour("edge"))
        room = self.width() // max(len(shown), 1)
        for place, number in enumerate(shown):
            moment = self._moments[number]
            here, pinned = number == self.current, moment.uid in self._pinned
            box = QRect(place * room, 0, room, self.height())
            wide = min(px(240), room - px(32))
            bar = QRectF(box.center().x() - wide / 2, middle - px(12), wide, px(24))
            painter.setPen(QPen(look.colour("accent" if here or pinned else "edge"), px(3 if pinned else 2)))
            painter.setBrush(look.colour("accent" if here else "surface"))
            painter.drawRoundedRect(bar, px(12), px(12))
            painter.setFont(self._scale.font("label-bold" if here else "label"))
            painter.setPen(look.colour("accent" if here or pinned else "text2"))
            words = QRect(box.x() + px(8), middle + px(20), room - px(16), px(36))
            text = painter.fontMetrics().elidedText(told(moment), Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), text)
