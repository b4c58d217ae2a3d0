"""A few words into the line, Enter: other words for a note, who acts, by when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.ui.room.hints import Hint
from desktop_app.ui.room.modes.mode import ENTER, Mode, translate

if TYPE_CHECKING:
    from desktop_app.ui.room.room_view import RoomView


class Asking(Mode):
    """`answered` goes on with the words; `left` is what Esc goes back to."""

    types = True

    def __init__(
        self, says: str, begin: str, answered: Callable[[str], None], left: Callable[[], None], does: str = ""
    ) -> None:
        super().__init__()
        self.says = says
        self._begin, self._answered, self._left = begin, answered, left
        self._does = does or translate("room", "save")

    def entered(self, view: RoomView) -> None:
        view.line.replace_words(self._begin)
        self.changed(view)

    def hints(self, view: RoomView) -> Sequence[Hint]:
        return [Hint("Enter", self._does), Hint("Esc", translate("room", "leave it"), "text2", right=True)]

    def key(self, view: RoomView, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._left()
            return True
        if event.key() in ENTER:
            self._answered(view.line.words.strip())
            return True
        return False

    def changed(self, view: RoomView) -> None:
        self._begin = view.line.words
        view.line.show_marks(view.room.marks(view.line.words))
