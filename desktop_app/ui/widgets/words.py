"""Labels. Always plain text: what people wrote is never read as markup."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from desktop_app.ui.theme.lines import draw_elided
from desktop_app.ui.theme.theme import theme


def words(
    text: str = "", *, font: str = "body", tone: str = "text", wrap: bool = False, italic: bool = False
) -> QLabel:
    """`font` is a name of the type scale, `tone` a role."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme().font(font, italic=italic))
    label.setProperty("tone", tone)
    label.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return label


def title(text: str) -> QLabel:
    """What the page is for: one a page."""
    label = words(text, font="title")
    label.setObjectName("page-title")
    return label


def heading(text: str) -> QLabel:
    return words(text, font="heading")


def small(text: str, *, tone: str = "text2", wrap: bool = False) -> QLabel:
    return words(text, font="small", tone=tone, wrap=wrap)


def set_tone(label: QLabel, tone: str) -> None:
    label.setProperty("tone", tone)
    label.style().unpolish(label)
    label.style().polish(label)


def rule(*, upright: bool = False) -> QFrame:
    """A hairline between things."""
    line = QFrame()
    line.setProperty("role", "rule")
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


class ElidedLabel(QWidget):
    """One line that gives way: what does not fit ends in an ellipsis and is whole in the tooltip."""

    def __init__(self, text: str = "", *, font: str = "body", tone: str = "text") -> None:
        super().__init__()
        self._font, self._tone, self._text = font, tone, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        self._text = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self._metrics_size(self._text)
        return QSize(metrics.width() + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(24), self._metrics_size("X").height())

    def _metrics_size(self, text: str) -> QSize:
        metrics = QFontMetrics(theme().font(self._font))
        return QSize(metrics.horizontalAdvance(text), metrics.height() + theme().px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_elided(QPainter(self), self.rect(), self._text, theme().font(self._font), theme().colour(self._tone))


def give_no_more(label: QLabel) -> QLabel:
    """For many wrapped words in one column: else each keeps the room its own idea of a good width would need."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label
