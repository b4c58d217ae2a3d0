"""Which finding the board is of: chosen from all of them, with what it says and how sure the author is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.learning import Finding
from desktop_app.services.findings import KINDS
from desktop_app.ui.theme.lines import draw_lines, fitted_lines
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.badge import Badge, Look
from desktop_app.ui.widgets.fields import Chooser
from desktop_app.ui.widgets.filter_chip import FilterChip
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.words import ElidedLabel

_LOOKS = {
    "systems": Look(KINDS["systems"], "tree-structure", "accent"),
    "practice": Look(KINDS["practice"], "hand-palm", "neutral"),
    "good-practice": Look(KINDS["good-practice"], "thumbs-up", "good"),
}
_MOST, _PITCH = 2, 22


class Statement(QWidget):
    """Two lines of what the finding says; all of it in the tooltip and to a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(fitted_lines(self._text, theme().font(), self._room(width), _MOST)) * theme().px(_PITCH)

    def sizeHint(self) -> QSize:
        width = max(self.width(), theme().px(320))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(_PITCH))

    def _room(self, width: int) -> int:
        return max(width, theme().px(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        box = QRect(0, 0, self._room(self.width()), self.height())
        draw_lines(QPainter(self), box, self._text, look.font(), look.colour("text"), most=_MOST, pitch=look.px(_PITCH))


class FindingHead(QWidget):
    chosen = Signal(str)  # uid of a finding
    factored = Signal(object)  # frozenset of headings

    def __init__(self) -> None:
        super().__init__()
        lines = column(self, spacing=8)
        first = row(spacing=12)
        self.finding = Chooser([])
        self.finding.setAccessibleName(self.tr("Finding"))
        self.finding.chosen.connect(self.chosen)
        self._badge = Badge(_LOOKS["systems"])
        self.factors = FilterChip(self.tr("No contributory factors"), self.tr("Factors: {}"))
        self.factors.narrowed.connect(self.factored)
        first.addWidget(self.finding, 1)
        first.addWidget(self._badge)
        first.addWidget(self.factors)
        lines.addLayout(first)
        self.statement = Statement()
        self._short = False
        self._sure = ElidedLabel(font="small", tone="text2")
        lines.addWidget(self.statement)
        lines.addWidget(self._sure)

    def show_short(self, short: bool) -> None:
        """Where there is little room, what is not needed to lay a card is left out."""
        self._short = short
        self._sure.setVisible(not short and bool(self._sure.text()))

    def show_finding(self, findings: Sequence[Finding], finding: Finding, headings: Sequence[str]) -> None:
        offered = [(f.uid, f"{f.number}  {f.title or self.tr('No title yet')}") for f in findings]
        self.finding.set_options(offered, finding.uid)
        self._badge.show_look(_LOOKS.get(finding.kind, _LOOKS["systems"]))
        self.factors.show_ticked([(name, self.tr(name)) for name in headings], finding.factors)
        self.statement.show_text(finding.statement)
        still = self.tr("Still true? {}").format(finding.still_true) if finding.still_true else ""
        sure = self.tr("How sure: {}").format(finding.confidence) if finding.confidence else ""
        self._sure.set_text("   ".join(filter(None, [sure, still])))
        self._sure.setVisible(not self._short and bool(sure or still))
