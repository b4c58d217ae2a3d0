"""The rows inside the panels of the overview."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.services.clocks import ClockView
from desktop_app.services.glance import Glance
from desktop_app.services.overview import NextStep, ReturnRow
from desktop_app.services.thread import Orphan
from desktop_app.ui.dates_words import day
from desktop_app.ui.statuses import TONE_OF_WORDS
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.agency import AgencyChip
from desktop_app.ui.widgets.badge import Badge, IconLabel, Look
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.words import ElidedLabel, small, words

_STEP_ICONS = {
    "people": "users",
    "chronology": "rows",
    "recommendations": "hourglass",
    "outputs": "file-text",
    "workshops": "chats-circle",
    "analysis": "lightbulb",
}
_ORPHANS = {"kloe-unanswered": "question", "key-event-unused": "bookmark-simple"}


def _tr(text: str) -> str:
    return QCoreApplication.translate("overview", text)


def _line(top: int = 8) -> tuple[QWidget, QHBoxLayout]:
    holder = QWidget()
    line = row(holder, spacing=12)
    line.setContentsMargins(theme().px(16), theme().px(top), theme().px(16), theme().px(top))
    return holder, line


def _two_lines(first: str, second: str) -> QVBoxLayout:
    said = column(spacing=2)
    said.addWidget(ElidedLabel(first))
    if second:
        said.addWidget(ElidedLabel(second, font="small", tone="text2"))
    return said


def step_row(step: NextStep, go: Callable[[], object], *, first: bool) -> QWidget:
    holder, line = _line()
    line.addWidget(IconLabel(_STEP_ICONS.get(step.page, "arrow-right"), "accent", 20))
    line.addLayout(_two_lines(step.what, step.detail), 1)
    button = Button(step.button, kind="primary" if first else "secondary")
    button.setAccessibleDescription(step.what)
    button.clicked.connect(go)
    line.addWidget(button)
    return holder


def clock_row(clock: ClockView, left: str, go: Callable[[], object]) -> QWidget:
    holder, line = _line(6)
    line.addLayout(_two_lines(clock.name, day(clock.due) or _tr("Not started")), 1)
    if clock.state == "met":
        look = Look(_tr("Met, {}").format(day(clock.met_on, year=False)), "check-circle", "good")
    elif clock.state == "missed":
        look = Look(_tr("Missed"), "warning", "bad")
    elif clock.state == "running":
        look = Look(left, "hourglass", "warn")
    else:
        look = Look(_tr("Not started"), "circle-dashed")
    line.addWidget(Badge(look))
    line.addWidget(_show(clock.name, go))
    return holder


def orphan_row(orphan: Orphan, go: Callable[[], object]) -> QWidget:
    holder, line = _line(3)
    line.addWidget(IconLabel(_ORPHANS.get(orphan.code, "link-break"), "warn", 18))
    said = words(orphan.what, wrap=True)
    said.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    line.addWidget(said, 1)
    line.addWidget(_show(orphan.what, go))
    return holder


def _show(what: str, go: Callable[[], object]) -> Button:
    button = Button(_tr("Show"), kind="quiet")
    button.setAccessibleDescription(what)
    button.clicked.connect(go)
    return button


def glance_row(glance: Glance, go: Callable[[], object]) -> QWidget:
    holder, line = _line(3)
    icon, tone = ("check-circle", "good") if glance.good else ("warning", "warn")
    line.addWidget(IconLabel(icon, tone, 18))
    said = words(glance.what, wrap=True)
    said.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    line.addWidget(said, 1)
    line.addWidget(_show(glance.what, go))
    return holder


def output_row(name: str, detail: str, go: Callable[[], object]) -> QWidget:
    holder, line = _line(6)
    line.addWidget(IconLabel("file-text", "text2", 18))
    line.addLayout(_two_lines(name, detail), 1)
    line.addWidget(_show(name, go))
    return holder


def return_row(received: ReturnRow) -> QWidget:
    holder, line = _line(5)
    line.addWidget(AgencyChip(received.order, received.agency))
    line.addStretch(1)
    tone = "good" if received.good else "warn"
    line.addWidget(IconLabel("check-circle" if received.good else "warning", tone, 16))
    line.addWidget(small(received.note, tone=tone))
    return holder


class _Tile(QAbstractButton):
    """The number of one recommendation, in the colours of its status."""

    def __init__(self, number: int, look: Look) -> None:
        super().__init__()
        self._tone = look.tone
        self.setText(str(number))
        self.setAccessibleName(_tr("Recommendation {}, {}").format(number, look.word))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(36), theme().px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        fill = {"good": "goodbg", "warn": "warnbg", "accent": "soft", "bad": "badbg"}.get(self._tone, "sunken")
        border = "line" if fill == "sunken" else fill
        words_role = "text" if self._tone == "neutral" else self._tone
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour(words_role if look.scheme == "contrast" else border), 1))
        painter.setBrush(look.colour(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(3), look.px(3))
        painter.setFont(look.font("bold"))
        painter.setPen(look.colour(words_role))
        painter.drawText(QRect(0, 0, self.width(), self.height()), int(Qt.AlignmentFlag.AlignCenter), self.text())


def status_row(look: Look, numbers: tuple[int, ...], go: Callable[[int], object]) -> QWidget:
    holder, line = _line(5)
    line.setSpacing(theme().px(8))
    line.addWidget(IconLabel(look.icon, TONE_OF_WORDS[look.tone], 18))
    name = ElidedLabel(look.word)
    name.setFixedWidth(theme().px(108))
    line.addWidget(name)
    for number in numbers[:6]:
        tile = _Tile(number, look)
        tile.clicked.connect(lambda _checked=False, n=number: go(n))
        line.addWidget(tile)
    line.addStretch(1)
    line.addWidget(words(str(len(numbers)), tone="text2"))
    return holder
