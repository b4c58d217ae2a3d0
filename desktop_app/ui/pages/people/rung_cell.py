"""One rung of a ladder: what would be printed, and which readers stand on it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from desktop_app.domain.output import ProfileName
from desktop_app.services.telling import RungCell
from desktop_app.ui.pages.people.readers import ICONS
from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.lines import draw_elided
from desktop_app.ui.theme.theme import theme

_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Rung(QRadioButton):
    """A radio button to a screen reader; arrows only move, Space or Enter chooses."""

    moved = Signal(int, int)  # rows down, rungs across
    wanted = Signal()
    reached = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAutoExclusive(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.cell = RungCell("", "", "", "rule", ())
        self.reader = ProfileName.PUBLIC
        self.clicked.connect(self._clicked)

    def show_cell(self, cell: RungCell, row: str, reader: ProfileName, names: dict[ProfileName, str]) -> None:
        self.cell, self.reader = cell, reader
        here = reader in cell.readers
        self.setChecked(here)
        # Tab comes to the rung where the reader stands; arrows go on from there.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        told = ", ".join(names[who] for who in cell.readers)
        self.setAccessibleName(f"{row}: {cell.words}")
        how = self.how()
        self.setAccessibleDescription(self.tr("Told to: {}. {}").format(told, how) if told else how)
        self.setToolTip("\n".join(filter(None, [cell.words, told, how])))
        self.updateGeometry()
        self.update()

    def how(self) -> str:
        """What is done by rule and what is asked, in a sentence or two."""
        done = {
            "rule": self.tr("Done by rule."),
            "asked": self.tr("Asked about when an output is made."),
            "both": self.tr("Done by rule where that is sure; the rest is asked about."),
        }[self.cell.done]
        return f"{done} {self.cell.note}".strip()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(96), theme().px(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(40), theme().px(34))

    def hitButton(self, pos: object) -> bool:
        return True

    def nextCheckState(self) -> None:
        """Where a reader stands is what the review says, not what was clicked."""

    def _clicked(self) -> None:
        self.wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = _MOVES.get(Qt.Key(event.key()))
        if move is not None and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.moved.emit(*move)
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        others = bool(self.cell.readers)
        fill = "accent" if self.isChecked() else "soft" if others else "hover" if self.underMouse() else "surface"
        tone = "onaccent" if self.isChecked() else "accent" if others else "text"
        box = self.rect().adjusted(0, 0, -1, -1)
        painter.fillRect(box, look.colour(fill))
        painter.setPen(QPen(look.colour("accent" if self.isChecked() else "softline" if others else "line"), 1))
        painter.drawRect(box)
        font = look.font("bold" if self.isChecked() else "body")
        words = QFontMetrics(font).horizontalAdvance(self.cell.words) + 2
        shown, more = self._shown(self.width() - look.px(14) - words)
        side, gap = look.px(15), look.px(4)
        small = look.font("small")
        beside = len(shown) * (side + gap) + (QFontMetrics(small).horizontalAdvance(more) + gap if more else 0)
        words = min(words, max(self.width() - look.px(12) - beside, 0))
        left = (self.width() - beside - words) // 2
        for reader in shown:
            paint_icon(painter, QRect(left, (self.height() - side) // 2, side, side), ICONS[reader], look.colour(tone))
            left += side + gap
        if more:
            width = QFontMetrics(small).horizontalAdvance(more)
            draw_elided(painter, QRect(left, 0, width + 1, self.height()), more, small, look.colour(tone))
            left += width + gap
        draw_elided(painter, QRect(left, 0, words, self.height()), self.cell.words, font, look.colour(tone))

    def _shown(self, room: int) -> tuple[tuple[ProfileName, ...], str]:
        """Whose icons fit in `room` px, the reader looked at first, and "+2" for those that do not."""
        look, readers = theme(), self.cell.readers
        first = sorted(readers, key=lambda who: who is not self.reader)
        fit = room // look.px(19)
        if len(first) <= fit or len(first) <= 1:
            return tuple(first), ""
        kept = max(1, (room - look.px(24)) // look.px(19))
        return tuple(first[:kept]), f"+{len(first) - kept}"
