"""The line under an import: how many rows come in, or what it waits for; and the way out."""

from __future__ import annotations

from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import Panel, row
from desktop_app.ui.widgets.words import ElidedLabel


class ImportFoot(Panel):
    """`button` imports, `leave` does not."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        line = row()
        self.button = Button(self.tr("Import"), kind="primary", icon="download-simple", cap="Ctrl ↵")
        self.leave = Button(self.tr("Leave it"), kind="quiet", cap="Esc")
        self._said = ElidedLabel("", font="small", tone="text2")
        line.addWidget(self.button)
        line.addWidget(self.leave)
        line.addWidget(self._said, 1)
        self.body.addLayout(line)

    def show_count(self, count: int, why_not: str) -> None:
        """`why_not` is what an import waits for, "" for nothing: said in sight, for nobody looks for a tooltip."""
        self.button.block(why_not)
        self.button.set_words(self.tr("Import {} rows").format(count) if count else self.tr("Import"))
        self._said.set_text(why_not or self.tr("One undo takes the whole import back."))
