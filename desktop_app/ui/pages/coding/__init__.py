"""Reading closely: marking what people wrote and said with themes, and everything that lies under a theme."""

from desktop_app.ui.pages.coding.page import CodingPage

__all__ = ["CodingPage"]
