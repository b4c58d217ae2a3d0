"""Colours, text size, and what this copy of Candour is."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from desktop_app import __version__
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.shell.look import Look
from desktop_app.ui.theme.roles import Scheme
from desktop_app.ui.theme.theme import SCALES
from desktop_app.ui.widgets.fields import Chooser, Labelled
from desktop_app.ui.widgets.panel import Panel, ScrolledColumn, column
from desktop_app.ui.widgets.words import small, title, words


class SettingsPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        outer = column(self)
        scroll = ScrolledColumn()
        outer.addWidget(scroll)
        scroll.column.addWidget(title(self.tr("How Candour looks here")))
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
        about = Panel(self.tr("About"), ruled=True)
        about.body.addWidget(words(self.tr("Candour {}").format(__version__)))
        about.body.addWidget(
            small(
                self.tr("It works with no network and keeps nothing about a review outside its encrypted file."),
                wrap=True,
            )
        )
        scroll.column.addWidget(about)
        scroll.column.addStretch(1)

    def refresh(self, families: frozenset[str]) -> None:
        """Nothing here depends on the review."""

    def _choose(self) -> None:
        if self._look is not None:
            scheme = Scheme(self.scheme.value) if self.scheme.value else None
            self._look.choose(scheme=scheme, scale=int(self.scale.value))
