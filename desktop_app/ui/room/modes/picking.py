"""One of several, by figure; nine at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.ui.room.hints import Hint
from desktop_app.ui.room.modes.mode import Mode, translate, typed

if TYPE_CHECKING:
    from desktop_app.ui.room.room_view import RoomView

_AT_ONCE = 9


class Picking(Mode):
    """`options` are (value, words). `picked` goes on from there; `left` is what Esc goes back to."""

    def __init__(
        self,
        says: str,
        options: Sequence[tuple[str, str]],
        picked: Callable[[str], None],
        left: Callable[[], None],
        others: Sequence[tuple[str, str, Callable[[], None]]] = (),
    ) -> None:
        """`others`: (letter, words, what it does) beside the figures."""
        super().__init__()
        self.says = says
        self._options, self._picked, self._left, self._others = tuple(options), picked, left, tuple(others)
        self._page = 0

    @property
    def _shown(self) -> tuple[tuple[str, str], ...]:
        return self._options[self._page * _AT_ONCE : (self._page + 1) * _AT_ONCE]

    def hints(self, view: RoomView) -> Sequence[Hint]:
        found = [Hint(str(number), text) for number, (_, text) in enumerate(self._shown, 1)]
        found += [Hint(letter, text, "accent") for letter, text, _ in self._others]
        if len(self._options) > _AT_ONCE:
            found.append(Hint("0", translate("room", "more"), "text2"))
        return [*found, Hint("Esc", translate("room", "leave it"), "text2", right=True)]

    def key(self, view: RoomView, event: QKeyEvent) -> bool:
        letter = typed(event)
        if event.key() == Qt.Key.Key_Escape:
            self._left()
        elif letter == "0" and len(self._options) > _AT_ONCE:
            self._page = (self._page + 1) % -(-len(self._options) // _AT_ONCE)
            view.enter(self)
        elif letter.isdecimal() and 1 <= int(letter) <= len(self._shown):
            self._picked(self._shown[int(letter) - 1][0])
        else:
            for wanted, _, does in self._others:
                if letter == wanted.casefold():
                    does()
        return True
