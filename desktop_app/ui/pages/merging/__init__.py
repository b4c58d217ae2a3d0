"""Accounts side by side: what may be one event, what contradicts, who was silent."""

from desktop_app.ui.pages.merging.page import MergingPage

__all__ = ["MergingPage"]
