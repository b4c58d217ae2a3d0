"""Who is who in this file, and what every output says instead."""

from desktop_app.ui.pages.people.page import PeoplePage

__all__ = ["PeoplePage"]
