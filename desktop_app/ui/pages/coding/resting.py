"""What a passage rests on: said in a sentence above it, and chosen by typing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.review import Narrative
from desktop_app.services.thread.labels import Labels
from desktop_app.services.thread.links import family_by_uid
from desktop_app.ui.page import Page
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import row
from desktop_app.ui.widgets.record_list import Entry
from desktop_app.ui.widgets.type_ahead import TypeAhead
from desktop_app.ui.widgets.words import small

# kind of record a passage can be said to rest on -> the text that tells which one it is
_RESTABLE = {
    "findings": "title",
    "recommendations": "title",
    "actions": "text",
    "decisions": "outcome",
    "terms": "purpose",
    "publication_decisions": "outcome",
    "workshops": "title",
    "involvements": "relation",
    "family_points": "text",
    "episodes": "title",
    "reflections": "text",
    "events": "event",
}


class Resting(QWidget):
    """Hidden for what is no passage."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page, self._uid = page, ""
        line = row(self, spacing=12)
        self.said = small("", wrap=True)
        line.addWidget(self.said, 1, Qt.AlignmentFlag.AlignVCenter)
        self.button = Button(self.tr("What it rests on"), icon="git-merge", cap="R")
        self.button.clicked.connect(self.choose)
        line.addWidget(self.button)

    def show_passage(self, uid: str) -> None:
        self._uid = uid
        passage, snapshot = self._passage(), self._page.desk.snapshot
        self.setVisible(passage is not None)
        if passage is None:
            return
        if not passage.rests_on:
            self.said.setText(
                self.tr("It does not say what it rests on: it is taken to rest on what passages of this kind tell of.")
            )
            return
        families, labels = family_by_uid(snapshot), Labels(snapshot)
        held = {r.uid: r for f in set(families.values()) for r in getattr(snapshot, f) if r.uid in passage.rests_on}
        names = [labels.of(families[uid], held[uid]) for uid in passage.rests_on if uid in held]
        self.said.setText(self.tr("Rests on {}.").format(", ".join(names)))

    def _passage(self) -> Narrative | None:
        return next((held for held in self._page.desk.snapshot.narratives if held.uid == self._uid), None)

    def choose(self) -> None:
        """A record that the passage is written from; one that it names already is taken out."""
        passage, snapshot = self._passage(), self._page.desk.snapshot
        if passage is None:
            return
        labels = Labels(snapshot)
        entries = [
            Entry(
                uid=record.uid,
                title=labels.of(family, record),
                second=" ".join(str(getattr(record, told)).split())[:160] or " ",
                icon="check" if record.uid in passage.rests_on else "",
            )
            for family, told in _RESTABLE.items()
            for record in getattr(snapshot, family)
        ]
        said = self.tr("A finding, a decision, an action, a reflection …")
        foot = self.tr("Enter adds it, or takes out what is ticked.")
        asked = TypeAhead(self._page, self.tr("What the passage rests on"), said, entries, foot=foot)
        asked.accepted.connect(lambda: self._rest(asked.chosen))
        asked.finished.connect(asked.deleteLater)
        asked.show_over(self._page)

    def _rest(self, uid: str) -> None:
        passage = self._passage()
        if passage is not None and uid:
            held = passage.rests_on
            kept = tuple(u for u in held if u != uid) if uid in held else (*held, uid)
            self._page.put(self.tr("What a passage rests on"), replace(passage, rests_on=kept))
