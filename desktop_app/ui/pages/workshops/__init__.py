"""Workshops: what was said, by prompt; what was promised; who came, kept apart from what was said."""

from desktop_app.ui.pages.workshops.page import WorkshopsPage

__all__ = ["WorkshopsPage"]
