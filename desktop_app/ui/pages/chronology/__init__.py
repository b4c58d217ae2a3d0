"""What happened, and who knew: every agency's account in one table."""

from desktop_app.ui.pages.chronology.page import ChronologyPage

__all__ = ["ChronologyPage"]
