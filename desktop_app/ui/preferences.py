"""The few things remembered between runs: colours and text size. Never a name, a folder or a file."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QStandardPaths

from desktop_app.ui.theme.roles import Scheme
from desktop_app.ui.theme.theme import SCALES

FOLLOW = ""  # the scheme the system asks for


def _settings() -> QSettings:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return QSettings(f"{folder}/candour/window.ini", QSettings.Format.IniFormat)


def chosen_scheme() -> Scheme | None:
    """None: follow the system."""
    value = str(_settings().value("scheme", FOLLOW))
    return Scheme(value) if value in list(Scheme) else None


def chosen_scale() -> int:
    value = str(_settings().value("scale", "100"))
    return int(value) if value.isdigit() and int(value) in SCALES else 100


def remember(*, scheme: Scheme | None, scale: int) -> None:
    settings = _settings()
    settings.setValue("scheme", scheme.value if scheme else FOLLOW)
    settings.setValue("scale", str(scale))
