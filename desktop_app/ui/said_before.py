"""“Said before?”: what other reviews published in words like those of the record in hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.common.errors import UserError
from desktop_app.common.progress import Progress
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.memory.keeping import anything_remembered
from desktop_app.services.memory.said_before import Answer, Echo, Nearness, said_before, words_to_ask
from desktop_app.ui.desk import Desk
from desktop_app.ui.remembered_words import month_words, said_words, title_words
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.badge import Badge, Look
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import Panel, clear, column, row
from desktop_app.ui.widgets.words import give_no_more, rule, small, words

_FIRST_SHOWN = 3


class SaidBeforePanel(Panel):
    """Asks in a worker, and only when the record or its words are others than last time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Said before?"), " ", ruled=True)
        self._desk = desk
        self._asked: tuple[str, str] = ("", "")  # uid, words
        self._answer: Answer | None = None
        self._said = words("", tone="text2", wrap=True)
        self.body.addWidget(self._said)
        self._echoes = column(spacing=12)
        self.body.addLayout(self._echoes)
        self.more = Button("", kind="quiet", icon="caret-down")
        self.more.clicked.connect(lambda: self._show(len(self._answer.echoes) if self._answer else 0))
        self.memory = Button(self.tr("What is remembered"), kind="quiet", icon="books")
        self.memory.clicked.connect(lambda: desk.go("memory"))
        buttons = FlowRow(spacing=8, pitch=8)
        buttons.add(self.more)
        buttons.add(self.memory)
        self.body.addWidget(buttons)
        self.more.hide()

    def show_record(self, snapshot: Snapshot, uid: str) -> None:
        """For a finding or a recommendation. What was found before stays until its words are others."""
        if not anything_remembered():
            self._asked = ("", "")
            self._clear(self.tr("No published review is remembered on this computer yet."))
            return
        asked = (uid, words_to_ask(snapshot, uid))
        if asked == self._asked:
            return
        if uid != self._asked[0]:
            self._clear(self.tr("Looking…"))
        self._asked = asked
        self._desk.jobs.start(_task(snapshot, uid), lambda answer: self._found(asked, answer), self._failed)

    def ask_again(self) -> None:
        """The memory may be another: the next record shown is asked about whatever it was."""
        self._asked = ("", "")

    def _found(self, asked: tuple[str, str], answer: Answer) -> None:
        if asked != self._asked:
            return  # another record is in hand by now
        self._answer = answer
        self._show(_FIRST_SHOWN)

    def _failed(self, error: UserError) -> None:
        self._asked = ("", "")
        self._clear(error.message)

    def _clear(self, said: str) -> None:
        self._answer = None
        clear(self._echoes)
        self.more.hide()
        self.note.setText("")
        self._said.setText(said)
        self._said.show()

    def _show(self, most: int) -> None:
        answer = self._answer
        assert answer is not None
        self._clear("")
        self._answer = answer
        searched = answer.searched
        self.note.setText(self.tr("1 other review") if searched == 1 else self.tr("{} other reviews").format(searched))
        said = "" if answer.echoes else self.tr("Nothing like it has been published.")
        if not searched:
            said = self.tr("No other published review is remembered on this computer yet.")
        self._said.setText(" ".join(filter(None, (said, answer.notice))))
        self._said.setVisible(bool(self._said.text()))
        for number, echo in enumerate(answer.echoes[:most]):
            if number:
                self._echoes.addWidget(rule())
            self._echoes.addLayout(self._lines(echo))
        left = len(answer.echoes) - most
        self.more.setText(self.tr("Show 1 more") if left == 1 else self.tr("Show {} more").format(left))
        self.more.setVisible(left > 0)

    def _lines(self, echo: Echo) -> QVBoxLayout:
        lines = column(spacing=4)
        head = FlowRow(spacing=8, pitch=4)
        head.add(Badge(self._looks()[echo.nearness]))
        head.add(small(f"{said_words(echo.said)}, “{title_words(echo.review)}”, {month_words(echo.review)}"))
        lines.addWidget(head)
        text = give_no_more(words(echo.said.words, wrap=True))
        text.setMaximumWidth(theme().px(640))
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        across = row()  # a column asks for its height at the column's width, and would cut it off
        across.addWidget(text, 1)
        across.addStretch(0)
        text.setAccessibleName(f"{said_words(echo.said)}: {echo.said.words}")
        lines.addLayout(across)
        lines.addWidget(give_no_more(small(self.tr("Both say: {}").format(", ".join(echo.shared)), wrap=True)))
        return lines

    def _looks(self) -> dict[Nearness, Look]:
        return {
            Nearness.SAME: Look(self.tr("Almost the same"), "equals", "accent"),
            Nearness.ALIKE: Look(self.tr("Much alike"), "approximate-equals", "accent"),
            Nearness.SOME: Look(self.tr("Some of the same words"), "intersect", "neutral"),
        }


def _task(snapshot: Snapshot, uid: str) -> Callable[[Progress], Answer]:
    def ask(_progress: Progress) -> Answer:
        return said_before(snapshot, uid)

    return ask
