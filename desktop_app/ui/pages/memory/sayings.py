"""What one remembered review says, to read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.remembered import Remembered, RememberedRecommendation, RememberedReview
from desktop_app.ui.remembered_words import month_words, said_words, title_words
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.panel import Panel, clear, column, row
from desktop_app.ui.widgets.words import give_no_more, rule, small, title, words


class Sayings(QWidget):
    def __init__(self) -> None:
        super().__init__()
        lines = column(self, spacing=12)
        self._title = title("")
        self._title.setWordWrap(True)
        lines.addWidget(self._title)
        self._under = small("", wrap=True)
        lines.addWidget(self._under)
        self._findings = Panel(self.tr("Findings"))
        self._recommendations = Panel(self.tr("Recommendations"))
        lines.addWidget(self._findings)
        lines.addWidget(self._recommendations)

    def show_review(self, review: RememberedReview | None) -> None:
        for widget in (self._findings, self._recommendations, self._under):
            widget.setVisible(review is not None)
        self._title.setText(title_words(review) if review else self.tr("Nothing is remembered yet"))
        if review is None:
            return
        self._under.setText(self.tr("Published in {}. Added on {:%d %B %Y}.").format(month_words(review), review.added))
        shown: tuple[tuple[Panel, tuple[Remembered, ...]], ...] = (
            (self._findings, review.findings),
            (self._recommendations, review.recommendations),
        )
        for panel, sayings in shown:
            clear(panel.body)
            panel.setVisible(bool(sayings))
            for number, said in enumerate(sayings):
                if number:
                    panel.body.addWidget(rule())
                self._add(panel, said)

    def _add(self, panel: Panel, said: Remembered) -> None:
        head = f"{said_words(said)}  {said.title}" if said.title else said_words(said)
        panel.body.addWidget(give_no_more(words(head, font="bold", wrap=True)))
        shown = give_no_more(words("\n".join(_paragraphs(said)), wrap=True))
        shown.setMaximumWidth(theme().px(640))
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        across = row()  # a column asks for its height at the column's width, and would cut it off
        across.addWidget(shown, 1)
        across.addStretch(0)
        panel.body.addLayout(across)


def _paragraphs(said: Remembered) -> list[str]:
    if isinstance(said, RememberedRecommendation):
        parts = [f"{part.letter}) {part.text}" for part in said.parts]
        return [text for text in (said.text, *parts) if text]
    return [said.statement] if said.statement else []
