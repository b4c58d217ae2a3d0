"""Phosphor icons, drawn in the colour of a role.

The font and its table of names come inside the qtawesome package. They are read straight from its folder: importing
qtawesome would load eight other icon fonts and cost more than the rest of the first window.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPainterPath, QPixmap, QRawFont

from desktop_app.ui.theme.theme import theme

_EM = 256.0


def _fonts_folder() -> Path:
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("qtawesome, which brings the icons, is not installed")
    return Path(spec.origin).parent / "fonts"


@cache
def _names() -> dict[str, str]:
    table: dict[str, str] = json.loads(next(_fonts_folder().glob("phosphor-charmap-*.json")).read_text("utf-8"))
    return table


def glyph(name: str) -> str:
    """The character that draws icon `name`; KeyError for a name Phosphor does not have."""
    return chr(int(_names()[name], 16))


@cache
def _font() -> QRawFont:
    """The icon font, once, at a size whose outlines are scaled to every other."""
    file = str(next(_fonts_folder().glob("phosphor-*.ttf")))
    return QRawFont(file, _EM, QFont.HintingPreference.PreferNoHinting)


@cache
def _outline(name: str) -> QPainterPath:
    font = _font()
    return font.pathForGlyph(font.glyphIndexesForString(glyph(name))[0])


def paint_icon(painter: QPainter, box: QRect, name: str, colour: QColor) -> None:
    """Icon `name` as large as fits in `box`, centred."""
    scale = min(box.width(), box.height()) / _EM
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(QRectF(box).center())
    painter.scale(scale, scale)
    # Phosphor draws in a square em above the baseline; centring the em, not the ink, keeps a row of icons in line.
    painter.translate(-_EM / 2, _EM / 2)
    painter.fillPath(_outline(name), colour)
    painter.restore()


def icon_pixmap(name: str, colour: QColor, side: int, ratio: float = 1.0) -> QPixmap:
    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, QRect(0, 0, side, side), name, colour)
    painter.end()
    return pixmap


def icon(name: str, role: str = "text2", at_100: int = 18) -> QIcon:
    """For the few stock widgets that draw their own icons, such as menus."""
    return QIcon(icon_pixmap(name, theme().colour(role), theme().px(at_100)))
