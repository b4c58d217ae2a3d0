"""FiraGO, the face of the window and of every printed output, from its data package into Qt."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

_FIRST = ("figo", "figbo")  # what the first window needs
_LATER = ("figit", "figbi")
_loaded: set[str] = set()


def _load(keys: tuple[str, ...]) -> None:
    import pymupdf_fonts

    for key in keys:
        if key not in _loaded:
            _loaded.add(key)
            QFontDatabase.addApplicationFontFromData(pymupdf_fonts.fontbuffers[key]())


def load_upright() -> None:
    """Regular and bold. Some 50 ms: the only face the first window waits for."""
    _load(_FIRST)


def load_italics() -> None:
    """Once the first window has been painted."""
    _load(_LATER)
