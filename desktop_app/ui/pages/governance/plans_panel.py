"""What goes to others and comes from them: the executive's update, a tracker, actions handed on, another plan."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop_app.domain.output import OutputKind
from desktop_app.ui.widgets.links import Links
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.words import small


class PlansPanel(Panel):
    followed = Signal(str, str)  # page, place

    def __init__(self) -> None:
        super().__init__(self.tr("To others, and from them"), ruled=True)
        for icon, words, page, place, said in (
            ("file-text", self.tr("Update to the executive"), "outputs", OutputKind.GOVERNANCE_UPDATE.value,
             self.tr("Clocks, progress, what is late and why, and the decisions asked for.")),
            ("file-text", self.tr("Fields for a national tracker"), "outputs", OutputKind.TRACKER.value,
             self.tr("Type, stage, themes, learning, recommendations, publication: nothing is typed again.")),
            ("arrow-right", self.tr("Hand on what is unfinished"), "outputs", OutputKind.HAND_OVER.value,
             self.tr("A table for the review that carries these actions on, with where each comes from.")),
            ("download-simple", self.tr("Bring in another plan"), "import", "recommendations",
             self.tr("What was handed on, or any action plan in Word, Excel or CSV.")),
        ):  # fmt: skip
            link = Links(icon, "", ((words, page, place),))
            link.followed.connect(self.followed)
            self.body.addWidget(link)
            self.body.addWidget(small(said, wrap=True))
