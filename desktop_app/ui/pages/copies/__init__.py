"""Bringing a co-author's copy home, and settling what both changed."""

from desktop_app.ui.pages.copies.page import CopiesPage

__all__ = ["CopiesPage"]
