"""Who knew what by a day: each agency's own records, and what it had learned."""

from desktop_app.ui.pages.knowing.page import KnowingPage

__all__ = ["KnowingPage"]
