"""The bar of answers: a reason, and one key each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop_app.services.merging.queue import CONTRADICTION, SAME, SILENCE, QueueItem
from desktop_app.ui.pages.merging.kinds import asked, states
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import LineField
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.words import small


class AnswerBar(QFrame):
    """`answered` carries the state; `contradicts` and `undo_asked` are the other two ways."""

    answered = Signal(str)
    contradicts = Signal()
    undo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        look = theme()
        lines = column(self, spacing=8)
        lines.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        first = row(spacing=8)
        self._label = small("")
        first.addWidget(self._label)
        self.reason = LineField()
        first.addWidget(self.reason, 1)
        lines.addLayout(first)
        buttons = FlowRow(spacing=8, pitch=8)
        self.accept = Button(kind="primary", icon="check", cap="A", name="A")
        self.refuse = Button(icon="x", cap="R", name="R")
        self.against = Button(self.tr("They contradict"), icon="link-break", cap="C")
        self.later = Button(self.tr("Later"), kind="quiet", icon="clock", cap="L")
        self.undo = Button(self.tr("Undo"), kind="quiet", icon="arrow-counter-clockwise", cap="U")
        for button in (self.accept, self.refuse, self.against, self.later, self.undo):
            buttons.add(button)
        lines.addWidget(buttons)
        self.accept.clicked.connect(lambda: self.answered.emit("accepted"))
        self.refuse.clicked.connect(lambda: self.answered.emit("refused"))
        self.later.clicked.connect(lambda: self.answered.emit("later"))
        self.against.clicked.connect(self.contradicts)
        self.undo.clicked.connect(self.undo_asked)

    def show_item(self, item: QueueItem) -> None:
        words = asked(item.kind)
        self.accept.set_words(words.accept)
        self.refuse.set_words(words.refuse)
        self.against.setVisible(item.kind == SAME)
        gap = item.kind == SILENCE
        label = self.tr("Why it was") if gap else self.tr("What was found out") if _stands(item) else self.tr("Reason")
        self._label.setText(label)
        self.reason.setAccessibleName(label)
        self.reason.setPlaceholderText(
            self.tr("e.g. family abroad") if gap else self.tr("optional, kept with the answer")
        )
        self.reason.show_text(_said(item))
        state = dict(states())[item.state]
        self.setAccessibleDescription(self.tr("Now: {}").format(state))


def _stands(item: QueueItem) -> bool:
    """A contradiction that somebody accepted: what may still come is how it was resolved."""
    return item.kind == CONTRADICTION and item.state == "accepted"


def _said(item: QueueItem) -> str:
    if item.silence is not None:
        return item.silence.explained or item.silence.note
    link = item.proposal.link if item.proposal else None
    return (link.resolution if _stands(item) else link.note) if link else ""
