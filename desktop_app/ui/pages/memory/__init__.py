"""The thematic memory: which published reviews are remembered on this computer, and what they said."""

from desktop_app.ui.pages.memory.page import MemoryPage

__all__ = ["MemoryPage"]
