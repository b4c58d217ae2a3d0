"""In which shape an output is made: its preset, and of an action plan the one agency it is for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.output_shapes import shapes
from desktop_app.ui.widgets.fields import Chooser, Labelled
from desktop_app.ui.widgets.panel import column


class ShapeFields(QWidget):
    """Hidden for a kind that has one shape only. `chosen` carries (preset, uid of an agency or "")."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        lines = column(self, spacing=12)
        self.preset, self.agency = Chooser(), Chooser()
        self._preset = Labelled(self.tr("Shape"), self.preset)
        self._agency = Labelled(self.tr("For which agency"), self.agency)
        lines.addWidget(self._preset)
        lines.addWidget(self._agency)
        for chooser in (self.preset, self.agency):
            chooser.chosen.connect(lambda _value: self.chosen.emit(self.preset.value, self.agency.value))

    def show_shape(self, snapshot: Snapshot, kind: OutputKind) -> None:
        found = shapes(snapshot, kind)
        self.preset.set_options([(held.id, self.tr(held.name)) for held in found.presets], found.preset)
        everybody = [("", self.tr("All of them"))]
        self.agency.set_options([*everybody, *((a.uid, a.name) for a in found.agencies)], found.agency)
        self._preset.setVisible(bool(found.presets))
        self._agency.setVisible(bool(found.agencies))
        self.setVisible(bool(found.presets or found.agencies))
