"""Which colours and which text size: chosen, remembered, or the system's own, followed while the program runs."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.ui import preferences
from desktop_app.ui.theme.apply import apply, system_scheme
from desktop_app.ui.theme.roles import Scheme
from desktop_app.ui.theme.theme import SCALES, Theme, theme


class Look(QObject):
    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.scheme = preferences.chosen_scheme()  # None follows the system
        self.scale = preferences.chosen_scale()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        apply(app, self._wanted())

    def _wanted(self) -> Theme:
        return Theme(self.scheme or system_scheme(), self.scale)

    def choose(self, *, scheme: Scheme | None, scale: int) -> None:
        self.scheme, self.scale = scheme, min(max(scale, SCALES[0]), SCALES[-1])
        preferences.remember(scheme=self.scheme, scale=self.scale)
        self._renew()

    def step_scale(self, by: int) -> None:
        place = min(range(len(SCALES)), key=lambda n: abs(SCALES[n] - self.scale))
        self.choose(scheme=self.scheme, scale=SCALES[min(max(place + by, 0), len(SCALES) - 1)])

    def _system_changed(self) -> None:
        if self.scheme is None:
            self._renew()

    def _renew(self) -> None:
        wanted = self._wanted()
        if wanted != theme():
            apply(self._app, wanted)
            self.changed.emit()
