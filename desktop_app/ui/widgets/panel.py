"""Panels on the desk: a heading row, then whatever belongs under it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.words import heading, rule, small


class Panel(QFrame):
    """`body` is where the content goes, already padded; `head` is the heading row."""

    def __init__(self, text: str = "", note: str = "", *, ruled: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        look = theme()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12 if ruled else 4))
        self.head.setSpacing(look.px(8))
        self.note: QLabel = small(note)
        if text:
            self.head.addWidget(heading(text))
            self.head.addStretch(1)
            self.head.addWidget(self.note)
            outer.addLayout(self.head)
            self.setAccessibleName(text)
            if ruled:
                outer.addWidget(rule())
        self.body = QVBoxLayout()
        self.body.setContentsMargins(look.px(16), look.px(8 if text else 12), look.px(16), look.px(12))
        self.body.setSpacing(look.px(8))
        outer.addLayout(self.body, 1)

    def flush(self) -> QVBoxLayout:
        """The body without padding, for rows that run from edge to edge."""
        self.body.setContentsMargins(1, 0, 1, theme().px(6))
        self.body.setSpacing(0)
        return self.body


def column(parent: QWidget | None = None, *, margin: int = 0, spacing: int = 8) -> QVBoxLayout:
    layout = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    edge = theme().px(margin)
    layout.setContentsMargins(edge, edge, edge, edge)
    layout.setSpacing(theme().px(spacing))
    return layout


def row(parent: QWidget | None = None, *, margin: int = 0, spacing: int = 8) -> QHBoxLayout:
    layout = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    edge = theme().px(margin)
    layout.setContentsMargins(edge, edge, edge, edge)
    layout.setSpacing(theme().px(spacing))
    return layout


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let go of it."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            break
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()


class ScrolledColumn(QScrollArea):
    """A page or pane that grows downwards. `column` is where things go. The keyboard reaches what is inside it."""

    def __init__(self, *, margin: int = 24, spacing: int = 16, role: str = "page") -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("role", role)
        self.column = column(inner, margin=margin, spacing=spacing)
        self.setWidget(inner)
        self._flips: list[tuple[QBoxLayout, int]] = []

    def flip(self, layout: QBoxLayout, *, below: int) -> None:
        """`layout` runs across while there are `below` px (at 100 %) of width, and downwards when there are fewer."""
        self._flips.append((layout, below))

    def resizeEvent(self, event: QResizeEvent) -> None:
        for layout, below in self._flips:
            across = event.size().width() >= theme().px(below)
            layout.setDirection(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)
