"""What a theme is called and means, its letter and colour in the margin, and the theme it belongs under."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.coding import Theme
from desktop_app.services.coding.themes import COLOURS
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.agency import paint_swatch
from desktop_app.ui.widgets.fields import Chooser, Labelled, LineField, TextField
from desktop_app.ui.widgets.panel import Panel, row


class Swatch(QWidget):
    """The colour and pattern themselves: decoration to a screen reader, which hears the number."""

    def __init__(self) -> None:
        super().__init__()
        self.order = 1
        self.setFixedSize(theme().px(20), theme().px(20))

    def show_order(self, order: int) -> None:
        self.order = order
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        side = theme().px(16)
        paint_swatch(QPainter(self), QRect(1, (self.height() - side) // 2, side, side), self.order)


class ThemeForm(Panel):
    edited = Signal(object)  # Theme

    def __init__(self) -> None:
        super().__init__()
        self._theme = Theme(uid="")
        self.name_field, self.letter = LineField(), LineField()
        self.letter.setMaxLength(3)
        self.definition = TextField(placeholder=self.tr("When to use it, and when not"))
        self.definition.setProperty("stores", "definition")
        self.parent_field = Chooser([("", self.tr("No other theme"))])
        self.colour = Chooser([(str(n), self.tr("Colour {}").format(n)) for n in range(1, COLOURS + 1)])
        self.body.addWidget(Labelled(self.tr("Theme"), self.name_field))
        self.body.addWidget(Labelled(self.tr("What it means"), self.definition))
        self.across = row(spacing=16)
        self.across.addWidget(Labelled(self.tr("Letter in the margin"), self.letter), 1)
        coloured = QWidget()
        line = row(coloured, spacing=8)
        self.swatch = Swatch()
        line.addWidget(self.swatch)
        line.addWidget(self.colour, 1)
        labelled = Labelled(self.tr("Colour of its bracket"), coloured)
        self.colour.setAccessibleName(self.tr("Colour of its bracket"))
        self.across.addWidget(labelled, 1)
        self.across.addWidget(Labelled(self.tr("Belongs under"), self.parent_field), 2)
        self.body.addLayout(self.across)
        self.name_field.left.connect(lambda text: self._edit(name=" ".join(text.split())))
        self.letter.left.connect(lambda text: self._edit(letter=text.strip() or self._theme.letter))
        self.definition.left.connect(lambda text: self._edit(definition=text.strip()))
        self.parent_field.chosen.connect(lambda uid: self._edit(parent=uid))
        self.colour.chosen.connect(lambda value: self._edit(colour=int(value)))

    def show_theme(self, held: Theme, parents: Sequence[Theme]) -> None:
        """`parents` are those it can belong under."""
        self._theme = held
        self.name_field.show_text(held.name)
        self.letter.show_text(held.letter)
        self.definition.show_text(held.definition)
        self.colour.show_value(str(held.colour or 1))
        self.swatch.show_order(held.colour or 1)
        offered = [(other.uid, other.name) for other in parents]
        self.parent_field.set_options([("", self.tr("No other theme")), *offered], held.parent)

    def _edit(self, **changes: object) -> None:
        changed: Theme = replace(self._theme, **changes)  # type: ignore[arg-type]
        if changed != self._theme:
            self.edited.emit(changed)
