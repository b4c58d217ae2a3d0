"""Buttons: primary (one a page), secondary, quiet. Painted, so that icon, words and key cap sit as one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.theme import theme


class Button(QPushButton):
    """`kind` is primary, secondary or quiet. `cap` is the shortcut shown in a key cap; it is not made here.

    `spread` fills its width: words at the left, key cap at the right. With `icon` alone (no text) a `name` is needed:
    it becomes accessible name and tooltip.
    """

    def __init__(
        self,
        text: str = "",
        *,
        kind: str = "secondary",
        icon: str = "",
        cap: str = "",
        name: str = "",
        menu_arrow: bool = False,
        large: bool = False,
        spread: bool = False,
    ) -> None:
        super().__init__(text)
        self.kind, self.icon_name, self.cap, self.menu_arrow = kind, icon, cap, menu_arrow
        self._height = 40 if large else 32
        self.narrowing = False
        self.setAccessibleName(name or text)
        if not text:
            self.setToolTip(f"{name} ({cap})" if cap else name)
        across = QSizePolicy.Policy.Expanding if spread else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self._spread = spread
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)

    def set_words(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_narrowing(self, narrowing: bool) -> None:
        """A filter chip that narrows the page says so in accent."""
        self.narrowing = narrowing
        self.update()

    def block(self, reason: str) -> None:
        """Disable with a reason ("" enables): in the tooltip and for a screen reader."""
        self.setEnabled(not reason)
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)

    def _parts(self) -> tuple[int, int, int, int]:
        """Widths in px of icon, text, cap and arrow."""
        look = theme()
        words = QFontMetrics(look.font("bold" if self.kind == "primary" else "body"))
        cap = QFontMetrics(look.font("small")).horizontalAdvance(self.cap) + look.px(10) if self._shows_cap else 0
        icon = look.px(18 if self.text() else 20) if self.icon_name else 0
        return icon, words.horizontalAdvance(self.text()), cap, look.px(14) if self.menu_arrow else 0

    @property
    def _shows_cap(self) -> bool:
        return bool(self.cap and self.text())

    def sizeHint(self) -> QSize:
        look = theme()
        parts = [w for w in self._parts() if w]
        side = look.px(6 if not self.text() else 8 if self.kind == "quiet" else 12)
        return QSize(sum(parts) + look.px(8) * (len(parts) - 1) + 2 * side, look.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Fill, border and words."""
        look = theme()
        if not self.isEnabled():
            return (
                (None, None, look.colour("text3"))
                if self.kind == "quiet"
                else (
                    look.colour("sunken"),
                    look.colour("line"),
                    look.colour("text3"),
                )
            )
        hover = self.underMouse()
        if self.kind == "primary":
            fill = look.colour("accent")
            return _towards(fill, look.colour("text")) if hover else fill, None, look.colour("onaccent")
        fill_or_none = look.colour("hover") if hover or self.isChecked() else None
        if self.kind == "quiet":
            return fill_or_none, None, look.colour("accent")
        words = look.colour("accent" if self.narrowing else "text")
        return fill_or_none or look.colour("surface"), look.colour("accent" if self.narrowing else "edge"), words

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, border, colour = self._colours()
        painter.setPen(QPen(border, 1) if border else Qt.PenStyle.NoPen)
        painter.setBrush(fill if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
        icon, text, cap, arrow = self._parts()
        gap = look.px(8)
        total = sum(w for w in (icon, text, cap, arrow) if w) + gap * (sum(map(bool, (icon, text, cap, arrow))) - 1)
        x = look.px(12 if arrow else 8) if arrow or self._spread else max((self.width() - total) // 2, look.px(4))
        if icon:
            tint = (
                look.colour("accent") if self.kind == "secondary" and self.isEnabled() and not self.text() else colour
            )
            paint_icon(painter, QRect(x, (self.height() - icon) // 2, icon, icon), self.icon_name, tint)
            x += icon + gap
        if text:
            painter.setFont(look.font("bold" if self.kind == "primary" else "body"))
            painter.setPen(colour)
            painter.drawText(QRect(x, 0, text + 1, self.height()), int(Qt.AlignmentFlag.AlignVCenter), self.text())
            x += text + gap
        if cap:
            x = self.width() - cap - look.px(8) if self._spread else x
            edge = colour if self.kind == "primary" or not self.isEnabled() else look.colour("edge")
            words = colour if self.kind == "primary" or not self.isEnabled() else look.colour("text2")
            paint_key_cap(
                painter, QRect(x, (self.height() - look.px(18)) // 2, cap, look.px(18)), self.cap, words, edge
            )
        if arrow:
            box = QRect(self.width() - arrow - look.px(10), (self.height() - arrow) // 2, arrow, arrow)
            paint_icon(painter, box, "caret-down", colour)


def _towards(colour: QColor, other: QColor, share: float = 0.08) -> QColor:
    def mixed(a: int, b: int) -> int:
        return round(a + (b - a) * share)

    return QColor(
        mixed(colour.red(), other.red()), mixed(colour.green(), other.green()), mixed(colour.blue(), other.blue())
    )


def paint_key_cap(painter: QPainter, box: QRect, text: str, colour: QColor, edge: QColor) -> None:
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), theme().px(3), theme().px(3))
    painter.setFont(theme().font("small"))
    painter.setPen(colour)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


def shortcut(owner: QWidget, keys: str, action: Callable[[], object]) -> QShortcut:
    """`keys` work while the keyboard is anywhere inside `owner`."""
    made = QShortcut(QKeySequence(keys), owner)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.activated.connect(action)
    return made
