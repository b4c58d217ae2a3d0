"""The look in force: scheme and scale. Painting code asks here; nothing else holds a colour or a pixel size."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont

from desktop_app.ui.theme.roles import AGENCIES, ROLES, Pattern, Scheme, agency_look

FAMILY = "FiraGO"
SCALES = (100, 110, 125, 150, 175, 200)

# name -> (points at 100 %, bold)
_TYPE: dict[str, tuple[float, bool]] = {
    "small": (10, False),
    "small-bold": (10, True),
    "body": (10.5, False),
    "bold": (10.5, True),
    "lead": (12, False),
    "heading": (12, True),
    "title": (15, True),
}


@dataclass(frozen=True, slots=True)
class Theme:
    """`scale` is in per cent, 100 to 200."""

    scheme: Scheme = Scheme.LIGHT
    scale: int = 100

    def colour(self, role: str) -> QColor:
        return QColor(ROLES[self.scheme][role])

    def hex(self, role: str) -> str:
        return ROLES[self.scheme][role]

    def agency(self, order: int) -> tuple[QColor, Pattern]:
        index, pattern = agency_look(order)
        return QColor(AGENCIES[self.scheme][index]), pattern

    def px(self, at_100: float) -> int:
        """Pixels at this scale; a hairline stays one pixel."""
        return max(1, round(at_100 * self.scale / 100)) if at_100 else 0

    def font(self, name: str = "body", *, italic: bool = False) -> QFont:
        points, bold = _TYPE[name]
        font = QFont(FAMILY)
        font.setPointSizeF(points * self.scale / 100)
        font.setBold(bold)
        font.setItalic(italic)
        font.setFeature(QFont.Tag.fromString("tnum"), 1)
        return font


class _InForce:
    theme = Theme()


def theme() -> Theme:
    """The theme in force."""
    return _InForce.theme


def use(new: Theme) -> None:
    """Only `theme.apply` calls this, so that palette, style sheet and painting always agree."""
    _InForce.theme = new
