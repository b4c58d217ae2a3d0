"""One question at a time: its first sentence large, the rest below it."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.room.scale import Scale
from desktop_app.ui.widgets.words import words

_SENTENCE = re.compile(r"(?<=[.?!])\s+")


class Question(QWidget):
    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._head, self._rest = words("", wrap=True), words("", tone="text2", wrap=True)
        self._lines.addWidget(self._head)
        self._lines.addWidget(self._rest)
        self.rescale()

    def show_text(self, text: str) -> None:
        head, *rest = _SENTENCE.split(" ".join(text.split()), maxsplit=1)
        self._head.setText(head)
        self._rest.setText("".join(rest))
        self._rest.setVisible(bool(rest))
        self.setAccessibleName(text)

    def rescale(self) -> None:
        self._lines.setSpacing(self._scale.px(6))
        self._head.setFont(self._scale.font("prompt"))
        self._rest.setFont(self._scale.font("line"))
