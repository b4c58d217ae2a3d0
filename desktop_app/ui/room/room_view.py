"""The room's one screen: the question, the timeline, the wall, the line. Keys go to the mode whose turn it is."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.common.clock import now
from desktop_app.common.errors import UserError
from desktop_app.domain.room import RoomPrompt
from desktop_app.domain.workshop import Valence
from desktop_app.services.rooms.live import LiveRoom
from desktop_app.services.rooms.name_guard import Mark
from desktop_app.ui.room.agenda_clock import AgendaClock, in_figures, time_of_day
from desktop_app.ui.room.choices import ask_who
from desktop_app.ui.room.header import Header
from desktop_app.ui.room.hints import HintRow
from desktop_app.ui.room.line_field import LineField
from desktop_app.ui.room.modes.choosing import Choosing
from desktop_app.ui.room.modes.mode import Mode
from desktop_app.ui.room.modes.typing import Typing
from desktop_app.ui.room.moments import Moments
from desktop_app.ui.room.question import Question
from desktop_app.ui.room.scale import Scale
from desktop_app.ui.room.wall_view import WallView
from desktop_app.ui.widgets.words import set_tone, words

_TICK_MS = 1_000
_PAUSE_MS = 150  # after the last key, before a line is looked through for names
_SLOW = 2_000  # characters from which that waits for a pause


class RoomView(QWidget):
    leave_asked = Signal()
    page_asked = Signal(str)  # "keys" or "agreed"

    def __init__(self, room: LiveRoom, scale: Scale) -> None:
        super().__init__()
        self.room, self.scale = room, scale
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._number = 0
        self._prompts = room.brief.prompts or (RoomPrompt("", self.tr("What should be heard?")),)
        self._clock, self._mode = AgendaClock(), Mode()
        self.line_marks: list[Mark] = []
        self._build()
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._show_clock)
        self._tick.start(_TICK_MS)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.mark_line_now)
        self.line.textChanged.connect(lambda: self._mode.changed(self) if self._mode.types else None)
        self._show_question()
        self.type_on()
        if room.unfinished_concerns:
            ask_who(self, room.unfinished_concerns[0])

    def _build(self) -> None:
        self.header = Header(self.scale)
        self.question = Question(self.scale)
        self.moments = Moments(self.scale, self.room.brief.moments)
        self.wall = WallView(self.scale, [Valence(name) for name in self.room.brief.columns], self.keys)
        self.line = LineField(self.scale, self.keys)
        self.line.setAccessibleName(self.tr("What was said"))
        self.hints = HintRow(self.scale)
        self._says = words("", wrap=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        self._body, self._foot = QVBoxLayout(), QFrame()
        self._foot.setProperty("role", "surface")
        self._body.addWidget(self.question)
        self._body.addWidget(self.moments)
        self._body.addWidget(self.wall, 1)
        outer.addLayout(self._body, 1)
        self._bar = QVBoxLayout(self._foot)
        for part in (self._says, self.line, self.hints):
            self._bar.addWidget(part)
        outer.addWidget(self._foot)
        self._rescale_frame()

    @property
    def prompt(self) -> RoomPrompt:
        return self._prompts[self._number]

    # What modes ask for

    def enter(self, mode: Mode) -> None:
        """It is `mode`'s turn; entered again it begins anew."""
        self._mode = mode
        mode.entered(self)
        if self._mode is mode:  # it may have gone on to another at once
            self._show_mode()

    def enter_again(self, mode: Mode) -> None:
        """Only its keys have changed."""
        self._mode = mode
        self._show_mode()

    def type_on(self, line: str | None = None, last: str = "") -> None:
        self.wall.choose("")
        self.moments.show_pinned(())
        self.enter(Typing(last, line))

    def choose_on(self) -> None:
        self.enter(Choosing())

    def tell(self, text: str, tone: str = "text") -> None:
        """Until the next key."""
        self._say(text, tone)

    def attempt(self, change: Callable[[], object]) -> bool:
        """Whether it was done; what a person can act on is said above the line, and no word is lost."""
        try:
            change()
        except UserError as error:
            self.tell(error.message, "bad")
            return False
        return True

    def keep_line(self, *, sensitive: bool = False) -> None:
        """What stands in the line becomes a note, and is on the disk before another key is taken."""
        made: list[str] = []
        text, prompt = self.line.words, self.prompt.uid
        if not self.attempt(lambda: made.append(self.room.capture(text, prompt, sensitive=sensitive))):
            self._mode = Typing()
            self.line.setFocus()
            return
        if self.moments.current_uid:
            self.attempt(lambda: self.room.pin(made[0], [self.moments.current_uid]))
        self.show_wall(newest=made[0])
        self.type_on("", last=made[0])

    def show_wall(self, wanted: str = "", newest: str = "") -> None:
        self.wall.show_cards(self.room.wall(self.prompt.uid), wanted, newest)
        self._show_place()

    def show_pins(self) -> None:
        card = self.room.card(self.wall.current)
        self.moments.show_pinned(card.moments if card else ())

    def marks_now(self) -> list[Mark]:
        self.mark_line_now()
        return self.line_marks

    def mark_line(self) -> None:
        if len(self.line.words) > _SLOW:
            self._pause.start(_PAUSE_MS)
        else:
            self.mark_line_now()

    def mark_line_now(self) -> None:
        self._pause.stop()
        self.line_marks = self.room.marks(self.line.words)
        self.line.show_marks(self.line_marks)
        if self._mode.types:
            self.hints.show_hints(self._mode.hints(self))

    # Keys

    def keys(self, event: QKeyEvent) -> bool:
        """Whether a key was for us; else it is typed into the line."""
        if event.key() in (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta):
            return False
        self._say(self._mode.says)
        return self._for_all(event) or self._mode.key(self, event)

    def _for_all(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = event.key()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            by = 1 if key == Qt.Key.Key_PageDown else -1
            if control:
                self.moments.step(by)
            else:
                self._to_question(by)
        elif key == Qt.Key.Key_F1:
            self.page_asked.emit("keys")
        elif key == Qt.Key.Key_F4 and not event.modifiers():
            self.page_asked.emit("agreed")
        elif control and key == Qt.Key.Key_Q:
            self.leave_asked.emit()
        elif control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.scale.step(-1 if key == Qt.Key.Key_Minus else 1)
            self.rescale()
        else:
            return False
        return True

    def _to_question(self, by: int) -> None:
        number = min(max(self._number + by, 0), len(self._prompts) - 1)
        if number != self._number and self._mode.types:
            self._number = number
            self._show_question()
            self.type_on()

    # What is shown

    def _show_question(self) -> None:
        self._clock.show(self.prompt.uid, time.monotonic())
        self.question.show_text(self.prompt.text)
        self.show_wall()
        self._show_clock()

    def _show_place(self) -> None:
        where = self.tr("Question {} of {}").format(self._number + 1, len(self._prompts))
        if self.room.table:
            where += "  ·  " + self.tr("table {}").format(self.room.table)
        concerns = self.room.concerns
        if concerns:
            taken = self.tr("1 matter taken forward") if concerns == 1 else self.tr("{} matters taken forward")
            where += "  ·  " + taken.format(concerns)
        self.header.show_place(self.room.brief.title, where)

    def _show_clock(self) -> None:
        left = self._clock.seconds_left(self.prompt.uid, self.prompt.minutes, time.monotonic())
        if left is None:
            self.header.show_clock(time_of_day(now()), late=False)
        elif left >= 0:
            self.header.show_clock(self.tr("{} left").format(in_figures(left)), late=False)
        else:
            self.header.show_clock(self.tr("{} over").format(in_figures(left)), late=True)

    def _show_mode(self) -> None:
        self._say(self._mode.says)
        self.hints.show_hints(self._mode.hints(self))
        if self._mode.types:
            self.line.setReadOnly(False)
            self.line.setFocus()
        else:
            self.line.setReadOnly(True)
            if not self.wall.current:
                self.line.setFocus()

    def _say(self, text: str, tone: str = "text") -> None:
        self._says.setText(text)
        self._says.setVisible(bool(text))
        set_tone(self._says, tone)

    def take_focus(self) -> None:
        self._show_mode()

    # Sizes

    def _rescale_frame(self) -> None:
        px = self.scale.px
        self._body.setContentsMargins(px(48), px(32), px(48), 0)
        self._body.setSpacing(px(16))
        self._bar.setContentsMargins(px(48), px(16), px(48), px(12))
        self._bar.setSpacing(px(10))
        self._says.setFont(self.scale.font("label-bold"))

    def rescale(self) -> None:
        self._rescale_frame()
        for part in (self.header, self.question, self.moments, self.wall, self.line, self.hints):
            part.rescale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.scale.fit(event.size())
        self.rescale()
        super().resizeEvent(event)
