"""Put a theme in force over the whole application, and know what the system asks for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.ui.theme.fonts import load_upright
from desktop_app.ui.theme.palette import application_palette
from desktop_app.ui.theme.roles import Scheme
from desktop_app.ui.theme.stylesheet import stylesheet
from desktop_app.ui.theme.theme import Theme, use


def apply(app: QApplication, theme: Theme) -> None:
    """Palette first, then the style sheet made from the same roles. Widgets must be built anew for a new scale."""
    load_upright()
    use(theme)
    if app.style().objectName().lower() != "fusion" and not app.styleSheet():
        app.setStyle("Fusion")
    app.setPalette(application_palette(theme))
    app.setFont(theme.font())
    app.setStyleSheet(stylesheet(theme))


def system_scheme() -> Scheme:
    """What the desktop says; light where it says nothing. A high-contrast desktop is one with extreme colours."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return Scheme.CONTRAST
    return Scheme.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else Scheme.LIGHT
