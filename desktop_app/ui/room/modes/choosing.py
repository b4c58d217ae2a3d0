"""A note chosen with the arrows, and one key for what happens to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.domain.workshop import Valence
from desktop_app.services.rooms.wall import Card
from desktop_app.ui.room import choices
from desktop_app.ui.room.hints import Hint
from desktop_app.ui.room.modes.asking import Asking
from desktop_app.ui.room.modes.dots import GivingDots
from desktop_app.ui.room.modes.guarding import Guarding
from desktop_app.ui.room.modes.mode import ARROWS, ENTER, Mode, translate, typed

if TYPE_CHECKING:
    from desktop_app.ui.room.room_view import RoomView


class Choosing(Mode):
    def entered(self, view: RoomView) -> None:
        if not view.wall.current:
            view.wall.step(Qt.Key.Key_Up)
        if view.wall.current:
            view.show_pins()
        else:
            view.type_on()
            view.tell(translate("room", "Nothing is on the wall for this question yet."))

    def hints(self, view: RoomView) -> Sequence[Hint]:
        return [
            Hint("1–4", translate("room", "column")),
            Hint("E", translate("room", "edit")),
            Hint("Del", translate("room", "take off")),
            Hint("C", translate("room", "same as the one above")),
            Hint("D", translate("room", "dots")),
            Hint("T", translate("room", "pin")),
            Hint("K", translate("room", "consent")),
            Hint("A", translate("room", "attribution")),
            Hint("F", translate("room", "factor")),
            Hint("G", translate("room", "tables")),
            Hint("!", translate("room", "safeguarding"), "bad"),
            Hint("Esc", translate("room", "back to the line"), "text2", right=True),
        ]

    def key(self, view: RoomView, event: QKeyEvent) -> bool:
        letter, key = typed(event), Qt.Key(event.key())
        card = view.room.card(view.wall.current)
        if key == Qt.Key.Key_Escape or key in ENTER:
            view.type_on()
        elif key in ARROWS:
            view.wall.step(key)
            view.show_pins()
        elif letter == "g":
            view.enter(choices.tables(view))
        elif card is not None:
            return self._on(view, card, letter, key)
        return True

    def _on(self, view: RoomView, card: Card, letter: str, key: Qt.Key) -> bool:
        does: dict[str, Callable[[], None]] = {
            "e": lambda: self._edit(view, card),
            "c": lambda: self._together(view, card),
            "d": lambda: view.enter(GivingDots(card.uid)),
            "t": lambda: view.enter(choices.moments(view, card)),
            "k": lambda: view.enter(choices.consent(view, card)),
            "a": lambda: view.enter(choices.attribution(view, card)),
            "f": lambda: view.enter(choices.factors(view, card)),
            "!": lambda: choices.escalate(view, card),
        }
        columns = view.room.brief.columns
        if key == Qt.Key.Key_Delete:
            self._take_off(view, card)
        elif letter.isdecimal() and 1 <= int(letter) <= len(columns):
            if view.attempt(lambda: view.room.put_in_column(card.uid, Valence(columns[int(letter) - 1]))):
                view.show_wall(card.uid)
        elif letter in does:
            does[letter]()
        else:
            return False
        return True

    def _take_off(self, view: RoomView, card: Card) -> None:
        if view.attempt(lambda: view.room.take_off(card.uid)):
            view.show_wall(card.notes[0] if card.count > 1 else "")
            told = (
                translate("room", "They came apart; nothing was taken off.")
                if card.count > 1
                else translate("room", "Taken off the wall.")
            )
            view.enter(self)
            view.tell(told)

    def _together(self, view: RoomView, card: Card) -> None:
        above = view.wall.before()
        if not above:
            view.tell(translate("room", "There is no note above this one. Choose the lower of the two."))
            return
        joined: list[str] = []
        if view.attempt(lambda: joined.append(view.room.say_the_same(card.uid, above))):
            view.show_wall(joined[0])
            view.enter(self)

    def _edit(self, view: RoomView, card: Card) -> None:
        kept = view.line.words

        def back() -> None:
            view.line.replace_words(kept)
            view.choose_on()

        def store(text: str, *, sensitive: bool = False) -> None:
            if view.attempt(lambda: view.room.edit(card.uid, text, sensitive=sensitive)):
                view.show_wall(card.uid)
                back()

        def keep(text: str) -> None:
            if view.marks_now():
                again = Asking(ask, text, keep, back)
                view.enter(
                    Guarding(
                        keep=lambda: store(view.line.words, sensitive=True),
                        back=lambda: view.enter(again) if view.marks_now() else store(view.line.words),
                    )
                )
            else:
                store(text)

        ask = translate("room", "Other words for this note")
        view.enter(Asking(ask, card.shown, keep, back))
