"""A page of words over the wall: the keys, or what was agreed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.domain.room import RoomBrief
from desktop_app.ui.room.modes.mode import translate
from desktop_app.ui.room.scale import Scale
from desktop_app.ui.widgets.panel import ScrolledColumn
from desktop_app.ui.widgets.words import words


class TextPage(QWidget):
    closed = Signal()

    def __init__(self, scale: Scale, title: str, rows: Sequence[tuple[str, str]]) -> None:
        """`rows`: what stands at the left, and the words beside it."""
        super().__init__()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.setAccessibleDescription(". ".join(f"{left}: {right}" for left, right in rows))
        px = scale.px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(96), px(64), px(96), px(48))
        self._held = ScrolledColumn(margin=0)
        self._held.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(self._held)
        lines = self._held.column
        lines.setSpacing(px(24))
        head = words(title)
        head.setFont(scale.font("prompt"))
        lines.addWidget(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(48))
        grid.setVerticalSpacing(px(14))
        grid.setColumnStretch(1, 1)
        for number, (left, right) in enumerate(rows):
            named, said = words(left), words(right, wrap=True)
            named.setFont(scale.font("label-bold"))
            said.setFont(scale.font("label"))
            grid.addWidget(named, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, number, 1)
        lines.addLayout(grid)
        lines.addStretch(1)
        foot = words(translate("room", "↑ ↓ move; any other key goes back to the wall"), tone="text2")
        foot.setFont(scale.font("label"))
        outer.addWidget(foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._held.verticalScrollBar()
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            bar.setValue(bar.value() + (bar.singleStep() if event.key() == Qt.Key.Key_Down else -bar.singleStep()) * 3)
        elif event.key() not in (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta):
            self.closed.emit()


def agreed_rows(brief: RoomBrief) -> list[tuple[str, str]]:
    found = [
        (translate("room", "Ground rules"), brief.ground_rules),
        (translate("room", "What is kept, and its limits"), brief.confidentiality),
        (translate("room", "Support"), brief.support),
    ]
    return [(left, right) for left, right in found if right]


def key_rows() -> list[tuple[str, str]]:
    return [
        ("Enter", translate("room", "save the line; it is on the disk before the next key")),
        ("1 2 3 4", translate("room", "after Enter: worked well, got in the way, would help, context")),
        ("Esc", translate("room", "empty the line; once more: take the last note back")),
        ("F2", translate("room", "exchange marked words for a pseudonym")),
        ("↑ ↓ ← →", translate("room", "choose a note on the wall; Esc goes back to the line")),
        ("E  Delete  C", translate("room", "edit it; take it off; it says the same as the one above")),
        ("D", translate("room", "dots, counted from paper: figures, Enter, next note")),
        ("T  F", translate("room", "pin it to a moment of the timeline; say which factor it is about")),
        ("K  A", translate("room", "what may be done with it; as whose it may be printed")),
        ("!", translate("room", "a safeguarding matter: off the wall at once, then who acts and by when")),
        ("G", translate("room", "enter one table's sheet by itself; put all together")),
        ("PgDn  PgUp", translate("room", "next and previous question; with Ctrl: moments of the timeline")),
        ("F4", translate("room", "ground rules, what is kept and its limits, support")),
        ("Ctrl +  Ctrl −", translate("room", "larger and smaller")),
        ("Ctrl Q", translate("room", "leave or close the room: needs its passphrase")),
    ]
