"""A page of one card under the name of the program, in the middle of the window, scrolled where that is too low."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.brand import Brand
from desktop_app.ui.widgets.panel import Panel, ScrolledColumn, column
from desktop_app.ui.widgets.words import small, title


def stand_in_the_middle(page: QWidget, *cards: QWidget) -> None:
    """Lay `page` out with `cards` one under the other."""
    scroll = ScrolledColumn(margin=24)
    column(page).addWidget(scroll)
    scroll.column.addSpacing(theme().px(24))
    middle = QHBoxLayout()
    middle.addStretch(1)
    inside = column(spacing=28)
    inside.addWidget(Brand(font="title"))
    for card in cards:
        inside.addWidget(card)
    middle.addLayout(inside)
    middle.addStretch(1)
    scroll.column.addLayout(middle)
    scroll.column.addStretch(1)


def card_called(name: str, what: str) -> Panel:
    """An empty card with its name and, in a sentence, what it is for."""
    look = theme()
    panel = Panel()
    panel.setFixedWidth(look.px(560))
    panel.body.setContentsMargins(*([look.px(32)] * 4))
    panel.body.setSpacing(look.px(14))
    panel.body.addWidget(title(name))
    panel.body.addWidget(small(what, wrap=True))
    return panel
