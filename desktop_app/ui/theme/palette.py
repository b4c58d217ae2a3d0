"""Palettes from the roles: they reach every stock widget, menus and tooltips."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from desktop_app.ui.theme.theme import Theme

_ROLES: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "edge",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "onaccent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.BrightText: "bad",
}
_WORDS = (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText)


def application_palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, theme.colour(name))
    for role in _WORDS:
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("text3"))
    return palette


def view_palette(theme: Theme) -> QPalette:
    """For lists and tables, whose selected row is `soft`, not `accent`."""
    palette = application_palette(theme)
    palette.setColor(QPalette.ColorRole.Highlight, theme.colour("soft"))
    palette.setColor(QPalette.ColorRole.HighlightedText, theme.colour("text"))
    return palette
