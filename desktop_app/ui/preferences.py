"""The few things remembered between runs: colours, text size, when to lock. Never a name, a folder or a file."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QStandardPaths

from desktop_app.ui.theme.roles import Scheme
from desktop_app.ui.theme.theme import SCALES

IDLE_MINUTES = (1, 5, 10, 15, 0)  # 0: never
_IDLE_DEFAULT = 5
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


def idle_minutes() -> int:
    """How long nobody may be here before the desk locks; 0 for never."""
    value = str(_settings().value("idle-minutes", _IDLE_DEFAULT))
    return int(value) if value.isdigit() and int(value) in IDLE_MINUTES else _IDLE_DEFAULT


def remember_idle(minutes: int) -> None:
    _settings().setValue("idle-minutes", str(minutes))
