"""When the desk locks by itself."""

from __future__ import annotations

from desktop_app.ui import preferences
from desktop_app.ui.widgets.fields import Chooser, Labelled
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.words import small


class LockingPanel(Panel):
    def __init__(self) -> None:
        super().__init__(self.tr("Locking"), ruled=True)
        options = [(str(m), self._words(m)) for m in preferences.IDLE_MINUTES]
        self.after = Chooser(options, str(preferences.idle_minutes()))
        self.after.chosen.connect(self._choose)
        self._line = Labelled(self.tr("Lock when nobody is here for"), self.after)
        self.body.addWidget(self._line)
        self.body.addWidget(
            small(
                self.tr(
                    "Ctrl+L locks at once, and so does waking this computer from sleep. Locking saves, keeps what is "
                    "half typed, and clears every name from memory. What is copied is cleared after ten seconds."
                ),
                wrap=True,
            )
        )
        self._warn()

    def _words(self, minutes: int) -> str:
        if not minutes:
            return self.tr("Never")
        return self.tr("1 minute") if minutes == 1 else self.tr("{} minutes").format(minutes)

    def _choose(self, value: str) -> None:
        preferences.remember_idle(int(value))
        self._warn()

    def _warn(self) -> None:
        if self.after.value == "0":
            said = self.tr("Whoever walks past can then read every name for as long as this is open.")
            self._line.advise(said, icon="warning", tone="warn")
        else:
            self._line.advise("")
