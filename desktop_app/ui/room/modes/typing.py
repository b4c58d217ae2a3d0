"""Type, Enter, one key for the column. What is typed before the column is chosen is the next note."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.domain.workshop import Valence
from desktop_app.ui.room.hints import Hint
from desktop_app.ui.room.modes.guarding import Guarding
from desktop_app.ui.room.modes.mode import ENTER, Mode, translate, typed
from desktop_app.ui.statuses import TONE_OF_WORDS, VALENCE

if TYPE_CHECKING:
    from desktop_app.ui.room.room_view import RoomView


class Typing(Mode):
    """`last` is the note kept last, which a figure puts in its column and Esc takes back."""

    types = True

    def __init__(self, last: str = "", line: str | None = None) -> None:
        """`line`: what stands in the line from now on; None leaves it."""
        super().__init__()
        self._last, self._begin = last, line

    def entered(self, view: RoomView) -> None:
        if self._begin is not None:
            view.line.replace_words(self._begin)
            self._begin = None
        self.changed(view)

    def changed(self, view: RoomView) -> None:
        view.mark_line()

    def hints(self, view: RoomView) -> Sequence[Hint]:
        found = [Hint("Enter", translate("room", "save, then"))]
        for number, name in enumerate(view.room.brief.columns, 1):
            look = VALENCE[Valence(name)]
            tone = "text" if look.tone == "neutral" else TONE_OF_WORDS[look.tone]
            found.append(Hint(str(number), look.word.lower(), tone))
        if view.line_marks:
            found.insert(0, Hint("F2", translate("room", "exchange the marked words"), "warn"))
        elif self._last and not view.line.words:
            found.append(Hint("Esc", translate("room", "take it back"), "text2"))
        else:
            found.append(Hint("↑", translate("room", "a note"), "text2"))
        return [
            *found,
            Hint("PgDn", translate("room", "next"), right=True),
            Hint("F1", translate("room", "keys"), "text2", right=True),
            Hint("", translate("room", "locked to the room"), "text2", "lock-key", right=True),
        ]

    def key(self, view: RoomView, event: QKeyEvent) -> bool:
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._keep(view)
        elif event.key() == Qt.Key.Key_Escape:
            self._take_back(view)
        elif event.key() == Qt.Key.Key_Up and not view.line.textCursor().blockNumber():
            view.choose_on()
        elif event.key() == Qt.Key.Key_F2 and view.line_marks:
            view.enter(Guarding())
        else:
            return bool(self._last and not view.line.words) and self._column(view, typed(event))
        return True

    def _column(self, view: RoomView, figure: str) -> bool:
        columns = view.room.brief.columns
        if not (figure.isdecimal() and 1 <= int(figure) <= len(columns)):
            return False
        column = Valence(columns[int(figure) - 1])
        if view.attempt(lambda: view.room.put_in_column(self._last, column)):
            view.show_wall(newest=self._last)
        return True

    def _keep(self, view: RoomView) -> None:
        if not view.line.words.strip():
            return
        if view.marks_now():
            view.enter(Guarding())
            return
        view.keep_line()

    def _take_back(self, view: RoomView) -> None:
        """First the line; then, with an empty one, the note kept last, whose words come back into the line."""
        if view.line.words:
            view.line.replace_words("")
            return
        card = view.room.card(self._last) if self._last else None
        self._last = ""
        if card is not None and card.count == 1 and view.attempt(lambda: view.room.take_off(card.uid)):
            view.show_wall()
            view.line.replace_words(card.shown)
        view.enter(self)
