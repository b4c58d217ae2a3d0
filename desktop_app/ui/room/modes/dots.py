"""Dots counted from the paper sheets: figures, Enter, next note. One person enters them for all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.ui.room.hints import Hint
from desktop_app.ui.room.modes.mode import ENTER, Mode, translate, typed

if TYPE_CHECKING:
    from desktop_app.ui.room.room_view import RoomView

_MOST = 999


class GivingDots(Mode):
    def __init__(self, uid: str) -> None:
        super().__init__()
        self._uid, self._typed = uid, ""

    def entered(self, view: RoomView) -> None:
        card = view.room.card(self._uid)
        held = self._typed or str(card.dots if card else 0)
        self.says = translate("room", "Dots for this note: {}").format(held)
        view.wall.choose(self._uid)

    def hints(self, view: RoomView) -> Sequence[Hint]:
        return [
            Hint("0–9", translate("room", "how many")),
            Hint("Enter", translate("room", "save, next note")),
            Hint("↑ ↓", translate("room", "save, another note")),
            Hint("Esc", translate("room", "done"), "text2", right=True),
        ]

    def key(self, view: RoomView, event: QKeyEvent) -> bool:
        figure = typed(event)
        if figure.isdecimal():
            self._typed = (self._typed + figure).lstrip("0") or "0"
            if int(self._typed) > _MOST:
                self._typed = figure
            view.enter(self)
        elif event.key() == Qt.Key.Key_Backspace:
            self._typed = ""
            view.enter(self)
        elif event.key() in ENTER or event.key() == Qt.Key.Key_Down:
            self._on(view, 1)
        elif event.key() == Qt.Key.Key_Up:
            self._on(view, -1)
        elif event.key() == Qt.Key.Key_Escape and self._store(view):
            view.choose_on()
        return True

    def _on(self, view: RoomView, by: int) -> None:
        if not self._store(view):
            return
        order = view.wall.in_order()
        here = order.index(self._uid) if self._uid in order else 0
        self._uid = order[min(max(here + by, 0), len(order) - 1)]
        view.enter(self)

    def _store(self, view: RoomView) -> bool:
        """Whether it is kept; the note's uid may be another once it has dots."""
        if not self._typed:
            return True
        dots, self._typed = int(self._typed), ""
        if not view.attempt(lambda: view.room.give_dots(self._uid, dots)):
            return False
        view.show_wall(self._uid)
        return True
