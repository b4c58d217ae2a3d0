"""Words that may name somebody are exchanged for a pseudonym by one key, or kept as sensitive; never on the wall."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.services.rooms.name_guard import exchanged
from desktop_app.ui.room.hints import Hint
from desktop_app.ui.room.modes.mode import Mode, translate, typed
from desktop_app.ui.room.modes.picking import Picking

if TYPE_CHECKING:
    from desktop_app.ui.room.room_view import RoomView


class Guarding(Mode):
    """`keep` keeps the line as sensitive; without one, as a new note."""

    def __init__(self, keep: Callable[[], None] | None = None, back: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._keep, self._back = keep, back
        self._inner: Picking | None = None

    def entered(self, view: RoomView) -> None:
        marks = view.marks_now()
        if not marks:
            self._done(view)
            return
        first = marks[0]
        view.line.show_marks(marks, first=True)
        people = view.room.brief.people
        if first.kind == "name" and people:
            self.says = translate("room", "This looks like a name. Who is meant?")
        else:
            self.says = translate("room", "This could tell who somebody is. Go back and say it without, or:")
        options = [(name, name) for name in people] if first.kind in ("name", "organisation") else []

        def exchange(name: str) -> None:
            view.line.replace_words(exchanged(view.line.words, first, name))
            view.enter(self)

        sensitive = (
            "S",
            translate("room", "keep as sensitive: not on the wall, in no output"),
            lambda: self._sensitive(view),
        )
        self._inner = Picking(self.says, options, exchange, lambda: self._done(view), [sensitive])

    def hints(self, view: RoomView) -> Sequence[Hint]:
        if self._inner is None:
            return ()
        *found, leave = self._inner.hints(view)
        return [*found, Hint(leave.key, translate("room", "back to the line"), "text2", right=True)]

    def key(self, view: RoomView, event: QKeyEvent) -> bool:
        if self._inner is None:
            return False
        if event.key() != Qt.Key.Key_Escape and typed(event) == "0":
            self._inner.key(view, event)
            view.enter_again(self)
            return True
        return self._inner.key(view, event)

    def _sensitive(self, view: RoomView) -> None:
        if self._keep is not None:
            self._keep()
        else:
            view.keep_line(sensitive=True)

    def _done(self, view: RoomView) -> None:
        if self._back is not None:
            self._back()
        else:
            view.type_on()
