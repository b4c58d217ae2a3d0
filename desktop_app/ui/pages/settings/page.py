"""Colours, text size, locking, what opens the review, backups, and what this copy of Candour is."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop_app import __version__
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.pages.settings.backups_panel import BackupsPanel
from desktop_app.ui.pages.settings.locking_panel import LockingPanel
from desktop_app.ui.pages.settings.security_panel import SecurityPanel
from desktop_app.ui.shell.look import Look
from desktop_app.ui.theme.roles import Scheme
from desktop_app.ui.theme.theme import SCALES, theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Chooser, Labelled
from desktop_app.ui.widgets.panel import Panel, ScrolledColumn, column, row
from desktop_app.ui.widgets.words import small, title, words

_WIDEST = 720  # about 80 characters


class SettingsPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        outer = column(self)
        scroll = ScrolledColumn()
        outer.addWidget(scroll)
        scroll.column.addWidget(title(self.tr("Settings")))
        panel = Panel(self.tr("Reading"), ruled=True)
        app = QApplication.instance()
        self._look = app.findChild(Look) if app is not None else None
        scheme = self._look.scheme if self._look is not None else None
        self.scheme = Chooser(
            [
                ("", self.tr("As the system says")),
                (Scheme.LIGHT.value, self.tr("Light")),
                (Scheme.DARK.value, self.tr("Dark")),
                (Scheme.CONTRAST.value, self.tr("High contrast")),
            ],
            scheme.value if scheme else "",
        )
        self.scale = Chooser(
            [(str(s), self.tr("{} %").format(s)) for s in SCALES], str(self._look.scale if self._look else 100)
        )
        self.scheme.chosen.connect(lambda _value: self._choose())
        self.scale.chosen.connect(lambda _value: self._choose())
        panel.body.addWidget(Labelled(self.tr("Colours"), self.scheme))
        panel.body.addWidget(
            Labelled(self.tr("Text size"), self.scale, self.tr("Ctrl and + or − does the same anywhere."))
        )
        scroll.column.addWidget(panel)
        self.locking = LockingPanel()
        self.security, self.backups = SecurityPanel(desk), BackupsPanel(desk)
        self._parts: dict[str, Panel] = {
            "reading": panel,
            "locking": self.locking,
            "security": self.security,
            "backups": self.backups,
        }
        panel.setMaximumWidth(theme().px(_WIDEST))
        for part in (self.locking, self.security, self.backups):
            part.setMaximumWidth(theme().px(_WIDEST))
            scroll.column.addWidget(part)
        self._scroll = scroll
        about = Panel(self.tr("About"), ruled=True)
        about.body.addWidget(words(self.tr("Candour {}").format(__version__)))
        about.body.addWidget(
            small(
                self.tr("It works with no network and keeps nothing about a review outside its encrypted file."),
                wrap=True,
            )
        )
        gone = Button(self.tr("What was deleted…"), icon="trash")
        gone.clicked.connect(lambda: desk.go("bin"))
        line = row()
        line.addWidget(gone)
        line.addStretch(1)
        scroll.column.addLayout(line)
        about.setMaximumWidth(theme().px(_WIDEST))
        scroll.column.addWidget(about)
        scroll.column.addStretch(1)

    def refresh(self, families: frozenset[str]) -> None:
        """What opens the review and its backups; the rest is about this computer."""
        self.security.show_state()
        self.backups.show_state()

    def open_record(self, uid: str) -> None:
        """Its part: "security", "backups", "locking", "reading"."""
        part = self._parts.get(uid)
        if part is None:
            return
        part.setFocus()
        part.focusNextChild()
        QTimer.singleShot(0, part, lambda: self._scroll.verticalScrollBar().setValue(part.y()))

    def _choose(self) -> None:
        if self._look is not None:
            scheme = Scheme(self.scheme.value) if self.scheme.value else None
            self._look.choose(scheme=scheme, scale=int(self.scale.value))
