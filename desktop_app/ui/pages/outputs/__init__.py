"""What is handed over: who will read it, the page as it will print, what is left to decide, and the file."""

from desktop_app.ui.pages.outputs.page import OutputsPage

__all__ = ["OutputsPage"]
