"""Words of which some lead elsewhere: "Rests on Finding 3 and Finding 5"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.badge import IconLabel
from desktop_app.ui.widgets.panel import row
from desktop_app.ui.widgets.words import words


class Link(QPushButton):
    """Accent words that lead somewhere."""

    def __init__(self, text: str, name: str = "") -> None:
        super().__init__(text)
        self.setAccessibleName(name or text)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(theme().font()).horizontalAdvance(self.text())
        return QSize(width + theme().px(4), theme().px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = theme().font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(theme().colour("accent"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


class Links(QWidget):
    """An icon, a word, and links after it. `followed` carries page and uid."""

    followed = Signal(str, str)

    def __init__(self, icon: str, lead: str, targets: Sequence[tuple[str, str, str]]) -> None:
        """`targets` are (words, page, uid) each."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line = row(self, spacing=0)
        line.addWidget(IconLabel(icon, "accent", 18))
        line.addSpacing(theme().px(6))
        line.addWidget(words(lead, tone="text2"))
        self.links: list[QWidget] = []
        for number, (text, page, uid) in enumerate(targets):
            if number and number < len(targets) - 1:
                line.addWidget(words(",", tone="text2"))
            elif number:
                line.addSpacing(theme().px(4))
                line.addWidget(words(self.tr("and"), tone="text2"))
            line.addSpacing(theme().px(4))
            link = Link(text)
            link.clicked.connect(lambda _on=False, p=page, u=uid: self.followed.emit(p, u))
            line.addWidget(link)
            self.links.append(link)
