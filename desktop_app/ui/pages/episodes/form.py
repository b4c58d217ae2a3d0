"""One episode: its title, why it mattered, the appraisal, contributory factors, and its events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.domain.chronology import KeyPracticeEpisode
from desktop_app.services.episodes import EpisodeView
from desktop_app.services.factors import SYSTEMS, headings_of
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.check_box import CheckBox
from desktop_app.ui.widgets.fields import Labelled, LineField, TextField
from desktop_app.ui.widgets.fitted_list import FittedList
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import Panel, column, row
from desktop_app.ui.widgets.record_list import Entry, EntryDelegate
from desktop_app.ui.widgets.words import small


class EpisodeForm(QWidget):
    """`edited` carries the episode as it should be stored, and what Undo says. Leaving a field is one step."""

    edited = Signal(object, str)
    events_asked = Signal(str)  # refs, as typed
    removed = Signal(str)  # uid of an event
    followed = Signal(str)
    delete_asked = Signal()
    title_missing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._episode = KeyPracticeEpisode(uid="")
        lines = column(self, spacing=16)
        panel = Panel(self.tr("The episode"))
        self.title = LineField(placeholder=self.tr("e.g. Missing episodes, spring 2024"))
        self.title.left.connect(self._title_left)
        panel.body.addWidget(Labelled(self.tr("Title"), self.title))
        self.why = self._text(panel, self.tr("Why it mattered"), "why")
        self.appraisal = self._text(panel, self.tr("Appraisal of practice, with what it is measured by"), "appraisal")
        panel.body.addWidget(small(self.tr("Contributory factors")))
        factors = FlowRow(spacing=16, pitch=8)
        self.factors: dict[str, QCheckBox] = {}
        for factor in headings_of(SYSTEMS):
            box = CheckBox(self.tr(factor))
            box.toggled.connect(lambda _on: self._factors_left())
            self.factors[factor] = box
            factors.add(box)
        panel.body.addWidget(factors)
        lines.addWidget(panel)
        lines.addWidget(self._events())
        foot = row()
        delete = Button(self.tr("Delete this episode"), kind="quiet", icon="trash")
        delete.clicked.connect(self.delete_asked)
        foot.addWidget(delete)
        foot.addStretch(1)
        lines.addLayout(foot)

    def _events(self) -> Panel:
        look = theme()
        self._panel = Panel(self.tr("Its events"))
        self._panel.body.setContentsMargins(1, look.px(4), 1, look.px(12))
        self.events: FittedList[Entry] = FittedList(self.tr("Its events"), lambda e: e.uid, lambda e: e.spoken)
        self.events.paint_with(EntryDelegate(self.events))
        self.events.picked.connect(self.followed)
        self._panel.body.addWidget(self.events)
        line = row(spacing=8)
        line.setContentsMargins(look.px(16), 0, look.px(16), 0)
        self.add = LineField(placeholder=self.tr("refs, e.g. POL-006, CSC-016"))
        self.add.setAccessibleName(self.tr("Add events by their refs"))
        self.add.returnPressed.connect(self._ask_events)
        line.addWidget(self.add, 1)
        add = Button(self.tr("Add events"), icon="plus")
        add.clicked.connect(self._ask_events)
        line.addWidget(add)
        self.take_out = Button(self.tr("Take out"), kind="quiet", icon="minus")
        self.take_out.clicked.connect(self._take_out)
        line.addWidget(self.take_out)
        self._panel.body.addLayout(line)
        return self._panel

    def _ask_events(self) -> None:
        if self.add.text().strip():
            self.events_asked.emit(self.add.text())

    def _take_out(self) -> None:
        if self.events.current:
            self.removed.emit(self.events.current)

    def _text(self, panel: Panel, label: str, name: str) -> TextField:
        field = TextField(least=2)
        field.left.connect(lambda text: self._store(label.split(",")[0].lower(), **{name: text.strip()}))
        panel.body.addWidget(Labelled(label, field))
        return field

    def _title_left(self, text: str) -> None:
        if text.strip():
            self._store(self.tr("the title"), title=text.strip())
        else:
            self.title_missing.emit()

    def _factors_left(self) -> None:
        chosen = tuple(factor for factor, box in self.factors.items() if box.isChecked())
        self._store(self.tr("the contributory factors"), factors=chosen)

    def _store(self, what: str, **values: Any) -> None:
        changed = replace(self._episode, **values)
        if changed != self._episode:
            self._episode = changed
            self.edited.emit(changed, self.tr("Change {} of episode {}").format(what, changed.number))

    def show_episode(self, view: EpisodeView, entries: Sequence[Entry]) -> None:
        episode = self._episode = view.episode
        self.title.show_text(episode.title)
        self.why.show_text(episode.why)
        self.appraisal.show_text(episode.appraisal)
        for factor, box in self.factors.items():
            box.blockSignals(True)
            box.setChecked(factor in episode.factors)
            box.blockSignals(False)
        self._panel.note.setText(view.period)
        self.events.show_rows(entries)
        self.events.setVisible(bool(entries))
        self.take_out.setEnabled(bool(entries))
