"""How a form of one thing said or raised ends: what is to be known of it, and the way to delete it."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.ui.widgets.advice import AdviceLine
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import Panel, row


def end_form(form: Panel, advice: AdviceLine, delete_words: str, delete: Callable[[], None]) -> None:
    form.body.addWidget(advice)
    foot = row()
    remove = Button(kind="quiet", icon="trash", name=delete_words)
    remove.clicked.connect(delete)
    foot.addWidget(remove)
    foot.addStretch(1)
    form.body.addLayout(foot)
    form.body.addStretch(1)
