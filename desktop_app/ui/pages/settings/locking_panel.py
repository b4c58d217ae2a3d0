"""When the desk locks by itself."""

from __future__ import annotations

from desktop_app.ui import preferences
from desktop_app.ui.shell.screen_lock.watch import sources_here
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
        self.watched = small(self._watched(), wrap=True)
        self.body.addWidget(self.watched)
        self._warn()

    def _watched(self) -> str:
        """What this computer tells of a locked screen, and honestly what it does not."""
        ways = {
            "screen-saver": self.tr("the screen saver of this display starts"),
            "other-user": self.tr("somebody else logs in at this display"),
            "lock-screen": self.tr("the screen is locked, or somebody else logs in at it"),
        }
        here = [source.name for source in sources_here()]
        said = []
        if here:
            listed = self.tr(", or when ").join(ways[name] for name in here)
            said.append(self.tr("On this computer it also locks when {}.").format(listed))
        if "lock-screen" not in here:
            said.append(
                self.tr(
                    "A screen lock of the desktop may not be seen: desktops such as GNOME and KDE tell of it only "
                    "over a socket, and Candour opens none. Press Ctrl+L before you leave."
                )
            )
        return " ".join(said)

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
