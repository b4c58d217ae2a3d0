"""Settings: how Candour looks, when it locks, what opens the review, its backups."""

from desktop_app.ui.pages.settings.page import SettingsPage

__all__ = ["SettingsPage"]
