"""The family and those affected: who was asked, what came of it, what they said, and what rests on it."""

from desktop_app.ui.pages.family.page import FamilyPage

__all__ = ["FamilyPage"]
