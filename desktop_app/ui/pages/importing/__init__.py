"""A file somebody sent: what would come of it, before anything is written."""

from desktop_app.ui.pages.importing.page import ImportPage

__all__ = ["ImportPage"]
