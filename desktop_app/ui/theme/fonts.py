"""FiraGO, the face of the window and of every printed output, from its data package into Qt."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from desktop_app.ui.font_data import font_bytes, font_file

_loaded: set[str] = set()


def _load(keys: tuple[str, ...]) -> None:
    for key in keys:
        if key in _loaded:
            continue
        _loaded.add(key)
        path = font_file(key)
        if path is None or QFontDatabase.addApplicationFont(str(path)) < 0:
            QFontDatabase.addApplicationFontFromData(font_bytes(key))


def load_upright() -> None:
    """Regular and bold: the only faces the first window waits for."""
    _load(("figo", "figbo"))


def load_italics() -> None:
    """Once the first window has been painted."""
    _load(("figit", "figbi"))
